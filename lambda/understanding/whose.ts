/** What somebody limits something to: "just Bo's", "only what he said", "hers only", "the appreciations, not our names". */
import type { Hearing } from '../content/hearing.ts';
import type { Event, EventType, Forgotten, Whose } from '../conversation/model/event.ts';
import type { Clues } from './evidence.ts';
import { nameAt } from './known-names.ts';
import { hasPhrase, lengthOf, phraseAt, phraseAtEnd } from './phrases-in-words.ts';

/** Limits the event of what was said to what one of them said, or a deletion to what both said, if the words do. */
export type LimitedToOne = (event: Event, clues: Clues) => Event;

/** Answers to the offer of a recap that begin it. */
const BEGIN: ReadonlySet<EventType> = new Set(['yes', 'next', 'resume']);
/** Answers to the question whether to delete everything that can be about a part of it. */
const DELETE: ReadonlySet<EventType> = new Set(['yes', 'no', 'delete-it', 'recap']);
/** Those that say it themselves, and what "just the appreciations" is taken for. */
const SAYS_DELETE: ReadonlySet<EventType> = new Set(['yes', 'delete-it']);
const LIMITING: ReadonlySet<EventType> = new Set(['no', 'recap', 'choose', 'keep-it', 'unclear']);
/** Kinds of questions at which what both have said would be deleted. */
const DELETING = /^(?:forget|parting)/u;

/** Answers where a sentence is read back beside which it is said whom it is from. */
const AUTHORED: ReadonlySet<EventType> = new Set([
  'yes',
  'no',
  'keep-it',
  'reword',
  'unclear',
  'appreciation',
  'names',
  'rename',
]);
/** This many words before what they saved, "keep" is about it: "keep all the appreciations". */
const KEPT_BEFORE = 4;
/** And "but": "everything but the appreciations". */
const BUT_BEFORE = 2;

/** This many words before it, "not" turns an author down. */
const NEGATED_BEFORE = 3;

/** Prepares it. */
export function createLimitedToOne({ whose }: Hearing): LimitedToOne {
  const { only, mine, theirs, before, kept, saved, whole, authored, butFor, listening } = whose;
  const between = new Set(whose.between);

  /** Whose these words say that something is, after words such as "the ones from"; null if they say nothing of it. */
  const ownerFrom = (words: readonly string[], names: Clues['names']): Whose | null => {
    for (let at = 0; at < words.length; at++) {
      if (phraseAt(words, mine, at) !== undefined) return 'by-me';
      if (phraseAt(words, theirs, at) !== undefined) return 'for-me';
      const name = nameAt(words, at, names);
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

  /** Whether words limit what follows them: "no, only the". Who wants to hear it limits nothing. */
  const isLimit = (words: readonly string[]): boolean => {
    if (words.some((word) => listening.includes(word))) return false;
    const last = words.findLastIndex((word) => !between.has(word));
    return phraseAtEnd(words.slice(0, last + 1), only) !== undefined;
  };
  /** Whether an event deletes what they saved, if these words are before that: "just the" answers a question. */
  const deletes = (event: Event, kind: string | null, words: readonly string[]): boolean => {
    if (event.type === 'forget') return event.what === 'us';
    if (kind !== 'forget.us') return false;
    return SAYS_DELETE.has(event.type) || (LIMITING.has(event.type) && isLimit(words));
  };
  /** Whether words keep what follows them: "everything but the". */
  const isKept = (words: readonly string[]): boolean =>
    words.slice(-KEPT_BEFORE).some((word) => kept.includes(word)) ||
    words.slice(-BUT_BEFORE).some((word) => butFor.includes(word));
  /** Whether it deletes all that they saved, and no more: "delete the appreciations, but keep our names". */
  const deletesSaved = (event: Event, { kind, heard: { words } }: Clues): boolean =>
    !hasPhrase(words, whole) &&
    words.some((_, at) => {
      const before = words.slice(0, at);
      return phraseAt(words, saved, at) !== undefined && deletes(event, kind, before) && !isKept(before);
    });

  /** Whom a sentence is from, if that is said where it is read back: "save it, but it's from Bo". Null if it is not. */
  const authorIn = ({ heard: { words }, names }: Clues): string | null => {
    for (let at = 0; at < words.length; at++) {
      const phrase = phraseAt(words, authored, at);
      const name = phrase === undefined ? null : nameAt(words, at + lengthOf(phrase), names);
      const ahead = Math.max(0, at - NEGATED_BEFORE);
      // "No, it shouldn't be from Bo." In "it's not from Ana, it's from Bo", that is about Ana.
      const negated = words
        .slice(ahead, at)
        .findLast((word, index) => word === 'not' || nameAt(words, ahead + index, names) !== null);
      if (name !== null && negated !== 'not') return name;
    }
    return null;
  };

  return (event, clues) => {
    const { kind, heard, question } = clues;
    const author = question?.id === 'adding.confirm' && AUTHORED.has(event.type) ? authorIn(clues) : null;
    if (author !== null) return { type: 'first', who: { name: author } };
    if (deletesSaved(event, clues) && ownerIn(clues) === null) return { type: 'forget', what: 'said' };
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
  // "Just Bo's". At the question whom they mean, a name is the answer.
  if (event.type === 'names') return kind === 'forget.us';
  return event.type === 'take-back' || (DELETING.test(kind ?? '') && DELETE.has(event.type));
}

function saidBy(owner: Whose): Forgotten {
  if (owner === 'by-me') return 'said-by-me';
  return typeof owner === 'object' && 'by' in owner ? { saidBy: owner.by } : 'said-by-other';
}
