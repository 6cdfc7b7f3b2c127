/** Whether what was understood is right. */
import { stateId } from '../../lambda/conversation/dialogs/registry.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { isAsWell, isSame } from './alike.ts';
import type { Row } from './set.ts';
import type { Situation } from './situations.ts';

/** The name that the set has for an event. */
export function nameOf(event: Event): string {
  if (event.type === 'unclear') return 'none';
  // Deep or light ones and the short one are choices as well.
  if (event.type === 'depth' || event.type === 'shorter') return 'choose';
  const isDanger = event.type === 'support' && event.about !== 'asked' && event.about !== 'counsel';
  return isDanger ? `danger:${event.about}` : event.type;
}

/**
 * Whether an event is one of the meanings of a row, or does the same, and has its name or its sentence. Words that mean
 * nothing may become an event that is answered like words that mean nothing.
 */
export function isRight(row: Row, event: Event, situation: Situation): boolean {
  const heard = nameOf(event);
  return hasTaken(row, event) && row.means.some((means) => isOrDoesTheSame(means, heard, event, situation));
}

function isOrDoesTheSame(means: string, heard: string, event: Event, situation: Situation): boolean {
  if (means === heard || isNamedApart(means, event) || isAsWell(situation.moment, means, heard)) return true;
  if (means !== 'none' && !isSame(situation.moment, means, heard)) return false;
  return replyTo(sampleOf(means, event), situation) === replyTo(event, situation);
}

/** Whether an event is one that the set names apart, although it shares its type with others: a counselor, and why. */
function isNamedApart(means: string, event: Event): boolean {
  if (means === 'counsel') return event.type === 'support' && event.about === 'counsel';
  return means === 'why' && event.type === 'learn' && event.about === 'why';
}

/** Whether the name or the sentence of a row was taken, if the event takes any. */
function hasTaken({ take }: Row, event: Event): boolean {
  if (take === null) return true;
  switch (event.type) {
    case 'names':
      return isLike(take, event.other === null ? event.name : `${event.name}, ${event.other}`);
    case 'rename':
      return isLike(take, event.other ?? event.name ?? '');
    case 'first':
      if (event.who === null) return false;
      if (typeof event.who === 'object') return isLike(take, event.who.name);
      return event.who === 'other' || isLike(take, event.who === 'a' ? 'Ana' : 'Bo');
    case 'appreciation':
      return isLike(take, event.text);
    case 'forget':
      if (typeof event.what !== 'object') return false;
      return isLike(take, 'person' in event.what ? event.what.person : event.what.saidBy);
    default:
      return true;
  }
}

function isLike(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}'\s]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** An event of a meaning. `like` has the name that it is about. */
export function sampleOf(means: string, like: Event): Event {
  switch (means) {
    case 'none':
      return { type: 'unclear' };
    case 'names':
      return { type: 'names', name: nameIn(like), other: null };
    case 'first':
      return { type: 'first', who: { name: nameIn(like) } };
    case 'choose':
      return { type: 'choose', exercise: 'check-in', minutes: null };
    case 'more-time':
      return { type: 'more-time', seconds: null };
    case 'you-choose':
      return { type: 'you-choose', what: null };
    default:
      return { type: means } as Event;
  }
}

function nameIn(event: Event): string {
  if (event.type === 'names') return event.name;
  return event.type === 'first' && event.who !== null && typeof event.who === 'object'
    ? event.who.name
    : 'Bo';
}

/** What is answered to an event in a situation: the lines and quiets, the effects, and what is asked then. */
export function replyTo(event: Event, { state, context }: Situation): string {
  const { acts, effects, state: after } = respond(state, event, context);
  const said = acts.map((act) => {
    if (act.do === 'say' || act.do === 'ask') return act.line.key;
    return act.do === 'hold' ? act.seconds : act.do;
  });
  return [stateId(after), ...said, ...effects.map(({ effect }) => effect)].join(' ');
}
