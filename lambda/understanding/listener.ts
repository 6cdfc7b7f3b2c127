/** Understands what somebody said, as an event, given what was asked. */
import type { Hearing } from '../content/hearing.ts';
import type { Meaning } from '../content/phrases.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Question } from '../conversation/model/question.ts';
import { createAfterHelp, SUPPORT } from './after-help.ts';
import { together } from './alike-senses.ts';
import { createClues } from './clues.ts';
import { createDangerReader, type HeardDanger, isAlarm, isOfPartner } from './danger.ts';
import type { HARMLESS_SENSE } from './danger-evidence.ts';
import { decide, wholePhrase } from './deciding.ts';
import { type Clues, createJudge, type Judged, type Sense } from './evidence.ts';
import { createNames } from './names.ts';
import { type Meant, withRestOfAnswer } from './rest-of-answer.ts';
import { createIsLimiting, createIsRejected, createIsRejecting, type SaidValue } from './said-choice.ts';
import { createSecondThoughts } from './second-thoughts.ts';
import {
  createAsAsked,
  createBeginsAsThanks,
  createIsOnlyWish,
  createIsToSave,
  createReadAuthor,
  createReadQuestion,
  createReadSentence,
} from './sentences.ts';
import type { KnownNames } from './values.ts';
import { createLimitedToOne } from './whose.ts';

/** What the partners have heard before they say something. */
export interface Heard {
  /** What was asked; null if nothing was, or if the question was not heard to its end. */
  question: Question | null;
  /** The names of the two partners; null for those that are not known. */
  names: KnownNames;
}

/** What was understood: an event, and for developers why. */
export interface Understood {
  event: Event;
  /** Null for a danger, which counts before everything else, and for somebody who cannot talk about it now. */
  clues: Clues | null;
  judged: Judged;
}

/** A language that is prepared for understanding. */
export interface Listener {
  /** Understands what was said. What was said is in memory only while this runs. */
  understand(said: string, heard: Heard): Understood;
  /** The name in these words, as it was said; null if they are not a name. */
  name(said: string): string | null;
  /** Whether an appreciation contains a reproach. */
  isBarbed(said: string): boolean;
  /** The event that offers support, if the words of a slot show a danger; null if they do not. */
  concern(said: string): Event | null;
}

/**
 * Prepares a language for understanding. Most of it is prepared when it is first needed: the session begins with a launch,
 * which has no words, and takes longest because the function is started for it.
 */
export function createListener(content: { readonly hearing: Hearing }): Listener {
  const danger = once(() => {
    const { danger, dangerCosts } = content.hearing;
    return createDangerReader(danger, dangerCosts);
  });
  const words = once(() => readWords(content.hearing));

  const isBarbed = (said: string): boolean => {
    const { idioms, barbed } = content.hearing;
    let heard = ` ${normal(said)} `;
    for (const idiom of idioms) heard = heard.replaceAll(` ${idiom} `, ' ');
    return barbed.some((phrase) => heard.includes(` ${phrase} `));
  };

  return {
    understand(said, { question, names: known }) {
      // A danger counts before every other meaning.
      const heard = danger()(said);
      const afterHelp = question?.id === SUPPORT ? words().afterHelp() : null;
      // But nothing more is read out to somebody who cannot talk now, and "nobody is dying, it was a joke" is answered.
      if (afterHelp?.isHushed(said, heard)) return { event: { type: 'stop' }, clues: null, judged: [] };
      if (afterHelp?.isDenied(said, heard)) return { event: { type: 'no' }, clues: null, judged: [] };
      const alarm = alarmOf(heard);
      const isLikely = alarm !== null && heard?.certainty !== 'slight';
      const ofPartner = isOfPartner(heard);
      if (isLikely && (afterHelp === null || !ofPartner)) return { event: alarm, clues: null, judged: [] };
      const { clues: find, judge, secondThoughts, limitedToOne, ...readers } = words();
      const read = (said: string): Meant => {
        const clues = find.cluesIn(said, question, known);
        const judged = judge(find.features(clues));
        const valuesIn = (slot: string): SaidValue[] => find.readSlot(known).anywhere(slot, clues.heard);
        const decided = decide({ clues, judged, ...readers, isBarbed, valuesIn });
        return { event: secondThoughts(limitedToOne(decided, clues), clues), clues, judged };
      };
      const meant = read(said);
      const { clues, judged } = meant;
      // After help was offered, "he'd hear me on the phone, can I text?" asks for a way to get it.
      const isByText = meant.event.type === 'support' && meant.event.byText === true;
      const asksForText = ofPartner && isByText && afterHelp?.isOnWriting(said) === true;
      if (alarm !== null && !asksForText && (isLikely || !isPlainlyMeant(meant)))
        return { event: alarm, clues: null, judged: [] };
      const event = withRestOfAnswer(meant, read, content.hearing.secondThoughts);
      // After help was offered, "no, it's not him, it's his brother" is no "no, thank you".
      if (event.type === 'no' && afterHelp?.isWorried(said, heard))
        return { event: { type: 'unclear' }, clues, judged };
      // What means nothing is no command that it would keep them from.
      const isWorrying = heard !== null && event.type === 'unclear';
      return { event: isWorrying ? { ...event, worrying: true } : event, clues, judged };
    },
    name: (said) => words().names.one(said),
    isBarbed,
    concern(said) {
      const heard = danger()(said);
      // The value of a slot, such as "physical closeness", says too little by itself.
      const isValue = said.split(' ').length <= MOST_IN_A_VALUE;
      return heard?.certainty === 'slight' && isValue ? null : alarmOf(heard);
    },
  };
}

/** Words in the longest value of a slot that is no sentence. */
const MOST_IN_A_VALUE = 3;
/** How likely one meaning has to be to be plain beside a danger that is hardly likely. */
const PLAIN = 0.9;
/** Meanings that may well be those of somebody in danger. All others are listed in test/understanding/plain-beside-danger.test.ts. */
export const MAY_BE_DANGER: ReadonlySet<Sense> = new Set<Meaning | typeof HARMLESS_SENSE>([
  'none',
  'distress',
  'contempt',
  'time-out',
  'support',
  'counsel',
  'support-by-text',
  'support-details',
  'reluctant',
  'parting',
  'judge',
  'alone',
  'dont-save',
  'who-hears',
  'listening',
  'louder',
  'rather-not',
  'interrupted',
  'stop',
]);

/** Whether words plainly mean something that nobody in danger would say: a sample of the model, or a likely answer. */
function isPlainlyMeant({ judged, clues }: Meant): boolean {
  if (wholePhrase(clues)?.sample === true) return true;
  const [first] = together(judged, clues.kind);
  return first !== undefined && first.probability >= PLAIN && !MAY_BE_DANGER.has(first.sense);
}

/** The event that offers support; null if no danger was heard, or one so faintly that it is only mentioned. */
function alarmOf(heard: HeardDanger | null): Event | null {
  if (!isAlarm(heard)) return null;
  return { type: 'support', about: heard.concern, ...(heard.certainty !== 'certain' && { doubtful: true }) };
}

/** What reads words. It takes some milliseconds to prepare. */
function readWords(hearing: Hearing) {
  const { phrases } = hearing;
  const clues = createClues(phrases);
  const { phrasebook, isOrdinary } = clues;
  return {
    clues,
    // Few sessions ask it.
    afterHelp: once(() => createAfterHelp(hearing, phrasebook.normalise)),
    judge: createJudge(phrases.costs),
    sentenceIn: createReadSentence(hearing),
    questionIn: createReadQuestion(hearing),
    beginsAsThanks: createBeginsAsThanks(hearing),
    isOnlyWish: createIsOnlyWish(hearing),
    authorOf: createReadAuthor(hearing),
    by: hearing.whose.by,
    asAsked: createAsAsked(hearing),
    isToSave: createIsToSave(hearing),
    isRejecting: createIsRejecting(hearing),
    isRejected: createIsRejected(hearing),
    isLimiting: createIsLimiting(hearing),
    besideYes: hearing.besideYes,
    renaming: hearing.renaming,
    parting: hearing.parting,
    away: hearing.away,
    reminder: hearing.reminder,
    chimes: hearing.chimes,
    isOwnWord: (word: string) =>
      phrasebook.weightOf(word) === undefined &&
      ![...phrases.speech.function, ...phrases.speech.free].includes(word),
    somebodyNew: hearing.somebodyNew,
    secondThoughts: createSecondThoughts(hearing),
    limitedToOne: createLimitedToOne(hearing),
    names: createNames(hearing.names, phrasebook.normalise, isOrdinary, phrasebook.isSample),
  };
}

/** The function that prepares something when it is called for the first time. */
function once<T>(prepare: () => T): () => T {
  let prepared: { of: T } | undefined;
  return () => {
    prepared ??= { of: prepare() };
    return prepared.of;
  };
}

/** Words in the form in which they are compared: in lower case, without punctuation, with single spaces. */
function normal(words: string): string {
  return words
    .toLocaleLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}'\s]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
