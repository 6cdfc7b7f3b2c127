/** Pausing, and support: what sets the exercise aside for a while. */
import { type Act, ask, hold, say } from '../act.ts';
import { carryOn, goBack } from '../doing.ts';
import { type Answer, closing } from '../draft.ts';
import { line } from '../lines.ts';
import type { Concern, Interrupted, State } from '../state.ts';
import { present, sceneQuestion } from './scenes.ts';

/** Seconds of quiet in one reply of a pause; with its reprompt it lasts about four minutes in all. */
const PAUSE = 170;

/** Sets the exercise aside for a while. */
export function pause(state: State, back: Interrupted): { state: State; acts: Act[] } {
  const paused: State = { ...state, scene: { id: 'paused', back } };
  return { state: paused, acts: [say(line('pause.lead')), ...pausedQuiet()] };
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
    case 'appreciation':
    case 'unclear':
      return { state, acts: [say(line('pause.more')), ...pausedQuiet()] };
    default:
      return null;
  }
};

/** Fixed words and numbers, for whoever asked or needs them; the exercise is set aside. */
export function offerSupport(state: State, about: Concern): { state: State; acts: Act[] } {
  const next: State = { ...state, scene: { id: 'support', about } };
  return { state: next, acts: [say(line(`support.${about}`)), sceneQuestion(next, false)] };
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
      return state.household.place === null ? null : carryOn(state, context, [say(line('carry-on.go'))]);
    default:
      return null;
  }
};
