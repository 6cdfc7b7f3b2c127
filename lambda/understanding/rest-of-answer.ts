/** What the rest of an answer means by itself that begins with a yes or a no: "no, just read us what he said". */
import type { Event, EventType } from '../conversation/model/event.ts';
import type { Clues, Judged } from './evidence.ts';
import { isWeighty } from './plain-yes.ts';

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
/** Carrying on from the beginning is not what a yes to carrying on does. */
const AT_CARRY_ON: ReadonlySet<EventType> = new Set(['start-over']);

/** The event of an answer, or that of its rest if that is what they want. */
export function withRestOfAnswer({ event, clues }: Meant, read: ReadWords): Event {
  const { polarity, kind, heard, question } = clues;
  const from = polarity?.rest ?? null;
  const isYes = event.type === 'yes' || event.type === 'next' || event.type === 'resume';
  if (from === null || kind === null || !(isYes || event.type === 'no')) return event;
  if (heard.words.length - from < LEAST_WORDS || question?.listensFor != null) return event;
  // To each other, or about the sentence that is to be saved.
  if (question?.talking === true || kind.endsWith('confirm')) return event;
  const rest = read(heard.text.slice(heard.places[from]?.[0]));
  const means = rest.event.type;
  const isSure = (rest.judged[0]?.probability ?? 0) >= SURE;
  if (!isSure) return event;
  if (ALWAYS.has(means)) return rest.event;
  if (event.type === 'no') return INSTEAD.has(means) ? rest.event : event;
  if (isWeighty(clues) && ASKED_FIRST.has(means)) return rest.event;
  return kind === 'carry-on' && AT_CARRY_ON.has(means) ? rest.event : event;
}
