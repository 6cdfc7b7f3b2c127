/** The event of a sense, with the values and the words that were said. */
import type { Meaning } from '../content/content.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Clues, Sense } from './evidence.ts';
import { eventFor, type Values } from './meanings.ts';
import type { Names } from './names.ts';
import type { ReadQuestion, ReadSentence } from './sentences.ts';

/** What makes an event of a sense. */
export interface Said {
  clues: Clues;
  names: Names;
  sentenceIn: ReadSentence;
  questionIn: ReadQuestion;
  isBarbed(said: string): boolean;
  /** The value of a slot anywhere in what was said; undefined if there is none. */
  valueIn(slot: string): string | undefined;
}

/** Words without a meaning. */
export const UNCLEAR: Event = { type: 'unclear' };

/** The meanings of a sense that has several, the likeliest first. */
export const FAMILIES: Readonly<Record<Sense, readonly Meaning[]>> = {
  forget: ['forget-us', 'forget-me', 'forget-person', 'forget-said', 'forget-said-by-me', 'forget-my-voice'],
  recap: ['recap', 'recap-by-name', 'recap-for-me', 'recap-by-me'],
  learn: ['learn', 'why'],
  support: ['support', 'counsel'],
  remind: ['remind', 'remind-every-day'],
  choose: ['choose', 'depth', 'shorter'],
};

/** The event of a sense, with the values that were said. */
export function eventOf(sense: Sense | null, said: Said): Event {
  const { clues, names, sentenceIn, questionIn, isBarbed } = said;
  const { heard, candidates } = clues;
  const author = authorIn(clues);
  if (author !== null && (sense === 'first' || sense === 'names')) return author;
  switch (sense) {
    case null:
      return UNCLEAR;
    case 'names': {
      const given = names.all(heard);
      return given === null ? UNCLEAR : { type: 'names', ...given };
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
          ? eventFor('choose', withValues(sense, {}, said))
          : null;
      if (length !== null) return length;
      const candidate = candidates.find(({ meaning }) => family.includes(meaning));
      const meaning = candidate?.meaning ?? (family[0] as Meaning);
      const values = withValues(sense, candidate?.values ?? {}, said);
      const event = eventFor(meaning, values) ?? eventFor(family[0] as Meaning, values);
      if (event !== null) return event;
      // An exercise that is not known: they hear which ones there are.
      return sense === 'choose' && clues.kind !== 'length' ? choiceFrom(values) : UNCLEAR;
    }
  }
}

/** The words before the name of the one whom a sentence is for. */
const FOR_SOMEBODY = ['for', 'about', 'to'];

/** Who said a sentence, if that was asked, and only the one whom it is for was named: the other one. Null if not. */
function authorIn({ heard: { words }, kind, names }: Clues): Event | null {
  if (kind !== 'adding.who') return null;
  const named = names.map((name) => (name === null ? -1 : words.indexOf(name.toLowerCase())));
  const isFor = named.map((at) => FOR_SOMEBODY.includes(words[at - 1] ?? ''));
  const whom = isFor.indexOf(true);
  const author = whom === -1 ? null : names[1 - whom];
  return author == null ? null : { type: 'first', who: { name: author } };
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

function withValues(sense: Sense, values: Values, { clues, valueIn }: Said): Values {
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

/** A sentence as an appreciation, and whom it is about. */
export function sentenceAbout(toName: string | undefined, { clues, sentenceIn, isBarbed }: Said): Event {
  const text = sentenceIn(clues.heard.text);
  return {
    type: 'appreciation',
    text,
    barbed: isBarbed(text),
    ...(toName === undefined ? {} : { to: toName }),
  };
}
