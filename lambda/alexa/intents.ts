/** From what Alexa understood to an event: every intent of the interaction model has its row here. */
import type { Intent, Slot } from 'ask-sdk-model';
import type { Choice, DepthWord, Event } from '../conversation/event.ts';
import { isExercise } from '../conversation/exercises/all.ts';
import { lines, type Subject } from '../conversation/lines.ts';
import { PRACTICES, type Practice } from '../conversation/state.ts';
import { secondsIn } from './duration.ts';
import type { Listener } from './listener.ts';

type Decode = (slots: Slots, listener: Listener) => Event;
type Slots = Readonly<Record<string, Slot>>;

const of =
  (type: Extract<Event, { type: string }>['type']): Decode =>
  () =>
    ({ type }) as Event;

/** The intents of the model, and what each means. */
export const intents: Readonly<Record<string, Decode>> = {
  'AMAZON.YesIntent': of('yes'),
  'AMAZON.NoIntent': of('no'),
  'AMAZON.NextIntent': of('next'),
  DoneIntent: of('done'),
  'AMAZON.PauseIntent': of('pause'),
  'AMAZON.ResumeIntent': of('resume'),
  'AMAZON.RepeatIntent': of('repeat'),
  'AMAZON.StartOverIntent': of('start-over'),
  'AMAZON.HelpIntent': of('help'),
  'AMAZON.StopIntent': of('stop'),
  'AMAZON.CancelIntent': of('stop'),
  'AMAZON.NavigateHomeIntent': of('stop'),
  'AMAZON.FallbackIntent': of('unclear'),
  SkipIntent: of('skip'),
  WhereAreWeIntent: of('where'),
  TimeLeftIntent: of('time-left'),
  RatherNotIntent: of('rather-not'),
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
    // A slot takes whatever was said: what is none of its values says nothing.
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
  AnotherIntent: of('another'),
  MenuIntent: of('menu'),
  TipIntent: of('tip'),
  ProgressIntent: of('progress'),
  WhyIntent: () => ({ type: 'learn', about: 'why' }),
  LearnIntent: (slots) => {
    if (valueIn(slots.subject) === null) return { type: 'learn', about: 'this' };
    const about = idIn(slots.subject);
    return about !== null && isSubject(about) ? { type: 'learn', about } : { type: 'unclear' };
  },
  NamesIntent: (slots, listener) => {
    const said = valueIn(slots.name) ?? '';
    const instead = listener.concern(said) ?? listener.command(said);
    if (instead !== null) return instead;
    const name = listener.name(said);
    return name === null ? { type: 'unclear' } : { type: 'names', name, other: valueIn(slots.other) };
  },
  RenameIntent: (slots) => ({
    type: 'rename',
    name: valueIn(slots.name),
    other: valueIn(slots.other),
  }),
  AppreciationIntent: (slots, listener) => {
    for (const [slot, { value }] of Object.entries(slots)) {
      if (value === undefined || value === null || value.trim() === '') continue;
      const text = listener.asSaid(slot, value.trim());
      return (
        listener.concern(text) ??
        (slot === 'appreciation' ? listener.command(text) : null) ?? {
          type: 'appreciation',
          text,
          barbed: listener.isBarbed(text),
        }
      );
    }
    return { type: 'appreciation', text: '', barbed: false };
  },
};

/** The event in an intent; one that this version does not know is not understood. */
export function eventOf(intent: Intent, listener: Listener): Event {
  const decode = Object.hasOwn(intents, intent.name) ? intents[intent.name] : undefined;
  return decode === undefined ? { type: 'unclear' } : decode(intent.slots ?? {}, listener);
}

function valueIn(slot: Slot | undefined): string | null {
  const value = slot?.value;
  return value === undefined || value === null || value === '' ? null : value;
}

const CHOICES = ['exercise', 'length', 'depth', 'theme', 'first'] as const satisfies Choice[];
const DEPTH_WORDS = ['light', 'deep', 'deepest', 'lighter', 'deeper'] as const satisfies DepthWord[];

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

/** The id of a value in the model: what was said may be any synonym. */
function idIn(slot: Slot | undefined): string | null {
  return (
    slot?.resolutions?.resolutionsPerAuthority?.find(({ status }) => status.code === 'ER_SUCCESS_MATCH')
      ?.values[0]?.value.id ?? null
  );
}
