import { describe, expect, test } from 'vitest';
import { KNOWN_DIRECTIVES, SIMULATED_DIRECTIVES } from '../../../simulator/cloud/limits.ts';
import { type AnsweredRequest, type RuleViolation, violationsIn } from '../../../simulator/response/rules.ts';
import { readResponse } from '../../../simulator/response/skill-response.ts';
import { type Answer, apla, chime, model, respond, silence, speech } from '../scripted-skill.ts';

const launch: AnsweredRequest = {
  type: 'LaunchRequest',
  intent: null,
  interfaces: new Set(),
  model,
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

/** The `response` of a correct envelope. */
const ready = { outputSpeech: { type: 'PlainText', text: 'Ready?' }, shouldEndSession: false };
const times = (count: number, text: string) => Array.from({ length: count }, () => text).join('');
const screen = { type: 'Alexa.Presentation.APL.RenderDocument', document: { type: 'APL', mainTemplate: {} } };

/** What is said of a response without shouldEndSession, and what it does on this device. */
const unstated = (here: string): string =>
  `The response does not set shouldEndSession. Without a screen the session ends; with one it stays open for 30 s, with the microphone closed, as long as the skill shows something. Here ${here}.`;

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
  form: {
    answer: { ...respond({ say: 'Ready?' }), response: { ...ready, reprompt: 'Still there?' } },
    sentence: 'The reprompt is text instead of an object.',
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
    sentence: unstated('the session ends'),
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
  directivesPlayed: {
    answer: { end: false, directives: [{ type: 'Hint' }], say: 'Ready?' },
    sentence: 'Hint is not simulated: what a device does with it is not played here.',
  },
  screenPresent: {
    answer: { say: 'Ready?', directives: [screen] },
    sentence:
      'The response has Alexa.Presentation.APL.RenderDocument for a device without Alexa.Presentation.APL.',
  },
  dialog: {
    answer: { say: 'Who?', directives: [elicit('NamesIntent', 'third')] },
    sentence: 'Dialog.ElicitSlot names NamesIntent.third, which is no slot of the intent.',
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

  test('a Stop whose session ends because nothing is said of it, unless a screen keeps it open', () => {
    const stop = asked('AMAZON.StopIntent');
    const show = { ...stop, interfaces: new Set(['Alexa.Presentation.APL']) };
    const bye = { say: 'Goodbye.', end: undefined };
    expect(check(bye, stop)).toEqual([unstated('the session ends')]);
    expect(check(bye, show)).toEqual([unstated('the session ends')]);
    const open = [unstated('it stays open'), 'The response to AMAZON.StopIntent does not end the session.'];
    expect(check(bye, { ...show, shows: true })).toEqual(open);
    expect(check({ ...bye, directives: [screen] }, show)).toEqual(open);
  });

  test.each([
    'Tell me a city.',
    'You can say hello or help.',
    'To begin, say start.',
    'Now choose a number.',
    'Your turn.',
    'Welcome. Please answer with yes or no!',
  ])('a prompt without a question mark, with advice: %s', (prompt) => {
    expect(check({ say: prompt })).toEqual([
      'Advice: the microphone opens after a sentence that prompts without a question mark.',
    ]);
    expect(check({ say: 'Ready?', reprompt: prompt })).toEqual([
      'Advice: the reprompt ends with a sentence that prompts without a question mark.',
    ]);
  });

  test('what may be a prompt in a language that is not English, with advice', () => {
    const german = { ...launch, locale: 'de-DE' };
    expect(check({ say: 'Nenne mir eine Stadt.' }, german)).toEqual([expect.stringMatching(/^Advice: /u)]);
    expect(check({ say: '何時ですか？' }, { ...launch, locale: 'ja-JP' })).toEqual([]);
  });

  test('a dialog that Alexa goes on with by herself, whatever it says of the session', () => {
    const directives = [{ type: 'Dialog.Delegate', updatedIntent: { name: 'NamesIntent' } }];
    for (const end of [undefined, false]) {
      expect(check({ end, directives }, asked('NamesIntent'))).toEqual([
        'Dialog.Delegate is not simulated: Alexa would ask for the next slot, or send the complete intent, and here the session goes no further.',
      ]);
    }
  });

  test.each([
    [{ name: 'Buy', payload: { InSkillProduct: { productId: 'a' } } }, 'Buy'],
    [{ name: 'Print', payload: {} }, 'Print'],
    [
      {
        name: 'AskFor',
        payload: {
          '@type': 'AskForPermissionsConsentRequest',
          permissionScope: 'alexa::alerts:timers:skill:readwrite',
        },
      },
      'AskFor alexa::alerts:timers:skill:readwrite',
    ],
  ])('a request to Alexa that is not simulated: %j', (directive, name) => {
    const directives = [{ type: 'Connections.SendRequest', token: '', ...directive }];
    expect(check({ say: 'One moment.', end: true, directives })).toEqual([
      `Connections.SendRequest ${name} is not simulated: what a device does with it is not played here.`,
    ]);
  });

  test.each([...KNOWN_DIRECTIVES].filter((type) => !SIMULATED_DIRECTIVES.has(type)))(
    'the directive %s, which is not simulated',
    (type) => {
      const everything = new Set(['Alexa.Presentation.APL']);
      const rules = violationsFor(
        { end: true, directives: [{ type }] },
        { ...launch, interfaces: everything },
      );
      expect(rules.filter(({ rule }) => rule === 'directivesPlayed')).toEqual([
        {
          rule: 'directivesPlayed',
          sentence: expect.stringContaining(`${type} is not simulated: `),
          refused: false,
        },
      ]);
      expect(rules.filter(({ rule }) => rule === 'directivesKnown')).toEqual([]);
    },
  );

  test('a document that is linked, which is not simulated', () => {
    const directives = [
      {
        type: 'Alexa.Presentation.APLA.RenderDocument',
        document: { type: 'Link', src: 'doc://alexa/apla/documents/turn' },
      },
    ];
    expect(check({ say: 'Ready?', directives })).toEqual([
      'Alexa.Presentation.APLA.RenderDocument with a linked document is not simulated: what a device does with it is not played here.',
    ]);
  });

  test('the same directive in the response and its reprompt, said once', () => {
    const hints = [{ type: 'Hint' }];
    expect(check({ say: 'Ready?', directives: hints, repromptDirectives: hints, reprompt: 'Well?' })).toEqual(
      ['Hint is not simulated: what a device does with it is not played here.'],
    );
  });

  test('a question inside quotes', () => {
    expect(check({ say: 'Say "are you ready?"' })).toEqual([]);
  });

  test('an imperative instead of a question while a slot is asked for', () => {
    const directives = [elicit('NamesIntent', 'first')];
    expect(check({ say: 'Say it in one sentence.', reprompt: 'One sentence.', directives })).toEqual([]);
  });

  test('a slot of an intent that the dialog of the model does not name', () => {
    expect(check({ say: 'What about?', directives: [elicit('ThemeIntent', 'theme')] })).toEqual([]);
  });

  test('parts that are null instead of left out', () => {
    const response = { ...ready, reprompt: null, card: null, directives: null };
    expect(check({ version: '1.0', response })).toEqual([]);
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
    { type: 'Standard', title: 'Your week', image: { largeImageUrl: 'https://example.com/a.png' } },
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
    expect(check({ say: 'Ready?', end: null })).toEqual([
      'The response does not set shouldEndSession, but null: it opens the microphone, as false does.',
    ]);
  });

  test('session attributes that are not an object', () => {
    expect(check({ say: 'Ready?', attributes: 'x' })).toEqual(['The sessionAttributes are not an object.']);
  });

  test.each<[object, string]>([
    [{ directives: { type: 'Hint' } }, 'The response has directives that are an object instead of a list.'],
    [{ directives: [null] }, 'The response has a directive that is null instead of an object.'],
    [{ directives: [[]] }, 'The response has a directive that is a list instead of an object.'],
    [{ shouldEndSession: 'false' }, 'The shouldEndSession is text instead of true or false.'],
    [{ reprompt: ['Still there?'] }, 'The reprompt is a list instead of an object.'],
    [
      { reprompt: { outputSpeech: { type: 'PlainText', text: 'Well?' }, directives: 'Hint' } },
      'The reprompt has directives that are text instead of a list.',
    ],
    [
      { outputSpeech: { type: 'PlainText', text: 'Ready?', playBehavior: 'LOUD' } },
      'The response has an outputSpeech with the unknown playBehavior "LOUD".',
    ],
  ])('a response of the wrong form: %j', (part, sentence) => {
    const answer = { version: '1.0', response: { ...ready, ...part } };
    expect(violationsFor(answer)).toContainEqual({ rule: 'form', sentence, refused: true });
  });

  test('an outputSpeech that is text', () => {
    expect(check({ version: '1.0', response: { ...ready, outputSpeech: 'Ready?' } })).toContain(
      'The outputSpeech is neither SSML with an ssml nor PlainText with a text.',
    );
  });

  test.each<[Answer, string]>([
    [
      { say: 'Who?', directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'first' }] },
      'Dialog.ElicitSlot names no intent, and the request was not an intent.',
    ],
    [
      { say: 'Who?', directives: [elicit('AgesIntent', 'first')] },
      'Dialog.ElicitSlot names the intent AgesIntent, which the model has not.',
    ],
    [
      { say: 'Who?', directives: [{ ...elicit('NamesIntent', 'first'), slotToElicit: undefined }] },
      'Dialog.ElicitSlot has no slotToElicit.',
    ],
    [
      {
        say: 'Is it Ana?',
        directives: [
          {
            type: 'Dialog.ConfirmSlot',
            slotToConfirm: 'first',
            updatedIntent: { name: 'NamesIntent', slots: { first: {}, age: {} } },
          },
        ],
      },
      'Dialog.ConfirmSlot names NamesIntent.age, which is no slot of the intent.',
    ],
    [
      { say: 'Who?', directives: [elicit('NamesIntent', 'first'), elicit('NamesIntent', 'second')] },
      'The response has 2 directives of a dialog (Dialog.ElicitSlot, Dialog.ElicitSlot), but may have one.',
    ],
    [
      {
        say: 'Well?',
        directives: [{ type: 'Dialog.Delegate', updatedIntent: { name: 'NamesIntent' } }],
      },
      'The response has Dialog.Delegate together with an outputSpeech or a reprompt.',
    ],
  ])('a dialog that Alexa cannot continue: %j', (answer, sentence) => {
    const ofDialog = violationsFor(answer).filter(({ rule }) => rule === 'dialog');
    expect(ofDialog).toEqual([{ rule: 'dialog', sentence, refused: true }]);
  });

  test('a dialog directive if the model has no dialog', () => {
    const { dialog, ...rest } = model.interactionModel;
    const request = { ...launch, model: { interactionModel: rest } };
    expect(check({ say: 'Who?', directives: [elicit('NamesIntent', 'first')] }, request)).toEqual([
      'Dialog.ElicitSlot needs a dialog in the interaction model.',
    ]);
  });

  test.each([
    [{}, { name: 'Dance' }, 'Connections.SendRequest has the name "Dance" instead of "AskFor".'],
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
    [{ type: 'Simple', title: 'Your week' }, 'The Simple card has no content.'],
    [{ type: 'Standard', title: 'Your week' }, 'The Standard card has neither a text nor an image.'],
    [
      { type: 'Standard', text: 'Tea.', image: { smallImageUrl: 'http://example.com/a.png' } },
      'The smallImageUrl of the card is no https:// address of at most 2000 characters.',
    ],
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
