/** Understands what somebody said, as an event, given what was asked. */
import { CONCERNS, type Hearing } from '../content/content.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Question } from '../conversation/model/question.ts';
import { decide } from './deciding.ts';
import { kindOf } from './kind-of-question.ts';
import { createNames } from './names.ts';
import { createPhrasebook } from './phrasebook.ts';
import { createPolarity } from './polarity.ts';
import { type Candidate, createReading } from './reading.ts';
import { createSentences } from './sentences.ts';
import { createReadSlot, type KnownNames } from './values.ts';

/** What the partners have heard before they say something. */
export interface Heard {
  /** What was asked; null if nothing was, or if the question was not heard to its end. */
  question: Question | null;
  /** The names of the two partners; null for those that are not known. */
  names: KnownNames;
}

/** What was understood: an event, and for developers every meaning that was found. */
export interface Understood {
  event: Event;
  candidates: readonly Candidate[];
}

/** A language that is prepared for understanding. */
export interface Listener {
  /** Understands what was said. What was said is in memory only while this runs. */
  understand(said: string, heard: Heard): Understood;
  /** The whole words: the value of a slot, with the carrier of the sample before it. */
  withCarrier(slot: string, value: string): string;
  /** The name in these words, as it was said; null if they are not a name. */
  name(said: string): string | null;
  /** Whether an appreciation contains a reproach. */
  isBarbed(said: string): boolean;
  /** The event that offers support, if the words show a danger; null if they do not. */
  concern(said: string): Event | null;
}

/** Prepares a language for understanding. */
export function createListener(hearing: Hearing): Listener {
  const { phrases } = hearing;
  const phrasebook = createPhrasebook(phrases);
  const { normalise } = phrasebook;
  const isOrdinary = (word: string): boolean =>
    phrasebook.weightOf(word) !== undefined || phrasebook.isCommon(word);
  const read = createReading(phrasebook, phrases.speech);
  const readSlot = createReadSlot(phrases.types, phrases.speech, normalise, isOrdinary);
  const polarity = createPolarity(phrases.classes, normalise);
  const sentences = createSentences(hearing);
  const names = createNames(hearing.names, normalise, isOrdinary);

  const within = (words: string, all: readonly string[]): boolean =>
    all.some((phrase) => ` ${words} `.includes(` ${normal(phrase)} `));
  const withoutIdioms = (said: string): string => {
    let heard = ` ${normal(said)} `;
    for (const idiom of hearing.idioms) heard = heard.replaceAll(` ${normal(idiom)} `, ' ');
    return heard.trim();
  };
  const isBarbed = (said: string): boolean => within(withoutIdioms(said), hearing.barbed);
  const concern = (said: string): Event | null => {
    const heard = withoutIdioms(said);
    const about = CONCERNS.find((one) => within(heard, hearing.concerns[one]));
    return about === undefined ? null : { type: 'support', about };
  };

  return {
    understand(said, { question, names: known }) {
      const danger = concern(said);
      if (danger !== null) return { event: danger, candidates: [] };
      const heard = normalise(said);
      const candidates = read(heard, question === null ? null : kindOf(question.id), readSlot(known));
      const event = decide({
        heard,
        candidates,
        question,
        names,
        sentences,
        isBarbed,
        polarity: polarity(heard, (at) => phrasebook.isFree(heard.words[at] ?? '')),
      });
      return { event, candidates };
    },
    withCarrier(slot, value) {
      const carrier = phrases.carriers[slot];
      return carrier === undefined ? value : `${carrier} ${value}`;
    },
    name: (said) => names.one(said),
    isBarbed,
    concern,
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
