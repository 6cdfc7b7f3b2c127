/** Sound for a speaker: SSML for the words that a reply begins with, and an APLA document from its first quiet on. */

/** A piece of what is heard. `ssml` is without its `<speak>`. */
export type Segment =
  | { kind: 'speech'; ssml: string }
  | { kind: 'quiet'; seconds: number }
  | { kind: 'chime' };

/**
 * A short bell from Amazon's sound library, so that no sound file has to be hosted.
 *
 * https://developer.amazon.com/en-US/docs/alexa/custom-skills/ask-soundlibrary.html
 */
const CHIME = 'soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_01';

/**
 * The longest quiet in seconds that SSML can hold.
 *
 * https://developer.amazon.com/en-US/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html#break
 */
const LONGEST_BREAK = 10;

/** The version of APL for audio. */
const APLA_VERSION = '0.91';

/** An APLA document with its data sources. */
export interface AudioDocument {
  document: Record<string, unknown>;
  datasources: Record<string, unknown>;
}

/** The two parts of what is heard. */
export interface Divided {
  /** What is said first, as SSML; empty if it begins with quiet or a chime. */
  ssml: string;
  /** What follows; empty if there is nothing but speech. */
  rest: readonly Segment[];
}

/**
 * Divides segments in two: the words before the first quiet or chime, and the rest. The words can be an output speech, so
 * that a device still says them if it cannot play the rest. Amazon: the output speech is spoken first, the APLA document
 * plays after it, and the two never overlap.
 *
 * One short quiet between words belongs to them, such as a breath before the first turn: otherwise the cue of that turn
 * would be in the rest. Amazon does not document whether breaks may follow one another, so it is one at most.
 *
 * https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/integrate-apl-audio-visual-response.html
 */
export function divided(segments: readonly Segment[]): Divided {
  const parts: string[] = [];
  let paused = false;
  for (const [index, segment] of segments.entries())
    if (segment.kind === 'speech') parts.push(segment.ssml);
    else {
      const isBreath = segment.kind === 'quiet' && segment.seconds <= LONGEST_BREAK;
      if (!isBreath || paused || index === 0 || segments[index + 1]?.kind !== 'speech') break;
      paused = true;
      parts.push(`<break time="${segment.seconds}s"/>`);
    }
  return {
    ssml: parts.length === 0 ? '' : `<speak>${parts.join(' ')}</speak>`,
    rest: segments.slice(parts.length),
  };
}

/**
 * The segments as an APLA document. The words are in its data source, which is not evaluated. So words that look like
 * an expression (`${...}`) are spoken as they are.
 */
export function asAudio(segments: readonly Segment[]): AudioDocument {
  const speech: string[] = [];
  const items: Record<string, unknown>[] = [];
  for (const segment of segments)
    switch (segment.kind) {
      case 'quiet':
        items.push({ type: 'Silence', duration: Math.round(segment.seconds * 1000) });
        break;
      case 'chime':
        items.push({ type: 'Audio', source: CHIME });
        break;
      case 'speech': {
        const content = `\${payload.turn.speech[${speech.length}]}`;
        items.push({ type: 'Speech', contentType: 'SSML', content });
        speech.push(`<speak>${segment.ssml}</speak>`);
        break;
      }
    }
  return {
    document: {
      type: 'APLA',
      version: APLA_VERSION,
      mainTemplate: { parameters: ['payload'], item: { type: 'Sequencer', items } },
    },
    datasources: { turn: { speech } },
  };
}

/** The characters that mean something in markup, and how each of them is escaped. */
export const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Characters that XML 1.0 does not allow at all, not even escaped (https://www.w3.org/TR/xml/#charsets). */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * Escapes text for SSML, and removes characters that XML does not allow. Apostrophes need no escape in element content.
 */
export function escapeSsml(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** The text of SSML without tags and escapes. */
export function unescapeSsml(ssml: string): string {
  return ssml
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
