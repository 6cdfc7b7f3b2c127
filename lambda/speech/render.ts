/** Renders acts: turns them into speech, quiet and chimes, and into a timeline of the steps. */
import type { Act, Listening } from '../conversation/model/act.ts';
import { type Segment, unescapeSsml } from './sound.ts';
import { spokenSeconds, type Timeline } from './timeline.ts';
import { openingOf, type Wording } from './wording.ts';

/** How much longer Alexa takes at the rate `slow`, about. */
const SLOW = 1.3;

/** The length of the chime in seconds, estimated. */
const CHIME_SECONDS = 2;

/** Rendered acts. */
export interface Rendered {
  segments: Segment[];
  /** True if they end with a question, so that the microphone opens. */
  asks: boolean;
  /** What the open microphone listens for besides yes, no and the commands; null for nothing. */
  listenFor: Listening | null;
  /** The card in the Alexa app; null for none. */
  card: { title: string; text: string } | null;
  /** The token for asking for a permission; null if none is asked for. */
  permission: string | null;
  timeline: Timeline;
  /** A mark of their first words (see `openingOf`). */
  opening: string;
}

/**
 * Renders acts.
 *
 * @param seed - the same seed gives the same wordings
 * @param avoid - the opening of the last reply, with which this one should not begin
 * @param how - `slow`: all of it is spoken slowly. `chimeless`: quiet takes the place of a chime
 */
export function render(
  acts: readonly Act[],
  wording: Wording,
  seed: number,
  avoid?: string,
  { slow, chimeless }: { slow?: boolean; chimeless?: boolean | undefined } = {},
): Rendered {
  const segments: Segment[] = [];
  const steps: Timeline['steps'] = [];
  // Counted in tenths of a second: what travels in the session attributes is short and exact.
  let tenths = 0;
  let opening = '';
  let card: Rendered['card'] = null;
  for (const act of acts) {
    switch (act.do) {
      case 'mark':
        steps.push({ id: act.step, at: tenths / 10, quiet: [] });
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
        segments.push(chimeless ? { kind: 'quiet', seconds: CHIME_SECONDS } : { kind: 'chime' });
        tenths += CHIME_SECONDS * 10;
        break;
      case 'hold':
        steps.at(-1)?.quiet.push([tenths / 10, (tenths + act.seconds * 10) / 10]);
        segments.push({ kind: 'quiet', seconds: act.seconds });
        tenths += act.seconds * 10;
        break;
      case 'say':
      case 'ask': {
        const words = wording.words(act.line, seed, opening === '' ? avoid : undefined);
        const heard = unescapeSsml(words);
        if (opening === '') opening = openingOf(heard);
        const slowly = slow || (act.do === 'say' && act.slowly === true);
        speak(segments, slowly ? `<prosody rate="slow">${words}</prosody>` : words);
        tenths += Math.round(spokenSeconds(heard) * (slowly ? SLOW : 1) * 10);
        break;
      }
    }
  }
  const last = acts.at(-1);
  return {
    segments,
    asks: last?.do === 'ask',
    listenFor: last?.do === 'ask' ? (last.listenFor ?? null) : null,
    card,
    permission: last?.do === 'ask-permission' ? last.token : null,
    timeline: { seconds: tenths / 10, steps },
    opening,
  };
}

/** Adds speech. Lines that follow each other become one segment. */
function speak(segments: Segment[], ssml: string): void {
  const last = segments.at(-1);
  if (last?.kind === 'speech') last.ssml = `${last.ssml} ${ssml}`;
  else segments.push({ kind: 'speech', ssml });
}
