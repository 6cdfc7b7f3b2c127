/** Whether a yes is said as plainly as a question needs it: one that deletes, saves or allows something is not guessed. */
import type { Hearing } from '../content/hearing.ts';
import type { Meaning } from '../content/phrases.ts';
import type { Clues, Judged } from './evidence.ts';
import { lengthOf, phraseAt } from './phrases-in-words.ts';
import { NEGATED } from './reading.ts';

/** What speaks against a yes to deleting or to being remembered, said beside it. */
const AGAINST: ReadonlySet<Meaning> = new Set(['keep-it', 'no', 'not-quite', 'pause', 'stop', 'rather-not']);
/** "Yes, go on" may be a wish to go on with something else, and so no yes to deleting. */
const GOING_ON: ReadonlySet<Meaning> = new Set(['resume', 'next', 'choose']);
/** From this many words on, a yes to deleting has to say what it does: "yes yes go on then love" is no decision. */
const MANY_TO_DELETE = 5;
/** Words that delete are a plain yes to deleting. */
const DELETING: ReadonlySet<Meaning> = new Set(['delete-it', 'take-back', 'forget-us']);
/** Meanings that are a yes to saving something. */
const SAVING: ReadonlySet<Meaning> = new Set(['yes', 'keep-it']);
/** From this many words on, an answer without a yes in it mostly tells of something else ("we've had a long day"). */
const LONG = 5;
/** How likely a yes has to be then, and otherwise, if no word of it says yes. */
const LIKELY_IN_MANY_WORDS = 0.985;
const LIKELY = 0.6;
/** And how likely consent has to be in a single word, which can be a murmur. */
const LIKELY_IN_ONE_WORD = 0.97;

/** Whether a yes saves, deletes or allows something at the question that was asked. */
export function isWeighty({ kind, question }: Clues): boolean {
  return question?.yes !== undefined || kind?.endsWith('confirm') === true;
}

/**
 * Whether a sense is plain enough to be meant at this question. Whatever deletes, saves or allows something can be too
 * little plain.
 *
 * @param likely - how likely a yes to being remembered has to be if it is not plain
 */
export function isPlainEnough({ sense, probability }: Judged[number], clues: Clues, likely: number): boolean {
  const { kind, question, heard } = clues;
  if (question?.yes === 'deletes')
    return (sense !== 'yes' && sense !== 'delete-it') || isPlainDeletion(clues);
  const allows = question?.yes === 'allows';
  if ((sense !== 'yes' && sense !== 'keep-it') || !(allows || kind?.endsWith('confirm'))) return true;
  const least = heard.words.length >= LONG ? LIKELY_IN_MANY_WORDS : LIKELY;
  if (probability < least && !saysToSave(clues)) return false;
  const surely = heard.words.length === 1 ? LIKELY_IN_ONE_WORD : likely;
  return !allows || probability >= surely || isPlain(clues, new Set());
}

/** Whether a yes to saving something is in it. */
export function saysToSave(clues: Clues): boolean {
  return saysYes(clues, SAVING);
}

/** Whether a yes or one of these meanings is in it. */
function saysYes({ candidates, polarity }: Clues, others: ReadonlySet<Meaning>): boolean {
  return (
    polarity?.says === 'yes' || candidates.some(({ meaning }) => meaning === 'yes' || others.has(meaning))
  );
}

/** Whether it is a yes to deleting and nothing else, or says that it shall be deleted. */
function isPlainDeletion(clues: Clues): boolean {
  const { candidates, heard } = clues;
  if (!isPlain(clues, DELETING)) return false;
  if (candidates.some(({ meaning }) => DELETING.has(meaning))) return true;
  return heard.words.length < MANY_TO_DELETE && !candidates.some(({ meaning }) => GOING_ON.has(meaning));
}

/** Whether a yes or one of these meanings is in it, and nothing that speaks against it. */
function isPlain(clues: Clues, others: ReadonlySet<Meaning>): boolean {
  const isAgainst = clues.candidates.some(({ meaning, cost }) => AGAINST.has(meaning) && cost < NEGATED);
  return clues.polarity?.says !== 'no' && !isAgainst && saysYes(clues, others);
}

/** Prepares telling whether words tell what the other one answers: "Bo says yes", "he's nodding". */
export function createIsReported({ reporting: { subjects, says } }: Hearing): (clues: Clues) => boolean {
  return ({ heard: { words }, names, polarity }) => {
    const theirs = names.flatMap((name) => (name === null ? [] : name.toLowerCase()));
    // "Yes, and Bo says yes too" is the yes of whoever speaks.
    const isOwn = polarity?.says === 'yes' && polarity.rest !== null;
    return words.some((_word, at) => {
      if (isOwn && at > 0) return false;
      const subject = phraseAt(words, [...subjects, ...theirs], at);
      return subject !== undefined && phraseAt(words, says, at + lengthOf(subject)) !== undefined;
    });
  };
}
