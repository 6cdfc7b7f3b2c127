import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { escapeSsml, unescapeSsml } from '../../lambda/speech/sound.ts';

const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function textOf(xml: string): string {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return text;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('&', '<', '>', '"', "'", ';', 'amp', 'lt', '/', ']]>', '<!--', '\ud800'),
  }),
);

describe('text that people said', () => {
  test('is never markup, and loses only what XML forbids', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const heard = textOf(`<speak>${escapeSsml(text)}</speak>`);
        expect(heard).toBe(text.replace(FORBIDDEN, '').replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 2000 },
    );
  });

  test('comes back from its escape', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unescapeSsml(escapeSsml(text))).toBe(text.replace(FORBIDDEN, ''));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['Tom & Jerry', 'Tom &amp; Jerry'],
    ['<b>', '&lt;b&gt;'],
    ['"quoted"', '&quot;quoted&quot;'],
    ["it's", "it's"],
    ['\u0000\u0008a\ufffe', 'a'],
    ['🦊', '🦊'],
  ])('%j is written %j', (text, written) => {
    expect(escapeSsml(text)).toBe(written);
  });
});

test('markup is not heard as words', () => {
  expect(unescapeSsml('One<break time="1s"/>two &amp; three').replace(/\s+/g, ' ')).toBe('One two & three');
});
