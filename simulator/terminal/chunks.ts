import { quietsOf, type Segment } from '../response/timeline.ts';

/** What a terminal shows of a timeline in one piece. Times are seconds from the timeline's beginning. */
export type Passage =
  | { readonly kind: 'said'; readonly begins: number; readonly ends: number; readonly text: string }
  | { readonly kind: 'quiet'; readonly begins: number; readonly ends: number };

/** A silence shorter than this, in seconds, is a pause in the talking. */
const SHORTEST_QUIET_SECONDS = 2;

/** The sign for a sound. */
export const SOUND = '♪';

/** Cuts a timeline into what is said at a stretch and the quiets between. */
export function passagesOf(segments: readonly Segment[]): Passage[] {
  const passages: Passage[] = quietsOf(segments, SHORTEST_QUIET_SECONDS).map(({ begins, seconds }) => ({
    kind: 'quiet',
    begins,
    ends: begins + seconds,
  }));
  const quiets = [...passages];
  let at = 0;
  let begins = 0;
  let parts: string[] = [];
  const close = () => {
    if (parts.length > 0) passages.push({ kind: 'said', begins, ends: at, text: parts.join(' ') });
    parts = [];
  };
  for (const segment of segments) {
    const ends = at + segment.seconds;
    if (segment.kind === 'silence' && quiets.some((quiet) => quiet.begins <= at && ends <= quiet.ends))
      close();
    if (parts.length === 0) begins = at;
    if (segment.kind === 'audio') parts.push(SOUND);
    else if (segment.text !== '') parts.push(segment.text);
    at = ends;
  }
  close();
  return passages.sort((a, b) => a.begins - b.begins || a.ends - b.ends);
}
