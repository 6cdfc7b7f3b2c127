/** Understands what somebody said, as an event, given what was asked. */
import { CONCERNS, type Hearing } from '../content/content.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Question } from '../conversation/model/question.ts';
import { decide } from './deciding.ts';
import { kindOf } from './kind-of-question.ts';
import { createNames, type Names } from './names.ts';
import { createPolarity } from './polarity.ts';
import { createPhrasebook } from './phrasebook.ts';
import { type Candidate, createReading } from './reading.ts';
import { createSentences } from './sentences.ts';
import { createReadSlot } from './values.ts';
import type { Heard } from './words.ts';

/** What was understood: an event, and for developers how it was found. */
export interface Understood {
  event: Event;
  candidates: readonly Candidate[];
}

/** A language that is prepared for understanding. */
export interface Listener {
  /** Understands what was said, given what was asked; null if nothing was, or the question was not heard yet. */
  understand(said: string, question: Question | null): Understood;
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
  const read = createReading(phrasebook, phrases.speech);
  const readSlot = createReadSlot(
    phrases.types,
    phrases.speech,
    normalise,
    (word) => phrasebook.weightOf(word) !== undefined || phrasebook.isCommon(word),
  );
  const polarity = createPolarity(phrases.classes, normalise);
  const sentences = createSentences(hearing);
  const names: Names = createNames(hearing.names, normalise, (word) => phrasebook.weightOf(word) !== undefined || phrasebook.isCommon(word));

  const isBarbed = (said: string): boolean => within(withoutIdioms(said), hearing.barbed);
  const within = (words: string, all: readonly string[]): boolean =>
    all.some((phrase) => ` ${words} `.includes(` ${normal(phrase)} `));
  const withoutIdioms = (said: string): string => {
    let heard = ` ${normal(said)} `;
    for (const idiom of hearing.idioms) heard = heard.replaceAll(` ${normal(idiom)} `, ' ');
    return heard.trim();
  };
  const concern = (said: string): Event | null => {
    const heard = withoutIdioms(said);
    const about = CONCERNS.find((one) => within(heard, hearing.concerns[one]));
    return about === undefined ? null : { type: 'support', about };
  };
  const candidatesFor = (heard: Heard, question: Question | null): Candidate[] =>
    read(
      heard,
      question === null ? null : kindOf(question.id),
      readSlot(question === null ? [] : [question.names.a, question.names.b]),
    );

  return {
    understand(said, question) {
      const danger = concern(said);
      if (danger !== null) return { event: danger, candidates: [] };
      const heard = normalise(said);
      const candidates = candidatesFor(heard, question);
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
