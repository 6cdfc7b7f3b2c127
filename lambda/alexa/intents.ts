/** Turns the intents of the interaction model into events. */
import type { Intent, Slot } from 'ask-sdk-model';
import { WEEKDAYS, type Weekday } from '../conversation/model/calendar.ts';
import type { Choice, DepthWord, Event, Forgotten, SimpleEvent, Whose } from '../conversation/model/event.ts';
import { isExercise } from '../conversation/model/exercise-id.ts';
import { type Period, PRACTICES, type Practice } from '../conversation/model/household.ts';
import { lines, type Subject } from '../conversation/model/lines.ts';
import type { Listener } from '../understanding/listener.ts';
import { secondsIn } from './duration.ts';

/** Turns the slots of an intent into an event. */
type Decode = (slots: Slots, listener: Listener) => Event;
type Slots = Readonly<Record<string, Slot>>;

/** An event without parameters. */
function simple<K extends SimpleEvent>(type: K): () => { type: K } {
  return () => ({ type });
}

/** The event `forget`. */
function forget(what: Forgotten): Decode {
  return () => ({ type: 'forget', what });
}

/** The event for each intent of the interaction model. */
export const intents: Readonly<Record<string, Decode>> = {
  'AMAZON.YesIntent': simple('yes'),
  'AMAZON.NoIntent': simple('no'),
  'AMAZON.NextIntent': simple('next'),
  DoneIntent: simple('done'),
  'AMAZON.PauseIntent': simple('pause'),
  'AMAZON.ResumeIntent': simple('resume'),
  'AMAZON.RepeatIntent': simple('repeat'),
  'AMAZON.StartOverIntent': simple('start-over'),
  'AMAZON.HelpIntent': simple('help'),
  'AMAZON.StopIntent': simple('stop'),
  'AMAZON.CancelIntent': simple('stop'),
  'AMAZON.NavigateHomeIntent': simple('stop'),
  'AMAZON.FallbackIntent': simple('unclear'),
  SkipIntent: simple('skip'),
  WhereAreWeIntent: simple('where'),
  TimeLeftIntent: simple('time-left'),
  RatherNotIntent: simple('rather-not'),
  SupportIntent: () => ({ type: 'support', about: 'asked' }),
  SelfHarmIntent: () => ({ type: 'support', about: 'self-harm' }),
  UnsafeIntent: () => ({ type: 'support', about: 'unsafe' }),
  EmergencyIntent: () => ({ type: 'support', about: 'emergency' }),
  MoreTimeIntent: (slots) => {
    const minutes = Number.parseInt(valueIn(slots.minutes) ?? '', 10);
    const seconds = Number.isNaN(minutes) ? secondsIn(valueIn(slots.duration)) : minutes * 60;
    return { type: 'more-time', seconds };
  },
  ChooseIntent: (slots) => {
    const minutes = Number.parseInt(valueIn(slots.minutes) ?? '', 10);
    const exercise = idIn(slots.exercise);
    const depth = depthIn(slots.depth);
    const theme = practiceIn(slots.theme);
    const known = exercise !== null && isExercise(exercise) ? exercise : null;
    // A slot can contain a value that is not in its type. Then the intent was not understood.
    const unknown = known === null && valueIn(slots.exercise) !== null;
    if (unknown || (known === null && Number.isNaN(minutes) && depth === null && theme === null))
      return { type: 'unclear' };
    return {
      type: 'choose',
      exercise: known,
      minutes: Number.isNaN(minutes) ? null : minutes,
      ...(depth === null ? {} : { depth }),
      ...(theme === null ? {} : { theme }),
    };
  },
  DepthIntent: (slots) => {
    const depth = depthIn(slots.depth);
    const other = depthIn(slots.otherDepth);
    if (depth === null) return { type: 'unclear' };
    return { type: 'depth', depth, ...(other === null ? {} : { other }) };
  },
  WhoStartsIntent: (slots) => {
    const which = idIn(slots.partner);
    if (which === 'first' || which === 'second') return { type: 'first', who: which === 'first' ? 'a' : 'b' };
    if (which === 'other') return { type: 'first', who: 'other' };
    const name = valueIn(slots.name);
    return { type: 'first', who: name === null ? null : { name } };
  },
  YouChooseIntent: (slots) => {
    const what = idIn(slots.choice);
    return { type: 'you-choose', what: what !== null && isOneOf(CHOICES, what) ? what : null };
  },
  AnotherIntent: simple('another'),
  MenuIntent: simple('menu'),
  TipIntent: simple('tip'),
  ProgressIntent: simple('progress'),
  WhyIntent: () => ({ type: 'learn', about: 'why' }),
  LearnIntent: (slots) => {
    if (valueIn(slots.subject) === null) return { type: 'learn', about: 'this' };
    const about = idIn(slots.subject);
    return about !== null && isSubject(about) ? { type: 'learn', about } : { type: 'unclear' };
  },
  NamesIntent: (slots, listener) => {
    const said = valueIn(slots.name) ?? '';
    const instead = listener.command(said);
    if (instead !== null) return instead;
    const name = listener.name(said);
    return name === null ? { type: 'unclear' } : { type: 'names', name, other: valueIn(slots.other) };
  },
  RenameIntent: (slots) => ({
    type: 'rename',
    name: valueIn(slots.name),
    other: valueIn(slots.other),
  }),
  ItIsMeIntent: simple('it-is-me'),
  AppreciationIntent: ({ fromName, toName, ...slots }, listener) => {
    const from = nameIn(fromName, listener);
    const to = nameIn(toName, listener);
    const names = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
    for (const [slot, { value }] of Object.entries(slots)) {
      if (value === undefined || value === null || value.trim() === '') continue;
      const text = listener.asSaid(slot, value.trim());
      return (
        listener.concern(text) ??
        (slot === 'appreciation' ? listener.command(text) : null) ?? {
          type: 'appreciation',
          text,
          barbed: listener.isBarbed(text),
          ...names,
        }
      );
    }
    return { type: 'appreciation', text: '', barbed: false, ...names };
  },
  RecapIntent: (slots) => recapOf(null, slots),
  WhatTheySaidIntent: (slots, listener) => {
    const by = nameIn(slots.name, listener);
    const receiver = nameIn(slots.forName, listener);
    if (by !== null) return recapOf({ by }, slots);
    return receiver === null ? { type: 'unclear' } : recapOf({ for: receiver }, slots);
  },
  MineIntent: (slots) => recapOf('for-me', slots),
  WhatISaidIntent: (slots) => recapOf('by-me', slots),
  TakeBackIntent: simple('take-back'),
  RewordIntent: simple('reword'),
  WhatIsKeptIntent: simple('kept'),
  WhoHearsIntent: simple('who-hears'),
  DontSaveIntent: simple('dont-save'),
  SaveAgainIntent: simple('save-again'),
  ForgetUsIntent: forget('us'),
  ForgetMeIntent: forget('me'),
  ForgetPersonIntent: (slots, listener) => {
    const person = nameIn(slots.name, listener);
    return person === null ? { type: 'unclear' } : { type: 'forget', what: { person } };
  },
  ForgetMyWordsIntent: forget('said-by-me'),
  ForgetWordsIntent: (slots, listener) => {
    const saidBy = nameIn(slots.name, listener);
    return saidBy === null ? { type: 'unclear' } : { type: 'forget', what: { saidBy } };
  },
  SendIntent: simple('send'),
  RemindIntent: (slots) => ({ type: 'remind', day: weekdayIn(slots.day), time: timeIn(slots.time) }),
  RemindDailyIntent: (slots) => ({ type: 'remind', day: 'every-day', time: timeIn(slots.time) }),
  WhenRemindedIntent: simple('when-reminded'),
  StopRemindingIntent: simple('unremind'),
  VoiceIntent: (slots, listener) => ({ type: 'learn-voice', name: nameIn(slots.name, listener) }),
  ForgetVoiceIntent: forget('my-voice'),
};

/**
 * The event for an intent; `unclear` if the intent is not known. A phrase in any slot that shows a concern, such as
 * self-harm, comes before everything else.
 */
export function eventOf(intent: Intent, listener: Listener): Event {
  const decode = Object.hasOwn(intents, intent.name) ? intents[intent.name] : undefined;
  if (decode === undefined) return { type: 'unclear' };
  const slots = intent.slots ?? {};
  for (const slot of Object.values(slots)) {
    const concern = listener.concern(valueIn(slot) ?? '');
    if (concern !== null) return concern;
  }
  return decode(slots, listener);
}

/** The event for a recap; `unclear` if a period was said that is not known. */
function recapOf(whose: Whose | null, slots: Slots): Event {
  const id = valueIn(slots.period) === null ? 'week' : idIn(slots.period);
  return id !== null && isOneOf(PERIODS, id) ? { type: 'recap', period: id, whose } : { type: 'unclear' };
}

/** The value of a slot as it was said; null if it is empty. */
function valueIn(slot: Slot | undefined): string | null {
  const value = slot?.value;
  return value === undefined || value === null || value === '' ? null : value;
}

const CHOICES = ['exercise', 'length', 'depth', 'theme', 'first'] as const satisfies Choice[];
const PERIODS = ['week', 'last-week', 'today', 'yesterday'] as const satisfies Period[];
/** AMAZON.TIME has codes for the parts of the day. The time for each of them. */
const PARTS_OF_DAY: ReadonlyMap<string, string> = new Map([
  ['MO', '09:00'],
  ['AF', '15:00'],
  ['EV', '19:00'],
  ['NI', '21:00'],
]);
const DEPTH_WORDS = ['light', 'deep', 'deepest', 'lighter', 'deeper'] as const satisfies DepthWord[];

/** The name in a slot; null if the words are no name, such as "from me". */
function nameIn(slot: Slot | undefined, listener: Listener): string | null {
  const said = valueIn(slot);
  return said === null ? null : listener.name(said) || null;
}

/** The weekday in a slot, such as "Sunday" or "sundays"; null if it is none. */
function weekdayIn(slot: Slot | undefined): Weekday | null {
  const day = valueIn(slot)?.trim().toLowerCase().replace(/s$/, '') ?? '';
  return isOneOf(WEEKDAYS, day) ? day : null;
}

/** The time in a slot, such as `19:00`; null if it is none. */
function timeIn(slot: Slot | undefined): string | null {
  const said = valueIn(slot)?.trim() ?? '';
  return PARTS_OF_DAY.get(said) ?? /^(?:[01]\d|2[0-3]):[0-5]\d/.exec(said)?.[0] ?? null;
}

function isOneOf<T extends string>(all: readonly T[], id: string): id is T {
  return (all as readonly string[]).includes(id);
}

function isSubject(id: string): id is Subject {
  return `learn.${id}` in lines;
}

function depthIn(slot: Slot | undefined): DepthWord | null {
  const id = idIn(slot);
  return id !== null && isOneOf(DEPTH_WORDS, id) ? id : null;
}

function practiceIn(slot: Slot | undefined): Practice | null {
  const id = idIn(slot);
  return id !== null && isOneOf(PRACTICES, id) ? id : null;
}

/** The id of the slot value, which is the same for all its synonyms; null if the value is not in the slot type. */
function idIn(slot: Slot | undefined): string | null {
  return (
    slot?.resolutions?.resolutionsPerAuthority?.find(({ status }) => status.code === 'ER_SUCCESS_MATCH')
      ?.values[0]?.value.id ?? null
  );
}
