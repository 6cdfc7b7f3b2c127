/** From what Alexa understood to an event: every intent of the interaction model has its row here. */
import type { Intent, Slot } from 'ask-sdk-model';
import type { Event } from '../conversation/event.ts';
import type { ExerciseId } from '../conversation/state.ts';
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
    return {
      type: 'choose',
      exercise: exerciseIn(slots.exercise),
      minutes: Number.isNaN(minutes) ? null : minutes,
    };
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

const EXERCISES: ReadonlySet<string> = new Set<ExerciseId>(['check-in', 'listening']);

/** The exercise by the id of its value in the model: what was said may be any synonym. */
function exerciseIn(slot: Slot | undefined): ExerciseId | null {
  const id = slot?.resolutions?.resolutionsPerAuthority?.find(
    ({ status }) => status.code === 'ER_SUCCESS_MATCH',
  )?.values[0]?.value.id;
  return id !== undefined && EXERCISES.has(id) ? (id as ExerciseId) : null;
}
