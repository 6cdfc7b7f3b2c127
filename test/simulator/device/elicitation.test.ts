import type { IntentRequest } from 'ask-sdk-model';
import { describe, expect, test } from 'vitest';
import type { Echo } from '../../../simulator/device/echo.ts';
import { FREE_SLOT_MODEL } from '../free-slot-model.ts';
import { type Answer, apla, chime, echoWith, type Script, say, silence, speech } from '../scripted-skill.ts';

const OPEN = 'alexa, start our check-in';
describe('elicitation', () => {
  const elicit = (slotToElicit: string) => ({
    say: 'Say the name.',
    directives: [
      {
        type: 'Dialog.ElicitSlot',
        slotToElicit,
        updatedIntent: { name: 'NamesIntent', confirmationStatus: 'NONE' },
      },
    ],
  });

  test('uses the next words for the slot, and keeps the slots that were filled before', async () => {
    const { echo, requests } = echoWith({
      LaunchRequest: elicit('first'),
      NamesIntent: ({ request }) => {
        const { slots } = (request as IntentRequest).intent;
        if (slots?.second?.value !== undefined) return { say: 'Thank you.', end: true };
        return {
          say: 'And the other?',
          directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'second' }],
        };
      },
    });
    expect((await say(echo, OPEN)).violations).toEqual([]);
    expect((await say(echo, 'alex')).heard?.slots).toMatchObject({ first: expect.stringMatching(/alex/iu) });
    expect(requests[1]?.request).toMatchObject({ dialogState: 'IN_PROGRESS' });
    const { heard, session } = await say(echo, 'alex');
    expect(heard?.slots).toEqual({
      first: expect.stringMatching(/alex/iu),
      second: expect.stringMatching(/alex/iu),
    });
    expect(session).toBe('ended');
  });

  test('still applies after the reprompt', async () => {
    const { echo } = echoWith({
      LaunchRequest: { ...elicit('first'), reprompt: 'Which name?' },
      NamesIntent: { say: 'Thank you.', end: true },
    });
    await say(echo, OPEN);
    await say(echo, '(silence)');
    expect((await say(echo, 'alex')).heard?.intent).toBe('NamesIntent');
  });
});

describe('a question for free speech', () => {
  const elicit = {
    type: 'Dialog.ElicitSlot',
    slotToElicit: 'utterance',
    updatedIntent: { name: 'UtteranceIntent', confirmationStatus: 'NONE', slots: {} },
  };
  const question: Answer = { say: 'How was your week?', directives: [elicit], reprompt: 'And your week?' };
  const quietThenQuestion = apla([speech('Take your time.'), silence(60), chime, speech('How was it?')]);
  const turn: Answer = {
    directives: [quietThenQuestion, elicit],
    repromptDirectives: [quietThenQuestion],
  };
  const free = (utterance: string) => ({ intent: 'UtteranceIntent', slots: { utterance }, match: 'exact' });
  const theme = { intent: 'ThemeIntent', slots: { theme: 'cash' }, match: 'exact' };

  /** An Echo that has just been asked the first answer of a script. */
  async function asked(first: Answer, script: Script = {}, options = {}): Promise<Echo> {
    const { echo } = echoWith(
      { UtteranceIntent: question, ThemeIntent: question, LaunchRequest: first, ...script },
      { model: FREE_SLOT_MODEL, ...options },
    );
    await say(echo, OPEN);
    return echo;
  }
  const heard = async (echo: Echo, line: string) => {
    const { heard } = await say(echo, line);
    return heard && { intent: heard.intent, slots: heard.slots, match: heard.match };
  };

  test('takes the words of custom samples too, but leaves "yes" to Alexa', async () => {
    const echo = await asked(question, { 'AMAZON.YesIntent': question });
    expect(await heard(echo, 'Talk about cash, please.')).toEqual(free('Talk about cash, please.'));
    expect(await heard(echo, 'yes')).toEqual({ intent: 'AMAZON.YesIntent', slots: {}, match: 'exact' });
    expect(await heard(echo, "I'm Ben")).toEqual(free("I'm Ben"));
  });

  test('is answered with the wake word too, once it was heard to the end', async () => {
    expect(await heard(await asked(question), 'alexa, talk about cash')).toEqual(free('talk about cash'));
    const inTheWindow = await asked(question);
    await say(inTheWindow, '(wait 5s)');
    expect(await heard(inTheWindow, 'alexa, talk about cash')).toEqual(free('talk about cash'));
  });

  test.each([
    ['talk about cash', theme],
    ['i felt alone', { intent: 'UtteranceIntent', slots: { i: 'felt alone' }, match: 'exact' }],
    ['one more minute please', { intent: 'MoreTimeIntent', slots: {}, match: 'near' }],
    ['the week was long', { intent: 'AMAZON.FallbackIntent', slots: {}, match: 'none' }],
  ])('is not answered by "alexa, %s" in the quiet before it', async (words, expected) => {
    expect(await heard(await asked(turn), `alexa, ${words}`)).toEqual(expected);
  });

  test('is not answered by what is said in the quiet of its reprompt, but again after it', async () => {
    const during = await asked(turn);
    await say(during, '(silence)');
    expect(await heard(during, 'alexa, talk about cash')).toEqual(theme);
    const after = await asked(turn);
    await say(after, '(silence)');
    expect(await heard(after, 'talk about cash')).toEqual(free('talk about cash'));
    const afterWithWakeWord = await asked(turn);
    await say(afterWithWakeWord, '(silence)');
    await say(afterWithWakeWord, '(wait 70s)');
    expect(await heard(afterWithWakeWord, 'alexa, talk about cash')).toEqual(free('talk about cash'));
  });

  test('is over if a later response asks for no slot, or if its own question is not heard yet', async () => {
    const askedNothing = await asked(question, { UtteranceIntent: { say: 'Which theme?' } });
    await say(askedNothing, 'it was long');
    expect(await heard(askedNothing, 'talk about cash')).toEqual(theme);
    const askedLater = await asked(question, { UtteranceIntent: turn });
    await say(askedLater, 'it was long');
    expect(await heard(askedLater, 'alexa, talk about cash')).toEqual(theme);
  });

  test('is not continued by the same intent in the quiet before it', async () => {
    const states: unknown[] = [];
    const echo = await asked(turn, {
      UtteranceIntent: ({ request }) => {
        states.push((request as IntentRequest).dialogState);
        return turn;
      },
    });
    await say(echo, 'alexa, i felt alone');
    await say(echo, 'i felt alone');
    expect(states).toEqual(['STARTED', 'IN_PROGRESS']);
  });

  test('is not known to a device that ignores the directive', async () => {
    const echo = await asked(question, {}, { noElicit: true });
    expect(await heard(echo, 'talk about cash')).toEqual(theme);
    const exchange = await say(echo, 'i felt alone');
    expect(exchange.heard?.slots).toEqual({ i: 'felt alone' });
    expect(exchange).toMatchObject({ directives: ['Dialog.ElicitSlot'], violations: [] });
  });
});
