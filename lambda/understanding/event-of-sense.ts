/** The event of a sense, with the values and the words that were said. */
import type { Hearing } from '../content/hearing.ts';
import type { Meaning } from '../content/phrases.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Clues, Sense } from './evidence.ts';
import { indexOfName, nameAt } from './known-names.ts';
import { eventFor, type Values } from './meanings.ts';
import type { Names, SaidNames } from './names.ts';
import { NEGATED } from './reading.ts';
import { isSomebodyNew, type Renaming, renamed } from './renaming.ts';
import {
  dayIn,
  exerciseIn,
  isLongTurnedDown,
  isShortTurnedDown,
  isTurnedDown,
  lengthByWord,
  minutesIn,
  type SaidChoice,
  type SaidValue,
  starterIn,
} from './said-choice.ts';
import type { IsOnlyWish, IsToSave, ReadAuthor, ReadQuestion, ReadSentence } from './sentences.ts';
import { type Heard, lowered } from './words.ts';

/** What makes an event of a sense. */
export interface Said extends SaidChoice, Renaming {
  sentenceIn: ReadSentence;
  questionIn: ReadQuestion;
  isBarbed(said: string): boolean;
  parting: Hearing['parting'];
  away: Hearing['away'];
  reminder: Hearing['reminder'];
  chimes: Hearing['chimes'];
  /** Whether a word is neither one that most sentences have nor part of a phrase. */
  isOwnWord(word: string): boolean;
  isOnlyWish: IsOnlyWish;
  authorOf: ReadAuthor;
  /** The words before an author. */
  by: readonly string[];
  /** A question without a wish before it that is none of it; empty for a wish alone. */
  asAsked: ReadQuestion;
  isToSave: IsToSave;
}

/** Words without a meaning. */
export const UNCLEAR: Event = { type: 'unclear' };
const SHORTER: Event = { type: 'shorter' };
const LONGER: Event = { type: 'more-time', seconds: null };

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
  const { clues, names, sentenceIn, questionIn, isBarbed, isOnlyWish } = said;
  const { heard, candidates } = clues;
  if ((sense === 'rename' || sense === 'parting') && isSomebodyNew(said))
    return { type: 'parting', anew: true };
  const author = authorIn(clues);
  if (author !== null && (sense === 'first' || sense === 'names')) return author;
  const named = namedIn(sense, said);
  if (named !== null) return named;
  switch (sense) {
    case null: {
      const given = clues.kind === 'names' ? oneAmong(heard, names) : null;
      return given === null ? UNCLEAR : { type: 'names', ...given };
    }
    case 'names': {
      const given = names.all(heard) ?? oneAmong(heard, names);
      return given === null ? UNCLEAR : { type: 'names', ...given };
    }
    case 'appreciation': {
      const whole = withoutThat(sentenceIn(heard.text), clues);
      const authored = said.authorOf(whole, clues.names);
      const sentence = authored?.text ?? whole;
      const toSave = said.isToSave(heard.text, sentence);
      // Asked for one, "a note on my pillow" may be all of it, and "something from Bo" is none.
      const isAsked = clues.question?.listensFor === 'appreciation';
      const isEmpty = isOnlyWish(sentence) && (!isAsked || (toSave && endsWithName(sentence, clues)));
      const text = isEmpty ? '' : sentence;
      const from = authored === null ? {} : { from: authored.from };
      return { type: 'appreciation', text, barbed: isBarbed(text), ...from, ...(toSave && { toSave }) };
    }
    case 'keep-question': {
      const text = questionIn(heard.text);
      return {
        type: 'keep-question',
        text: clues.question?.listensFor === 'question' ? text : said.asAsked(text),
      };
    }
    default: {
      const family = FAMILIES[sense] ?? [sense as Meaning];
      const candidate = candidates.find(({ meaning }) => family.includes(meaning));
      const values = withValues(sense, candidate?.values ?? {}, said);
      const chosen = choiceWithStarter(sense, values, said);
      if (chosen !== null) return chosen;
      // At the question for a length, "keep it to the short one" names one. "A question, an easy one" is no depth alone.
      if (sense === 'choose' && (clues.kind === 'length' || values.exercise !== undefined)) {
        const choice = eventFor('choose', values);
        if (choice !== null) return choice;
      }
      if (sense === 'rename') return renamed(values, said) ?? UNCLEAR;
      const meaning = candidate?.meaning ?? (family[0] as Meaning);
      const event = eventFor(meaning, values) ?? eventFor(family[0] as Meaning, values);
      if (event?.type === 'take-back' || event?.type === 'delete-it') return ofWhich(event, said);
      if (event !== null) return event;
      // At the question for a length, "the big one" is the long one.
      if (clues.kind === 'length') return lengthByWord(said) ?? UNCLEAR;
      // An exercise that is not known: they hear which ones there are.
      return sense === 'choose' ? { type: 'menu' } : UNCLEAR;
    }
  }
}

/** Which one is to be deleted, and whose it is: "the coffee one", "the one from Bo". */
function ofWhich(
  event: Event<'take-back' | 'delete-it'>,
  { clues: { heard, names }, isOwnWord, by }: Said,
): Event {
  const { words } = heard;
  const at = words.findIndex((word, index) => by.includes(word) && nameAt(words, index + 1, names) !== null);
  const from = at === -1 ? null : nameAt(words, at + 1, names);
  const about = words.filter((word, index) => isOwnWord(word) && index !== at + 1);
  return { ...event, ...(about.length > 0 && { about }), ...(from !== null && { from }) };
}

/** Whether the last of a few words is a name of theirs. */
function endsWithName(sentence: string, { names }: Clues): boolean {
  return names.some(
    (name) => name !== null && ` ${sentence.toLowerCase()}`.endsWith(` ${name.toLowerCase()}`),
  );
}

function oneAmong(heard: Heard, names: Names): SaidNames | null {
  const name = names.among(heard);
  return name === null ? null : { name, other: null };
}

/** Answers to the question whether to remember them, beside which a name is corrected: "no, she goes by Shaz". */
const BESIDE_A_NAME: ReadonlySet<Sense | null> = new Set([null, 'yes', 'no', 'rename']);

/**
 * The names that are given or corrected where they are asked for or said back: "Steve goes first" when asked for a name,
 * "his name isn't Shy, it's Brandon" when asked whether to remember them. Null if it is none of these.
 */
function namedIn(sense: Sense | null, { clues, names }: Said): Event | null {
  const { kind, heard, candidates } = clues;
  if (kind !== 'names' && kind !== 'consent') return null;
  const corrected = candidates.find(
    ({ meaning, values: { name, other }, cost }) =>
      meaning === 'rename' && (name ?? other) !== undefined && cost < NEGATED,
  );
  if (kind === 'consent' && corrected !== undefined && BESIDE_A_NAME.has(sense))
    return eventFor('rename', withWrongName(corrected.values, clues));
  const isSaid = (sense === 'first' && kind === 'names') || (sense === 'rename' && corrected === undefined);
  const given = isSaid ? names.all(heard) : null;
  if (given === null) return null;
  return sense === 'first' ? { type: 'names', ...given } : { type: 'rename', name: null, other: given.name };
}

/** The values with the name that is wrong, if one of theirs is said beside the right one: "Maeve, not Dave". */
function withWrongName(values: Values, { heard, names }: Clues): Values {
  const [only, second] = names.filter(
    (name) =>
      name !== null &&
      name.toLowerCase() !== values.other?.toLowerCase() &&
      indexOfName(heard.words, name) !== -1,
  );
  const name = values.name ?? (second === undefined ? (only ?? undefined) : undefined);
  return name === undefined ? values : { ...values, name };
}

/** The words before the name of the one whom a sentence is for, or who did not say it. */
const NOT_BY = ['for', 'about', 'to', 'not'];

/** Whether a value that was found somewhere is meant: "he's having a rough day" names no period. */
function isMeant(slot: string, { besideYes, clues: { heard } }: Said): (value: SaidValue) => boolean {
  const { words } = heard;
  return ({ at }) =>
    slot !== 'period' || words[at] !== 'a' || !besideYes.noPeriod.includes(words[at - 1] ?? '');
}

/** Who said a sentence, if that was asked, and one of them was named: the other one if it is for that one. Null if not. */
function authorIn({ heard: { words }, kind, names }: Clues): Event | null {
  if (kind !== 'adding.who') return null;
  const named = names.map((name) => indexOfName(words, name));
  const isOther = named.map((at) => NOT_BY.includes(words[at - 1] ?? ''));
  const whom = isOther.indexOf(true);
  const isOnlyOne = named.filter((at) => at !== -1).length === 1;
  const author = whom !== -1 ? names[1 - whom] : isOnlyOne ? names[named.findIndex((at) => at !== -1)] : null;
  return author == null ? null : { type: 'first', who: { name: author } };
}

/**
 * The choice of an exercise or a length with who is to start ("the short one, and Bo goes first"), or a shorter one if the
 * only length that was said is turned down. Null if it is neither.
 */
function choiceWithStarter(sense: Sense, values: Values, said: Said): Event | null {
  if (sense !== 'choose' && sense !== 'first') return null;
  const wanted = sense === 'choose' ? values : withValues('choose', {}, said);
  const choice = eventFor('choose', wanted);
  if (choice?.type !== 'choose') {
    if (sense !== 'choose') return null;
    if (isLongTurnedDown(said)) return SHORTER;
    return isShortTurnedDown(said) ? LONGER : null;
  }
  const first = starterIn(said);
  return first === undefined ? null : { ...choice, first };
}

/** The slots that are looked for anywhere in what was said, if the phrase itself has none. */
const SOUGHT: Readonly<Record<Sense, readonly string[]>> = {
  choose: ['depth', 'theme'],
  remind: ['day', 'time'],
  'more-time': ['duration'],
  learn: ['subject'],
  recap: ['period'],
  first: ['name', 'partner'],
  'take-back': ['kept'],
  'delete-it': ['kept'],
};

function withValues(sense: Sense, values: Values, said: Said): Values {
  const all: Record<string, string | undefined> = { ...values };
  for (const slot of SOUGHT[sense] ?? []) all[slot] ??= said.valuesIn(slot).find(isMeant(slot, said))?.value;
  if (sense === 'remind') all.day = dayIn(said) ?? all.day;
  if (sense === 'choose') {
    if (isDeepTurnedDown(said)) all.depth = 'lighter';
    all.exercise = exerciseIn(said, values.exercise);
    all.minutes = minutesIn(said) ?? (isLongTurnedDown(said) ? undefined : all.minutes);
  }
  return all;
}

const DEEP: ReadonlySet<string> = new Set(['deep', 'deeper', 'deepest']);

/** Whether something deep is turned down: "nothing serious tonight". */
function isDeepTurnedDown(said: Said): boolean {
  const { clues, valuesIn, besideYes } = said;
  const isNegated = ({ at }: SaidValue): boolean =>
    besideYes.negating.includes(clues.heard.words[at - 1] ?? '');
  return valuesIn('depth').some(
    (value) => DEEP.has(value.value) && (isNegated(value) || isTurnedDown(value, said)),
  );
}

/** A sentence without "that" before a name of theirs: "save that Bo made tea". */
function withoutThat(sentence: string, { names }: Clues): string {
  const [that, ...rest] = lowered(sentence).split(/\s+/u);
  return that === 'that' && nameAt(rest, 0, names) !== null
    ? sentence.slice(that.length).trimStart()
    : sentence;
}

/** A sentence as an appreciation, and whom it is about. */
export function sentenceAbout(toName: string | undefined, { clues, sentenceIn, isBarbed }: Said): Event {
  const text = withoutThat(sentenceIn(clues.heard.text), clues);
  return {
    type: 'appreciation',
    text,
    barbed: isBarbed(text),
    ...(toName === undefined ? {} : { to: toName }),
  };
}
