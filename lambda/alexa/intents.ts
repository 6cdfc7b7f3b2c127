/** From requests to events: what happened, and what the intents of the interaction model mean. */
import type { Intent, RequestEnvelope, Slot } from 'ask-sdk-model';
import { WEEKDAYS } from '../conversation/model/calendar.ts';
import { type Concern, type Event, events } from '../conversation/model/event.ts';
import { slotAfter, withCarrier } from '../understanding/carriers.ts';
import type { Listener } from '../understanding/listener.ts';
import { eventFor, type Values } from '../understanding/meanings.ts';
import { secondsIn } from './duration.ts';
import { USER_EVENT } from './envelope.ts';
import { MEANING_OF } from './intent-meanings.ts';
import { permissionIn } from './permission.ts';
import { type Touch, touchIn } from './screen.ts';

/** The intent with the words themselves, and its slot that every question elicits. */
export const FREE = { intent: 'UtteranceIntent', slot: 'utterance' } as const;

/** The intents for cries for help, whose samples contain no free words. */
const concerns: Readonly<Record<string, Concern>> = {
  SelfHarmIntent: 'self-harm',
  UnsafeIntent: 'unsafe',
  EmergencyIntent: 'emergency',
};

/** The intents that are handled. */
export const INTENTS: readonly string[] = [
  FREE.intent,
  'AMAZON.FallbackIntent',
  ...Object.keys(MEANING_OF),
  ...Object.keys(concerns),
];

/** What was said: words that still have to be read, or the event that it is. */
export type Said = { words: string } | { event: Event };

/**
 * What an intent says; the event `unclear` if it is not known. Words in any slot that show a danger come before
 * everything else.
 */
export function saidIn(intent: Intent, listener: Listener): Said {
  const slots = intent.slots ?? {};
  if (intent.name === FREE.intent) return wordsIn(slots) ?? { event: { type: 'unclear' } };
  for (const slot of Object.values(slots)) {
    const concern = listener.concern(valueIn(slot) ?? '');
    if (concern !== null) return { event: concern };
  }
  const about = Object.hasOwn(concerns, intent.name) ? concerns[intent.name] : undefined;
  if (about !== undefined) return { event: { type: 'support', about } };
  const meaning = Object.hasOwn(MEANING_OF, intent.name) ? MEANING_OF[intent.name] : undefined;
  if (meaning === undefined) return { event: { type: 'unclear' } };
  const values = valuesOf(slots, listener);
  // A sample such as "give us {exercise}" also takes "give us one more question": then those words count.
  if (values === null) {
    const carrier = CARRIERS.get(intent.name);
    return { words: carrier === undefined ? wordsOf(slots) : withCarrier(carrier, wordsOf(slots)) };
  }
  return { event: eventFor(meaning, values) ?? { type: 'unclear' } };
}

/** The carrier that stands for the words of a sample before a slot, if its value is unknown: "delete the tea one". */
const CARRIERS: ReadonlyMap<string, string> = new Map([['TakeBackIntent', slotAfter('delete')]]);

/** The whole words: those of the elicited slot, or a carrier with those of its slot. Null if there are none. */
function wordsIn(slots: Slots): { words: string } | null {
  const whole = valueIn(slots[FREE.slot])?.trim();
  if (whole !== undefined && whole !== '') return { words: whole };
  for (const [name, slot] of Object.entries(slots)) {
    const value = valueIn(slot)?.trim() ?? '';
    if (value !== '') return { words: withCarrier(name, value) };
  }
  return null;
}

/** The words of all slots. */
function wordsOf(slots: Slots): string {
  const all = Object.values(slots).flatMap((slot) => valueIn(slot)?.trim() ?? []);
  return cutOff(all.join(' '));
}

type Slots = Readonly<Record<string, Slot>>;

/** AMAZON.TIME has codes for the parts of the day. The time for each of them. */
const PARTS_OF_DAY: ReadonlyMap<string, string> = new Map([
  ['MO', '09:00'],
  ['AF', '15:00'],
  ['EV', '19:00'],
  ['NI', '21:00'],
]);
/** The slots with values of a list: the id of the value counts, and a value outside of the list is not understood. */
const LISTED: ReadonlySet<string> = new Set([
  'exercise',
  'depth',
  'otherDepth',
  'theme',
  'subject',
  'choice',
  'period',
  'kept',
]);
const NAMES: ReadonlySet<string> = new Set(['name', 'other', 'forName', 'fromName', 'toName']);

/** The values of the slots of an intent; null if one of them contains something that is not in its list. */
function valuesOf(slots: Slots, listener: Listener): Values | null {
  const values: Record<string, string> = {};
  for (const [name, slot] of Object.entries(slots)) {
    const said = valueIn(slot);
    if (said === null) continue;
    const value = slotValue(name, slot, said, listener);
    if (value === null && LISTED.has(name)) return null;
    if (value !== null) values[name] = value;
  }
  return values;
}

function slotValue(name: string, slot: Slot, said: string, listener: Listener): string | null {
  if (LISTED.has(name) || name === 'partner') return idIn(slot);
  if (NAMES.has(name)) return listener.name(said) || null;
  switch (name) {
    case 'duration':
      return secondsIn(said)?.toString() ?? null;
    case 'day':
      return WEEKDAYS.find((day) => day === said.trim().toLowerCase().replace(/s$/, '')) ?? null;
    case 'time':
      return PARTS_OF_DAY.get(said.trim()) ?? /^(?:[01]\d|2[0-3]):[0-5]\d/.exec(said.trim())?.[0] ?? null;
    default:
      return said;
  }
}

/** The value of a slot as it was said, up to `LONGEST`; null if it is empty. */
function valueIn(slot: Slot | undefined): string | null {
  const value = slot?.value;
  return value === undefined || value === null || value === '' ? null : cutOff(value);
}

/** Characters that are read of what was said. No sentence has as many: at a fast pace they take a minute to say. */
const LONGEST = 1_000;

/** What was said, up to `LONGEST` whole characters. */
function cutOff(said: string): string {
  return said.length <= LONGEST ? said : [...said.slice(0, 2 * LONGEST)].slice(0, LONGEST).join('');
}

/** The id of the slot value, which is the same for all its synonyms; null if the value is not in the slot type. */
function idIn(slot: Slot): string | null {
  return (
    slot.resolutions?.resolutionsPerAuthority?.find(({ status }) => status.code === 'ER_SUCCESS_MATCH')
      ?.values[0]?.value.id ?? null
  );
}

/** What happened: words or a touch, whose meaning depends on what was asked, or the event itself. */
export type Happened = Said | { touch: Touch };

/** What happened by a request. */
export function happenedIn(envelope: RequestEnvelope, listener: Listener): Happened {
  const { request } = envelope;
  switch (request.type) {
    case 'LaunchRequest':
      return { event: { type: 'launch' } };
    case 'IntentRequest':
      return saidIn(request.intent, listener);
    case USER_EVENT:
      return { touch: touchIn(request) };
    case 'Connections.Response':
      return { event: permissionIn(request) };
    case 'SessionEndedRequest':
      return { event: { type: 'ended' } };
    case 'Alexa.Presentation.APLA.RuntimeError':
      return { event: { type: 'sound-failed' } };
    default:
      return { event: { type: 'unclear' } };
  }
}

/** Words in an answer that takes several seconds to say. */
const LONG_ANSWER = 5;

/** Whether it can take several seconds to say, so that its request arrives late (`Traits.long`). */
export function isLong(said: Happened): boolean {
  if ('touch' in said) return false;
  if ('event' in said) return events[said.event.type].long === true;
  return said.words.split(/\s+/u).length >= LONG_ANSWER;
}
