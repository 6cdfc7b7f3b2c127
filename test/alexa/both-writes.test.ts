/** Two devices change different things at the same time: nothing is lost, undone, or restored. */
import { describe, expect, it } from 'vitest';
import { anaAndBo, answer, until } from './couple.ts';
import { anEcho, type Echo } from './envelopes.ts';
import { aKitchen, type Kitchen, keptIn } from './kitchen.ts';
import { secondsOf } from './responses.ts';

const HOUR = 3_600_000;
const YES = 'AMAZON.YesIntent';
const household = ({ store, id }: Kitchen) => store.record(id)?.household;
const texts = ({ store, id }: Kitchen): string[] => store.kept(id).map(({ text }) => text);
const bedroomOf = ({ skill, echo }: Kitchen): Echo => anEcho(skill, { device: 'bedroom', now: echo.now });

/** Ana and Bo, an hour after their first check-in. */
async function finished(): Promise<Kitchen> {
  const kitchen = aKitchen();
  await until(kitchen.echo, /^closed$/);
  kitchen.echo.now += HOUR;
  return kitchen;
}

async function add(echo: Echo, thanks: string): Promise<void> {
  await echo.words(thanks);
  await echo.say(YES);
  await echo.say(YES);
}

describe('two who were forgotten', () => {
  it('are not brought back by a late save, though two others have begun in between', async () => {
    const kitchen = aKitchen();
    await until(kitchen.echo, /talk\.a$/);
    const bedroom = bedroomOf(kitchen);
    await bedroom.say('ForgetUsIntent');
    await bedroom.say(YES);
    const others = { a: 'Cyd', b: 'Dee', thanks: anaAndBo.thanks };
    await until(bedroom, /talk\.a$/, others);
    await answer(kitchen.echo);
    expect(kitchen.echo.stateId()).toBe('closed');
    expect(household(kitchen)?.names).toEqual({ a: 'Cyd', b: 'Dee' });
  });
});

describe('an aside on another device', () => {
  it.each(['UtteranceIntent', 'DontSaveIntent', 'RemindIntent'])(
    'leaves the first reply of a check-in to the speaker that leads it: %s',
    async (intent) => {
      const kitchen = await finished();
      await kitchen.echo.launch();
      await kitchen.echo.say(YES);
      const bedroom = anEcho(kitchen.skill, { device: 'bedroom', now: kitchen.echo.now - 60_000 });
      const said =
        intent === 'RemindIntent'
          ? { day: 'sunday', time: '19:00' }
          : { utterance: 'thank you for the soup you made' };
      await bedroom.say(intent, intent === 'DontSaveIntent' ? {} : said);
      for (let answers = 0; answers < 2 && bedroom.stateId() !== 'closed'; answers += 1)
        await bedroom.say(YES);
      await answer(kitchen.echo);
      expect(kitchen.echo.stateId()).toMatch(/^check-in\//);
    },
  );

  it('marks no speaker as leading an exercise that only waits', async () => {
    const kitchen = aKitchen();
    await until(kitchen.echo, /talk\.a$/);
    await kitchen.echo.say('AMAZON.StopIntent');
    kitchen.echo.now += 24 * HOUR;
    kitchen.echo.voice = { id: 'ANA', level: 300 };
    await add(kitchen.echo, 'thank you for the soup you made');
    expect(kitchen.echo.stateId()).toBe('voice');
    const bedroom = bedroomOf(kitchen);
    await bedroom.launch();
    expect(bedroom.stateId()).toBe('carry-on');
  });
});

describe('what was deleted on one device', () => {
  it('is not undone by another that renames the other person', async () => {
    const kitchen = await finished();
    const bedroom = bedroomOf(kitchen);
    await bedroom.launch();
    await kitchen.echo.say('ForgetPersonIntent', { name: 'Ana' });
    await kitchen.echo.say(YES);
    await bedroom.say('RenameIntent', { name: 'Bo', other: 'Bob' });
    expect(household(kitchen)?.names).toEqual({ a: null, b: 'Bob' });
    expect(household(kitchen)?.erased.a).not.toBeNull();
  });

  it('stays marked when the words of the other are deleted too', async () => {
    const kitchen = await finished();
    const bedroom = bedroomOf(kitchen);
    await bedroom.say('ForgetWordsIntent', { name: 'Bo' });
    await kitchen.echo.say('ForgetWordsIntent', { name: 'Ana' });
    await kitchen.echo.say(YES);
    await bedroom.say(YES);
    expect(household(kitchen)?.erased).toEqual({ a: expect.any(Number), b: expect.any(Number) });
    expect(texts(kitchen)).toEqual([]);
  });

  it('takes what was confirmed before it and kept after it, though the session there has moved on', async () => {
    const kitchen = aKitchen();
    await until(kitchen.echo, /appreciate\.a\.confirm$/);
    const bedroom = bedroomOf(kitchen);
    await bedroom.launch();
    await bedroom.say(YES);
    bedroom.now = kitchen.echo.now + 1000;
    await bedroom.say('ForgetWordsIntent', { name: 'Ana' });
    await bedroom.say(YES);
    await answer(kitchen.echo);
    expect(texts(kitchen)).toEqual([]);
  });
});

describe('what could not be saved on one device', () => {
  it('is saved with what the other one changed meanwhile', async () => {
    const kitchen = await finished();
    await kitchen.echo.launch();
    kitchen.store.failNext('timeout', 1, ['save']);
    await kitchen.echo.say('RenameIntent', { name: 'Bo', other: 'Bob' });
    await add(bedroomOf(kitchen), 'thank you for the soup you made');
    await kitchen.echo.say(YES);
    expect(household(kitchen)?.names).toEqual({ a: 'Ana', b: 'Bob' });
    expect(household(kitchen)?.appreciated).not.toBeNull();
  });
});

describe('a wish not to save', () => {
  it('drops the sentence that waited for its yes, in a step and anywhere', async () => {
    const one = aKitchen();
    await until(one.echo, /appreciate\.a\.confirm$/);
    await one.echo.say('DontSaveIntent');
    await one.echo.say(YES);
    expect(texts(one)).toEqual([]);
    const two = await finished();
    const before = texts(two);
    await two.echo.words('thank you for the soup you made');
    await two.echo.say(YES);
    await two.echo.say('DontSaveIntent');
    expect(two.echo.stateId()).toBe('closed');
    expect(texts(two)).toEqual(before);
  });

  it('that could not be saved at first is saved with the next reply', async () => {
    const kitchen = await finished();
    await kitchen.echo.launch();
    await kitchen.echo.say(YES);
    kitchen.store.failNext('timeout', 1, ['save']);
    await kitchen.echo.say('DontSaveIntent');
    expect(household(kitchen)?.unsavedUntil).toBeNull();
    await answer(kitchen.echo);
    expect(household(kitchen)?.unsavedUntil).not.toBeNull();
  });

  it('holds for a session that was at its beginning on another device, and for one in the middle', async () => {
    for (const answers of [0, 2]) {
      const kitchen = await finished();
      const bedroom = bedroomOf(kitchen);
      await bedroom.launch();
      for (let n = 0; n < answers; n += 1) await answer(bedroom);
      await kitchen.echo.say('DontSaveIntent');
      const saved = keptIn(kitchen);
      for (let n = 0; n < 3; n += 1) await answer(bedroom);
      expect(keptIn(kitchen)).toEqual(saved);
    }
  });
});

describe('a sentence that may have been kept although nobody could be told so', () => {
  it.each([['AMAZON.StopIntent'], ['SkipIntent'], ['AMAZON.HelpIntent', 'AMAZON.NoIntent', 'SkipIntent']])(
    'is gone after %s',
    async (...intents) => {
      const kitchen = await finished();
      const before = texts(kitchen);
      await kitchen.echo.words('thank you for the soup you made');
      await kitchen.echo.say(YES);
      kitchen.store.failAfter(1, ['keep']);
      await kitchen.echo.say(YES);
      expect(texts(kitchen)).toHaveLength(before.length + 1);
      for (const intent of intents) await kitchen.echo.say(intent);
      expect(texts(kitchen)).toEqual(before);
    },
  );

  it('is gone if another sentence takes its place', async () => {
    const kitchen = await finished();
    const before = texts(kitchen);
    await kitchen.echo.words('thank you for the soup you made');
    await kitchen.echo.say(YES);
    kitchen.store.failAfter(1, ['keep']);
    await kitchen.echo.say(YES);
    await kitchen.echo.words('thank you for the bread you made');
    await kitchen.echo.say(YES);
    expect(texts(kitchen)).toEqual([...before, 'thank you for the bread you made']);
  });
});

describe('"forget us" that broke off', () => {
  it('can be finished by saying it again', async () => {
    const kitchen = await finished();
    const { store, id, echo } = kitchen;
    await echo.say('ForgetUsIntent');
    store.failNext('timeout', 1, ['forget']);
    await echo.say(YES);
    await echo.say('AMAZON.NoIntent');
    expect(store.kept(id).length).toBeGreaterThan(0);
    await echo.say('ForgetUsIntent');
    await echo.say(YES);
    expect(store.kept(id)).toEqual([]);
  });
});

describe('an aside in the first step of a reply', () => {
  it('gives back that step and all that follows it', async () => {
    const kitchen = await finished();
    await kitchen.echo.launch();
    const begun = await kitchen.echo.say(YES);
    kitchen.echo.now -= Math.round((secondsOf(begun) + 2) * 1000) - 12_000;
    await kitchen.echo.words('thank you for the soup you made');
    await kitchen.echo.say(YES);
    const back = await kitchen.echo.say(YES);
    expect(secondsOf(back)).toBeGreaterThan(150);
  });
});
