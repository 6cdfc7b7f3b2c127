/** Walking through an exercise: step after step into one reply, until one of them asks something. */
import { type Act, ask, hold, mark, say } from './act.ts';
import type { Context } from './context.ts';
import type { Effect } from './effect.ts';
import { indexOf, stepsOf } from './exercises/all.ts';
import type { Place } from './household.ts';
import { recalling } from './recap.ts';
import type { State } from './state.ts';
import { kindOf } from './steps/kinds.ts';
import type { Step, StepKind } from './steps/step.ts';

/**
 * Seconds of sound that a reply may have: Amazon allows 240 in a response and 90 in its reprompt; the difference is
 * for speech that is slower than estimated. The adapter's tests measure what is really rendered.
 */
export const REPLY_SECONDS = 225;
export const REPROMPT_SECONDS = 80;

/** Seconds that a line, a question and a chime are taken to last here, where no wording is known. */
const LINE = 7;
const QUESTION = 5;
const CHIME = 2;
/** A turn that is begun in a reprompt gets at least this many seconds before it is asked about. */
const SHORTEST_TURN = 30;
/** A step taken up again with less quiet than this only asks its question. */
const TOO_SHORT = 4;

export interface Walk {
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
export function roughSeconds(acts: readonly Act[]): number {
  const of = (act: Act): number => {
    switch (act.do) {
      case 'say':
        return LINE;
      case 'ask':
        return QUESTION;
      case 'hold':
        return act.seconds;
      case 'chime':
        return CHIME;
      case 'mark':
      case 'card':
      case 'ask-permission':
        return 0;
    }
  };
  return acts.reduce((sum, act) => sum + of(act), 0);
}

/**
 * Goes on from the step at `from` until a step asks something, the exercise closes, or the reply is full: then it
 * asks whether they are ready for the next step ("at the door").
 *
 * @throws RangeError when no exercise is under way.
 */
export function walk(state: State, from: number, context: Context, options: Options = {}): Walk {
  const { place } = state.household;
  if (place === null) throw new RangeError('state.household.place: expected an exercise under way, got null');
  const steps = stepsOf(place);
  const budget = options.reprompt ? REPROMPT_SECONDS : REPLY_SECONDS;
  const acts: Act[] = [...(options.lead ?? [])];
  let current = at(state, steps[from] ?? lastOf(steps), context, true);
  let first = true;

  for (const step of steps.slice(from)) {
    const kind = kindOf(step);
    // What has to be known first stops the walk: the same event is answered again when it is.
    const unknown = kind.recalls === true && context.recalled === null;
    const passed = unknown ? null : (kind.skipped?.(step, current.household, context) ?? null);
    if (passed !== null) {
      if (passed.lead !== null) acts.push(say(passed.lead));
      continue;
    }
    const prepared = prepare(kind, step, current, context);
    const left = first ? (options.left ?? null) : null;
    let entry =
      first && options.again === true && left !== null && kind.quiet(step) > 0 && !kind.saysMoreAgain
        ? shortened(entryOf(kind, step, prepared, null), left)
        : entryOf(kind, step, prepared, left);
    // A step that asks nothing leaves room for the question that may have to follow it.
    const room = budget - roughSeconds(acts) - (kind.question || kind.closes ? 0 : QUESTION);
    if (roughSeconds(entry) > room && first && kind.shorter) {
      const seconds = (left ?? kind.quiet(step)) - (roughSeconds(entry) - room);
      if (left !== null) entry = entryOf(kind, step, prepared, seconds);
      else if (seconds >= SHORTEST_TURN) entry = entryOf(kind, kind.shorter(step, seconds), prepared, null);
    }
    const tooLong = roughSeconds(entry) > room && !(first && !options.reprompt);
    const notInReprompt = options.reprompt === true && (kind.closes === true || kind.prepare !== undefined);
    if (unknown || tooLong || notInReprompt || (step.id === options.until && !first)) {
      const waiting = waitAt(current, step, context, acts, first);
      return unknown && !options.reprompt
        ? { ...waiting, effects: [{ effect: 'recall', ...recalling('week', state.household, context) }] }
        : waiting;
    }
    current = at(prepared, step, context, first);
    acts.push(mark(step.id), ...entry);
    if (kind.closes) return { state: { ...current, scene: { id: 'closed' } }, acts };
    if (kind.question) {
      const tries = first && state.scene.id === 'step' && place.step === step.id ? state.scene.tries : 0;
      return { state: { ...current, scene: { id: 'step', tries } }, acts };
    }
    first = false;
  }
  return { state: { ...current, scene: { id: 'closed' } }, acts };
}

/** Asks whether they are ready for a step, after these acts. */
function waitAt(state: State, step: Step, context: Context, acts: readonly Act[], first: boolean): Walk {
  const waiting = at(state, step, context, first);
  return {
    state: { ...waiting, scene: { id: 'door' } },
    acts: [...acts, mark(step.id), ask(kindOf(step).ready(step, waiting))],
  };
}

/** What a step adds to a reply: its words and quiet, and its question if it has one. */
function entryOf(kind: StepKind, step: Step, state: State, left: number | null): Act[] {
  const question = kind.question ? [kind.question(step, state, false)] : [];
  if (left === null) return [...kind.enter(step, state, null), ...question];
  if (left < TOO_SHORT) return question.length > 0 ? question : kind.enter(step, state, TOO_SHORT);
  return [...kind.enter(step, state, left), ...question];
}

/** The same acts with only so much quiet: a cue whose moment has passed is left out, the words before are not. */
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

function prepare(kind: StepKind, step: Step, state: State, context: Context): State {
  return kind.prepare === undefined
    ? state
    : { ...state, household: kind.prepare(step, state.household, context) };
}

function at(state: State, step: Step, context: Context, first: boolean): State {
  const { place } = state.household;
  if (place === null) return state;
  const moved: Place = {
    ...place,
    step: step.id,
    from: first ? step.id : place.from,
    touched: context.now,
  };
  return { ...state, household: { ...state.household, place: moved } };
}

function lastOf(steps: readonly Step[]): Step {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError('exercise: expected at least one step, got none');
  return last;
}

/** The step a place stands at, with its index and behaviour. */
export function stepAt(place: Place): { step: Step; index: number; kind: StepKind; steps: readonly Step[] } {
  const steps = stepsOf(place);
  const index = indexOf(steps, place.step);
  const step = steps[index] ?? lastOf(steps);
  return { step, index, kind: kindOf(step), steps };
}

/** How long a step is taken to last with its words, in seconds. */
export function stepSeconds(step: Step, state: State): number {
  return roughSeconds(entryOf(kindOf(step), step, state, null));
}

/** The index of the step to go on with where nobody answered this one's question. */
export function unansweredNext(steps: readonly Step[], index: number): number {
  const here = steps[index];
  const past = here !== undefined && kindOf(here).withoutYes ? here.kind : null;
  const next = steps.findIndex((step, i) => i > index && step.kind !== past);
  return next === -1 ? steps.length - 1 : next;
}

/** The index of the first step after this one that belongs to another part. */
export function nextPart(steps: readonly Step[], index: number): number {
  const part = steps[index]?.part;
  const next = steps.findIndex((step, i) => i > index && step.part !== part);
  return next === -1 ? steps.length - 1 : next;
}
