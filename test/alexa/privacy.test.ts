/** Marked words are put into every slot. None of them may get to where they do not belong, such as the log. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anaAndBo, answer, EXCHANGES, until } from './couple.ts';
import { anEcho, type Said, USER } from './envelopes.ts';
import { aKitchen } from './kitchen.ts';

const { interactionModel: model } = JSON.parse(
  readFileSync(new URL('../../interaction-models/en-US.json', import.meta.url), 'utf8'),
) as { interactionModel: { languageModel: { intents: { name: string; slots?: { name: string }[] }[] } } };

const MARKER = /zebra/i;
/** One for each danger. */
const CRIES = [
  'somebody call the police',
  'he hits our son',
  'she says she wants to die',
  'I want to kill myself',
  'I slapped her last night',
  'he hits me',
  'make her say it',
];
const MARKED = 'zebra-marker was there for me';

/** Every slot of the model, filled with the marked words, and intents and slots that are not in it. */
const everySlot: [intent: string, said: Said][] = [
  ...model.languageModel.intents.flatMap(({ name, slots = [] }): [string, Said][] =>
    name === 'UtteranceIntent'
      ? slots.map((slot) => [name, { [slot.name]: MARKED }])
      : slots.length === 0
        ? []
        : [[name, Object.fromEntries(slots.map((slot) => [slot.name, MARKED]))]],
  ),
  ['NamesIntent', { name: 'Zebra', other: 'zebra-marker' }],
  ['RenameIntent', { name: 'Ana', other: MARKED }],
  ['WhatTheySaidIntent', { name: 'Zebra' }],
  ['ForgetPersonIntent', { name: 'Zebra' }],
  ['AppreciationIntent', { unknownSlot: MARKED }],
  ['ZebraMarkerIntent', { anything: MARKED }],
];

describe('what is said', () => {
  const printed: unknown[] = [];
  beforeEach(() => {
    printed.length = 0;
    for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
      vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
        printed.push(...words);
      });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(everySlot)('is in no log, whatever was asked last: %s %j', async (intent, said) => {
    // There are many slots for words. Each of them in some exchanges is enough.
    const every = intent === 'UtteranceIntent' ? 5 : 1;
    for (let exchange = 0; exchange < EXCHANGES; exchange += every) {
      const { echo, store, services, logged } = aKitchen();
      for (let n = 0; n < exchange; n += 1) await answer(echo);
      if (exchange % 2 === 0) {
        store.failNext('throttled', 3);
        services.refuse({ statusCode: 500, code: 'zebra' });
      }
      await echo.say(intent, said);
      await echo.say('AMAZON.YesIntent');
      await echo.say('AMAZON.YesIntent');
      expect(logged.length).toBeGreaterThan(0);
      expect(JSON.stringify(logged)).not.toMatch(MARKER);
      expect(JSON.stringify(logged)).not.toMatch(/Ana|\bBo\b/);
      expect(JSON.stringify(logged)).not.toContain(USER);
      expect(JSON.stringify(logged)).not.toContain('amzn1');
    }
    expect(printed).toEqual([]);
  });

  it('is kept by the store under a name that tells nothing of the user', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /talk\.a$/);
    expect(store.everything()).not.toMatch(/amzn1|ANA-AND-BO|kitchen|session-/);
    expect(JSON.stringify(echo.attributes)).not.toMatch(/amzn1|kitchen|session-/);
  });
});

/** The first word is marked too, because the opening of a reply is stored. */
const marked = {
  ...anaAndBo,
  thanks: {
    a: 'thank you for the zebra-marker tea you made',
    b: 'thank you for the zebra-marker soup you made',
  },
};

describe('an appreciation', () => {
  const SENTENCE = 'Zebra-marker, thank you for the tea you made';

  it.each(['AMAZON.NoIntent', 'SkipIntent', 'RatherNotIntent', 'AMAZON.StopIntent', 'AMAZON.FallbackIntent'])(
    'is in the session only while its confirmation is asked, and never in the store: %s',
    async (intent) => {
      const { echo, store } = aKitchen();
      await until(echo, /appreciate\.a@/);
      await echo.words(SENTENCE);
      expect(echo.stateId()).toContain('.confirm');
      expect(JSON.stringify(echo.attributes)).toMatch(MARKER);
      expect(store.everything()).not.toMatch(MARKER);
      for (let n = 0; n < 4; n += 1) {
        await echo.say(intent);
        expect(store.everything()).not.toMatch(MARKER);
        if (!echo.stateId().endsWith('.confirm'))
          expect([echo.stateId(), JSON.stringify(echo.attributes)]).not.toEqual([
            echo.stateId(),
            expect.stringMatching(MARKER),
          ]);
      }
    },
  );

  it('is in the store after a yes, and nowhere in the session any more', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /appreciate\.a@/, marked);
    await until(echo, /appreciate\.a\.confirm/, marked);
    expect(store.everything()).not.toMatch(MARKER);
    await answer(echo, marked);
    expect(store.kept(id).map(({ text }) => text)).toEqual([marked.thanks.a]);
    expect(JSON.stringify(echo.attributes)).not.toMatch(MARKER);
    expect(JSON.stringify(store.record(id))).not.toMatch(MARKER);
  });

  // Every run gets other wordings. Some of them begin with the marked words.
  const runs = ['a', 'b', 'c', 'd', 'e', 'f'];

  it.each(runs)(
    'leaves no word in the store before its yes if the place was not saved, run %s',
    async (run) => {
      const { echo, store } = aKitchen({ run });
      await until(echo, /appreciate\.a\.ready/);
      store.failNext('throttled', 1);
      await answer(echo);
      expect(echo.stateId()).toContain('appreciate.a@');
      await echo.words(SENTENCE);
      expect(echo.stateId()).toContain('.confirm');
      expect(store.everything()).not.toMatch(MARKER);
    },
  );

  it.each(runs)('leaves no word in the store before its yes after a silent reply, run %s', async (run) => {
    const { echo, store } = aKitchen({ run });
    await until(echo, /appreciate\.a@/);
    // Nobody answered the first one, and the reprompt asked for the second one.
    echo.now += 60_000;
    await echo.words(SENTENCE);
    expect(echo.stateId()).toContain('.confirm');
    expect(store.everything()).not.toMatch(MARKER);
  });

  it('is not kept by a session that ends while its confirmation is asked', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /appreciate\.a@/);
    await echo.words(SENTENCE);
    echo.now += 120_000;
    await echo.end();
    expect(store.everything()).not.toMatch(MARKER);
  });

  it('of one household is nowhere in the answers to another', async () => {
    const { echo, skill } = aKitchen();
    await until(echo, /appreciate\.b\.confirm/, marked);
    const other = anEcho(skill, { user: 'amzn1.ask.account.OTHER' });
    await until(other, /appreciate\.b\.confirm/);
    expect(JSON.stringify(other.exchanges)).not.toMatch(MARKER);
  });
});

describe('an appreciation said at any moment', () => {
  const said = 'thank you for the zebra-marker tea you made';
  const met = async () => {
    const kitchen = aKitchen();
    await until(kitchen.echo, /talk\.a$/);
    await kitchen.echo.say('AMAZON.StopIntent');
    return kitchen;
  };

  it('is in the session only until its question is answered, and in the store only after a yes', async () => {
    for (const answers of [['AMAZON.NoIntent', 'SkipIntent'], ['SkipIntent'], ['AMAZON.StopIntent']]) {
      const { echo, store } = await met();
      await echo.words(said);
      await echo.say('AMAZON.YesIntent');
      expect(JSON.stringify(echo.attributes)).toMatch(MARKER);
      for (const intent of answers) await echo.say(intent);
      expect(store.everything()).not.toMatch(MARKER);
      expect(JSON.stringify(echo.attributes)).not.toMatch(MARKER);
    }
  });

  it('that was read out, named or sent is in no session, no log and no other item', async () => {
    const { echo, store, id, logged } = await met();
    await echo.words(said);
    await echo.say('AMAZON.YesIntent');
    await echo.say('AMAZON.YesIntent');
    expect(store.kept(id)).toHaveLength(1);
    for (const intent of ['RecapIntent', 'WhatISaidIntent', 'SendIntent', 'TakeBackIntent']) {
      await echo.say(intent);
      await echo.say('AMAZON.YesIntent');
      const heard = JSON.stringify(echo.exchanges.at(-1)?.response.response);
      if (intent === 'RecapIntent' || intent === 'SendIntent') expect(heard).toMatch(MARKER);
      expect(JSON.stringify(echo.attributes)).not.toMatch(MARKER);
      expect(JSON.stringify(store.record(id))).not.toMatch(MARKER);
      expect(JSON.stringify(logged)).not.toMatch(MARKER);
      await echo.say('AMAZON.StopIntent');
    }
    expect(store.everything()).not.toMatch(MARKER);
  });

  it('and a cry for help leaves no trace: not in the store, not even the name of what was asked in a log', async () => {
    const { echo, store, id, logged } = await met();
    const before = store.record(id)?.household;
    logged.length = 0;
    await echo.words('I appreciate you, for I want to die');
    expect(echo.stateId()).toBe('support');
    await echo.say('AMAZON.YesIntent');
    // The time zone of the device is learned in any session.
    expect({ ...store.record(id)?.household, zone: null }).toEqual({ ...before, zone: null });
    expect(store.record(id)?.place).toBeNull();
    expect(store.kept(id)).toEqual([]);
    expect(JSON.stringify(logged)).not.toMatch(/support|harm|die/);
  });

  it.each(CRIES)('"%s" is in no item, log line, attribute, card or answer', async (words) => {
    const { echo, store, id, logged } = await met();
    await until(echo, /appreciate\.a@|talk\.a$/);
    await echo.say('AppreciationIntent', { iAppreciate: 'zebra-marker tea' });
    logged.length = 0;
    await echo.say('AppreciationIntent', { appreciation: `zebra-marker ${words}` });
    expect(echo.stateId()).toBe('support');
    for (const intent of ['AMAZON.YesIntent', 'AMAZON.RepeatIntent', 'SupportIntent', 'AMAZON.NoIntent']) {
      const { response } = (await echo.say(intent)) ?? {};
      expect(response?.card).toBeUndefined();
    }
    const answers = echo.exchanges.slice(-5).map(({ response }) => response);
    expect(JSON.stringify(answers)).not.toMatch(MARKER);
    expect(JSON.stringify(echo.attributes)).not.toMatch(MARKER);
    expect(store.everything()).not.toMatch(MARKER);
    expect(store.kept(id)).toEqual([]);
    expect(JSON.stringify(logged)).not.toMatch(/zebra|support|"(unsafe|child|emergency|coercion)"|harm/i);
    await echo.launch();
    expect(echo.stateId()).toBe('welcome');
    expect(JSON.stringify(echo.exchanges.at(-1)?.response)).not.toMatch(MARKER);
  });
});
