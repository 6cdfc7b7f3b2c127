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
    ['<speak><break time="soon"/></speak>', '<break> has the time "soon"'],
    ['<speak><break strength="loud"/></speak>', '<break> has the strength "loud"'],
    ['<speak><break time="11s"/></speak>', 'A break lasts 11 s, more than the 10 s allowed'],
    ['<speak><audio/></speak>', '<audio> has no src'],
    ['<speak><audio src="http://example.com/a.mp3"/></speak>', '<audio> has the src "http://example.com'],
    ['<speak><prosody rate="slowish">a</prosody></speak>', '<prosody> has the rate "slowish"'],
    ['<speak><prosody rate="80">a</prosody></speak>', '<prosody> has the rate "80"'],
    ['<speak><prosody rate="10%">a</prosody></speak>', 'the rate "10%", which is outside of Alexa\'s bounds'],
    ['<speak><prosody pitch="50%">a</prosody></speak>', '<prosody> has the pitch "50%", which is not known'],
    ['<speak><prosody pitch="+60%">a</prosody></speak>', 'the pitch "+60%", which is outside'],
    ['<speak><prosody volume="loudest">a</prosody></speak>', '<prosody> has the volume "loudest"'],
    ['<speak><prosody volume="+5dB">a</prosody></speak>', 'the volume "+5dB", which is outside'],
    ['<speak><prosody>a</prosody></speak>', '<prosody> has none of rate, pitch, volume'],
    ['<speak><prosody speed="slow" rate="slow">a</prosody></speak>', '<prosody> has the attribute "speed"'],
    ['<speak><emphasis level="none">a</emphasis></speak>', '<emphasis> has the level "none"'],
    ['<speak><say-as interpret-as="phone">988</say-as></speak>', '<say-as> has the interpret-as "phone"'],
    ['<speak><say-as>988</say-as></speak>', '<say-as> has no interpret-as'],
    ['<speak><say-as interpret-as="date" format="mm">1</say-as></speak>', '<say-as> has the format "mm"'],
    [
      '<speak><amazon:effect name="shouted">a</amazon:effect></speak>',
      '<amazon:effect> has the name "shouted"',
    ],
    ['<speak><amazon:emotion name="excited">a</amazon:emotion></speak>', '<amazon:emotion> has no intensity'],
    [
      '<speak><amazon:domain name="sports">a</amazon:domain></speak>',
      '<amazon:domain> has the name "sports"',
    ],
    ['<speak><voice name="Alexa">a</voice></speak>', '<voice> has the name "Alexa"'],
    ['<speak><lang xml:lang="en">a</lang></speak>', '<lang> has the xml:lang "en"'],
    ['<speak><phoneme alphabet="arpabet" ph="a">a</phoneme></speak>', '<phoneme> has the alphabet "arpabet"'],
    ['<speak><phoneme alphabet="ipa">a</phoneme></speak>', '<phoneme> has no ph'],
    ['<speak><w role="amazon:VERB">read</w></speak>', '<w> has the role "amazon:VERB"'],
    ['<speak><sub>988</sub></speak>', '<sub> has no alias'],
  ])('finds what is wrong in %s', (ssml, part) => {
    expect(sentences(ssml)).toEqual([expect.stringContaining(part)]);
  });

  test('refuses what Alexa does not know, and only reports what is outside of her bounds', () => {
    const refused = (rate: string) =>
      readSsml(`<speak><prosody rate="${rate}">a</prosody></speak>`).violations.map((it) => it.refused);
    expect(refused('slowly')).toEqual([true]);
    expect(refused('19%')).toEqual([false]);
    expect(refused('20%')).toEqual([]);
  });

  test.each([
    '<prosody rate="slow" pitch="-10%" volume="soft">a</prosody>',
    '<prosody rate="120%" pitch="x-high" volume="-6.5dB">a</prosody>',
    '<amazon:emotion name="disappointed" intensity="low">a</amazon:emotion>',
    '<amazon:domain name="long-form">a</amazon:domain>',
    '<say-as interpret-as="date" format="md">1/2</say-as>',
    '<phoneme alphabet="x-sampa" ph="pI">a</phoneme>',
    '<emphasis>a</emphasis>',
    '<break strength="x-strong"/>',
    '<w role="amazon:VBD">read</w>',
    '<audio src="https://example.com/a.mp3"/>',
    '<alexa:name type="first" personId="amzn1.ask.person.A"/>',
  ])('finds nothing wrong in %s', (tag) => {
    expect(sentences(`<speak>${tag}</speak>`)).toEqual([]);
  });

  test('finds nothing wrong in SSML that Alexa knows', () => {
    const ssml =
      '<speak><p><s>Hi.</s></p><amazon:effect name="whispered">Hush.</amazon:effect><voice name="Amy"><lang xml:lang="en-GB">Yes.</lang></voice><say-as interpret-as="digits">988</say-as></speak>';
    expect(sentences(ssml)).toEqual([]);
  });
});
