/** While an exercise runs: what an answer to the step at hand leads to. */
import { type Act, ask, chime, hold, mark, say } from './act.ts';
import { dayIn } from './calendar.ts';
import type { Context } from './context.ts';
import type { Answer, Draft } from './draft.ts';
import type { Event } from './event.ts';
import { exercises, nearestLength } from './exercises/all.ts';
import type { Minutes, Place } from './household.ts';
import { type ExerciseId, type Line, line } from './lines.ts';
import { recalling, wasHeard } from './recap.ts';
import type { Interrupted, Wish } from './scene.ts';
import type { State } from './state.ts';
import type { Change, Outcome } from './steps/step.ts';
import { nextPart, stepAt, unansweredNext, walk } from './walk.ts';

/** Seconds of quiet for words that nobody understood, where no step knows better. */
const SIDE_TALK = 20;
/** The longest stretch of extra time in one reply, in seconds. */
const LONGEST_EXTRA = 200;
const MORE_TIME = 60;

/** Begins an exercise from its first step. */
export function begin(state: State, wish: Wish, context: Context, lead: readonly Act[] = []): Draft {
  const { exercise, depth, theme } = wish;
  const { settings, next } = state.household;
  // The length they chose is remembered, but for exercises that have a usual one of their own.
  const chosen = wish.minutes !== null && exercises[exercise].usual === undefined;
  const started: State = {
    ...state,
    wish: null,
    household: {
      ...state.household,
      settings: chosen ? { ...settings, minutes: wish.minutes ?? settings.minutes } : settings,
      place: {
        exercise,
        minutes: minutesOf(state, wish),
        first: wish.first ?? next,
        depth,
        theme,
        agreed: false,
        step: '',
        from: '',
        question: null,
        round: 0,
        began: context.now,
        touched: context.now,
      },
    },
  };
  return walk(started, 0, context, { lead });
}

/** How long what they wish for takes: as they said, else as usual. */
export function minutesOf({ household }: State, { exercise, minutes }: Wish): Minutes {
  return nearestLength(exercise, minutes ?? exercises[exercise].usual ?? household.settings.minutes);
}

/** Takes the exercise up again at its place; `left` seconds of quiet if it was only interrupted. */
export function carryOn(
  state: State,
  context: Context,
  lead: readonly Act[],
  left: number | null = null,
): Draft {
  const { place } = state.household;
  if (place === null) return begin(state, wished(state), context, lead);
  const today = {
    ...state,
    wish: null,
    household: { ...state.household, place: agreedToday(place, context) },
  };
  return walk(today, stepAt(today.household.place).index, context, { lead, left });
}

/** A yes to the deepest questions holds for the day on which it was said: on another both are asked again. */
function agreedToday(place: Place, { today, zone }: Context): Place {
  if (dayIn(place.touched, zone) === today) return place;
  const { step, steps } = stepAt(place);
  const first =
    step.kind === 'deepest' ? steps.find((one) => one.kind === 'deepest' && one.round === step.round) : step;
  return { ...place, agreed: false, step: first?.id ?? place.step };
}

/** Goes back to where the exercise was set aside: into the quiet that was left, or to the question asked last. */
export function goBack(
  state: State,
  back: Interrupted,
  context: Context,
  before: readonly Act[] = [],
): Draft {
  const lead = [...before, say(line('carry-on.go'))];
  const { place } = state.household;
  const asked: State = {
    ...state,
    wish: null,
    scene: back.door ? { id: 'door' } : { id: 'step', tries: back.tries },
  };
  if (place === null || back.left !== null) return carryOn(asked, context, lead, back.left);
  const question = questionAgain(asked);
  return question.length > 0 ? { state: asked, acts: [...lead, ...question] } : carryOn(asked, context, lead);
}

/** An exercise as it comes, with nothing else said. */
export function wishFor(exercise: ExerciseId): Wish {
  return { exercise, minutes: null, depth: null, theme: null, first: null };
}

/** What "start" means when nothing more was said: what they were asked about, or a check-in. */
export function wished(state: State): Wish {
  const { scene, wish } = state;
  if (scene.id === 'start-over') return scene.wish;
  if (scene.id === 'try') return { ...(wish ?? wishFor(scene.exercise)), exercise: scene.exercise };
  return wish ?? wishFor('check-in');
}

/** Asks again what was asked last, in other words, without saying the rest again. */
export function questionAgain(state: State): Act[] {
  const { place } = state.household;
  if (place === null) return [];
  const { step, kind } = stepAt(place);
  const { scene } = state;
  if (scene.id === 'door') return [mark(step.id), ask(line('ready.again'))];
  if (scene.id === 'confirm')
    return [mark(step.id), ask(line(scene.failed ? 'confirm.try-again' : 'confirm.keep-again'))];
  return kind.question ? [mark(step.id), kind.question(step, state, true)] : [];
}

/**
 * What is left of the last reply after an interruption: the rest of the quiet and all that follows, or only the
 * question if that was already asked. Nothing changes, unless the reply has grown too long. `again` says the words of
 * the step again as they were said first.
 */
export function rest(
  state: State,
  interrupted: State,
  context: Context,
  lead: readonly Act[],
  again = false,
): Draft {
  const { playing } = context;
  const { place } = interrupted.household;
  if (place === null || playing === null || playing.over || playing.step === null)
    return { state, acts: [...lead, ...questionAgain(state)] };
  // Extra quiet before a question that is not the step's own: the rest of it, and that question again.
  if (state.scene.id !== 'step' && state.household.place?.step === playing.step)
    return {
      state,
      acts: [...lead, mark(playing.step), hold(Math.max(playing.quietLeft, 1)), ...questionAgain(state)],
    };
  const walked = walk(interrupted, stepAt(place).index, context, {
    lead,
    left: playing.quietLeft,
    again,
    until: state.scene.id === 'door' ? state.household.place?.step : undefined,
  });
  const same =
    walked.state.scene.id === state.scene.id &&
    walked.state.household.place?.step === state.household.place?.step &&
    walked.state.household.place?.question === state.household.place?.question;
  return { ...walked, state: same ? state : walked.state };
}

/** Answers an event in a step, at the door of one, or at the confirmation of an appreciation. */
export const answerDoing: Answer = (state, event, context) => {
  const { place } = state.household;
  if (place === null) return null;
  const { step, index, kind, steps } = stepAt(place);
  if (state.scene.id === 'door') return answerDoor(state, event, context, index, steps.length);
  const outcome = kind.answer?.(step, state, event, context) ?? null;
  if (outcome !== null) return follow(outcome, state, context);
  switch (event.type) {
    case 'resume':
      if (context.playing !== null && !context.playing.over) return null;
      return walk(state, Math.min(index + 1, steps.length - 1), context);
    case 'next':
    case 'skip':
    case 'yes':
      return walk(state, Math.min(index + 1, steps.length - 1), context);
    case 'choose':
      // "Two minutes" in the middle of an exercise is not another exercise.
      if (event.exercise !== null || event.minutes === null) return null;
      return moreTime(state, context, extra(event.minutes * 60));
    case 'more-time':
      return moreTime(state, context, extra(event.seconds));
    case 'no':
    case 'names':
    case 'rather-not':
    case 'unclear':
      return unclear(state, context, index);
    case 'another':
      return context.playing !== null && !context.playing.over ? null : unclear(state, context, index);
    default:
      return null;
  }
};

function follow(outcome: Outcome, state: State, context: Context): Draft {
  const { place } = state.household;
  if (place === null) return { state, acts: [] };
  const { step, index, steps } = stepAt(place);
  const last = steps.length - 1;
  switch (outcome.go) {
    case 'on': {
      const next = steps.findIndex((later, i) => i > index && later.kind !== outcome.past);
      const acts = [...lead(outcome.lead), ...(outcome.acts ?? [])];
      return walk(changed(state, outcome.change), next === -1 ? last : next, context, { lead: acts });
    }
    case 'part':
      return walk(state, nextPart(steps, index), context, { lead: lead(outcome.lead) });
    case 'to': {
      const to = steps.findIndex(({ id }) => id === outcome.step);
      const from = changed(state, outcome.change);
      return walk(from, to === -1 ? index : to, context, { lead: lead(outcome.lead) });
    }
    case 'end':
      return walk(state, last, context, { lead: lead(outcome.lead) });
    case 'do': {
      const walked = walk(state, index + 1, context, { lead: lead(outcome.lead) });
      return { ...walked, effects: [...outcome.effects, ...(walked.effects ?? [])] };
    }
    case 'quiet':
      return quiet(state, context, outcome.lead, outcome.seconds);
    case 'ask':
      return {
        state: {
          ...(outcome.recapped === true
            ? wasHeard(heardSoFar(state, context), context)
            : heardSoFar(state, context)),
          scene: outcome.scene,
        },
        acts: [mark(step.id), ...outcome.acts],
      };
    case 'begin':
      return begin(state, outcome.wish, context);
    case 'recall':
      return {
        state,
        acts: questionAgain(state),
        effects: [{ effect: 'recall', ...recalling('week', state.household, context) }],
      };
  }
}

/** The state with something changed in its place. */
export function changed(state: State, change: Change | undefined): State {
  const { place } = state.household;
  if (place === null || change === undefined) return state;
  return { ...state, household: { ...state.household, place: { ...place, ...change } } };
}

function lead(first: Line | undefined): Act[] {
  return first === undefined ? [] : [say(first)];
}

/** More time: added to the quiet that is playing, or given before the question is asked again. */
function moreTime(state: State, context: Context, seconds: number): Draft {
  const { place } = state.household;
  const { playing } = context;
  const lead = line('quiet.more-time');
  if (place === null || playing === null || playing.over) return quiet(state, context, lead, seconds);
  const left = Math.max(playing.quietLeft, Math.min(playing.quietLeft + seconds, LONGEST_EXTRA));
  return walk(state, stepAt(place).index, context, { lead: [say(lead)], left });
}

/** What came before this step was heard: coming back another day begins here. */
function heardSoFar(state: State, context: Context): State {
  const { place } = state.household;
  if (place === null) return state;
  const moved = { ...place, from: place.step, touched: context.now };
  return { ...state, household: { ...state.household, place: moved } };
}

/** More quiet where they are, then the same question in other words. */
function quiet(state: State, context: Context, first: Line, seconds: number): Draft {
  const { place } = state.household;
  if (place === null) return { state, acts: [say(first)] };
  const { step } = stepAt(place);
  const acts = [mark(step.id), say(first), hold(seconds), chime, ...questionAgain(state)];
  return { state: heardSoFar(state, context), acts };
}

function extra(seconds: number | null): number {
  return Math.min(Math.max(seconds ?? MORE_TIME, 10), LONGEST_EXTRA);
}

function answerDoor(
  state: State,
  event: Event,
  context: Context,
  index: number,
  count: number,
): Draft | null {
  switch (event.type) {
    case 'yes':
    case 'next':
    case 'resume':
      return walk(state, index, context);
    case 'skip':
    case 'rather-not': {
      const { place } = state.household;
      const after = place === null ? index + 1 : nextPart(stepAt(place).steps, index);
      return walk(state, Math.min(after, count - 1), context, { lead: [say(line('skip.lead'))] });
    }
    case 'no':
      return quiet(state, context, line('quiet.more'), SIDE_TALK * 2);
    case 'choose':
      if (event.exercise !== null || event.minutes === null) return null;
      return quiet(state, context, line('quiet.more-time'), extra(event.minutes * 60));
    case 'more-time':
      return quiet(state, context, line('quiet.more-time'), extra(event.seconds));
    case 'names':
    case 'unclear':
      return unclear(state, context, index);
    default:
      return null;
  }
}

/** Side talk first, then an example, then on: nobody hears three errors in a row. */
function unclear(state: State, context: Context, index: number): Draft {
  if (state.unclear <= 1 && state.scene.id !== 'confirm')
    return quiet(state, context, line('quiet.more'), SIDE_TALK);
  if (state.unclear <= 2) {
    const example = state.scene.id === 'confirm' ? line('confirm.yes-no') : line('unclear.example');
    return { state, acts: [say(example), ...questionAgain(state)] };
  }
  const { place } = state.household;
  if (place === null || state.scene.id === 'door') return walk(state, index, context);
  const { step, steps, kind } = stepAt(place);
  const words = kind.withoutYes === undefined ? null : (kind.unanswered?.(step, state) ?? null);
  return walk(changed(state, kind.withoutYes), unansweredNext(steps, index), context, {
    lead: lead(words ?? undefined),
  });
}
