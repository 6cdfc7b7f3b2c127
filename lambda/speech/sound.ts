/** Sound for a speaker: plain SSML where there is nothing but speech, an APLA document where there is quiet. */
import type { Segment } from './render.ts';

/**
 * A short bell from Amazon's own sound library: no file of ours needs to be hosted.
 * https://developer.amazon.com/en-US/docs/alexa/custom-skills/ask-soundlibrary.html
 */
export const CHIME = 'soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_01';

/** The version of APL for audio that the reference describes. */
const APLA_VERSION = '0.91';

export interface AudioDocument {
  document: Record<string, unknown>;
  datasources: Record<string, unknown>;
}

/** True when plain speech is enough. */
export function onlySpeech(segments: readonly Segment[]): boolean {
  return segments.every(({ kind }) => kind === 'speech');
}

/** The speech as SSML. */
export function asSsml(segments: readonly Segment[]): string {
  const speech = segments.map((segment) => (segment.kind === 'speech' ? segment.ssml : ''));
  return `<speak>${speech.filter((ssml) => ssml !== '').join(' ')}</speak>`;
}

/**
 * The sound as an APLA document. The words stand in the data source, not in the document: a data source is never
 * evaluated, so words that look like an expression (`${...}`) are spoken as they are.
 */
export function asAudio(segments: readonly Segment[]): AudioDocument {
  const speech: string[] = [];
  const component = (segment: Segment): Record<string, unknown> => {
    switch (segment.kind) {
      case 'quiet':
        return { type: 'Silence', duration: Math.round(segment.seconds * 1000) };
      case 'chime':
        return { type: 'Audio', source: CHIME };
      case 'speech':
        speech.push(`<speak>${segment.ssml}</speak>`);
        return {
          type: 'Speech',
          contentType: 'SSML',
          content: `\${payload.turn.speech[${speech.length - 1}]}`,
        };
    }
  };
  const items = segments.map(component);
  return {
    document: {
      type: 'APLA',
      version: APLA_VERSION,
      mainTemplate: { parameters: ['payload'], item: { type: 'Sequencer', items } },
    },
    datasources: { turn: { speech } },
  };
}
