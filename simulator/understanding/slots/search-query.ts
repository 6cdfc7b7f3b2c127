import type { Span } from './span.ts';

/**
 * Reads AMAZON.SearchQuery: one or more words with the speaker's own capitals, punctuation and characters. Only what
 * joins them to the carrier phrase (spaces, a comma, a colon, a dash) is left out.
 */
export function searchQuerySlot(span: Span): string {
  let from = span.from;
  let to = span.to;
  const isJoint = (index: number): boolean => /[\s,;:.!?…–—-]/.test(span.text[index] ?? '');
  const firstWord = span.words[0]?.start ?? to;
  const lastWord = span.words.at(-1)?.end ?? from;
  if (span.from > 0) while (from < firstWord && isJoint(from)) from += 1;
  if (span.to < span.text.length) while (to > lastWord && isJoint(to - 1)) to -= 1;
  return span.text.slice(from, to).trim();
}
