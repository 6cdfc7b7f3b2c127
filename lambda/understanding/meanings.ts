/** The event of each meaning. */
import type { Meaning } from '../content/phrases.ts';
import { isSubject } from '../conversation/commands/learn.ts';
import { WEEKDAYS, type Weekday } from '../conversation/model/calendar.ts';
import type { Choice, DepthWord, Event, Whose } from '../conversation/model/event.ts';
import { isExercise } from '../conversation/model/exercise-id.ts';
import { PERIODS, PRACTICES, type Practice } from '../conversation/model/household.ts';

/**
 * The values of slots, by name: `minutes` as a number, `duration` in seconds, `day` as a weekday or `every-day`, `time`
 * as `19:00`, ids of lists, and names as they were said.
 */
export type Values = Readonly<Record<string, string | undefined>>;

/** Makes the event from the values. Null if a value is missing without which it means nothing. */
type Make = (values: Values) => Event | null;

const CHOICES = ['exercise', 'length', 'depth', 'theme', 'first'] as const satisfies Choice[];
const DEPTH_WORDS = [
  'light',
  'deep',
  'deepest',
  'lighter',
  'deeper',
  'company',
] as const satisfies DepthWord[];

const makers: { readonly [M in Meaning]: Event | Make } = {
  yes: { type: 'yes' },
  no: { type: 'no' },
  'not-quite': { type: 'not-quite' },
  done: { type: 'done' },
  next: { type: 'next' },
  skip: { type: 'skip' },
  'rather-not': { type: 'rather-not' },
  'keep-it': { type: 'keep-it' },
  'delete-it': ({ kept }) => ({ type: kept === 'question' ? 'take-question-back' : 'delete-it' }),
  stop: { type: 'stop' },
  pause: { type: 'pause' },
  'long-pause': { type: 'long-pause' },
  interrupted: { type: 'interrupted' },
  resume: { type: 'resume' },
  repeat: { type: 'repeat' },
  help: { type: 'help' },
  where: { type: 'where' },
  'time-left': { type: 'time-left' },
  'more-time': ({ minutes, duration }) => {
    const seconds = numberIn(duration) ?? (numberIn(minutes) ?? Number.NaN) * 60;
    return { type: 'more-time', seconds: Number.isNaN(seconds) ? null : seconds };
  },
  'start-over': { type: 'start-over' },
  menu: { type: 'menu' },
  another: { type: 'another' },
  choose,
  depth: ({ depth, otherDepth }) => {
    const [one, other] = [oneOf(DEPTH_WORDS, depth), oneOf(DEPTH_WORDS, otherDepth)];
    return one === null ? null : { type: 'depth', depth: one, ...(other === null ? {} : { other }) };
  },
  'you-choose': ({ choice }) => ({ type: 'you-choose', what: oneOf(CHOICES, choice) }),
  first: ({ partner, name }) => {
    if (partner === 'first' || partner === 'second')
      return { type: 'first', who: partner === 'first' ? 'a' : 'b' };
    if (partner === 'other') return { type: 'first', who: 'other' };
    return { type: 'first', who: name === undefined ? null : { name } };
  },
  'it-is-me': { type: 'it-is-me' },
  slower: { type: 'slower' },
  faster: { type: 'faster' },
  'chimes-off': { type: 'chimes', on: false },
  'chimes-on': { type: 'chimes', on: true },
  usual: ({ minutes }) => ({ type: 'usual', minutes: numberIn(minutes) }),
  shorter: { type: 'shorter' },
  path: { type: 'path' },
  'leave-path': { type: 'leave-path' },
  louder: { type: 'louder' },
  progress: { type: 'progress' },
  tip: { type: 'tip' },
  learn: ({ subject }) => {
    if (subject === undefined) return { type: 'learn', about: 'this' };
    return isSubject(subject) ? { type: 'learn', about: subject } : null;
  },
  why: { type: 'learn', about: 'why' },
  names: ({ name, other }) => (name === undefined ? null : { type: 'names', name, other: other ?? null }),
  rename: ({ name, other }) => ({ type: 'rename', name: name ?? null, other: other ?? null }),
  appreciation: ({ fromName, toName }) => ({
    type: 'appreciation',
    text: '',
    barbed: false,
    ...(fromName === undefined ? {} : { from: fromName }),
    ...(toName === undefined ? {} : { to: toName }),
  }),
  'take-back': ({ kept }) => ({ type: kept === 'question' ? 'take-question-back' : 'take-back' }),
  'keep-question': { type: 'keep-question', text: '' },
  'own-question': { type: 'own-question' },
  reword: { type: 'reword' },
  recap: ({ period }) => recapOf(null, period),
  'recap-for-me': ({ period }) => recapOf('for-me', period),
  'recap-by-me': ({ period }) => recapOf('by-me', period),
  'recap-by-name': ({ name, forName, period }) => {
    if (name !== undefined) return recapOf({ by: name }, period);
    return forName === undefined ? null : recapOf({ for: forName }, period);
  },
  send: { type: 'send' },
  kept: { type: 'kept' },
  'how-long': { type: 'how-long' },
  'who-hears': { type: 'who-hears' },
  listening: { type: 'listening' },
  'what-heard': { type: 'what-heard' },
  'dont-save': { type: 'dont-save' },
  'save-again': { type: 'save-again' },
  'forget-us': { type: 'forget', what: 'us' },
  'forget-me': { type: 'forget', what: 'me' },
  'forget-person': ({ name }) => (name === undefined ? null : { type: 'forget', what: { person: name } }),
  'forget-said-by-me': { type: 'forget', what: 'said-by-me' },
  'forget-said': ({ name }) => (name === undefined ? null : { type: 'forget', what: { saidBy: name } }),
  'forget-my-voice': { type: 'forget', what: 'my-voice' },
  'learn-voice': ({ name }) => ({ type: 'learn-voice', name: name ?? null }),
  remind: ({ day, time }) => ({ type: 'remind', day: dayIn(day), time: time ?? null }),
  'remind-every-day': ({ time }) => ({ type: 'remind', day: 'every-day', time: time ?? null }),
  'when-reminded': { type: 'when-reminded' },
  unremind: { type: 'unremind' },
  'time-out': { type: 'time-out' },
  alone: { type: 'alone' },
  distress: { type: 'distress' },
  reluctant: { type: 'reluctant' },
  contempt: { type: 'contempt' },
  judge: { type: 'judge' },
  parting: { type: 'parting' },
  support: { type: 'support', about: 'asked' },
  counsel: { type: 'support', about: 'counsel' },
  'support-by-text': { type: 'support', about: 'asked', byText: true },
  'support-details': { type: 'support', about: 'asked', details: true },
  'off-topic': { type: 'off-topic' },
  thanks: { type: 'thanks' },
};

/** The event of a meaning. Null if a value is missing without which it means nothing. */
export function eventFor(meaning: Meaning, values: Values): Event | null {
  const make = makers[meaning];
  return typeof make === 'function' ? make(values) : make;
}

function choose({ exercise, minutes, depth, theme }: Values): Event | null {
  if (exercise !== undefined && !isExercise(exercise)) return null;
  const known = exercise ?? null;
  const length = numberIn(minutes);
  const deep = oneOf(DEPTH_WORDS, depth);
  const about = oneOf<Practice>(PRACTICES, theme);
  if (known === null && length === null && deep === null && about === null) return null;
  return {
    type: 'choose',
    exercise: known,
    minutes: length,
    ...(deep === null ? {} : { depth: deep }),
    ...(about === null ? {} : { theme: about }),
  };
}

/** The event for a recap. Null if the period is not known. */
function recapOf(whose: Whose | null, said: string | undefined): Event | null {
  const period = said === undefined ? 'week' : oneOf(PERIODS, said);
  return period === null ? null : { type: 'recap', period, whose };
}

function dayIn(day: string | undefined): Weekday | 'every-day' | null {
  return day === 'every-day' ? day : oneOf(WEEKDAYS, day);
}

function numberIn(value: string | undefined): number | null {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isNaN(number) ? null : number;
}

function oneOf<T extends string>(all: readonly T[], value: string | undefined): T | null {
  return all.find((one) => one === value) ?? null;
}
