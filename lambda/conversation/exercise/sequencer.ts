/** Going through an exercise: step after step into one reply, until one of them asks something. */
import { type Act, ask, hold, mark, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { Effect } from '../model/effect.ts';
import type { Place } from '../model/household.ts';
import { type ExerciseState, IN_STEP, type Phase, type State } from '../model/state.ts';
import type { Step } from '../model/step.ts';
import { indexOf, stepsOf } from './catalogue/catalogue.ts';
import { recalling } from './choosing/reading.ts';
import { kinds } from './steps/registry.ts';
import type { StepKind } from './steps/step-kind.ts';

/**
 * Seconds of sound that a reply may have: Amazon allows 240 in a response and 90 in its reprompt; the difference is
 * for speech that is slower than estimated. The adapter's tests measure what is really rendered.
 */
const REPLY_SECONDS = 225;
const REPROMPT_SECONDS = 80;

/** Seconds that acts are taken to last here, since no wording is known. A hold says its own. */
const SECONDS: Readonly<Record<Exclude<Act['do'], 'hold'>, number>> = {
  say: 7,
  ask: 5,
  chime: 2,
  mark: 0,
  card: 0,
  'ask-permission': 0,
};
/** A turn that is begun in a reprompt gets at least this many seconds before it is asked about. */
const SHORTEST_TURN = 30;
/** A step taken up again with less quiet than this only asks its question. */
const TOO_SHORT = 4;

/** A reply in the making: the state it leads to, and what is heard. */
export interface Draft {
  state: State;
  acts: Act[];
  effects?: Effect[];
}

interface Options {
  /** What is said first. */
  lead?: readonly Act[];
  /** Seconds of quiet left in the first step, when it is taken up again. */
  left?: number | null;
  /** Says that first step again as it was said, with no more quiet than is left. */
  again?: boolean;
  /** Id of a step before which it asks whether they are ready, whatever room is left. */
  until?: string | undefined;
  /** True in a reprompt: a shorter budget, nothing changes but the place, and it always ends with a question. */
  reprompt?: boolean;
}

/** How long these acts are taken to last, in seconds. */
function roughSeconds(acts: readonly Act[]): number {
  let seconds = 0;
  for (const act of acts) seconds += act.do === 'hold' ? act.seconds : SECONDS[act.do];
  return seconds;
}

/**
 * Goes on from the step at `from` until a step asks something, the exercise closes, or the reply is full: then it
 * asks whether they are ready for the next step.
 */
export function goThrough(
  state: ExerciseState,
  from: number,
  context: Context,
  options: Options = {},
): Draft {
  const { place, phase } = state.stack.exercise;
  const steps = stepsOf(place);
  const budget = options.reprompt ? REPROMPT_SECONDS : REPLY_SECONDS;
  const acts: Act[] = [...(options.lead ?? [])];
  let used = roughSeconds(acts);
  let current = state;
  let first = true;

  for (let index = Math.min(from, steps.length - 1); index < steps.length; index += 1) {
    const step = steps[index] ?? lastOf(steps);
    const kind = kindOf(step);
    // What has to be known first stops the reply here: the same event is answered again once it is.
    const unknown = kind.recalls === true && context.recalled === null;
    const passed = unknown ? null : (kind.skipped?.(step, current, context) ?? null);
    if (passed !== null) {
      if (passed.lead !== null) acts.push(say(passed.lead));
      used = roughSeconds(acts);
      continue;
    }
    const prepared =
      kind.prepare?.(step, current, context) ?? kind.finish?.(step, current, context) ?? current;
    const left = first ? (options.left ?? null) : null;
    let entry =
      first && options.again === true && left !== null && kind.quiet(step) > 0 && !kind.saysMoreAgain
        ? shortened(entryOf(kind, step, prepared, null), left)
        : entryOf(kind, step, prepared, left);
    let seconds = roughSeconds(entry);
    // A step that asks nothing leaves room for the question that may have to follow it.
    const room = budget - used - (kind.question || kind.finish ? 0 : SECONDS.ask);
    if (seconds > room && first && kind.shorter) {
      const shorter = (left ?? kind.quiet(step)) - (seconds - room);
      if (left !== null) entry = entryOf(kind, step, prepared, shorter);
      else if (shorter >= SHORTEST_TURN) entry = entryOf(kind, kind.shorter(step, shorter), prepared, null);
      seconds = roughSeconds(entry);
    }
    const tooLong = seconds > room && !(first && !options.reprompt);
    const notInReprompt = options.reprompt === true && (kind.finish ?? kind.prepare) !== undefined;
    if (unknown || tooLong || notInReprompt || (step.id === options.until && !first)) {
      const waiting = waitFor(current, step, kind, context, acts, first);
      return unknown && !options.reprompt
        ? { ...waiting, effects: [{ effect: 'recall', ...recalling('week', state.household, context) }] }
        : waiting;
    }
    const tries = first && phase.at === 'step' && place.step === step.id ? phase.tries : 0;
    current = at(prepared, step, context, first, tries === 0 ? IN_STEP : { at: 'step', tries });
    acts.push(mark(step.id), ...entry);
    used += seconds;
    if (kind.finish) return { state: finished(current), acts };
    if (kind.question) return { state: current, acts };
    first = false;
  }
  return { state: finished(current), acts };
}

/** The state after the last step: the session is over with its exercise. */
export function finished(state: State): State {
  return { ...state, session: 'ended', stack: { exercise: null, dialogs: [] } };
}

/** Asks whether they are ready for a step, after these acts. */
function waitFor(
  state: ExerciseState,
  step: Step,
  kind: StepKind,
  context: Context,
  acts: readonly Act[],
  first: boolean,
): Draft {
  const waiting = at(state, step, context, first, { at: 'awaiting-ready' });
  return { state: waiting, acts: [...acts, mark(step.id), ask(kind.ready(step, waiting))] };
}

/** What a step adds to a reply: its words and quiet, and its question if it has one. */
function entryOf(kind: StepKind, step: Step, state: ExerciseState, left: number | null): Act[] {
  const question = kind.question ? [kind.question(step, state, false)] : [];
  if (left === null) return [...kind.enter(step, state, null), ...question];
  if (left < TOO_SHORT) return question.length > 0 ? question : kind.enter(step, state, TOO_SHORT);
  return [...kind.enter(step, state, left), ...question];
}

/** The same acts with no more quiet than is left: a cue whose moment has passed is left out, the words before are not. */
function shortened(acts: readonly Act[], left: number): Act[] {
  const begins = acts.findIndex((act) => act.do === 'hold');
  if (begins === -1) return [...acts];
  const kept: Act[] = [];
  let room = left;
  for (const act of acts.slice(begins).toReversed()) {
    if (act.do !== 'hold') kept.unshift(act);
    else if (room <= 0) break;
    else {
      kept.unshift(hold(Math.min(act.seconds, room)));
      room -= act.seconds;
    }
  }
  return [...acts.slice(0, begins), ...kept.slice(kept.findIndex((act) => act.do === 'hold'))];
}

function at(state: ExerciseState, step: Step, context: Context, first: boolean, phase: Phase): ExerciseState {
  const { exercise } = state.stack;
  const from = first ? step.id : exercise.place.from;
  const place = { ...exercise.place, step: step.id, from, touched: context.now };
  return { ...state, stack: { ...state.stack, exercise: { ...exercise, place, phase } } };
}

function lastOf(steps: readonly Step[]): Step {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError('exercise: expected at least one step, got none');
  return last;
}

/** The behaviour of a step, by its kind. */
export function kindOf(step: Step): StepKind {
  // Each entry takes exactly the step of its own key, which the compiler cannot follow through a union.
  return kinds[step.kind] as StepKind;
}

/** The step a place stands at, with its index and behaviour. */
export function stepAt(place: Place): { step: Step; index: number; kind: StepKind; steps: readonly Step[] } {
  const steps = stepsOf(place);
  const index = indexOf(steps, place.step);
  const step = steps[index] ?? lastOf(steps);
  return { step, index, kind: kindOf(step), steps };
}

/** How long a step is taken to last with its words, in seconds. */
export function stepSeconds(step: Step, state: ExerciseState): number {
  return roughSeconds(entryOf(kindOf(step), step, state, null));
}

/** The index of the step to go on with if nobody answered this one's question. */
export function unansweredNext(steps: readonly Step[], index: number): number {
  const here = steps[index];
  const past = here !== undefined && kindOf(here).withoutYes ? here.kind : null;
  return nextOtherThan(steps, index, past);
}

/** The index of the next step that is not of this kind. */
export function nextOtherThan(steps: readonly Step[], index: number, past: Step['kind'] | null): number {
  let next = index + 1;
  while (next < steps.length - 1 && steps[next]?.kind === past) next += 1;
  return Math.min(next, steps.length - 1);
}

/** The index of the first step after this one that belongs to another part. */
export function nextPart(steps: readonly Step[], index: number): number {
  const part = steps[index]?.part;
  const next = steps.findIndex((step, i) => i > index && step.part !== part);
  return next === -1 ? steps.length - 1 : next;
}
