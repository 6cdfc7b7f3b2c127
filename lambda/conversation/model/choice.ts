/** Choices: what can be touched on a screen. Each means the same as words that can be said. */
import { line } from './act.ts';
import type { Event } from './event.ts';
import { EXERCISES, type ExerciseId } from './exercise-id.ts';
import type { Line } from './lines.ts';
import type { screenLines } from './screen-lines.ts';

/** What a choice means that is about what is heard at the moment of the touch, as the same words are. */
const ABOUT_THE_MOMENT = {
  next: { type: 'next' },
  'more-time': { type: 'more-time', seconds: null },
  pause: { type: 'pause' },
  skip: { type: 'skip' },
} as const satisfies Readonly<Record<string, Event>>;

/** What a choice means that answers the question. */
const ANSWERS = {
  yes: { type: 'yes' },
  no: { type: 'no' },
  'not-quite': { type: 'not-quite' },
  'go-on': { type: 'resume' },
  stop: { type: 'stop' },
  repeat: { type: 'repeat' },
  lighter: { type: 'depth', depth: 'lighter' },
  reword: { type: 'reword' },
  'delete-it': { type: 'delete-it' },
  'something-else': { type: 'menu' },
  'you-choose': { type: 'you-choose', what: null },
  'partner-a': { type: 'first', who: 'a' },
  'partner-b': { type: 'first', who: 'b' },
  'minutes-5': { type: 'choose', exercise: null, minutes: 5 },
  'minutes-10': { type: 'choose', exercise: null, minutes: 10 },
  'minutes-20': { type: 'choose', exercise: null, minutes: 20 },
} as const satisfies Readonly<Record<string, Event>>;

/** What each choice means, by its id. Ids never change their meaning, because a screen can be touched late. */
const OTHERS = { ...ABOUT_THE_MOMENT, ...ANSWERS } as const;

/** The id of a choice: what it says, such as `yes` or `minutes-5`, or the exercise that it begins. */
export type ChoiceId = keyof typeof OTHERS | ExerciseId;

/** A choice on a screen, and what is written on it. */
export interface Choice {
  id: ChoiceId;
  label: Line;
}

/** The event that a choice means. */
export function eventOfChoice(id: ChoiceId): Event {
  return isOther(id) ? OTHERS[id] : { type: 'choose', exercise: id, minutes: null };
}

/** Whether a choice is about what is heard at the moment of the touch. All others are answers to the question. */
export function isAboutTheMoment(id: ChoiceId): boolean {
  return Object.hasOwn(ABOUT_THE_MOMENT, id);
}

function isOther(id: ChoiceId): id is keyof typeof OTHERS {
  return Object.hasOwn(OTHERS, id);
}

/** The ids of all choices. */
export const CHOICES: readonly ChoiceId[] = [
  ...(Object.keys(OTHERS) as (keyof typeof OTHERS)[]),
  ...EXERCISES,
];

type Labels = typeof screenLines;
/** The keys of the labels without parameters, after `screen.`. */
export type Label = {
  [K in keyof Labels]: Labels[K]['length'] extends 0
    ? K extends `screen.${infer Rest}`
      ? Rest
      : never
    : never;
}[keyof Labels];

/** A choice with this label; its own id if that is a label. */
export function choice(id: ChoiceId & Label): Choice;
export function choice(id: ChoiceId, label: Label): Choice;
export function choice(id: ChoiceId, label: string = id): Choice {
  return { id, label: line(`screen.${label as Label}`) };
}

/** A choice of a length. */
export function minutesChoice(minutes: 5 | 10 | 20): Choice {
  return { id: `minutes-${minutes}`, label: line('screen.minutes', { time: { minutes } }) };
}
