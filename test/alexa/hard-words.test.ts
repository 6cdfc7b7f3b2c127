/** Markup, quotes, emoji and other scripts in a slot are spoken and stored unchanged. */
import type { ResponseEnvelope } from 'ask-sdk-model';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { HARD_WORDS } from '../household/records.ts';
import { anaAndBo, answer, until } from './couple.ts';
import { aKitchen } from './kitchen.ts';
import { soundsIn, wordsOf } from './responses.ts';

const NAMES = [
  'Zoë & Co',
  '<Bo>',
  '"Bo"',
  "O'Neill",
  '💛',
  'Аня',
  'شهد',
  '美咲',
  '{{name}}',
  '$t(help)',
  '</speak>',
];

function ssmlOf({ response }: ResponseEnvelope): string[] {
  const plain = [response.outputSpeech, response.reprompt?.outputSpeech].flatMap((speech) =>
    speech?.type === 'SSML' ? [speech.ssml] : [],
  );
  const sounds = [...soundsIn(response.directives), ...soundsIn(response.reprompt?.directives)];
  return [...plain, ...sounds.flatMap(({ datasources }) => (datasources as Sounds).turn.speech)];
}
type Sounds = { turn: { speech: string[] } };

/** The elements of an SSML text. @throws if it is not well-formed */
function elementsOf(ssml: string): string[] {
  const elements: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => elements.push(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(ssml).close();
  return elements;
}

describe('hard words', () => {
  it.each(NAMES)('as a name are spoken and stored unharmed: %s', async (name) => {
    const { echo, store, id } = aKitchen();
    await until(echo, /talk\.b$/, { ...anaAndBo, a: name });
    expect(store.record(id)?.household.names.a).toBe(name);
    const words = echo.exchanges.map(({ response }) => wordsOf(response)).join(' ');
    expect(words.toLocaleLowerCase()).toContain(name.toLocaleLowerCase());
    // The breath before the first turn is a break.
    for (const { response } of echo.exchanges)
      for (const ssml of ssmlOf(response))
        expect(elementsOf(ssml).filter((element) => element !== 'break')).toEqual(['speak']);
  });

  it.each(HARD_WORDS)('as an appreciation are read back and kept unharmed: %j', async (text) => {
    const { echo, store, id } = aKitchen();
    await until(echo, /appreciate\.a@/);
    // Words that are spoken have single spaces between them.
    const sentence = `thank you for ${text}`.replaceAll(/\s+/gu, ' ');
    const response = await echo.words(`thank you for ${text}`);
    expect(wordsOf(response).toLocaleLowerCase()).toContain(sentence.toLocaleLowerCase());
    for (const ssml of ssmlOf(response)) expect(elementsOf(ssml)).toEqual(['speak']);
    await answer(echo);
    expect(store.kept(id).map((one) => one.text)).toEqual([sentence]);
  });
});

describe('a slot of a megabyte', () => {
  const LONG = 'thank you for the tea '.repeat(50_000);

  it('makes no response, attribute or item that is large, whatever was asked', async () => {
    for (const asked of [/^names\.a/, /talk\.a$/, /appreciate\.a@/])
      for (const [intent, slot] of [
        ['UtteranceIntent', 'utterance'],
        ['UtteranceIntent', 'thank'],
        ['AppreciationIntent', 'appreciation'],
        ['NamesIntent', 'name'],
        ['RenameIntent', 'other'],
        ['ChooseIntent', 'exercise'],
      ] as const) {
        const { echo, store, logged } = aKitchen();
        await until(echo, asked);
        for (const next of [{ [slot]: LONG }, {}]) {
          const response = await echo.say(intent, next);
          expect(Buffer.byteLength(JSON.stringify(response))).toBeLessThan(60_000);
        }
        await echo.say('AMAZON.YesIntent');
        expect(store.everything().length).toBeLessThan(10_000);
        expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
      }
  });
});
