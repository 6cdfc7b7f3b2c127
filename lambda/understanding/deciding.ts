/** Decides what was meant, from what its words say and from the phrases in it. */
import type { Meaning } from '../content/content.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Clues, Judged, Sense } from './evidence.ts';
import { eventFor, type Values } from './meanings.ts';
import type { Names } from './names.ts';
import type { Candidate } from './reading.ts';
import type { BeginsAsThanks, ReadQuestion, ReadSentence } from './sentences.ts';

/** What a decision needs. */
export interface Deciding {
  clues: Clues;
  judged: Judged;
  names: Names;
  sentenceIn: ReadSentence;
  questionIn: ReadQuestion;
  beginsAsThanks: BeginsAsThanks;
  isBarbed(said: string): boolean;
  /** The value of a slot anywhere in what was said; undefined if there is none. */
  valueIn(slot: string): string | undefined;
}

/** The least probability of a sense, and how many times likelier than the next one it has to be. */
const LEAST = 0.25;
const CLEAR = 1.02;
/** A yes has to be this many times likelier than a no, and the other way round. */
const POLAR = 2;
/** A phrase that is the whole of what was said, and no sample, has at least this weight. */
const WHOLE = 0.65;
/** What is left besides it weighs less than this. */
const NOTHING_ELSE = 0.01;

/** Senses whose event has words of theirs in it. */
const TAKEN_FROM_WORDS: ReadonlySet<Sense> = new Set(['keep-question']);

const UNCLEAR: Event = { type: 'unclear' };

/** Senses that come to the same at a kind of question: the first of each list stands for all of them. */
const ALIKE: readonly { kinds: RegExp; senses: readonly Sense[] }[] = [
  { kinds: /^(?:forget|take-back|parting)/u, senses: ['yes', 'delete-it', 'take-back'] },
  { kinds: /^(?:forget|take-back|parting)/u, senses: ['keep-it', 'no', 'not-quite'] },
  { kinds: /confirm$/u, senses: ['keep-it', 'yes'] },
  { kinds: /confirm$/u, senses: ['delete-it', 'no', 'take-back'] },
  { kinds: /^(?:ready|welcome|length|carry-on|paused)$/u, senses: ['yes', 'resume', 'next'] },
  { kinds: /^(?:talk|wish)$/u, senses: ['done', 'yes', 'next'] },
  { kinds: /^(?:talk|wish)$/u, senses: ['more-time', 'no', 'resume', 'not-quite'] },
  { kinds: /^get-/u, senses: ['no', 'not-quite'] },
  { kinds: /^get-/u, senses: ['yes', 'done'] },
  { kinds: /^(?:recap|another)/u, senses: ['yes', 'resume', 'another'] },
  { kinds: /^(?:recap|another)/u, senses: ['no', 'done'] },
  { kinds: /^support/u, senses: ['repeat', 'yes', 'slower'] },
  { kinds: /^ready$/u, senses: ['more-time', 'not-quite'] },
  { kinds: /^remind/u, senses: ['no', 'unremind'] },
  { kinds: /^/u, senses: ['interrupted', 'pause'] },
  // "Not tonight" is no wish to drop the place.
  { kinds: /^carry-on$/u, senses: ['no', 'stop'] },
  { kinds: /^start-over/u, senses: ['yes', 'start-over', 'choose'] },
  { kinds: /^start-over/u, senses: ['no', 'resume', 'keep-it'] },
  { kinds: /^(?:who-starts|.*\.who|recap\.by)$/u, senses: ['first', 'names', 'it-is-me'] },
];

/** The probabilities, with those that come to the same added up. */
function together(judged: Judged, kind: string | null): Judged {
  if (kind === null) return judged;
  let all = judged;
  for (const { kinds, senses } of ALIKE) {
    if (!kinds.test(kind)) continue;
    const own = all.filter(({ sense }) => senses.includes(sense));
    const [likeliest] = own;
    if (likeliest === undefined) continue;
    const probability = own.reduce((sum, one) => sum + one.probability, 0);
    all = [...all.filter((one) => !own.includes(one)), { sense: likeliest.sense, probability }];
  }
  return all.toSorted((one, two) => two.probability - one.probability);
}

/** Pairs of which one is never guessed: with which sense the other is confused. */
const OPPOSITES: Readonly<Record<Sense, readonly Sense[]>> = {
  yes: ['no'],
  no: ['yes'],
  'keep-it': ['delete-it'],
  'delete-it': ['keep-it'],
};
/** Decides what was meant. */
export function decide(deciding: Deciding): Event {
  const { clues } = deciding;
  if (clues.heard.words.length === 0) return UNCLEAR;
  const whole = wholePhrase(clues);
  if (whole !== null && isAboutName(whole, clues)) return sentenceAbout(whole.values.toName, deciding);
  if (whole !== null && !isContradicted(whole.meaning, deciding) && !isOutweighed(whole, deciding)) {
    const sense = alikeAt(whole.meaning, deciding);
    const isWhole = sense === whole.meaning && !TAKEN_FROM_WORDS.has(sense);
    const event = isWhole ? eventFor(whole.meaning, whole.values) : eventOf(sense, deciding);
    if (event !== null) return event;
  }
  if (isOwnQuestion(deciding)) return eventOf('keep-question', deciding);
  const sense = isAppreciation(deciding) || isSentence(deciding) ? 'appreciation' : senseOf(deciding);
  return sense === null ? UNCLEAR : eventOf(sense, deciding);
}

/** Whether it is a sentence about somebody whose name it begins with ("Bo made me laugh"): the appreciation itself. */
function isAboutName({ meaning, values: { toName } }: Candidate, { heard }: Clues): boolean {
  return (
    meaning === 'appreciation' &&
    toName !== undefined &&
    heard.text.toLowerCase().startsWith(toName.toLowerCase())
  );
}

/** That sentence, and whom it is about. */
function sentenceAbout(toName: string | undefined, { clues, sentenceIn, isBarbed }: Deciding): Event {
  const text = sentenceIn(clues.heard.text);
  return {
    type: 'appreciation',
    text,
    barbed: isBarbed(text),
    ...(toName === undefined ? {} : { to: toName }),
  };
}

/** What says "thank you" to the skill has to be this much likelier than an appreciation. */
const PLAIN_THANKS = 0.7;

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

/** The senses that come to the same as a meaning at this kind of question. */
function alike(meaning: Meaning, kind: string | null): Sense[] {
  return ALIKE.filter(
    ({ kinds, senses }) => kind !== null && kinds.test(kind) && senses.includes(meaning),
  ).flatMap(({ senses }) => senses);
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
 * Whether all words together clearly mean something else at this question than the phrase does by itself ("one more" at
 * "shall I read another?" asks for no more time). A sample means what its intent means.
 */
function isOutweighed({ meaning, sample }: Candidate, { clues, judged }: Deciding): boolean {
  if (sample) return false;
  const [first] = together(judged, clues.kind);
  if (first === undefined || first.probability < OUTWEIGHS || first.sense === 'none') return false;
  return (
    !(FAMILIES[first.sense] ?? [first.sense]).includes(meaning) &&
    !alike(meaning, clues.kind).includes(first.sense)
  );
}

/** Words in the shortest sentence. */
const LEAST_WORDS = 3;
/** At the question for a sentence to keep, words are one unless they are this much likelier not for the skill. */
const PROBABLY_KEPT = 0.02;

/** Whether it is a sentence to keep, if one was asked for. It is read back before anything is kept. */
function isSentence({ clues: { question, heard }, judged }: Deciding): boolean {
  if (question?.listensFor !== 'appreciation' || heard.words.length < LEAST_WORDS) return false;
  const of = (sense: Sense): number => judged.find((one) => one.sense === sense)?.probability ?? 0;
  const [first] = judged;
  return (first?.sense === 'none' || first?.sense === 'appreciation') && of('appreciation') >= PROBABLY_KEPT;
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
  const of = (sense: Sense): number => judged.find((one) => one.sense === sense)?.probability ?? 0;
  if (of('none') >= SURELY_SIDE_TALK) return false;
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
  if (second !== undefined && first.probability < CLEAR * second.probability) return null;
  for (const opposite of OPPOSITES[first.sense] ?? []) {
    const other = judged.find(({ sense }) => sense === opposite)?.probability ?? 0;
    if (first.probability < POLAR * other) return null;
  }
  if (clues.question?.listensFor === 'name' && UNNAMED.has(first.sense) && first.probability < SURE)
    return null;
  const yes = clues.question?.yes;
  if (yes === 'deletes' && (first.sense === 'yes' || first.sense === 'delete-it') && !isPlain(deciding))
    return null;
  if (yes === 'allows' && first.sense === 'yes' && first.probability < SURE && !isPlain(deciding))
    return null;
  return first.sense;
}

/** Less is found of a phrase if all of it may be a name that nobody knows. */
const SOMETHING_KNOWN = 0.2;

/** Whether no word is usual, part of a phrase or a known value of a slot, at a question that asks for no words of theirs. */
function isUnknown({ heard, candidates, question, isOrdinary }: Clues): boolean {
  return (
    (question?.listensFor ?? null) === null &&
    !heard.words.some(isOrdinary) &&
    candidates.every(({ found }) => found < SOMETHING_KNOWN)
  );
}

/** What speaks against a yes to deleting, said beside it. */
const AGAINST: readonly Meaning[] = ['keep-it', 'no', 'not-quite', 'pause', 'stop', 'rather-not'];

/** Ways not to give a name. */
const UNNAMED: ReadonlySet<Sense> = new Set(['rather-not', 'skip', 'no']);
/** How likely it has to be not to give a name, or to consent: side talk and a murmur at those questions are neither. */
const SURE = 0.75;
/** Nearly as likely can a question alone make its yes. If no word is known, a meaning has to be likelier. */
const BY_THE_QUESTION = 0.93;

/** Whether a yes to deleting or to being remembered was said plainly: with a yes or a word for deleting, and nothing that speaks against it. */
function isPlain({ clues: { candidates, polarity } }: Deciding): boolean {
  const has = (...meanings: Meaning[]): boolean =>
    candidates.some(({ meaning }) => meanings.includes(meaning));
  if (polarity?.says === 'no' || has(...AGAINST)) return false;
  return polarity?.says === 'yes' || has('yes', 'delete-it', 'take-back', 'forget-us');
}

/** The meanings of a sense that has several, the likeliest first. */
const FAMILIES: Readonly<Record<Sense, readonly Meaning[]>> = {
  forget: ['forget-us', 'forget-me', 'forget-person', 'forget-said', 'forget-said-by-me', 'forget-my-voice'],
  recap: ['recap', 'recap-by-name', 'recap-for-me', 'recap-by-me'],
  learn: ['learn', 'why'],
  support: ['support', 'counsel'],
  remind: ['remind', 'remind-every-day'],
  choose: ['choose', 'depth', 'shorter'],
};

/** The event of a sense, with the values that were said. */
function eventOf(sense: Sense, deciding: Deciding): Event {
  const { clues, names, sentenceIn, questionIn, isBarbed } = deciding;
  const { heard, candidates } = clues;
  switch (sense) {
    case 'names': {
      const said = names.all(heard);
      return said === null ? UNCLEAR : { type: 'names', ...said };
    }
    case 'appreciation': {
      const text = sentenceIn(heard.text);
      return { type: 'appreciation', text, barbed: isBarbed(text) };
    }
    case 'keep-question':
      return { type: 'keep-question', text: questionIn(heard.text) };
    default: {
      const family = FAMILIES[sense] ?? [sense as Meaning];
      // At the question for a length, "keep it to the short one" names one.
      const length =
        sense === 'choose' && clues.kind === 'length'
          ? eventFor('choose', withValues(sense, {}, deciding))
          : null;
      if (length !== null) return length;
      const candidate = candidates.find(({ meaning }) => family.includes(meaning));
      const meaning = candidate?.meaning ?? (family[0] as Meaning);
      const values = withValues(sense, candidate?.values ?? {}, deciding);
      const event = eventFor(meaning, values) ?? eventFor(family[0] as Meaning, values);
      if (event !== null) return event;
      // An exercise that is not known: they hear which ones there are.
      return sense === 'choose' && clues.kind !== 'length' ? choiceFrom(values) : UNCLEAR;
    }
  }
}

/** The slots that are looked for anywhere in what was said, if the phrase itself has none. */
const SOUGHT: Readonly<Record<Sense, readonly string[]>> = {
  choose: ['exercise', 'depth', 'theme'],
  remind: ['day', 'time'],
  'more-time': ['duration'],
  learn: ['subject'],
  recap: ['period'],
  first: ['name', 'partner'],
  'take-back': ['kept'],
  'delete-it': ['kept'],
};

function withValues(sense: Sense, values: Values, { clues, valueIn }: Deciding): Values {
  const all: Record<string, string | undefined> = { ...values };
  for (const slot of SOUGHT[sense] ?? []) all[slot] ??= valueIn(slot);
  if (sense === 'choose' && all.minutes === undefined) {
    const seconds = Number(valueIn('duration'));
    if (seconds >= 60) all.minutes = String(Math.round(seconds / 60));
    // "Twenty": at the question for the length a number alone is one.
    else if (clues.kind === 'length') all.minutes = valueIn('minutes');
  }
  return all;
}

function choiceFrom(values: Values): Event {
  return eventFor('depth', values) ?? { type: 'menu' };
}
