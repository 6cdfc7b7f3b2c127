import { describe, expect, test } from 'vitest';
import { readSsml } from '../../../simulator/response/ssml.ts';
import { secondsOf, secondsOfQuiet, textOf } from '../../../simulator/response/timeline.ts';

const sentences = (ssml: string) => readSsml(ssml).violations.map(({ sentence }) => sentence);

describe('reading SSML', () => {
  test('gives the words, with entities resolved and white space normalised', () => {
    const { segments } = readSsml('<speak>\n  Alex &amp; Sam&apos;s <emphasis>turn</emphasis>.\n</speak>');
    expect(textOf(segments)).toBe("Alex & Sam's turn.");
  });

  test('counts a break of a second or more as silence, and a shorter one as part of the speech', () => {
    const { segments } = readSsml('<speak>One.<break time="300ms"/> Two.<break time="4s"/>Three.</speak>');
    expect(segments.map(({ kind, text }) => [kind, text])).toEqual([
      ['speech', 'One. Two.'],
      ['silence', ''],
      ['speech', 'Three.'],
    ]);
    expect(secondsOfQuiet(segments)).toBe(4);
    expect(secondsOf(segments)).toBeCloseTo(3 / 2.6 + 3 * 0.35 + 0.3 + 4);
  });

  test('counts audio tags', () => {
    const speech = readSsml('<speak><audio src="soundbank://a"/>Hi.<audio src="soundbank://b"/></speak>');
    expect(speech.audioTags).toBe(2);
    expect(speech.segments.map(({ kind }) => kind)).toEqual(['audio', 'speech', 'audio']);
  });

  test('says the alias of a sub, not its text', () => {
    expect(textOf(readSsml('<speak><sub alias="nine eight eight">988</sub></speak>').segments)).toBe(
      'nine eight eight',
    );
  });

  test('estimates more seconds at a slow rate', () => {
    const length = (ssml: string) => secondsOf(readSsml(ssml).segments);
    const words = 'one two three four five six';
    expect(length(`<speak><prosody rate="slow">${words}</prosody></speak>`)).toBeGreaterThan(
      length(`<speak>${words}</speak>`),
    );
  });

  test.each([
    ['<speak>one', 'not well-formed'],
    ['<speak>one & two</speak>', 'not well-formed'],
    ['<speak>one</speak>two', 'not well-formed'],
    ['hello', 'not well-formed'],
    ['<p>hello</p>', 'begins with <p> instead of <speak>'],
    ['<speak><speak>a</speak></speak>', 'a <speak> inside <speak>'],
    ['<speak><blink>a</blink></speak>', 'tag <blink> is not known'],
    ['<speak><break time="soon"/></speak>', 'break time "soon" cannot be read'],
    ['<speak><break time="11s"/></speak>', 'A break lasts 11 s, more than the 10 s allowed'],
    ['<speak><audio/></speak>', 'An <audio> tag has no src'],
  ])('finds what is wrong in %s', (ssml, part) => {
    expect(sentences(ssml)).toEqual([expect.stringContaining(part)]);
  });

  test('finds nothing wrong in SSML that Alexa knows', () => {
    const ssml =
      '<speak><p><s>Hi.</s></p><amazon:effect name="whispered">Hush.</amazon:effect><voice name="Amy"><lang xml:lang="en-GB">Yes.</lang></voice><say-as interpret-as="digits">988</say-as></speak>';
    expect(sentences(ssml)).toEqual([]);
  });
});
