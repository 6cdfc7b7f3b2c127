/**
 * The sequencer: goes through an exercise step by step, and collects the steps into one reply until one of them asks
 * something.
 */
import { type Act, ask, hold, line, mark, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { Effect } from '../model/effect.ts';
import type { Place } from '../model/household.ts';
import { type ExerciseState, IN_STEP, type Phase, type State, withFrame } from '../model/state.ts';
import { quietOf, type Step } from '../model/step.ts';
import { indexOf, stepsOf } from './catalogue/catalogue.ts';
import { recalling } from './choosing/reading.ts';
import { kinds } from './steps/registry.ts';
import type { StepKind } from './steps/step-kind.ts';

/**
 * Seconds of audio that a reply and its reprompt may have by the estimate below. Amazon allows 240 in a response and 90
 * in its reprompt (docs/architecture.md). The difference is for speech that is slower than estimated.
 */
const REPLY_SECONDS = 225;
const REPROMPT_SECONDS = 80;

/** Estimated seconds of each act, since the wording is not known here. A hold has its own seconds. */
const SECONDS: Readonly<Record<Exclude<Act['do'], 'hold'>, number>> = {
  say: 7,
  ask: 5,
  chime: 2,
  mark: 0,
  card: 0,
  'ask-permission': 0,
};
/** How much longer these are if they asked for slower speech, about. */
const SLOW = 1.3;
/** Seconds that a turn has at least if it is shortened to fit into a reprompt. */
const SHORTEST_TURN = 30;
/** Seconds of quiet below which a resumed step only asks its question. */
const TOO_SHORT = 4;

/** A reply that is not complete yet: the new state, the acts and the effects so far. */
export interface Draft {
  state: State;
  acts: Act[];
  effects?: Effect[];
  /** True if the event was no answer to what was asked. */
  missed?: true;
}

interface Options {
  /** What is said before the first step. */
  lead?: readonly Act[];
  /** Seconds of quiet left in the first step, if it is resumed; null or absent if it is entered. */
  left?: number | null;
  /** True to say the first step as it was said the first time, with no more quiet than is left. */
  again?: boolean;
  /** The id of a step before which to ask whether they are ready, even if it fits. */
  until?: string | undefined;
  /** True for a reprompt: it has less time, changes nothing except for the place, and always ends with a question. */
  reprompt?: boolean;
}

/** The estimated length of these acts, in seconds. `slow`: they asked for slower speech. */
function estimatedSeconds(acts: readonly Act[], slow: boolean): number {
  let seconds = 0;
  for (const act of acts) seconds += act.do === 'hold' ? act.seconds : SECONDS[act.do] * (slow ? SLOW : 1);
  return seconds;
}

/**
 * Goes through the steps until one of them asks something or the exercise is finished. If the next step would make the
 * reply too long, it asks whether they are ready for that step.
 *
 * @param from - the index of the first step
 * @returns the reply; if a step needs the week's appreciations, it ends there with the effect `recall`
 * @throws RangeError if the exercise has no steps
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
  let used = estimatedSeconds(acts, state.slow);
  // A turn that was cut short stays so while its quiet is resumed, and no step after it is.
  let current = (options.left ?? null) === null ? withFrame(state, { rest: undefined }) : state;
  let first = true;

  for (let index = Math.min(from, steps.length - 1); index < steps.length; index += 1) {
    const step = steps[index] ?? lastOf(steps);
    const kind = kindOf(step);
    // A step that needs the week's appreciations ends the reply here. The event is answered again once they are read.
    // A step that needs their own questions is entered when the event is answered again.
    if (context.own === null && !options.reprompt && kind.needsOwn?.(step, current) === true)
      return { state, acts: [], effects: [{ effect: 'recall-own' }] };
    const unknown = kind.recalls === true && context.recalled === null;
    const passed = unknown ? null : (kind.skipped?.(step, current, context) ?? null);
    if (passed !== null) {
      if (passed.lead !== null) acts.push(say(passed.lead));
      used = estimatedSeconds(acts, state.slow);
      continue;
    }
    const prepared =
      kind.prepare?.(step, current, context) ?? kind.finish?.(step, current, context) ?? current;
    const left = first ? (options.left ?? null) : null;
    let entry =
      first && options.again === true && left !== null && quietOf(step) > 0 && !kind.saysMoreAgain
        ? withLessQuiet(entryOf(kind, step, prepared, null), left)
        : entryOf(kind, step, prepared, left);
    let seconds = estimatedSeconds(entry, state.slow);
    let rest = left === null ? undefined : current.stack.exercise.rest;
    // A step without a question leaves room for the question whether they are ready for the next one.
    const room = budget - used - (kind.question || kind.finish ? 0 : SECONDS.ask);
    if (seconds > room && first && kind.shorter) {
      const shorter = (left ?? quietOf(step)) - (seconds - room);
      if (left !== null) entry = entryOf(kind, step, prepared, shorter);
      else if (shorter >= SHORTEST_TURN) {
        rest = { seconds: Math.round(quietOf(step) - shorter), why: 'cut' };
        entry = entryOf(
          kind,
          kind.shorter(step, shorter),
          withFrame(prepared, { rest, phase: IN_STEP }),
          null,
        );
      }
      seconds = estimatedSeconds(entry, state.slow);
    }
    const tooLong = seconds > room && !(first && !options.reprompt);
    const notInReprompt = options.reprompt === true && (kind.finish ?? kind.prepare) !== undefined;
    if (unknown || tooLong || notInReprompt || (step.id === options.until && !first)) {
      const waiting = askIfReady(current, step, kind, context, acts, first);
      return unknown && !options.reprompt
        ? { ...waiting, effects: [{ effect: 'recall', ...recalling('week', state.household, context) }] }
        : waiting;
    }
    const tries = first && phase.at === 'step' && place.step === step.id ? phase.tries : 0;
    current = atStep(prepared, step, context, first, tries === 0 ? IN_STEP : { at: 'step', tries });
    if (rest !== undefined) current = withFrame(current, { rest });
    acts.push(mark(step.id), ...entry);
    used += seconds;
    if (kind.finish) return { state: finished(current), acts };
    if (kind.question) return { state: current, acts };
    first = false;
  }
  return { state: finished(current), acts };
}

/** The state after the last step. The exercise and the session are over. */
export function finished(state: State): State {
  return { ...state, session: 'ended', stack: { exercise: null, dialogs: [] } };
}

/** Says these acts, then asks whether they are ready for a step. */
function askIfReady(
  state: ExerciseState,
  step: Step,
  kind: StepKind,
  context: Context,
  acts: readonly Act[],
  first: boolean,
): Draft {
  const waiting = atStep(state, step, context, first, { at: 'awaiting-ready' });
  return { state: waiting, acts: [...acts, mark(step.id), readyQuestion(step, kind, waiting)] };
}

/** The question whether they are ready for a step. */
export function readyQuestion(step: Step, kind: StepKind, state: ExerciseState): Act {
  return ask(kind.ready?.(step, state) ?? line('ready.on'));
}

/** The acts that a step adds to a reply: its words, its quiet and its question. `left` is as in `StepKind.enter`. */
function entryOf(kind: StepKind, step: Step, state: ExerciseState, left: number | null): Act[] {
  const question = kind.question ? [kind.question(step, state, false)] : [];
  if (left === null) return [...kind.enter(step, state, null), ...question];
  if (left < TOO_SHORT) return question.length > 0 ? question : kind.enter(step, state, TOO_SHORT);
  return [...kind.enter(step, state, left), ...question];
}

/**
 * The same acts with no more quiet than is left, in seconds. The words before the quiet stay. Words within it are left
 * out if their moment has passed.
 */
function withLessQuiet(acts: readonly Act[], left: number): Act[] {
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

/** The state with its place at a step, in this phase. `first`: the step is the first one of the reply. */
function atStep(
  state: ExerciseState,
  step: Step,
  context: Context,
  first: boolean,
  phase: Phase,
): ExerciseState {
  const { rest: _, ...exercise } = state.stack.exercise;
  const { waiting: __, ...before } = exercise.place;
  const from = first ? step.id : before.from;
  const waits = phase.at === 'awaiting-ready' ? ({ waiting: true } as const) : {};
  const place: Place = { ...before, step: step.id, from, touched: context.now, ...waits };
  return { ...state, stack: { ...state.stack, exercise: { ...exercise, place, phase } } };
}

/** The last step. @throws RangeError if there is none */
function lastOf(steps: readonly Step[]): Step {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError('exercise: expected at least one step, got none');
  return last;
}

/** The behaviour of a step, by its kind. */
export function kindOf(step: Step): StepKind {
  // Each kind takes the step of its own key, which the compiler cannot deduce from a union.
  return kinds[step.kind] as StepKind;
}

/**
 * The step at a place, with its index, its behaviour, and all steps of the exercise.
 *
 * @throws RangeError if the exercise has no steps
 */
export function stepAt(place: Place): { step: Step; index: number; kind: StepKind; steps: readonly Step[] } {
  const steps = stepsOf(place);
  const index = indexOf(steps, place.step);
  const step = steps[index] ?? lastOf(steps);
  return { step, index, kind: kindOf(step), steps };
}

/** The estimated length of a step with its words, in seconds. */
export function stepSeconds(step: Step, state: ExerciseState): number {
  return estimatedSeconds(entryOf(kindOf(step), step, state, null), state.slow);
}

/** The index of the step to go on with if nobody answered this one's question. */
export function unansweredNext(steps: readonly Step[], index: number, { withoutYes }: StepKind): number {
  return nextOtherThan(steps, index, withoutYes ? (steps[index]?.kind ?? null) : null);
}

/** The index of the next step that is not of the kind `past`. If `past` is null, of the next step. */
export function nextOtherThan(steps: readonly Step[], index: number, past: Step['kind'] | null): number {
  let next = index + 1;
  while (next < steps.length - 1 && steps[next]?.kind === past) next += 1;
  return Math.min(next, steps.length - 1);
}

/** The index of the next step that belongs to another part; of the last step if there is none. */
export function nextPart(steps: readonly Step[], index: number): number {
  const part = steps[index]?.part;
  const next = steps.findIndex((step, i) => i > index && step.part !== part);
  return next === -1 ? steps.length - 1 : next;
}
