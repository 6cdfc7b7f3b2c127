/** An exercise under way: beginning it, taking it up again, going back to it, asking its question again. */
import { type Act, ask, hold, mark, say } from './act.ts';
import { dayIn } from './calendar.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { exercises, nearestLength } from './exercises/all.ts';
import type { Minutes, Place } from './household.ts';
import { type ExerciseId, line } from './lines.ts';
import type { Interrupted, Wish } from './scene.ts';
import type { State } from './state.ts';
import type { Change } from './steps/step.ts';
import { stepAt, walk } from './walk.ts';

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

/** The state with something changed in its place. */
export function changed(state: State, change: Change | undefined): State {
  const { place } = state.household;
  if (place === null || change === undefined) return state;
  return { ...state, household: { ...state.household, place: { ...place, ...change } } };
}
