import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../lambda/conversation/model/household.ts';
import type { Stack } from '../../lambda/conversation/model/state.ts';
import { answer, until } from './couple.ts';
import { aKitchen } from './kitchen.ts';
import { expectKindSpeech } from './responses.ts';

type Attributes = Record<string, unknown>;
type CheckIn = { state: Attributes; spoken: unknown; silent: unknown } & Attributes;

const change =
  (with_: (checkIn: CheckIn) => unknown) =>
  (attributes: Attributes): Attributes => ({
    ...attributes,
    checkIn: with_(structuredClone(attributes.checkIn) as CheckIn),
  });

/** The session with something changed in its stack. */
const changeStack = (change_: (stack: Stack) => unknown) =>
  change(({ state, ...rest }) => ({
    ...rest,
    state: { ...state, stack: change_(state.stack as unknown as Stack) },
  }));

const unreadable: [string, (attributes: Attributes) => Attributes][] = [
  ['are missing', () => ({})],
  ['are of another skill', () => ({ colour: 'blue' })],
  ['are null', change(() => null)],
  ['are a text', change(() => 'garbage')],
  ['are a list', change((checkIn) => [checkIn])],
  ['are of a newer version', change((one) => ({ ...one, state: { ...one.state, schema: SCHEMA + 1 } }))],
  ['are of no version', change((one) => ({ ...one, state: { ...one.state, schema: undefined } }))],
  ['know nothing that is under way', changeStack(() => undefined)],
  ['know another dialog', changeStack((stack) => ({ ...stack, dialogs: [{ id: 'chess' }] }))],
  ['know half a dialog', changeStack((stack) => ({ ...stack, dialogs: [{ id: 'appreciation' }] }))],
  ['know a dialog that is a text', changeStack((stack) => ({ ...stack, dialogs: ['paused'] }))],
  ['know a dialog of every object', changeStack((stack) => ({ ...stack, dialogs: [{ id: 'toString' }] }))],
  [
    'know half an exercise',
    changeStack((stack) => ({ ...stack, exercise: { ...stack.exercise, phase: undefined } })),
  ],
  [
    'know another phase',
    changeStack((stack) => ({ ...stack, exercise: { ...stack.exercise, phase: { at: 'chess' } } })),
  ],
  ['know no session', change((one) => ({ ...one, state: { ...one.state, session: undefined } }))],
  ['do not know when', change((one) => ({ ...one, spoken: undefined }))],
  ['do not know what silence meant', change((one) => ({ ...one, silent: undefined }))],
  ['have a version that is a text', change((one) => ({ ...one, version: '4' }))],
  ['have a counter that is a text', change((one) => ({ ...one, state: { ...one.state, counter: 'x' } }))],
];

describe('session attributes that', () => {
  it.each(unreadable)(
    '%s are ignored: the place comes from the store, with one read',
    async (_what, garble) => {
      const { echo, store, id } = aKitchen();
      await until(echo, /talk\.b$/);
      const before = store.everything();
      echo.attributes = garble(echo.attributes);
      store.taken();
      expectKindSpeech(await echo.say('AMAZON.YesIntent'));
      expect(store.taken()).toEqual(['load']);
      expect(store.everything()).toBe(before);
      expect(echo.stateId()).toBe('carry-on');
      await answer(echo);
      expect(echo.stateId()).toBe('check-in/talk.b');
      expect(store.record(id)?.place?.step).toBe('talk.b');
    },
  );

  it.each(unreadable)('%s let the end of a session pass, and nothing is written', async (_what, garble) => {
    const { echo, store } = aKitchen();
    await until(echo, /talk\.b$/);
    const before = store.everything();
    echo.attributes = garble(echo.attributes);
    store.taken();
    expect((await echo.end()).response).toEqual({});
    expect(store.taken()).toEqual([]);
    expect(store.everything()).toBe(before);
  });

  it('are read back as they were written, in every state of a check-in, with no read of the store', async () => {
    const { echo, store } = aKitchen();
    await echo.launch();
    store.taken();
    while (echo.stateId() !== 'closed') {
      const asked = echo.stateId();
      await echo.say('AMAZON.HelpIntent');
      expect([echo.stateId(), store.taken()]).toEqual([asked, []]);
      await answer(echo);
      expect(store.taken()).not.toContain('load');
    }
  });

  it('stay small enough to travel', async () => {
    const { echo } = aKitchen();
    await until(echo, /^closed$/);
    for (const { response } of echo.exchanges)
      expect(JSON.stringify(response.sessionAttributes).length).toBeLessThan(4096);
  });

  it('say that it speaks slowly make each reply and its reprompt slow', async () => {
    const { echo } = aKitchen();
    await until(echo, /talk\.b$/);
    echo.attributes = change((one) => ({ ...one, state: { ...one.state, slow: true } }))(echo.attributes);
    for (let replies = 0; replies < 2; replies += 1) {
      const { response } = await answer(echo);
      for (const sound of [response, response.reprompt]) {
        const words = JSON.stringify(sound);
        expect(words.match(/<speak>(?!<prosody rate=\\?"slow\\?">)/g)).toBeNull();
        expect(words).toContain('prosody');
      }
    }
  });
});
