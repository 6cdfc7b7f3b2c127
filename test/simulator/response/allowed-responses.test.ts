import { describe, expect, test } from 'vitest';
import { KNOWN_DIRECTIVES, SIMULATED_DIRECTIVES } from '../../../simulator/cloud/limits.ts';
import { apla, chime, silence, speech } from '../scripted-skill.ts';
import { asked, askFor, check, elicit, launch, ready, screen, unstated, violationsFor } from './checked.ts';

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
