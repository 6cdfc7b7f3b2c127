/** Adjusts what was meant by what else the words say: "yes, but only ten minutes", "Bo guesses first". */
import type { Event } from '../conversation/model/event.ts';
import { eventOf, type Said, UNCLEAR } from './event-of-sense.ts';
import type { Clues } from './evidence.ts';
import { indexOfName } from './known-names.ts';
import { eventFor } from './meanings.ts';
import { hasPhrase, phraseAt } from './phrases-in-words.ts';
import { isWeighty } from './plain-yes.ts';
import { NEGATED } from './reading.ts';
import { exerciseBesideYes, lengthBesideYes, starterIn, timeBesideYes } from './said-choice.ts';
import { withoutPossessive } from './words.ts';

/** The event of what was meant, adjusted by what else the words say. */
export function adjusted(event: Event, said: Said): Event {
  const { kind } = said.clues;
  // "The little one, but Bo starts", and "yes, and Bo can go first": it is asked again, for the one who starts.
  const canStart = kind === 'length' ? BY_WORD.has(event.type) : kind === 'welcome' && event.type === 'yes';
  const starter = canStart ? starterIn(said) : undefined;
  if (starter !== undefined) return { type: 'first', who: starter };
  if (event.type === 'yes' && isToDelete(said)) return eventOf('take-back', said);
  if (event.type === 'unclear' && isToDeleteOne(said)) return eventOf('take-back', said);
  // "I want to delete the appreciation that you were patient."
  const isAsked = said.clues.question?.listensFor === 'appreciation';
  const isDeleting = phraseAt(said.clues.heard.words, said.besideYes.deleting) !== undefined;
  if (event.type === 'appreciation' && isDeleting && !isAsked) return eventOf('take-back', said);
  if (MAY_BE_ABOUT_CHIMES.has(event.type) && isAgainstChimes(said)) return { type: 'chimes', on: false };
  // "Is the reminder still on?"
  if (event.type === 'unremind' && isAsking(said)) return { type: 'when-reminded' };
  if (event.type === 'first') return withKnownStarter(event, said);
  if (event.type === 'parting' && isBackSoon(said) && !isSaidToBeOver(said)) return { type: 'interrupted' };
  if (event.type === 'parting' && event.anew !== true) return partingOf(event, said);
  if (event.type === 'time-out' && isInPassing(said)) return UNCLEAR;
  if (event.type === 'alone' && isBackSoon(said)) return { type: 'interrupted' };
  if (said.clues.question === null) {
    // Said in a quiet: "he's gone to make tea", "she's back now".
    if (event.type === 'unclear' && isBackSoon(said)) return { type: 'interrupted' };
    if (event.type === 'done' && hasPhrase(said.clues.heard.words, said.away.back)) return { type: 'resume' };
  }
  if (event.type === 'unclear') return yesToName(said.clues) ?? event;
  if (event.type === 'it-is-me' && isNoToName(said.clues)) return { type: 'no' };
  if (event.type === 'choose' && isOnlyLength(event, said.clues)) return { type: 'resume' };
  return withWhatIsBesideYes(event, said);
}

/** What a wish for no chimes is taken for: "that bell woke the baby, no more". */
const MAY_BE_ABOUT_CHIMES: ReadonlySet<Event['type']> = new Set(['unclear', 'louder', 'unremind']);

/** Whether they do not want the chimes: "can you not do the ding". A bell at the door is another one. */
function isAgainstChimes({ clues, chimes: { words, against, others } }: Said): boolean {
  // "The bell, not the gong" can be about a sentence.
  if ((clues.question?.listensFor ?? null) !== null || isWeighty(clues)) return false;
  const has = (phrases: readonly string[]): boolean => hasPhrase(clues.heard.words, phrases);
  return has(words) && has(against) && !has(others);
}

/** Whether they only ask about the reminder. */
function isAsking({ clues: { heard }, reminder: { asking, stopping } }: Said): boolean {
  return hasPhrase(heard.words, asking) && !hasPhrase(heard.words, stopping);
}

/** Whether a quarrel is none: "we're only bickering, ignore us". */
function isInPassing({ clues: { heard }, parting }: Said): boolean {
  return hasPhrase(heard.words, parting.passing) && !hasPhrase(heard.words, parting.serious);
}

/** Whether the other one is away for a moment while they talk: "Bo has gone to answer the door". */
function isBackSoon({ clues: { heard, question }, away }: Said): boolean {
  const isTalking = question === null || question.talking === true;
  return isTalking && hasPhrase(heard.words, away.briefly) && !hasPhrase(heard.words, away.alone);
}

/** Words in the longest yes that names nobody. */
const MOST_IN_A_YES = 3;

/** A yes with more words at the question for one of the two, and the name in it: "yeah, Ana here". Null if it is none. */
function yesToName({ kind, polarity, names, heard: { words } }: Clues): Event | null {
  if (kind === null || !ABOUT_ONE.test(kind) || polarity?.says !== 'yes') return null;
  const [name, second] = names.filter((one) => indexOfName(words, one) !== -1);
  if (name == null) return words.length <= MOST_IN_A_YES ? { type: 'yes' } : null;
  return second === undefined ? { type: 'first', who: { name } } : null;
}

/** Whether "no, it's from me" answers the question for one of the two. */
function isNoToName({ kind, polarity }: Clues): boolean {
  return kind !== null && ABOUT_ONE.test(kind) && polarity?.says === 'no';
}

/** Questions whether one of the two is meant. */
const ABOUT_ONE = /(?:^|\.)who$/u;

/** Whether a yes to carrying on only asks for another length: "yes, carry on, but a bit longer". */
function isOnlyLength({ exercise }: Event<'choose'>, { kind, polarity }: Clues): boolean {
  return kind === 'carry-on' && exercise === null && polarity?.says === 'yes';
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
  if (has(parting.notMeant) || isOfOthers(said)) return UNCLEAR;
  // "We split up, I'm at my mum's" is one, too.
  if (!has(parting.died) || !has(parting.others)) return event;
  return clues.question?.listensFor === 'appreciation' ? eventOf('appreciation', said) : { type: 'distress' };
}

/** Whether there are words for a death or a parting. */
function isSaidToBeOver({ clues: { heard }, parting: { died, parted, partners } }: Said): boolean {
  return hasPhrase(heard.words, [...died, ...parted, ...partners]);
}

/** Words between others and their parting: "my sister is getting". */
const BEFORE_PARTED = 4;

/** Whether it is the parting of others: "my sister's getting divorced". */
function isOfOthers({ clues: { heard }, parting: { others, parted, self } }: Said): boolean {
  const { words } = heard;
  return words.some((word, at) => {
    if (!others.includes(withoutPossessive(word))) return false;
    const after = words.slice(at + 1, at + 1 + BEFORE_PARTED);
    const own = after.findIndex((one) => self.includes(one));
    return hasPhrase(own === -1 ? after : after.slice(0, own), parted);
  });
}

/** Whether somebody wants one deleted where a yes does something else: "can you take that one away then". */
function isToDelete(said: Said): boolean {
  return said.clues.polarity === null && !isWeighty(said.clues) && speaksOfDeleting(said);
}

/** Whether somebody wants one deleted that they name: "delete the sofa one". It is looked for, and asked about. */
function isToDeleteOne(said: Said): boolean {
  const { heard, question } = said.clues;
  const isNamed = heard.words.some((word) => said.besideYes.named.includes(word));
  return (question?.listensFor ?? null) === null && isNamed && speaksOfDeleting(said);
}

function speaksOfDeleting({ clues: { candidates, heard }, besideYes }: Said): boolean {
  return (
    phraseAt(heard.words, besideYes.deleting) !== undefined ||
    candidates.some(
      ({ meaning, found, cost }) => meaning === 'delete-it' && found >= WHOLE_FOUND && cost < NEGATED,
    )
  );
}

/** From this on, all of a phrase is found. */
const WHOLE_FOUND = 1;

/** Events of a length that was not named in minutes. */
const BY_WORD: ReadonlySet<Event['type']> = new Set(['shorter', 'more-time']);

/** Events that begin what is offered. */
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
