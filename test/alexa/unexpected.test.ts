/** After an unexpected error there is an apology and no exception, and the place is kept. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../lambda/alexa/dependencies.ts';
import { createSkill } from '../../lambda/alexa/skill.ts';
import { SKILL_ID } from '../../simulator/cloud/identity.ts';
import { createMemoryStore } from '../household/memory-store.ts';
import { english } from '../skill.ts';
import { answer, until } from './couple.ts';
import { anEcho, anEnvelope, EVENING, skillDisabled, USER } from './envelopes.ts';
import { type Logged, recordingLog } from './kitchen.ts';
import { expectKindSpeech, opensMicrophone } from './responses.ts';

/** A skill whose language can be made to fail in the middle of a conversation. */
function aFragileKitchen() {
  const logged: Logged[] = [];
  const store = createMemoryStore();
  let language: () => Language = () => english;
  const skill = createSkill(SKILL_ID, {
    store,
    log: recordingLog(logged),
    answerWithin: 7_000,
    apiClient: { invoke: async () => ({ statusCode: 503, body: '', headers: [] }) },
    language: () => language(),
  });
  const breakIt = (broken: () => Language): void => {
    language = broken;
  };
  return { skill, store, logged, echo: anEcho(skill), breakIt };
}

/** A function that fails this many times before it works again. */
function failing(times: number): () => Language {
  let left = times;
  return () => {
    left -= 1;
    if (left >= 0) throw new TypeError('zebra-marker is not a function');
    return english;
  };
}

describe('an unexpected exception', () => {
  const ways: [string, () => () => Language][] = [
    ['because the language is missing', () => failing(1)],
    [
      'because a line is missing',
      () => () => ({
        ...english,
        wording: {
          ...english.wording,
          words(line, seed, avoid) {
            if (line.key.startsWith('error.')) return english.wording.words(line, seed, avoid);
            throw new RangeError(`zebra-marker ${line.key}`);
          },
        },
      }),
    ],
    [
      'while listening',
      () => () => ({
        ...english,
        listener: {
          ...english.listener,
          understand() {
            throw new Error('zebra-marker');
          },
        },
      }),
    ],
    [
      'because there is no question',
      () => () => ({ ...english, wording: { ...english.wording, questions: [] } }),
    ],
  ];
  // The state in which each of them happens.
  const asked = [/talk\.a$/, /talk\.a$/, /appreciate\.a@/, /question\.a\.ready/];

  it.each(ways.map(([name, way], index) => ({ name, way, at: asked[index] ?? /talk\.a$/ })))(
    '$name is answered with an apology, and nothing is lost',
    async ({ way, at }) => {
      const { store, logged, echo, breakIt } = aFragileKitchen();
      await until(echo, at);
      const before = store.everything();
      breakIt(way());
      const response = await answer(echo);
      expectKindSpeech(response);
      expect(opensMicrophone(response)).toBe(false);
      expect(echo.stateId()).toBe('closed');
      expect(store.everything()).toBe(before);
      expect(logged.filter(({ level }) => level === 'error')).toHaveLength(1);
      expect(JSON.stringify(logged)).not.toContain('zebra');
      breakIt(() => english);
      await echo.launch();
      expect(echo.stateId()).toBe('carry-on');
    },
  );

  it('leaves nothing of its message in the log, even if that looks like a stack trace', async () => {
    const here = new Error('here').stack?.split('\n')[1] ?? '';
    const messages = [
      'zebra',
      'zebra\n    at zebra (/zebra.ts:1:2)',
      `zebra\n${here.replace(/at .*\(/, 'at zebra (')}`,
      '',
    ];
    for (const message of messages)
      for (const change of ['as it was', 'emptied', 'replaced']) {
        const { logged, echo, breakIt } = aFragileKitchen();
        breakIt(() => {
          const error = new Error(message);
          if (change !== 'as it was') error.message = change === 'emptied' ? '' : 'another';
          error.name = 'zebra of a name';
          throw error;
        });
        await echo.launch();
        const [line] = logged.filter(({ level }) => level === 'error');
        expect(line?.fields.code).toBe('unknown');
        expect(JSON.stringify(logged)).not.toContain('zebra');
      }
  });

  it('is logged with the places in our own code alone, without the names of functions', async () => {
    const { logged, echo, breakIt } = aFragileKitchen();
    await until(echo, /talk\.a$/);
    breakIt(() => ({
      ...english,
      wording: {
        ...english.wording,
        words() {
          throw new TypeError('zebra');
        },
      },
    }));
    await answer(echo);
    const { code, frames = [] } = logged.find(({ level }) => level === 'error')?.fields ?? {};
    expect(code).toBe('TypeError');
    expect(frames.length).toBeGreaterThan(2);
    for (const frame of frames) expect(frame).toMatch(/^(alexa|speech|conversation)\/[\w/-]+\.ts:\d+:\d+$/);
  });

  it('of a skill event is thrown at Lambda, which logs it whole, by its code alone', async () => {
    const { skill, store } = aFragileKitchen();
    store.forget = () => {
      throw Object.assign(new RangeError('zebra\n    at zebra'), { item: 'zebra' });
    };
    const thrown = await skill(skillDisabled()).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: 'SkillFailed', message: 'RangeError' });
    expect(inspect(thrown)).not.toContain('zebra');
  });

  it('at the end of a session is answered with nothing', async () => {
    const { echo, breakIt } = aFragileKitchen();
    await until(echo, /talk\.a$/);
    breakIt(failing(1));
    expect((await echo.end()).response).toEqual({});
  });

  it('that breaks the apology too is not thrown at Alexa', async () => {
    const { echo, breakIt } = aFragileKitchen();
    await until(echo, /talk\.a$/);
    breakIt(failing(99));
    const response = await answer(echo);
    expect(response.response.shouldEndSession).toBe(true);
  });
});

/** The largest response that Alexa takes, in bytes (Amazon: request and response format). */
const LARGEST = 120_000;
const bytesOf = (response: unknown): number => Buffer.byteLength(JSON.stringify(response));

describe('a response that Alexa would refuse in silence', () => {
  it('is an apology instead, which says what happened in the log, and nothing is lost', async () => {
    const { store, logged, echo, breakIt } = aFragileKitchen();
    await until(echo, /talk\.a$/);
    breakIt(() => ({
      ...english,
      wording: {
        ...english.wording,
        words(line, seed, avoid) {
          const words = english.wording.words(line, seed, avoid);
          return line.key.startsWith('error.') ? words : 'zebra '.repeat(30_000);
        },
      },
    }));
    const response = await answer(echo);
    expectKindSpeech(response);
    expect(bytesOf(response)).toBeLessThan(LARGEST);
    expect(opensMicrophone(response)).toBe(false);
    expect(echo.stateId()).toBe('closed');
    expect(logged.filter(({ level }) => level === 'error')).toEqual([
      { level: 'error', message: 'unexpected', fields: { code: 'response-too-large' } },
    ]);
    expect(store.everything()).not.toContain('zebra');
    breakIt(() => english);
    await echo.launch();
    expect(echo.stateId()).toBe('carry-on');
  });

  it.each(['an id', 'attributes', 'attributes at its end'])('is not made by %s of a megabyte', async (of) => {
    const { skill } = aFragileKitchen();
    const much = 'é'.repeat(1_000_000);
    const answered = await skill(
      anEnvelope({
        request: {
          type: of === 'attributes at its end' ? 'SessionEndedRequest' : 'IntentRequest',
          intent: { name: 'AMAZON.HelpIntent', confirmationStatus: 'NONE' },
          requestId: of === 'an id' ? much : 'request-1',
          timestamp: new Date(EVENING).toISOString(),
          locale: 'en-US',
        },
        session: { id: 'session-1', isNew: false, attributes: of === 'an id' ? {} : { stateId: much } },
        user: USER,
        device: 'kitchen',
      }),
    );
    expect(bytesOf(answered)).toBeLessThan(LARGEST);
    if (of === 'attributes at its end') expect(answered.response).toEqual({});
  });
});
