/** Whose sentences somebody limits something to: "just Bo's", "only what he said", "hers only". */
import type { Hearing } from '../content/hearing.ts';
import type { Event, EventType, Forgotten, Whose } from '../conversation/model/event.ts';
import type { Clues } from './evidence.ts';
import { lengthOf, phraseAt } from './phrases-in-words.ts';

/** Limits the event of what was said to what one of them said, if the words do. */
export type LimitedToOne = (event: Event, clues: Clues) => Event;

/** Answers to the offer of a recap that begin it. */
const BEGIN: ReadonlySet<EventType> = new Set(['yes', 'next', 'resume']);
/** Answers to the question whether to delete everything that can be about a part of it. */
const DELETE: ReadonlySet<EventType> = new Set(['yes', 'no', 'delete-it', 'recap']);
/** Kinds of questions at which what both have said would be deleted. */
const DELETING = /^(?:forget|parting)/u;

/** Prepares it. */
export function createLimitedToOne({ whose }: Hearing): LimitedToOne {
  const { only, mine, theirs, before, kept } = whose;
  const between = new Set(whose.between);

  /** Whose these words say that something is, after words such as "the ones from"; null if they say nothing of it. */
  const ownerFrom = (words: readonly string[], names: Clues['names']): Whose | null => {
    for (let at = 0; at < words.length; at++) {
      if (phraseAt(words, mine, at) !== undefined) return 'by-me';
      if (phraseAt(words, theirs, at) !== undefined) return 'for-me';
      const word = (words[at] ?? '').replace(/'s$/u, '');
      const name = names.find((known) => known?.toLowerCase() === word);
      if (name != null) return before.includes(words[at - 1] ?? '') ? { for: name } : { by: name };
      if (!between.has(words[at] ?? '')) return null;
    }
    return null;
  };

  const ownerIn = ({ heard: { words }, names }: Clues): Whose | null => {
    for (let at = 0; at < words.length; at++) {
      const limit = phraseAt(words, only, at);
      if (limit === undefined) continue;
      const after = words.slice(at + lengthOf(limit));
      const atEnd = after.every((word) => between.has(word)) ? words.slice(Math.max(0, at - 1), at) : [];
      const owner = ownerFrom(after, names) ?? ownerFrom(atEnd, names);
      if (owner !== null) return owner;
    }
    return null;
  };

  return (event, clues) => {
    const { kind, heard } = clues;
    const isOffered = kind?.startsWith('recap') === true;
    if (event.type === 'recap' && event.whose !== null && isOffered) return { ...event, only: true };
    if (isDeletion(event, kind)) {
      const owner = heard.words.some((word) => kept.includes(word)) ? null : ownerIn(clues);
      return owner === null ? event : { type: 'forget', what: saidBy(owner) };
    }
    if (event.type !== 'recap' && !(isOffered && BEGIN.has(event.type))) return event;
    const whose = ownerIn(clues);
    if (whose === null) return event;
    return event.type === 'recap'
      ? { ...event, whose, ...(isOffered && { only: true }) }
      : { type: 'recap', period: 'week', whose, only: true };
  };
}

/** Whether an event deletes something, or answers the question whether to delete everything. */
function isDeletion(event: Event, kind: string | null): boolean {
  if (event.type === 'forget') return event.what === 'us';
  return event.type === 'take-back' || (DELETING.test(kind ?? '') && DELETE.has(event.type));
}

function saidBy(owner: Whose): Forgotten {
  if (owner === 'by-me') return 'said-by-me';
  return typeof owner === 'object' && 'by' in owner ? { saidBy: owner.by } : 'said-by-other';
}
