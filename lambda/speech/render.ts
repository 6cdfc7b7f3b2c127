/** From acts to sound: speech, quiet and chimes in order, and when each step is heard. */
import type { Act, Listening } from '../conversation/model/act.ts';
import { unescapeSsml } from './sound.ts';
import { spokenSeconds, type Timeline } from './timeline.ts';
import { openingOf, type Wording } from './wording.ts';

/** A piece of what is heard. `ssml` is without its `<speak>`. */
export type Segment =
  | { kind: 'speech'; ssml: string }
  | { kind: 'quiet'; seconds: number }
  | { kind: 'chime' };

/** How much longer Alexa takes at the rate `slow`, about. */
const SLOW = 1.3;

/** The chime of the sound library takes about this many seconds. */
const CHIME_SECONDS = 2;

export interface Rendered {
  segments: Segment[];
  /** True if it ends with a question: the microphone opens. */
  asks: boolean;
  listenFor: Listening | null;
  /** What is put in the Alexa app. */
  card: { title: string; text: string } | null;
  /** The token with which Alexa asks for a permission next; null if she does not. */
  permission: string | null;
  timeline: Timeline;
  /** Its first words, to compare the next reply with. */
  opening: string;
}

/**
 * Renders acts.
 *
 * @param avoid - the opening of the reply before, which this one should not begin with
 */
export function render(acts: readonly Act[], wording: Wording, seed: number, avoid?: string): Rendered {
  const segments: Segment[] = [];
  const timeline: Timeline = { seconds: 0, steps: [] };
  let opening = '';
  let card: Rendered['card'] = null;
  for (const act of acts) {
    switch (act.do) {
      case 'mark':
        timeline.steps.push({ id: act.step, at: tenths(timeline.seconds), quiet: [] });
        break;
      case 'card':
        card = {
          title: unescapeSsml(wording.words(act.title, seed)),
          text: act.items.map((item) => unescapeSsml(wording.words(item, seed))).join('\n'),
        };
        break;
      case 'ask-permission':
        break;
      case 'chime':
        segments.push({ kind: 'chime' });
        timeline.seconds += CHIME_SECONDS;
        break;
      case 'hold':
        timeline.steps.at(-1)?.quiet.push([tenths(timeline.seconds), tenths(timeline.seconds + act.seconds)]);
        segments.push({ kind: 'quiet', seconds: act.seconds });
        timeline.seconds += act.seconds;
        break;
      case 'say':
      case 'ask': {
        const words = wording.words(act.line, seed, opening === '' ? avoid : undefined);
        const heard = unescapeSsml(words);
        if (opening === '') opening = openingOf(heard);
        const slowly = act.do === 'say' && act.slowly === true;
        speak(segments, slowly ? `<prosody rate="slow">${words}</prosody>` : words);
        timeline.seconds += spokenSeconds(heard) * (slowly ? SLOW : 1);
        break;
      }
    }
  }
  const last = acts.at(-1);
  timeline.seconds = tenths(timeline.seconds);
  return {
    segments,
    asks: last?.do === 'ask',
    listenFor: last?.do === 'ask' ? (last.listenFor ?? null) : null,
    card,
    permission: last?.do === 'ask-permission' ? last.token : null,
    timeline,
    opening,
  };
}

/** Lines that follow each other are one piece of speech. */
function speak(segments: Segment[], ssml: string): void {
  const last = segments.at(-1);
  if (last?.kind === 'speech') last.ssml = `${last.ssml} ${ssml}`;
  else segments.push({ kind: 'speech', ssml });
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
