/** What the walk tries: every event there is, with the payloads that make a difference. */
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { CONCERNS, type Event, type EventType, events } from '../../lambda/conversation/model/event.ts';
import { EXERCISES } from '../../lambda/conversation/model/exercise-id.ts';
import { lines, type Subject } from '../../lambda/conversation/model/lines.ts';
import type { SimpleEvent } from '../conversation/plain-events.ts';
import { someKept } from './households.ts';

/** Words that only an appreciation may contain. */
export const MARKED = 'you noticed the zebra';

type Sampled = Exclude<EventType, SimpleEvent>;
type Payload<K extends EventType> = Omit<Event<K>, 'type'>;

/** Samples of every event that is more than its type: a new one does not compile before it has some. */
const samples: { readonly [K in Sampled]: readonly [Payload<K>, ...Payload<K>[]] } = {
  'more-time': [{ seconds: null }, { seconds: 36_000 }],
  choose: [
    { exercise: 'listening', minutes: 5 },
    { exercise: 'check-in', minutes: 10 },
    { exercise: null, minutes: 3 },
    { exercise: 'questions', minutes: null, depth: 'deepest', theme: 'openness' },
    { exercise: null, minutes: null, theme: 'appreciation' },
    { exercise: 'listening', minutes: 5, first: { name: 'Bo' } },
    { exercise: 'listening', minutes: 5, first: null },
  ],
  depth: [
    { depth: 'lighter' },
    { depth: 'deepest' },
    { depth: 'deep', other: 'light' },
    { depth: 'company' },
  ],
  chimes: [{ on: false }, { on: true }],
  usual: [{ minutes: 10 }, { minutes: 999 }, { minutes: null }],
  first: [{ who: { name: 'Bo' } }, { who: 'other' }, { who: null }],
  'you-choose': [{ what: null }, { what: 'depth' }],
  learn: [{ about: 'listening' }],
  names: [
    { name: 'Ana', other: null },
    { name: 'Ana', other: 'Bo' },
    { name: 'ANA', other: 'ana' },
    { name: 'Cleo', other: null },
    { name: ' ', other: null },
  ],
  rename: [
    { name: 'ana', other: 'Anna' },
    { name: null, other: 'Anna' },
    { name: null, other: null },
  ],
  appreciation: [
    { text: MARKED, barbed: false },
    { text: `${MARKED}, finally`, barbed: true },
    { text: '', barbed: false },
    { text: `${MARKED} `.repeat(40), barbed: false },
  ],
  'keep-question': [{ text: MARKED }, { text: '' }, { text: `${MARKED} `.repeat(40) }],
  recap: [
    { period: 'week', whose: null },
    { period: 'today', whose: 'for-me' },
    { period: 'week', whose: { by: 'Ana' }, only: true },
    { period: 'old', whose: null },
  ],
  forget: [{ what: 'us' }, { what: { saidBy: 'Ana' } }, { what: 'me' }],
  'learn-voice': [{ name: null }],
  remind: [
    { day: 'sunday', time: '19:00' },
    { day: null, time: null },
  ],
  permission: [
    { granted: true, day: 'sunday', time: '19:00' },
    { granted: false, day: 'sunday', time: '19:00' },
    { granted: null, day: 'sunday', time: '19:00' },
  ],
  support: [
    { about: 'asked' },
    ...CONCERNS.slice(1).map((about) => ({ about })),
    { about: 'unsafe', doubtful: true },
    { about: 'asked', byText: true },
    { about: 'asked', details: true },
  ],
  conflict: [{ kept: null }, { kept: someKept }],
};

/** The samples of events that can be more than their type. */
const more: Readonly<Partial<Record<EventType, readonly object[]>>> = {
  yes: [{}, { reported: true }],
  unclear: [{}, { worrying: true }],
  'take-back': [{}, { about: ['tea'] }],
  reword: [{}, { edit: { out: ['zebra'], put: ['horse'], replaces: true, splits: false }, or: 'no' }],
  parting: [{}, { anew: true }],
};

/** Every event, in each of its samples. */
export const everyEvent: readonly Event[] = typesOfEvents().flatMap((type) => {
  const payloads: readonly object[] = type in samples ? samples[type as Sampled] : (more[type] ?? [{}]);
  return payloads.map((payload) => ({ type, ...payload }) as Event);
});

export function typesOfEvents(): EventType[] {
  return Object.keys(events) as EventType[];
}

/** What leads on from wherever they are. */
export const onward: readonly Event[] = [
  { type: 'yes' },
  { type: 'no' },
  { type: 'next' },
  { type: 'skip' },
  { type: 'unclear' },
  { type: 'depth', depth: 'deepest' },
];

/** What makes a reply longer when it interrupts a quiet, or turns it round, so that it stops at other steps. */
export const interrupting: readonly Event[] = [
  { type: 'more-time', seconds: 36_000 },
  { type: 'first', who: { name: 'Bo' } },
  { type: 'slower' },
];

const subjects = Object.keys(lines).flatMap((key) =>
  key.startsWith('learn.') ? [key.slice('learn.'.length) as Subject] : [],
);

/** More samples, which are taken in like those above but lead elsewhere. It is enough to try them at the beginning. */
export const moreAtTheBeginning: readonly Event[] = [
  ...EXERCISES.flatMap((exercise) =>
    exercises[exercise].lengths.flatMap((minutes): Event[] => [
      { type: 'choose', exercise, minutes },
      { type: 'choose', exercise, minutes, depth: 'deepest' },
    ]),
  ),
  { type: 'choose', exercise: 'weekly', minutes: 7 },
  { type: 'depth', depth: 'deeper' },
  { type: 'you-choose', what: 'first' },
  ...subjects.map((about): Event => ({ type: 'learn', about })),
  { type: 'recap', period: 'oldest', whose: null },
  { type: 'recap', period: 'year-ago', whose: 'by-me' },
  { type: 'recap', period: 'week', whose: { by: 'Carl' } },
  { type: 'recap', period: 'yesterday', whose: { for: 'Bo' } },
  { type: 'forget', what: 'my-voice' },
  { type: 'forget', what: 'said' },
  { type: 'forget', what: 'said-by-me' },
  { type: 'forget', what: 'said-by-other' },
  { type: 'forget', what: { person: 'Ana' } },
  { type: 'forget', what: { saidBy: 'Carl' } },
  { type: 'learn-voice', name: 'Carl' },
  { type: 'remind', day: 'sunday', time: null },
  { type: 'remind', day: null, time: '19:00' },
];
