import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { anaAndBo, answer, type Couple, toTheClose, until } from './couple.ts';
import { anEcho } from './envelopes.ts';
import { aKitchen } from './kitchen.ts';
import { opensMicrophone, repromptOf, wordsOf } from './responses.ts';

describe('two speakers of one household', () => {
  it('hear on the second that a check-in runs elsewhere, and may take it over', async () => {
    const { echo: kitchen, skill, store, id } = aKitchen();
    await until(kitchen, /talk\.b$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
    await bedroom.launch();
    expect(bedroom.stateId()).toBe('elsewhere');
    await bedroom.say('AMAZON.YesIntent');
    expect(bedroom.stateId()).toBe('check-in/talk.b');
    const taken = store.everything();

    kitchen.now = bedroom.now;
    const moved = await kitchen.say('AMAZON.NextIntent');
    expect([enUS.lines['conflict.elsewhere']].flat()).toContain(wordsOf(moved));
    expect(opensMicrophone(moved)).toBe(false);
    expect(store.everything()).toBe(taken);

    await toTheClose(bedroom);
    expect(store.record(id)?.household.counts).toEqual({ finished: 1, listened: 20 });
  });

  it('leave it where it is after a no on the second', async () => {
    const { echo: kitchen, skill, store } = aKitchen();
    await until(kitchen, /talk\.a$/);
    const before = store.everything();
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
    await bedroom.launch();
    const response = await bedroom.say('AMAZON.NoIntent');
    expect(opensMicrophone(response)).toBe(false);
    expect(store.everything()).toBe(before);
    await answer(kitchen);
    expect(kitchen.stateId()).toBe('check-in/get-it.a');
  });

  it('leave it where it is when nobody answers the second', async () => {
    const { echo: kitchen, skill, store } = aKitchen();
    await until(kitchen, /talk\.b$/);
    const before = store.everything();
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
    await bedroom.launch();
    expect(bedroom.stateId()).toBe('elsewhere');
    bedroom.now += 30_000;
    await bedroom.end();
    expect(store.everything()).toBe(before);
    kitchen.now = bedroom.now;
    await kitchen.say('AMAZON.YesIntent');
    expect(kitchen.stateId()).toBe('check-in/get-it.b');
  });

  it.each(['SupportIntent', 'UnsafeIntent', 'AMAZON.HelpIntent', 'AMAZON.StopIntent'])(
    'leave it where it is when somebody says %s to the second, and no more',
    async (intent) => {
      const { echo: kitchen, skill, store } = aKitchen();
      await until(kitchen, /talk\.a$/);
      const before = store.everything();
      const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
      await bedroom.say(intent);
      if (bedroom.stateId() !== 'closed') await bedroom.say('AMAZON.NoIntent');
      expect(store.everything()).toBe(before);
      await answer(kitchen);
      expect(kitchen.stateId()).toBe('check-in/get-it.a');
    },
  );

  it.each(['AMAZON.PauseIntent', 'MoreTimeIntent', 'AMAZON.FallbackIntent'])(
    'know of each other for as long as %s makes the first one last',
    async (intent) => {
      const { echo: kitchen, skill } = aKitchen();
      await until(kitchen, /get-it\.a$/);
      await kitchen.say(intent);
      const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
      await bedroom.launch();
      expect(bedroom.stateId()).toBe('elsewhere');
    },
  );

  it('leave it where it is if somebody says to the second, in any sentence, that they are afraid', async () => {
    const { echo: kitchen, skill, store } = aKitchen();
    await until(kitchen, /talk\.a$/);
    const before = store.everything();
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
    await bedroom.launch();
    await bedroom.words("i'm scared of him");
    expect(bedroom.stateId()).toBe('support');
    await bedroom.words('stop');
    expect(store.everything()).toBe(before);
    await answer(kitchen);
    expect(kitchen.stateId()).toBe('check-in/get-it.a');
  });

  it('ask before they take it over, also after help was asked for', async () => {
    const { echo: kitchen, skill, store } = aKitchen();
    await until(kitchen, /talk\.a$/);
    const before = store.everything();
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
    await bedroom.words('we need a counselor');
    await bedroom.words("let's carry on");
    expect(bedroom.stateId()).toBe('elsewhere');
    expect(store.everything()).toBe(before);
  });

  it.each(['make it shorter', 'start listening', 'there are people here'])(
    'are asked before anything is changed or said of it: "%s"',
    async (words) => {
      const { echo: kitchen, skill, store } = aKitchen();
      await until(kitchen, /talk\.a$/);
      const before = store.everything();
      const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
      const asked = wordsOf(await bedroom.words(words));
      expect(bedroom.stateId()).toBe('elsewhere');
      expect([enUS.lines['elsewhere.lead']].flat().some((lead) => asked.startsWith(lead))).toBe(true);
      await bedroom.words('no');
      expect(store.everything()).toBe(before);
      await answer(kitchen);
      expect(kitchen.stateId()).toBe('check-in/get-it.a');
    },
  );

  it.each(['make it shorter', 'start a listening exercise'])(
    'are asked also in a session that is about something else: "%s"',
    async (words) => {
      const { echo: kitchen, skill, store } = aKitchen();
      await until(kitchen, /talk\.a$/);
      const before = store.everything();
      const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
      await bedroom.say('SupportIntent');
      await bedroom.words(words);
      expect(bedroom.stateId()).toBe('elsewhere');
      for (const wish of ['make it shorter', 'Bo starts', 'something light']) {
        await bedroom.words(wish);
        expect(bedroom.stateId()).toBe('elsewhere');
      }
      expect(store.everything()).toBe(before);
    },
  );

  it('are told by a third that it runs, also after the second has changed something twice', async () => {
    const { echo: kitchen, skill } = aKitchen();
    await until(kitchen, /talk\.a$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
    await bedroom.launch();
    await bedroom.words('change Ana to Anna');
    kitchen.now = bedroom.now;
    for (let turn = 0; turn < 4; turn += 1) await answer(kitchen);
    bedroom.now = kitchen.now;
    await bedroom.words('change Anna to Annie');
    await bedroom.words('change Annie to Anna');
    const bathroom = anEcho(skill, { device: 'bathroom', now: bedroom.now });
    await bathroom.launch();
    expect(bathroom.stateId()).toBe('elsewhere');
  });

  it('may take over one that has come to rest while they were asking', async () => {
    const { echo: kitchen, skill, store, id } = aKitchen();
    await until(kitchen, /talk\.a$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
    await bedroom.launch();
    expect(bedroom.stateId()).toBe('elsewhere');
    await kitchen.end();
    await bedroom.say('AMAZON.YesIntent');
    expect(bedroom.stateId()).toMatch(/^check-in\//);
    await toTheClose(bedroom);
    expect(store.record(id)?.household.counts.finished).toBe(1);
  });

  it.each(['AMAZON.NoIntent', 'AMAZON.StopIntent', 'AMAZON.HelpIntent'])(
    'leave it where it is when the second is asked twice and hears %s',
    async (intent) => {
      const { echo: kitchen, skill, store } = aKitchen();
      await until(kitchen, /talk\.b$/);
      const before = store.everything();
      const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
      await bedroom.launch();
      bedroom.now += 12_000;
      await bedroom.say(intent);
      expect(store.everything()).toBe(before);
    },
  );

  it('are not told of one that has long fallen silent', async () => {
    const { echo: kitchen, skill } = aKitchen();
    await until(kitchen, /talk\.a$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now + 3_600_000 });
    await bedroom.launch();
    expect(bedroom.stateId()).toBe('carry-on');
  });

  it.each([
    ['talk.a', /talk\.a$/],
    ['get-it.a', /get-it\.a$/],
    ['appreciate.b', /appreciate\.b@/],
  ])('are not told of one that was stopped on the first at %s', async (_step, step) => {
    const { echo: kitchen, skill } = aKitchen();
    await until(kitchen, step);
    await kitchen.say('AMAZON.StopIntent');
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
    await bedroom.launch();
    expect(bedroom.stateId()).toBe('carry-on');
  });

  it('overwrite nothing when the first falls silent after the second has taken over', async () => {
    const { echo: kitchen, skill, store } = aKitchen();
    await until(kitchen, /talk\.a$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
    await until(bedroom, /get-it\.a$/);
    const before = store.everything();
    kitchen.now += 300_000;
    const ended = await kitchen.end();
    expect(ended.response).toEqual({});
    expect(store.everything()).toBe(before);
  });

  it('that both meet them for the first time keep one household', async () => {
    const { echo: kitchen, skill, store } = aKitchen();
    const bedroom = anEcho(skill, { device: 'bedroom' });
    await until(kitchen, /consent\.b/);
    await until(bedroom, /consent\.b/);
    await answer(kitchen);
    await answer(bedroom);
    expect(kitchen.stateId()).toBe('length');
    const [households] = JSON.parse(store.everything()) as [unknown[], unknown[]];
    expect(households).toHaveLength(1);
  });
});

describe('a warm Lambda that serves two households in turn', () => {
  it('never tells one the names or words of the other', async () => {
    const { echo: first, skill } = aKitchen({ user: 'amzn1.ask.account.ONE' });
    const second = anEcho(skill, { user: 'amzn1.ask.account.TWO', device: 'kitchen' });
    const others: Couple = {
      a: 'Zarathustra',
      b: 'Quetzal',
      thanks: { a: 'the purple umbrella', b: 'that saxophone' },
    };
    for (let exchange = 0; exchange < 24; exchange += 1) {
      const [mine, theirs] = [await answer(first, anaAndBo), await answer(second, others)];
      expect(JSON.stringify(mine)).not.toMatch(/Zarathustra|Quetzal|umbrella|saxophone/i);
      expect(JSON.stringify(theirs)).not.toMatch(/\bAna\b|\bBo\b|the tea|how you listened/i);
      expect(`${wordsOf(mine)}${repromptOf(mine)}`).not.toMatch(/TWO/);
    }
    expect(JSON.stringify(first.exchanges)).toContain('Ana');
    expect(JSON.stringify(second.exchanges)).toContain('Quetzal');
  });
});
