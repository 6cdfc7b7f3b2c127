/** Decides what was meant, from what its words say and from the phrases in it. */
import type { Meaning } from '../content/phrases.ts';
import type { Event } from '../conversation/model/event.ts';
import { adjusted } from './adjusting.ts';
import { alike, together } from './alike-senses.ts';
import { eventOf, FAMILIES, type Said, sentenceAbout, UNCLEAR } from './event-of-sense.ts';
import { type Clues, type Judged, probabilityOf, type Sense } from './evidence.ts';
import { eventFor } from './meanings.ts';
import { isPlainEnough, isWeighty } from './plain-yes.ts';
import type { Candidate } from './reading.ts';
import type { BeginsAsThanks } from './sentences.ts';

/** What a decision needs. */
export interface Deciding extends Said {
  judged: Judged;
  beginsAsThanks: BeginsAsThanks;
}

/** The least probability of a sense, and how many times likelier than the next one it has to be. */
const LEAST = 0.25;
const CLEAR = 1.02;
/** How many times likelier it has to be than that the words are not for the skill. A miss costs less than a mistake. */
const CLEARLY_FOR_THE_SKILL = 1.5;
/** A yes has to be this many times likelier than a no, and the other way round. */
const POLAR = 2;
/** A phrase that is the whole of what was said, and no sample, has at least this weight. */
const WHOLE = 0.65;
/** What is left besides it weighs less than this. */
const NOTHING_ELSE = 0.01;

/** Pairs of which one is never guessed: with which sense the other is confused. */
const OPPOSITES: Readonly<Record<Sense, readonly Sense[]>> = {
  yes: ['no'],
  no: ['yes'],
  'keep-it': ['delete-it'],
  'delete-it': ['keep-it'],
};

/** Senses whose event has words of theirs in it. */
const TAKEN_FROM_WORDS: ReadonlySet<Sense> = new Set(['keep-question']);

/** Decides what was meant. */
export function decide(deciding: Deciding): Event {
  return adjusted(meantBy(deciding), deciding);
}

function meantBy(deciding: Deciding): Event {
  const { clues } = deciding;
  if (clues.heard.words.length === 0) return UNCLEAR;
  const whole = wholePhrase(clues);
  if (whole !== null && isAboutName(whole, clues)) return sentenceAbout(whole.values.toName, deciding);
  const all = whole === null ? null : outweighing(whole, deciding);
  if (whole !== null && all !== null && isOpposite(whole.meaning, all, clues.kind)) return UNCLEAR;
  // A yes to saving something is not guessed beside another phrase.
  const outweighs = all === 'yes' && isWeighty(clues) ? null : all;
  if (whole !== null && outweighs === null && !isContradicted(whole.meaning, deciding)) {
    const sense = alikeAt(whole.meaning, deciding);
    const isWhole = sense === whole.meaning && !TAKEN_FROM_WORDS.has(sense);
    const event = isWhole ? eventFor(whole.meaning, whole.values) : eventOf(sense, deciding);
    if (event !== null) return event;
  }
  if (isOwnQuestion(deciding)) return eventOf('keep-question', deciding);
  return eventOf(senseBeside(deciding) ?? senseOf(deciding), deciding);
}

/** The sense of words that answer what was asked for, whatever else they could mean; null if they are none such. */
function senseBeside(deciding: Deciding): Sense | null {
  if (isAppreciation(deciding) || isSentence(deciding)) return 'appreciation';
  return isDayOrTime(deciding) ? 'remind' : null;
}

/** Whether it is a sentence about somebody whose name it begins with ("Bo made me laugh"): the appreciation itself. */
function isAboutName({ meaning, values: { toName } }: Candidate, { heard }: Clues): boolean {
  return (
    meaning === 'appreciation' &&
    toName !== undefined &&
    heard.text.toLowerCase().startsWith(toName.toLowerCase())
  );
}

/** What says "thank you" to the skill has to be this much likelier than an appreciation. */
const PLAIN_THANKS = 0.8;

/** Whether it begins as an appreciation does, at a question that does not leave two talking to each other. */
function isAppreciation({
  clues: { heard, question },
  judged,
  sentenceIn,
  beginsAsThanks,
}: Deciding): boolean {
  // At the end of a talk it is said to each other.
  if (question?.talking === true || question?.listensFor === 'name') return false;
  if (!beginsAsThanks(sentenceIn(heard.text))) return false;
  const [first] = judged;
  return first?.sense !== 'thanks' || first.probability < PLAIN_THANKS;
}

/**
 * The phrase that is the whole of what was said, apart from words that change nothing. A sample of the interaction model
 * comes first, since Alexa may send it as an intent too. Null if there is none, or two.
 */
export function wholePhrase({ candidates, question }: Clues): Candidate | null {
  // Light words alone, such as "that's me", mean what the question makes of them.
  const whole = candidates.filter(
    ({ cost, found, sample, exact }) =>
      cost < NOTHING_ELSE && (found >= WHOLE || (question === null && sample && exact)),
  );
  const samples = whole.filter(({ sample }) => sample);
  // Alexa prefers a sample without slots too.
  const slots = ({ values }: Candidate): number => Object.keys(values).length;
  const [first, second] = (samples.length > 0 ? samples : whole).toSorted(
    (one, two) => slots(one) - slots(two) || two.found - one.found,
  );
  if (first === undefined) return null;
  const isTie = second !== undefined && slots(second) === slots(first) && second.found === first.found;
  return isTie ? null : first;
}

/** The likeliest of the senses that come to the same as a meaning at this kind of question. */
function alikeAt(meaning: Meaning, { clues: { kind }, judged }: Deciding): Sense {
  const those = alike(meaning, kind);
  return judged.find(({ sense }) => those.includes(sense))?.sense ?? meaning;
}

/** Whether a yes or no at the beginning of the answer says the opposite of a meaning. */
function isContradicted(meaning: Meaning, { clues: { polarity } }: Deciding): boolean {
  return (
    polarity !== null &&
    ((meaning === 'yes' && polarity.says === 'no') || (meaning === 'no' && polarity.says === 'yes'))
  );
}

/** What all words together have to be for a meaning, so that it counts more than that of a whole phrase. */
const OUTWEIGHS = 0.4;

/**
 * What all words together clearly mean at this question, if it is something else than the phrase means by itself ("one
 * more" at "shall I read another?" asks for no more time); null if it is not. A sample means what its intent means.
 */
function outweighing({ meaning, sample }: Candidate, { clues, judged }: Deciding): Sense | null {
  if (sample) return null;
  const [first] = together(judged, clues.kind);
  if (first === undefined || first.probability < OUTWEIGHS || first.sense === 'none') return null;
  const isSame =
    (FAMILIES[first.sense] ?? [first.sense]).includes(meaning) ||
    alike(meaning, clues.kind).includes(first.sense);
  return isSame ? null : first.sense;
}

/** Senses that keep or go on, and those that do not. */
const FOR: readonly Sense[] = ['yes', 'keep-it', 'resume', 'next', 'another'];
const NOT_FOR: readonly Sense[] = ['no', 'delete-it', 'take-back', 'skip', 'rather-not', 'not-quite'];

/**
 * Whether one of two senses that do not come to the same at this kind of question says the opposite of the other, so that
 * neither is guessed.
 */
function isOpposite(one: Sense, other: Sense, kind: string | null): boolean {
  const [these, those] = [one, other].map((sense) => [sense, ...alike(sense, kind)]) as [Sense[], Sense[]];
  const says = (senses: readonly Sense[], what: readonly Sense[]): boolean =>
    senses.some((sense) => what.includes(sense));
  return (says(these, FOR) && says(those, NOT_FOR)) || (says(these, NOT_FOR) && says(those, FOR));
}

/** Words in the shortest sentence. */
const LEAST_WORDS = 3;
/** At the question for a sentence to keep, words are one unless they are this much likelier not for the skill. */
const PROBABLY_KEPT = 0.02;

/** Whether it is a sentence to keep, if one was asked for. It is read back before anything is kept. */
function isSentence({ clues: { question, heard }, judged }: Deciding): boolean {
  if (question?.listensFor !== 'appreciation' || heard.words.length < LEAST_WORDS) return false;
  const [first] = judged;
  const isLikely = first?.sense === 'none' || first?.sense === 'appreciation';
  return isLikely && probabilityOf('appreciation', judged) >= PROBABLY_KEPT;
}

/** Words in the longest answer to the question for a day or a time. */
const MOST_IN_A_TIME = 6;

/** Whether it has a day or a time, if one was asked for. It is read back before a reminder is set. */
function isDayOrTime({ clues: { question, heard }, judged, valuesIn }: Deciding): boolean {
  const asked = question?.listensFor;
  if ((asked !== 'day' && asked !== 'time') || heard.words.length > MOST_IN_A_TIME) return false;
  const [first] = judged;
  return (
    (first?.sense === 'none' || first?.sense === 'remind') &&
    (valuesIn('day').length > 0 || valuesIn('time').length > 0)
  );
}

/** Words in the shortest question, such as "why me". */
const LEAST_IN_A_QUESTION = 2;
/** At the question for one of theirs, words are one unless another meaning is this likely. */
const SURELY_ANOTHER = 0.6;
/** And unless they are this likely not for the skill. */
const SURELY_SIDE_TALK = 0.75;

/** Whether it is a question of their own, if one was asked for. It is read back before anything is kept. */
function isOwnQuestion({ clues: { question, heard }, judged }: Deciding): boolean {
  if (question?.listensFor !== 'question' || heard.words.length < LEAST_IN_A_QUESTION) return false;
  if (probabilityOf('none', judged) >= SURELY_SIDE_TALK) return false;
  const other = judged.find(({ sense }) => sense !== 'none' && sense !== 'keep-question');
  return other === undefined || other.probability < SURELY_ANOTHER;
}

/** The likeliest sense; null if it is not likely enough, or another one is nearly as likely. */
function senseOf(deciding: Deciding): Sense | null {
  const { clues } = deciding;
  const judged = together(deciding.judged, clues.kind);
  const [first, second] = judged;
  if (first === undefined || first.sense === 'none' || first.probability < LEAST) return null;
  if (isUnknown(clues) && first.probability < BY_THE_QUESTION) return null;
  const bare = bareAnswer(judged, clues);
  if (bare !== null) return bare;
  if (second !== undefined && first.probability < CLEAR * second.probability) return null;
  if (first.probability < CLEARLY_FOR_THE_SKILL * probabilityOf('none', judged)) return null;
  const opposites = OPPOSITES[first.sense] ?? [];
  // A yes that saves or deletes is not guessed beside any no.
  const isGrave = isWeighty(clues) && (first.sense === 'yes' || first.sense === 'keep-it');
  const all = isGrave ? opposites.flatMap((one) => [one, ...alike(one, clues.kind)]) : opposites;
  if (all.some((one) => first.probability < POLAR * probabilityOf(one, judged))) return null;
  if (clues.question?.listensFor === 'name' && UNNAMED.has(first.sense) && first.probability < SURE)
    return null;
  return isPlainEnough(first, clues, SURE) ? first.sense : null;
}

/** A yes or a no that is all that was said, if it is nearly the likeliest: "why not" where a length is chosen. */
function bareAnswer(judged: Judged, clues: Clues): Sense | null {
  const [first] = judged;
  const says = clues.polarity?.besides === 0 ? clues.polarity.says : null;
  const own = judged.find(({ sense }) => sense === says);
  if (first === undefined || own === undefined || first.sense in OPPOSITES) return null;
  return own.probability * POLAR >= first.probability && isPlainEnough(own, clues, SURE) ? own.sense : null;
}

/** Less is found of a phrase if all of it may be a name that nobody knows. */
const SOMETHING_KNOWN = 0.2;

/** Whether no word is usual, part of a phrase or a known value of a slot, at a question that asks for no words of theirs. */
function isUnknown({ heard, candidates, polarity, question, isOrdinary }: Clues): boolean {
  return (
    polarity === null &&
    (question?.listensFor ?? null) === null &&
    !heard.words.some(isOrdinary) &&
    candidates.every(({ found }) => found < SOMETHING_KNOWN)
  );
}

/** Ways not to give a name. */
const UNNAMED: ReadonlySet<Sense> = new Set(['rather-not', 'skip', 'no']);
/** How likely it has to be not to give a name, or to consent: side talk and a murmur at those questions are neither. */
const SURE = 0.9;
/** Nearly as likely can a question alone make its yes. If no word is known, a meaning has to be likelier. */
const BY_THE_QUESTION = 0.93;
