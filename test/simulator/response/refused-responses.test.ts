import { describe, expect, test } from 'vitest';
import { type Answer, apla, model, silence, speech } from '../scripted-skill.ts';
import { askFor, check, elicit, launch, ready, times, violationsFor } from './checked.ts';

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
