import { describe, expect, test } from 'vitest';
import { type AnsweredRequest, type RuleViolation, violationsIn } from '../../../simulator/response/rules.ts';
import { readResponse } from '../../../simulator/response/skill-response.ts';
import { type Answer, apla, chime, respond, silence, speech } from '../scripted-skill.ts';

const launch: AnsweredRequest = {
  type: 'LaunchRequest',
  intent: null,
  interfaces: new Set(),
  hasDialogSlot: (intent, slot) => intent === 'NamesIntent' && slot === 'first',
};
const asked = (intent: string): AnsweredRequest => ({ ...launch, type: 'IntentRequest', intent });
const elicit = (name: string, slotToElicit: string) => ({
  type: 'Dialog.ElicitSlot',
  slotToElicit,
  updatedIntent: { name, confirmationStatus: 'NONE' },
});

const askFor = (payload: object, directive: object = {}) => ({
  type: 'Connections.SendRequest',
  name: 'AskFor',
  payload: {
    '@type': 'AskForPermissionsConsentRequest',
    '@version': '1',
    permissionScope: 'alexa::alerts:reminders:skill:readwrite',
    ...payload,
  },
  token: '',
  ...directive,
});

const violationsFor = (answer: Answer | Record<string, unknown>, request = launch): RuleViolation[] => {
  const response = readResponse('version' in answer ? answer : respond(answer as Answer));
  if (response === null) throw new Error('The test has no response.');
  return violationsIn(response, request);
};
const check = (answer: Answer | Record<string, unknown>, request = launch): string[] =>
  violationsFor(answer, request).map(({ sentence }) => sentence);

const times = (count: number, text: string) => Array.from({ length: count }, () => text).join('');
const screen = { type: 'Alexa.Presentation.APL.RenderDocument', document: { type: 'APL', mainTemplate: {} } };

/** For each rule, a response that breaks this rule alone, and the sentence about it. */
const BREACHES: Readonly<
  Record<
    RuleViolation['rule'],
    { answer: Answer | Record<string, unknown>; to?: AnsweredRequest; sentence: string }
  >
> = {
  version: {
    answer: { ...respond({ say: 'Ready?' }), version: '2.0' },
    sentence: 'The response\'s version is "2.0" instead of "1.0".',
  },
  size: {
    answer: { say: 'Ready?', attributes: { notes: times(120_000, 'x') } },
    sentence: 'The response has 120140 bytes, more than the 120000 allowed.',
  },
  speechLength: {
    answer: { ssml: `<speak>Ready${times(8000, ' ')}?</speak>` },
    sentence: 'The response has an outputSpeech of 8021 characters, more than the 8000 allowed.',
  },
  audioSeconds: {
    answer: { apla: [silence(240), speech('Done?')] },
    sentence: 'The response lasts about 240.7 s, longer than the 240 s allowed.',
  },
  audioTags: {
    answer: { ssml: `<speak>${times(6, '<audio src="soundbank://a"/>')}Ready?</speak>` },
    sentence: 'The response has 6 audio tags, more than the 5 allowed.',
  },
  aplaAudioFiles: {
    answer: { apla: [...Array.from({ length: 16 }, () => chime), speech('Done?')] },
    sentence: 'The response has 16 APLA audio files, more than the 15 allowed.',
  },
  marking: {
    answer: { ssml: '<speak>Ready?<blink/></speak>' },
    sentence: 'The SSML tag <blink> is not known to Alexa.',
  },
  sessionStated: {
    answer: { say: 'Hello.', end: undefined },
    sentence: 'The response does not set shouldEndSession.',
  },
  question: {
    answer: { say: 'Hello there.' },
    sentence: 'The microphone opens, but the last sentence is not a question.',
  },
  repromptQuestion: {
    answer: { say: 'Ready?', reprompt: 'Take your time.' },
    sentence: 'The microphone opens after the reprompt, but its last sentence is not a question.',
  },
  repromptHeard: {
    answer: { say: 'Bye.', end: true, reprompt: 'Still there?' },
    sentence: 'The response has a reprompt, but the microphone does not open.',
  },
  stopEnds: {
    answer: { say: 'Really?' },
    to: asked('AMAZON.StopIntent'),
    sentence: 'The response to AMAZON.StopIntent does not end the session.',
  },
  directivesKnown: {
    answer: { say: 'Ready?', directives: [{ type: 'Alexa.Dance' }] },
    sentence: 'The response has a directive of the unknown type "Alexa.Dance".',
  },
  screenPresent: {
    answer: { say: 'Ready?', directives: [screen] },
    sentence:
      'The response has Alexa.Presentation.APL.RenderDocument for a device without Alexa.Presentation.APL.',
  },
  elicitation: {
    answer: { say: 'Who?', directives: [elicit('NamesIntent', 'third')] },
    sentence: "Dialog.ElicitSlot asks for NamesIntent.third, which is not in the interaction model's dialog.",
  },
  permissionRequest: {
    answer: { say: 'I can remind you.', end: false, directives: [askFor({})] },
    sentence:
      'A response with Connections.SendRequest sets shouldEndSession to false, but Alexa opens the microphone herself.',
  },
  card: {
    answer: { say: 'Ready?', card: { type: 'Picture' } },
    sentence: 'The response has a card of the unknown type "Picture".',
  },
  attributes: {
    answer: { say: 'Ready?', attributes: { since: new Date(0) } },
    sentence: 'The session attributes do not survive JSON: sessionAttributes.since is of class Date.',
  },
  unanswerable: {
    answer: { say: 'Bye.', end: true },
    to: { ...launch, type: 'SessionEndedRequest' },
    sentence: 'The response to SessionEndedRequest says or shows something.',
  },
};

describe('a response that breaks one rule has the violation of that rule alone', () => {
  test.each(Object.entries(BREACHES))('%s', (rule, { answer, to, sentence }) => {
    expect(violationsFor(answer, to)).toEqual([{ rule, sentence, refused: expect.any(Boolean) }]);
  });
});

describe('what the rules allow', () => {
  test('a question with an open microphone, and a statement that ends the session', () => {
    expect(check({ say: 'Ready?', reprompt: 'Shall we?' })).toEqual([]);
    expect(check({ say: 'Goodbye.', end: true }, asked('AMAZON.StopIntent'))).toEqual([]);
  });

  test('a question inside quotes', () => {
    expect(check({ say: 'Say "are you ready?"' })).toEqual([]);
  });

  test('an imperative instead of a question while a slot is asked for', () => {
    const directives = [elicit('NamesIntent', 'first')];
    expect(check({ say: 'Say it in one sentence.', reprompt: 'One sentence.', directives })).toEqual([]);
  });

  test('a screen directive on a device with a screen', () => {
    const interfaces = new Set(['Alexa.Presentation.APL']);
    expect(check({ say: 'Ready?', directives: [screen] }, { ...launch, interfaces })).toEqual([]);
  });

  test.each([undefined, true])('a permission that Alexa asks for, with shouldEndSession %s', (end) => {
    expect(check({ say: 'I can remind you.', end, directives: [askFor({})] })).toEqual([]);
  });

  test.each([
    { type: 'Simple', title: 'Your week', content: 'Tea on Sunday.' },
    { type: 'Simple', content: 'Tea on Sunday.' },
    { type: 'Standard', title: 'Your week', text: 'Tea on Sunday.' },
    { type: 'AskForPermissionsConsent', permissions: ['alexa::alerts:reminders:skill:readwrite'] },
  ])('the card %j', (card) => {
    expect(check({ say: 'Ready?', card })).toEqual([]);
  });

  test('a long turn and a reprompt with its own quiet, within their limits', () => {
    const reprompt = apla([speech('Say it back.'), silence(80), speech('Done?')]);
    const answer = { apla: [silence(225), chime, speech('Finished?')], repromptDirectives: [reprompt] };
    expect(check(answer)).toEqual([]);
  });
});

describe('what the rules refuse besides', () => {
  test('a question with a closed microphone', () => {
    expect(check({ say: 'See you?', end: true })).toEqual([
      'The last sentence is a question, but the microphone does not open.',
    ]);
  });

  test('an open microphone after no words at all', () => {
    expect(check({})).toEqual(['The microphone opens, but the last sentence is not a question.']);
  });

  test('a reprompt longer than 90 s', () => {
    const reprompt = apla([silence(90), speech('Done?')]);
    expect(check({ say: 'Ready?', repromptDirectives: [reprompt] })).toEqual([
      'The reprompt lasts about 90.7 s, longer than the 90 s allowed.',
    ]);
  });

  test('null for shouldEndSession, which opens the microphone but is not explicit', () => {
    expect(check({ say: 'Ready?', end: null })).toEqual(['The response does not set shouldEndSession.']);
  });

  test('session attributes that are not an object', () => {
    expect(check({ say: 'Ready?', attributes: 'x' })).toEqual(['The sessionAttributes are not an object.']);
  });

  test('an elicitation without an intent in answer to a launch', () => {
    const directives = [{ type: 'Dialog.ElicitSlot', slotToElicit: 'first' }];
    expect(check({ say: 'Who?', directives })).toEqual([
      'Dialog.ElicitSlot names no intent, and the request was not an intent.',
    ]);
  });

  test.each([
    [{}, { name: 'Print' }, 'Connections.SendRequest has the name "Print" instead of "AskFor".'],
    [{}, { payload: undefined }, 'Connections.SendRequest has no payload.'],
    [
      { '@type': 'AskFor' },
      {},
      'Connections.SendRequest has the @type "AskFor" instead of "AskForPermissionsConsentRequest".',
    ],
    [{ '@version': 1.5 }, {}, 'Connections.SendRequest has the @version "1.5" instead of "1" or "2".'],
    [
      { permissionScope: 'alexa::timers' },
      {},
      'Connections.SendRequest asks for the unknown permission "alexa::timers".',
    ],
    [{}, { token: undefined }, 'Connections.SendRequest has no token.'],
  ])('a permission asked for wrongly: %j %j', (payload, directive, sentence) => {
    expect(check({ say: 'I can remind you.', end: true, directives: [askFor(payload, directive)] })).toEqual([
      sentence,
    ]);
  });

  test.each([
    [{ type: 'Simple' }, 'The Simple card has neither a title nor a content.'],
    [{ type: 'Standard' }, 'The Standard card has neither a title nor a text.'],
    [{ type: 'AskForPermissionsConsent' }, 'The AskForPermissionsConsent card names no permissions.'],
    [
      { type: 'Simple', title: 'Long', content: times(7997, 'x') },
      'The card has 8001 characters, more than the 8000 allowed.',
    ],
    ['card', 'The response has a card of the unknown type "card".'],
  ])('a card that the app cannot show: %#', (card, sentence) => {
    expect(check({ say: 'Ready?', card })).toEqual([sentence]);
  });

  test('a card in answer to an event', () => {
    const response = { version: '1.0', response: { card: { type: 'Simple', title: 'Bye' } } };
    expect(check(response, { ...launch, type: 'SessionEndedRequest' })).toEqual([
      'The response to SessionEndedRequest says or shows something.',
    ]);
  });

  test.each(['SessionEndedRequest', 'AlexaSkillEvent.SkillDisabled'])('words in answer to %s', (type) => {
    expect(check({ say: 'Bye.', end: true }, { ...launch, type })).toEqual([
      `The response to ${type} says or shows something.`,
    ]);
    expect(check({ version: '1.0', response: {} }, { ...launch, type })).toEqual([]);
  });
});
