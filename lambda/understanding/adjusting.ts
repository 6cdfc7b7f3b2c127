/** Adjusts what was meant by what else the words say: "yes, but only ten minutes", "Bo guesses first". */
import type { Event } from '../conversation/model/event.ts';
import { eventOf, type Said, UNCLEAR } from './event-of-sense.ts';
import { eventFor } from './meanings.ts';
import { hasPhrase, phraseAt } from './phrases-in-words.ts';
import { isWeighty } from './plain-yes.ts';
import { NEGATED } from './reading.ts';
import { exerciseBesideYes, lengthBesideYes, starterIn, timeBesideYes } from './said-choice.ts';

/** The event of what was meant, adjusted by what else the words say. */
export function adjusted(event: Event, said: Said): Event {
  // "The little one, but Bo starts": the length is asked for again, so that the right one starts.
  const starter = said.clues.kind === 'length' && BY_WORD.has(event.type) ? starterIn(said) : undefined;
  if (starter !== undefined) return { type: 'first', who: starter };
  if (event.type === 'yes' && isToDelete(said)) return eventOf('take-back', said);
  if (event.type === 'unclear' && isToDeleteOne(said)) return eventOf('take-back', said);
  if (event.type === 'first') return withKnownStarter(event, said);
  if (event.type === 'parting' && event.anew !== true) return partingOf(event, said);
  return withWhatIsBesideYes(event, said);
}

/** Who starts, by a name of theirs if one was said: in "Bo guesses first", "guesses" is none. */
function withKnownStarter(event: Event<'first'>, { clues, valuesIn }: Said): Event {
  const known = (said: string): boolean =>
    clues.names.some((name) => name?.toLowerCase() === said.toLowerCase());
  if (typeof event.who !== 'object' || event.who === null || known(event.who.name)) return event;
  const theirs = valuesIn('name').filter(({ value }) => known(value));
  const [only] = theirs;
  return only === undefined || theirs.length > 1 ? event : { type: 'first', who: { name: only.value } };
}

/**
 * A parting is not taken for one if it is a joke or something else ("we broke up laughing"). If somebody else has died, it is
 * grief; where a sentence is asked for, it can be the sentence.
 */
function partingOf(event: Event<'parting'>, said: Said): Event {
  const { clues, parting } = said;
  const has = (phrases: readonly string[]): boolean => hasPhrase(clues.heard.words, phrases);
  // "It's nearly a year since my husband died" is one.
  if (has(parting.partners)) return event;
  if (has(parting.notMeant)) return UNCLEAR;
  // "We split up, I'm at my mum's" is one, too.
  if (!has(parting.died) || !has(parting.others)) return event;
  return clues.question?.listensFor === 'appreciation' ? eventOf('appreciation', said) : { type: 'distress' };
}

/** Whether somebody wants one deleted where a yes does something else: "can you take that one away then". */
function isToDelete({ clues, besideYes }: Said): boolean {
  const { polarity, candidates, heard } = clues;
  if (polarity !== null || isWeighty(clues)) return false;
  return (
    phraseAt(heard.words, besideYes.deleting) !== undefined ||
    candidates.some(
      ({ meaning, found, cost }) => meaning === 'delete-it' && found >= WHOLE_FOUND && cost < NEGATED,
    )
  );
}

/** Whether somebody wants one deleted that they name: "delete the sofa one". It is looked for, and asked about. */
function isToDeleteOne({ clues: { heard, question }, besideYes }: Said): boolean {
  if ((question?.listensFor ?? null) !== null) return false;
  return (
    phraseAt(heard.words, besideYes.deleting) !== undefined &&
    heard.words.some((word) => besideYes.named.includes(word))
  );
}

/** From this on, all of a phrase is found. */
const WHOLE_FOUND = 1;

/** Events of a length that was not named in minutes. */
const BY_WORD: ReadonlySet<Event['type']> = new Set(['shorter', 'more-time']);

/** Senses that begin what is offered. */
const BEGINNING: ReadonlySet<Event['type']> = new Set(['yes', 'next', 'resume', 'menu']);

/** The event with the exercise, the length, the day or the time that was said beside a yes: "yes, but only ten minutes". */
function withWhatIsBesideYes(event: Event, said: Said): Event {
  if (!BEGINNING.has(event.type)) return event;
  const length = lengthBesideYes(said);
  if (length === 'shorter') return { type: 'shorter' };
  const exercise = event.type === 'menu' ? undefined : exerciseBesideYes(said);
  if (exercise !== undefined) return eventFor('choose', { exercise, ...length }) ?? event;
  if (length !== undefined) return eventFor('choose', length) ?? event;
  if (said.clues.kind !== 'remind.sure') return event;
  const set = timeBesideYes(said);
  return Object.keys(set).length === 0 ? event : (eventFor('remind', set) ?? event);
}
