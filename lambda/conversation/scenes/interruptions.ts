/** Pausing, and support: what sets the exercise aside for a while. */
import { type Act, ask, hold, say } from '../act.ts';
import type { Context } from '../context.ts';
import { carryOn, goBack } from '../doing.ts';
import { type Answer, closing, type Draft } from '../draft.ts';
import { bothAgreed } from '../household.ts';
import { line } from '../lines.ts';
import type { Before, Concern, Interrupted } from '../scene.ts';
import type { State } from '../state.ts';
import { present, sceneQuestion } from './scenes.ts';

/** Seconds of quiet in one reply of a pause; with its reprompt it lasts about four minutes in all. */
const PAUSE = 170;

/** Sets the exercise aside for a while. */
export function pause(state: State, back: Interrupted, context: Context): Draft {
  const paused: State = { ...setAside(state, context), scene: { id: 'paused', back } };
  return { state: paused, acts: [say(line('pause.lead')), ...pausedQuiet()] };
}

/** Another speaker can tell by the time of it that the exercise is still under way here. */
function setAside(state: State, context: Context): State {
  const { place } = state.household;
  if (place === null) return state;
  return { ...state, household: { ...state.household, place: { ...place, touched: context.now } } };
}

function pausedQuiet(): Act[] {
  return [hold(PAUSE), ask(line('pause.ready'))];
}

export const answerPaused: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'paused') return null;
  switch (event.type) {
    case 'yes':
    case 'next':
    case 'resume':
      return goBack(state, scene.back, context);
    case 'no':
    case 'pause':
    case 'more-time':
    case 'names':
    case 'unclear':
      return { state: setAside(state, context), acts: [say(line('pause.more')), ...pausedQuiet()] };
    default:
      return null;
  }
};

/** Fixed words and numbers, for whoever asked or needs them; the exercise is set aside. */
export function offerSupport(state: State, about: Concern): Draft {
  const next: State = { ...state, scene: { id: 'support', about, back: before(state) } };
  return { state: next, acts: [say(line(`support.${about}`)), sceneQuestion(next, false)] };
}

/** What was asked before, to be asked again when they want to go on. */
export function before({ scene }: State): Before | null {
  switch (scene.id) {
    case 'names':
    case 'consent':
      return { id: scene.id, who: scene.who };
    case 'without-keeping':
    case 'welcome':
    case 'carry-on':
    case 'fresh':
    case 'elsewhere':
    case 'menu':
      return { id: scene.id, who: 'a' };
    case 'try':
    case 'support':
      return scene.back;
    default: {
      const back = 'back' in scene && scene.back !== null && 'to' in scene.back ? scene.back : null;
      return back?.to === 'scene' ? { id: back.id, who: back.who } : null;
    }
  }
}

/** What was asked before, asked again. */
export function askedBefore(state: State, back: Before): State {
  return { ...state, scene: sceneOf(back, state) };
}

function takenUp(state: State, back: Before | null, context: Context): Draft | null {
  const lead = say(line('carry-on.go'));
  if (back === null) return state.household.place === null ? null : carryOn(state, context, [lead]);
  const asked = askedBefore(state, back);
  return { state: asked, acts: [lead, ...present(asked, context)] };
}

function sceneOf({ id, who }: Before, state: State): State['scene'] {
  switch (id) {
    case 'names':
      return { id, who, tries: 0, renaming: bothAgreed(state.household) };
    case 'consent':
      return { id, who };
    case 'carry-on':
    case 'fresh':
      return { id, last: false };
    case 'menu':
      return { id, page: 0 };
    default:
      return { id };
  }
}

function slowly(acts: Act[]): Act[] {
  return acts.map((act) => (act.do === 'say' ? { ...act, slowly: true } : act));
}

export const answerSupport: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'support') return null;
  switch (event.type) {
    case 'yes':
    case 'repeat':
      return { state, acts: [say(line('support.slowly')), ...slowly(present(state, context))] };
    case 'no':
    case 'next':
    case 'skip':
    case 'rather-not':
      return closing(state, [say(line('support.close'))]);
    case 'resume':
      return takenUp(state, scene.back, context);
    default:
      return null;
  }
};
