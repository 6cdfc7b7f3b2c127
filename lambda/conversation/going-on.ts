/** Going on after an answer that changed nothing: the rest of what was heard, or the question again. */
import type { Act } from './act.ts';
import type { Context } from './context.ts';
import { questionAgain, rest } from './doing.ts';
import type { Draft } from './draft.ts';
import { bothAgreed } from './household.ts';
import type { Interrupted } from './scene.ts';
import { launch } from './scenes/returning.ts';
import { sceneQuestion } from './scenes/scenes.ts';
import type { State } from './state.ts';

/** True while a step of an exercise is what was asked about last. */
export function inExercise(state: State): boolean {
  const { id } = state.scene;
  return state.household.place !== null && (id === 'step' || id === 'door' || id === 'confirm');
}

/** The question that was asked last, in other words. */
export function againOf(state: State): Act[] {
  return inExercise(state) ? questionAgain(state) : [sceneQuestion(state, true)];
}

/** What was said first, then on from where they were: `now` is the step that was being heard. */
export function continueWith(
  state: State,
  now: State,
  context: Context,
  lead: Act[],
  inOtherWords = true,
): Draft {
  if (state.scene.id === 'closed') return launch(state, context, lead);
  if (inExercise(state)) return rest(state, now, context, lead);
  return { state, acts: [...lead, sceneQuestion(state, inOtherWords)] };
}

/** Where the exercise is set aside when it is interrupted now. */
export function interruptedWith(now: State, { playing }: Context): Interrupted {
  const left = playing === null || playing.over ? null : playing.quietLeft;
  const tries = now.scene.id === 'step' ? now.scene.tries : 0;
  return { left, door: left === null && now.scene.id === 'door', tries };
}

/** Where the exercise waits that was set aside for what is asked now; null where none was. */
export function setAsideAt({
  scene,
  household: { place },
}: Pick<State, 'scene' | 'household'>): Interrupted | null {
  if (place === null || !('back' in scene) || scene.back === null) return null;
  if (scene.id === 'paused' || scene.id === 'start-over') return scene.back;
  return 'to' in scene.back && scene.back.to === 'exercise' ? scene.back : null;
}

/** Whether there is a place, and it is kept. */
export function keepsPlace({ household, keeping }: State): boolean {
  return household.place !== null && keeping && bothAgreed(household);
}
