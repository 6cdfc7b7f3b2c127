/** After an unexpected error there is an apology and no exception, and the place is kept. */
import { describe, expect, it } from 'vitest';
import type { Language } from '../../lambda/alexa/dependencies.ts';
import { createSkill } from '../../lambda/alexa/skill.ts';
import { SKILL_ID } from '../../simulator/cloud/identity.ts';
import { createMemoryStore } from '../household/memory-store.ts';
import { english } from '../skill.ts';
import { answer, until } from './couple.ts';
import { anEcho } from './envelopes.ts';
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
  return { store, logged, echo: anEcho(skill), breakIt };
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
      expect(store.everything()).toBe(before);
      expect(logged.filter(({ level }) => level === 'error')).toHaveLength(1);
      expect(JSON.stringify(logged)).not.toContain('zebra');
      breakIt(() => english);
      await echo.launch();
      expect(echo.stateId()).toBe('carry-on');
    },
  );

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
