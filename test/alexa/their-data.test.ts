/** The couple can take back or delete what is stored, and turn saving off, whatever happens at the same time. */
import { describe, expect, it } from 'vitest';
import { answer, until } from './couple.ts';
import { anEcho, type Echo, skillDisabled } from './envelopes.ts';
import { aKitchen, type Kitchen, keptIn } from './kitchen.ts';
import { isHeard, opensMicrophone, wordsOf } from './responses.ts';

const HOUR = 3_600_000;
const texts = ({ store, id }: Kitchen): string[] => store.kept(id).map(({ text }) => text);

/** Ana and Bo, who stopped in the middle of their first check-in. */
async function met(): Promise<Kitchen> {
  const kitchen = aKitchen();
  await until(kitchen.echo, /talk\.a$/);
  await kitchen.echo.say('AMAZON.StopIntent');
  kitchen.echo.now += HOUR;
  return kitchen;
}

async function add(echo: Echo, made: string, from: 'a' | 'b'): Promise<void> {
  await echo.words(`thank you for the ${made} you made`);
  await echo.say(from === 'a' ? 'AMAZON.YesIntent' : 'AMAZON.NoIntent');
  expect(echo.stateId()).toBe('adding.confirm');
  await echo.say('AMAZON.YesIntent');
}

describe('two devices at the same moment', () => {
  it('lose nothing when both add', async () => {
    const kitchen = await met();
    const { echo, skill } = kitchen;
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await Promise.all([add(echo, 'tea', 'a'), add(bedroom, 'song', 'b')]);
    expect(texts(kitchen).toSorted()).toEqual([
      'thank you for the song you made',
      'thank you for the tea you made',
    ]);
    expect(new Set(kitchen.store.kept(kitchen.id).map(({ id }) => id)).size).toBe(2);
  });

  it('lose neither an appreciation nor the check-in that runs on the other', async () => {
    const kitchen = aKitchen();
    const { echo, skill, store, id } = kitchen;
    await until(echo, /talk\.b$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await add(bedroom, 'song', 'b');
    expect(texts(kitchen)).toEqual(['thank you for the song you made']);
    const third = anEcho(skill, { device: 'office', now: echo.now });
    await third.launch();
    expect(third.stateId()).toBe('elsewhere');
    await answer(echo);
    expect(echo.stateId()).toBe('check-in/get-it.b');
    expect(store.record(id)?.place?.step).toBe('get-it.b');
    expect(store.record(id)?.household.appreciated).not.toBeNull();
  });

  it('keep what each of them changed: a reminder on one, the exercise on the other', async () => {
    const kitchen = aKitchen();
    const { echo, skill, store, id } = kitchen;
    await until(echo, /talk\.b$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await bedroom.say('RemindIntent', { day: 'sunday', time: '19:00' });
    await bedroom.say('AMAZON.YesIntent');
    await answer(echo);
    await answer(echo);
    expect(store.record(id)?.household.reminder).toMatchObject({ day: 'sunday', time: '19:00' });
    expect(store.record(id)?.place?.step).not.toBe('talk.b');
  });
});

describe('"forget us"', () => {
  it('asks once, deletes everything, says so, and begins anew', async () => {
    const kitchen = await met();
    const { echo, store, id } = kitchen;
    await add(echo, 'tea', 'a');
    await echo.say('ForgetUsIntent');
    expect(echo.stateId()).toBe('forget.us');
    expect(store.record(id)).not.toBeNull();
    const done = await echo.say('AMAZON.YesIntent');
    expect(isHeard(done, 'forget.us-done')).toBe(true);
    expect(store.record(id)).toBeNull();
    expect(store.kept(id)).toEqual([]);
    await echo.launch();
    expect(echo.stateId()).toBe('names.a@NamesIntent.name');
  });

  it('leaves everything as it is with a no', async () => {
    const kitchen = await met();
    const before = kitchen.store.everything();
    await kitchen.echo.say('ForgetUsIntent');
    await kitchen.echo.say('AMAZON.NoIntent');
    expect(kitchen.store.everything()).toBe(before);
  });

  it('takes the reminder with it', async () => {
    const { echo, services } = await met();
    await echo.say('RemindIntent', { day: 'sunday', time: '19:00' });
    await echo.say('AMAZON.YesIntent');
    await echo.say('ForgetUsIntent');
    await echo.say('AMAZON.YesIntent');
    expect(services.asked.map(({ call }) => call)).toContain('DELETE /v1/alerts/reminders/alert-1');
  });

  it.each(['check-in/talk.b', 'check-in/appreciate.a.confirm'])(
    'stays forgotten while a save of %s is in flight on another device',
    async (stateId) => {
      for (let lead = 0; lead < 4; lead += 1) {
        const kitchen = aKitchen();
        const { echo, skill, store, id } = kitchen;
        await until(echo, new RegExp(`^${stateId}$`));
        const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
        await bedroom.say('ForgetUsIntent');
        const saving = answer(echo);
        for (let turn = 0; turn < lead; turn += 1) await Promise.resolve();
        await Promise.all([saving, bedroom.say('AMAZON.YesIntent')]);
        await echo.say('AMAZON.YesIntent');
        await echo.end();
        expect([lead, store.record(id), store.kept(id)]).toEqual([lead, null, []]);
      }
    },
  );

  it('takes what was confirmed a moment too late on another device', async () => {
    for (let lead = 0; lead < 6; lead += 1) {
      const kitchen = await met();
      const { echo, skill, store, id } = kitchen;
      const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
      await echo.words('thank you for the tea you made');
      await echo.say('AMAZON.YesIntent');
      await bedroom.say('ForgetUsIntent');
      const keeping = echo.say('AMAZON.YesIntent');
      for (let turn = 0; turn < lead; turn += 1) await Promise.resolve();
      await Promise.all([keeping, bedroom.say('AMAZON.YesIntent')]);
      expect([lead, store.record(id), store.kept(id)]).toEqual([lead, null, []]);
    }
  });

  it('says what is true if it fails, and can be tried again', async () => {
    const kitchen = await met();
    const { echo, store, id } = kitchen;
    await add(echo, 'tea', 'a');
    await echo.say('ForgetUsIntent');
    store.failNext('throttled', 1, ['forget']);
    const failed = await echo.say('AMAZON.YesIntent');
    expect(isHeard(failed, 'forget.failed')).toBe(true);
    expect(echo.stateId()).toBe('forget.us');
    await echo.say('AMAZON.YesIntent');
    expect(store.record(id)).toBeNull();
    expect(store.kept(id)).toEqual([]);
  });
});

describe('"forget what Ana said"', () => {
  it('leaves what the other said, and says nothing of it to anybody after', async () => {
    const kitchen = await met();
    const { echo } = kitchen;
    await add(echo, 'tea', 'a');
    await add(echo, 'song', 'b');
    await echo.say('ForgetWordsIntent', { name: 'Ana' });
    await echo.say('AMAZON.YesIntent');
    expect(texts(kitchen)).toEqual(['thank you for the song you made']);
    await echo.say('RecapIntent');
    const read = await echo.say('AMAZON.YesIntent');
    expect(wordsOf(read)).toContain('the song');
    expect(wordsOf(read)).not.toMatch(/Ana said|Ana to|tea|gone|deleted/);
  });

  it('is not undone by a request that is delivered again', async () => {
    const kitchen = await met();
    const { echo, skill } = kitchen;
    await add(echo, 'tea', 'a');
    const late = structuredClone(echo.exchanges.at(-1)?.request);
    await echo.say('ForgetWordsIntent', { name: 'Ana' });
    await echo.say('AMAZON.YesIntent');
    await skill(late);
    expect(texts(kitchen)).toEqual([]);
  });

  it('does not touch what is said after it, in the same exercise', async () => {
    const kitchen = aKitchen();
    const { echo, skill } = kitchen;
    await until(echo, /talk\.b$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await bedroom.say('ForgetWordsIntent', { name: 'Ana' });
    await bedroom.say('AMAZON.YesIntent');
    await until(echo, /appreciate\.a\.confirm$/);
    await answer(echo);
    expect(texts(kitchen)).toEqual(['thank you for the tea you made']);
    await echo.say('AMAZON.StopIntent');
    await echo.say('RecapIntent');
    expect(echo.stateId()).toBe('recap.ask');
  });

  it('reads nothing of it any more, though the deletion itself failed, and offers to try again', async () => {
    const kitchen = await met();
    const { echo, store } = kitchen;
    await add(echo, 'tea', 'a');
    await echo.say('ForgetWordsIntent', { name: 'Ana' });
    store.failNext('unreachable', 1, ['erase']);
    const failed = await echo.say('AMAZON.YesIntent');
    expect(isHeard(failed, 'forget.failed')).toBe(true);
    expect(opensMicrophone(failed)).toBe(true);
    await echo.say('AMAZON.StopIntent');
    await echo.say('RecapIntent');
    expect(echo.stateId()).toBe('recap.none');
    await echo.say('AMAZON.NoIntent');
    await echo.say('ForgetWordsIntent', { name: 'Ana' });
    await echo.say('AMAZON.YesIntent');
    expect(texts(kitchen)).toEqual([]);
  });
});

describe('"delete the appreciations"', () => {
  it('deletes those of both after a yes, and leaves their names and their place', async () => {
    const kitchen = await met();
    const { echo, store, id } = kitchen;
    await add(echo, 'tea', 'a');
    await add(echo, 'song', 'b');
    await echo.say('UtteranceIntent', { utterance: 'delete the appreciations but keep our names' });
    expect(echo.stateId()).toBe('forget.words');
    expect(texts(kitchen)).toHaveLength(2);
    const before = store.record(id)?.household;
    await echo.say('AMAZON.YesIntent');
    expect(texts(kitchen)).toEqual([]);
    const after = store.record(id)?.household;
    expect(after?.names).toEqual({ a: 'Ana', b: 'Bo' });
    expect(after).toEqual({ ...before, erased: after?.erased });
    await echo.say('RecapIntent');
    expect(echo.stateId()).toBe('recap.none');
  });

  it('can be tried again if it failed', async () => {
    const kitchen = await met();
    const { echo, store } = kitchen;
    await add(echo, 'tea', 'a');
    await add(echo, 'song', 'b');
    await echo.say('UtteranceIntent', { utterance: 'delete all our appreciations' });
    store.failNext('unreachable', 1, ['erase']);
    expect(isHeard(await echo.say('AMAZON.YesIntent'), 'forget.failed')).toBe(true);
    await echo.say('AMAZON.YesIntent');
    expect(texts(kitchen)).toEqual([]);
  });
});

describe('"forget Ana"', () => {
  it('takes the nickname, the voice and the words of one, and nothing of the other', async () => {
    const kitchen = await met();
    const { echo, store, id } = kitchen;
    echo.voice = { id: 'ANA', level: 300 };
    await add(echo, 'tea', 'a');
    await echo.say('AMAZON.YesIntent');
    expect(store.record(id)?.household.voices.a).toEqual(expect.any(String));
    echo.voice = null;
    await add(echo, 'song', 'b');
    await echo.say('ForgetPersonIntent', { name: 'ana' });
    await echo.say('AMAZON.YesIntent');
    const household = store.record(id)?.household;
    expect(household?.names).toEqual({ a: null, b: 'Bo' });
    expect(household?.voices.a).toBeNull();
    expect(texts(kitchen)).toEqual(['thank you for the song you made']);
    expect(store.everything()).not.toMatch(/Ana|tea/);
  });
});

describe('a night without saving', () => {
  it('saves nothing of what follows, and says what is not kept', async () => {
    const kitchen = await met();
    const { echo, store } = kitchen;
    const before = keptIn(kitchen);
    await echo.say('DontSaveIntent');
    const off = store.everything();
    expect(keptIn(kitchen)).toEqual({
      household: { ...before?.household, zone: 'Europe/Berlin', unsavedUntil: expect.any(Number) },
      place: null,
    });
    await echo.launch();
    for (let answers = 0; answers < 12 && echo.stateId() !== 'closed'; answers += 1) await answer(echo);
    await echo.words('thank you for the tea you made');
    expect(store.everything()).toBe(off);
  });

  it('is over at five in the morning of their own clock, and on again whenever they say so', async () => {
    const kitchen = await met();
    const { echo, store, id } = kitchen;
    await echo.say('DontSaveIntent');
    // Sunday evening in Berlin.
    expect(store.record(id)?.household.unsavedUntil).toBe(Date.parse('2026-11-23T04:00:00Z'));
    echo.now = Date.parse('2026-11-23T04:00:01Z');
    await add(echo, 'tea', 'a');
    expect(texts(kitchen)).toEqual(['thank you for the tea you made']);
    await echo.say('DontSaveIntent');
    await echo.say('SaveAgainIntent');
    expect(store.record(id)?.household.unsavedUntil).toBeNull();
    await add(echo, 'song', 'a');
    expect(texts(kitchen)).toHaveLength(2);
  });

  it('still deletes what they want deleted, and keeps the place as it was', async () => {
    const kitchen = await met();
    const { echo, store, id } = kitchen;
    await add(echo, 'tea', 'a');
    await echo.say('DontSaveIntent');
    const place = store.record(id)?.place;
    await echo.launch();
    await echo.say('AMAZON.YesIntent');
    await answer(echo);
    await echo.say('ForgetWordsIntent', { name: 'Ana' });
    await echo.say('AMAZON.YesIntent');
    expect(texts(kitchen)).toEqual([]);
    expect(store.record(id)?.place).toEqual(place);
  });
});

describe('the skill, when it is disabled', () => {
  it('deletes everything, and a late save brings nothing back', async () => {
    const kitchen = aKitchen();
    const { echo, skill, store, id } = kitchen;
    await until(echo, /appreciate\.a\.confirm$/);
    await Promise.all([answer(echo), skill(skillDisabled())]);
    await answer(echo);
    expect(store.record(id)).toBeNull();
    expect(store.kept(id)).toEqual([]);
  });
});
