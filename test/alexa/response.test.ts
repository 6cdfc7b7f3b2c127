import { describe, expect, it } from 'vitest';
import { responseOf } from '../../lambda/alexa/response.ts';
import { type Act, ask, chime, hold, line, say } from '../../lambda/conversation/model/act.ts';
import { type Rendered, render } from '../../lambda/speech/render.ts';
import { english } from '../skill.ts';
import { answer, until } from './couple.ts';
import { aKitchen } from './kitchen.ts';
import { expectKindSpeech, quietIn, soundsIn } from './responses.ts';

const rendered = (...acts: Act[]): Rendered => render(acts, english.wording, 1);
const spoken = rendered(say(line('quiet.more')));
const asked = rendered(say(line('quiet.more')), ask(line('ready.on')));
const held = rendered(say(line('quiet.more')), hold(45), chime, ask(line('ready.on')));

describe('a response', () => {
  it('that asks nothing ends the session, without a reprompt', () => {
    const response = responseOf(spoken, null, 'token');
    expect(response.shouldEndSession).toBe(true);
    expect(response.reprompt).toBeUndefined();
    expect(response.directives ?? []).toEqual([]);
  });

  it('that asks opens the microphone, and has a reprompt', () => {
    const response = responseOf(asked, spoken, 'token');
    expect(response.shouldEndSession).toBe(false);
    expect(response.reprompt?.outputSpeech).toMatchObject({ type: 'SSML' });
    expect(response.reprompt?.directives ?? []).toEqual([]);
  });

  it('with nothing but speech is plain SSML', () => {
    const { outputSpeech, directives } = responseOf(spoken, null, 'token');
    expect(outputSpeech).toMatchObject({ type: 'SSML' });
    expect(outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '').toMatch(/^<speak>[^<]+<\/speak>$/);
    expect(directives ?? []).toEqual([]);
  });

  it('with quiet speaks its first words outside of the sound, so that they are heard if the sound fails', () => {
    const response = responseOf(held, held, 'token');
    const ssml = `<speak>${english.wording.words(line('quiet.more'), 1)}</speak>`;
    expect(response.outputSpeech).toEqual({ type: 'SSML', ssml });
    expect(soundsIn(response.directives)).toHaveLength(1);
    expect(quietIn(response.directives)).toBe(45);
    expect(JSON.stringify(response.directives)).not.toContain(ssml);
    expect(JSON.stringify(response.directives)).toContain(english.wording.words(line('ready.on'), 1));
    expect(response.reprompt?.outputSpeech).toEqual({ type: 'SSML', ssml });
    expect(quietIn(response.reprompt?.directives)).toBe(45);
    expect(soundsIn(response.reprompt?.directives)[0]?.token).not.toBe(
      soundsIn(response.directives)[0]?.token,
    );
    expect(response.shouldEndSession).toBe(false);
  });

  it.each([undefined, 'name', 'appreciation', 'day', 'time'] as const)(
    'that asks, and listens for %s, is answered with the words themselves',
    (listenFor) => {
      const question = ask(line('names.first'), listenFor);
      for (const main of [rendered(question), rendered(hold(5), question)]) {
        const { directives, shouldEndSession } = responseOf(main, spoken, 'token');
        expect(directives?.filter(({ type }) => type === 'Dialog.ElicitSlot')).toEqual([
          {
            type: 'Dialog.ElicitSlot',
            slotToElicit: 'utterance',
            updatedIntent: {
              name: 'UtteranceIntent',
              confirmationStatus: 'NONE',
              slots: { utterance: { name: 'utterance', confirmationStatus: 'NONE' } },
            },
          },
        ]);
        expect(shouldEndSession).toBe(false);
      }
    },
  );

  it('that asks nothing listens for no words', () => {
    expect(responseOf(spoken, null, 'token').directives ?? []).toEqual([]);
  });

  it('of nothing at all says nothing and ends the session', () => {
    expect(responseOf(rendered(), null, 'token')).toEqual({ shouldEndSession: true });
  });
});

describe('every response of a check-in', () => {
  it('sets whether the session ends, reprompts if and only if it asks, and says its first words outside of any sound', async () => {
    const { echo } = aKitchen();
    do {
      const response = await answer(echo);
      expectKindSpeech(response);
      const { outputSpeech, directives, reprompt } = response.response;
      const sounds = soundsIn(directives).length;
      expect(sounds).toBe(quietIn(directives) > 0 ? 1 : 0);
      expect(outputSpeech).toMatchObject({ type: 'SSML' });
      if (reprompt !== undefined) {
        const again = soundsIn(reprompt.directives).length;
        expect(reprompt.outputSpeech).toMatchObject({ type: 'SSML' });
        expect(again).toBe(quietIn(reprompt.directives) > 0 ? 1 : 0);
      }
      const elicits = directives?.some(({ type }) => type === 'Dialog.ElicitSlot') ?? false;
      expect(elicits).toBe(echo.stateId() !== 'closed');
    } while (echo.stateId() !== 'closed');
  });

  it('never says the same request id twice as a token', async () => {
    const { echo } = aKitchen();
    await until(echo, /^closed$/);
    const tokens = echo.exchanges.flatMap(({ response: { response } }) =>
      [...soundsIn(response.directives), ...soundsIn(response.reprompt?.directives)].map(
        ({ token }) => token,
      ),
    );
    expect(tokens.length).toBeGreaterThan(5);
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});
