import { quietsOf, type TimelineSegment } from '../response/timeline.ts';

/** A part of a timeline that the terminal shows at once. Times are seconds from the beginning of the timeline. */
export type Chunk =
  | { readonly kind: 'said'; readonly begins: number; readonly ends: number; readonly text: string }
  | { readonly kind: 'quiet'; readonly begins: number; readonly ends: number };

/** A silence shorter than this, in seconds, is a pause in what is said. */
const SHORTEST_QUIET_SECONDS = 2;

/** The symbol for a sound. */
export const SOUND = '♪';

/** Divides a timeline into quiets and what is said between them. */
export function chunksOf(segments: readonly TimelineSegment[]): Chunk[] {
  const quiets: Chunk[] = quietsOf(segments, SHORTEST_QUIET_SECONDS).map(({ begins, seconds }) => ({
    kind: 'quiet',
    begins,
    ends: begins + seconds,
  }));
  const chunks = [...quiets];
  let at = 0;
  let begins = 0;
  let parts: string[] = [];
  const close = () => {
    if (parts.length > 0) chunks.push({ kind: 'said', begins, ends: at, text: parts.join(' ') });
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
  return chunks.sort((a, b) => a.begins - b.begins || a.ends - b.ends);
}
