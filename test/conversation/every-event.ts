/** What the walk over every state tries in each of them. */

import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';

/** Words that only an appreciation may contain. */
export const MARKED = 'you noticed the zebra';

const words = (text: string, barbed = false): Event => ({ type: 'appreciation', text, barbed });

/** Every kind of event, with the payloads that make a difference. */
export const events: readonly Event[] = [
  { type: 'launch' },
  { type: 'yes' },
  { type: 'no' },
  { type: 'next' },
  { type: 'done' },
  { type: 'skip' },
  { type: 'more-time', seconds: null },
  { type: 'more-time', seconds: 36_000 },
  { type: 'repeat' },
  { type: 'pause' },
  { type: 'resume' },
  { type: 'stop' },
  { type: 'help' },
  { type: 'where' },
  { type: 'time-left' },
  { type: 'start-over' },
  { type: 'choose', exercise: 'listening', minutes: 5 },
  { type: 'choose', exercise: 'check-in', minutes: 10 },
  { type: 'choose', exercise: null, minutes: 3 },
  { type: 'choose', exercise: 'questions', minutes: null, depth: 'deepest', theme: 'openness' },
  { type: 'choose', exercise: null, minutes: null, theme: 'appreciation' },
  { type: 'depth', depth: 'lighter' },
  { type: 'depth', depth: 'deepest' },
  { type: 'depth', depth: 'deep', other: 'light' },
  { type: 'first', who: { name: 'Bo' } },
  { type: 'first', who: 'other' },
  { type: 'first', who: null },
  { type: 'you-choose', what: null },
  { type: 'you-choose', what: 'depth' },
  { type: 'another' },
  { type: 'menu' },
  { type: 'learn', about: 'listening' },
  { type: 'tip' },
  { type: 'progress' },
  { type: 'names', name: 'Ana', other: null },
  { type: 'names', name: 'Ana', other: 'Bo' },
  { type: 'names', name: 'ANA', other: 'ana' },
  { type: 'names', name: ' ', other: null },
  { type: 'rename', name: 'ana', other: 'Anna' },
  { type: 'rename', name: null, other: null },
  { type: 'rather-not' },
  words(MARKED),
  words(`${MARKED}, finally`, true),
  words(''),
  words(`${MARKED} `.repeat(40)),
  { type: 'support', about: 'asked' },
  { type: 'support', about: 'self-harm' },
  { type: 'unclear' },
  { type: 'sound-failed' },
  { type: 'ended' },
  { type: 'not-kept' },
  { type: 'not-forgotten' },
  { type: 'conflict', household: null },
];

/** What is asked in between: its answer depends on whether something plays, and not on what. */
export const asides: readonly Event[] = [
  { type: 'it-is-me' },
  { type: 'take-back' },
  { type: 'reword' },
  { type: 'recap', period: 'week', whose: null },
  { type: 'recap', period: 'today', whose: 'for-me' },
  { type: 'send' },
  { type: 'kept' },
  { type: 'dont-save' },
  { type: 'save-again' },
  { type: 'forget', what: 'us' },
  { type: 'forget', what: { saidBy: 'Ana' } },
  { type: 'forget', what: 'me' },
  { type: 'learn-voice', name: null },
  { type: 'remind', day: 'sunday', time: '19:00' },
  { type: 'remind', day: null, time: null },
  { type: 'when-reminded' },
  { type: 'unremind' },
  { type: 'permission', granted: true, day: 'sunday', time: '19:00' },
];

/** Of these, what is tried in the quiet of each step: how an aside interrupts is the same for all. */
export const interrupting: readonly Event[] = [{ type: 'recap', period: 'week', whose: null }];

/** Every exercise in each of its lengths. */
export const beginnings: readonly Event[] = (Object.keys(exercises) as ExerciseId[]).flatMap((exercise) =>
  exercises[exercise].lengths.map((minutes): Event => ({ type: 'choose', exercise, minutes })),
);
