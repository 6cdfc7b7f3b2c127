/** What the rest of an answer means by itself that begins with a yes or a no: "no, just read us what he said". */
import type { Hearing } from '../content/hearing.ts';
import type { Event, EventType } from '../conversation/model/event.ts';
import type { Clues, Judged } from './evidence.ts';
import { phraseAt } from './phrases-in-words.ts';
import { isWeighty } from './plain-yes.ts';
import type { Heard } from './words.ts';

/** What some words were understood as. */
export interface Meant {
  event: Event;
  clues: Clues;
  judged: Judged;
}

/** Reads words by themselves, at the same question. */
export type ReadWords = (said: string) => Meant;

/** Words in the shortest rest that can mean something by itself. */
const LEAST_WORDS = 2;
/** How likely the meaning of the rest has to be. */
const SURE = 0.9;
/** And if all of the words together mean nothing. */
const LIKELY = 0.6;
/** Words in the shortest sentence that is said in place of another one. */
const LEAST_IN_A_SENTENCE = 4;
/** And in the shortest that is added to one. */
const LEAST_IN_AN_ADDITION = 3;

/** What counts more than any yes or no before it: it would be unkind to go on. */
const ALWAYS: ReadonlySet<EventType> = new Set(['time-out', 'parting']);
/** A wish beside a no: what they would rather have. */
const INSTEAD: ReadonlySet<EventType> = new Set([
  'recap',
  'remind',
  'send',
  'menu',
  'choose',
  'path',
  'keep-question',
  'kept',
  'who-hears',
  'how-long',
  'listening',
  'slower',
  'louder',
]);
/** Questions beside a yes to what deletes, saves or allows something: they are answered first, and it is asked again. */
const ASKED_FIRST: ReadonlySet<EventType> = new Set(['kept', 'who-hears', 'how-long', 'listening', 'help']);
/** What somebody goes on to after a yes that deletes, saves or sets something: the yes counts. */
const AFTERWARDS: ReadonlySet<EventType> = new Set(['stop', 'done', 'thanks', 'long-pause']);
/** Why they do not carry on now: "no, she's crying in the bathroom". Their place is kept for another time. */
const NOT_NOW: ReadonlySet<EventType> = new Set([
  'alone',
  'distress',
  'interrupted',
  'pause',
  'long-pause',
  'more-time',
]);
/** Questions after help was offered, at which a no and a wish to go on are no end. */
const AFTER_HELP: ReadonlySet<string> = new Set(['support', 'hard-moment.on']);
const GOING_ON: ReadonlySet<EventType> = new Set(['resume', 'next']);
/** What a yes with one more sentence behind it is taken for. */
const ADDING: ReadonlySet<EventType> = new Set(['yes', 'reword', 'unclear', 'appreciation', 'keep-it']);
/** Carrying on from the beginning is not what a yes to carrying on does. */
const AT_CARRY_ON: ReadonlySet<EventType> = new Set(['start-over']);

/**
 * The event of an answer, or that of its rest if that is what they want.
 *
 * @param words - of a language, for what is said beside a yes or a no
 */
export function withRestOfAnswer(
  { event, clues }: Meant,
  read: ReadWords,
  words: Hearing['secondThoughts'],
): Event {
  const { polarity, kind, heard, question } = clues;
  const from = polarity?.rest ?? null;
  const isYes = event.type === 'yes' || event.type === 'next' || event.type === 'resume';
  if (kind === 'length' && LENGTHS.has(event.type)) return corrected(event, heard, read, words.restarting);
  if (from === null || kind === null || question?.listensFor != null || question?.talking === true)
    return event;
  const at = heard.places[from]?.[0];
  const isJoined = words.joining.includes(heard.words[from] ?? '');
  if (kind === 'confirm' || question?.id === 'adding.confirm') {
    // "Yes, and he rang the doctor": read back as one sentence. If that is too long, nothing is saved before they are asked again.
    const isAdding = polarity?.says === 'yes' && isJoined && ADDING.has(event.type);
    // A thank-you is no addition, unless it is all that was understood.
    const unadded = event.type === 'appreciation' ? [] : words.unadded;
    const more = isAdding ? additionIn(read(heard.text.slice(heard.places[from + 1]?.[0])), unadded) : null;
    if (more !== null)
      return { type: 'reword', edit: { more: `${heard.words[from]} ${more}` }, or: 'unclear' };
  }
  if (isWeighty(clues) && polarity?.says === 'yes' && AFTERWARDS.has(event.type)) {
    // "Yes, and then we're done for tonight." "Yeah, I'm done" is no yes to it.
    const first = read(heard.text.slice(0, at)).event;
    return first.type === 'yes' && isJoined ? first : event;
  }
  const isHalfYes = event.type === 'unclear' && polarity?.says === 'yes' && isWeighty(clues);
  if (!(isYes || isHalfYes || event.type === 'no') || heard.words.length - from < LEAST_WORDS) return event;
  const rest = read(heard.text.slice(at));
  // "No, just: Bo gives the best cuddles."
  if (kind.endsWith('confirm')) return event.type === 'no' && isSentence(rest) ? rest.event : event;
  const means = rest.event.type;
  const isSure = (rest.judged[0]?.probability ?? 0) >= (isHalfYes ? LIKELY : SURE);
  if (!isSure) return event;
  if (ALWAYS.has(means)) return rest.event;
  if (isHalfYes) return ASKED_FIRST.has(means) ? rest.event : event;
  if (event.type === 'no' && kind === 'carry-on') {
    if (NOT_NOW.has(means)) return { type: 'keep-it' };
    if (AT_CARRY_ON.has(means)) return rest.event;
  }
  // "No thanks, just carry on."
  const isOfOthers = heard.words.some((word) => words.others.includes(word));
  if (event.type === 'no' && AFTER_HELP.has(kind) && GOING_ON.has(means) && !isOfOthers)
    return { type: 'resume' };
  if (event.type === 'no') return INSTEAD.has(means) ? rest.event : event;
  if (isWeighty(clues) && ASKED_FIRST.has(means)) return rest.event;
  return kind === 'carry-on' && AT_CARRY_ON.has(means) ? rest.event : event;
}

/** Events that choose a length. */
const LENGTHS: ReadonlySet<EventType> = new Set(['choose', 'shorter', 'more-time']);

/** The length that was said last, if it was said in place of another one: "the twenty, no, the short one". */
function corrected(event: Event, heard: Heard, read: ReadWords, restarting: readonly string[]): Event {
  for (let at = heard.words.length - 1; at > 0; at--) {
    const restart = phraseAt(heard.words, restarting, at);
    // What takes it back begins with a word that is no part of the length.
    const from = restart === undefined ? undefined : heard.places[at + 1]?.[0];
    if (from === undefined) continue;
    const rest = read(heard.text.slice(from)).event;
    if (LENGTHS.has(rest.type)) return rest;
  }
  return event;
}

/** What the rest adds to the sentence that waits for its yes; null if it adds nothing. */
function additionIn({ event }: Meant, unadded: readonly string[]): string | null {
  if (event.type !== 'appreciation' || event.barbed || event.from !== undefined) return null;
  const own = event.text.toLowerCase().split(' ');
  return own.length < LEAST_IN_AN_ADDITION || phraseAt(own, unadded) !== undefined ? null : event.text;
}

/** Whether the rest is another sentence to save. */
function isSentence({ event, judged }: Meant): boolean {
  return (
    event.type === 'appreciation' &&
    event.text.split(' ').length >= LEAST_IN_A_SENTENCE &&
    (judged[0]?.probability ?? 0) >= LIKELY
  );
}
