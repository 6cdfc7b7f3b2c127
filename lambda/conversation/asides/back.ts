/** An aside is something asked in between: an appreciation, a recap, a reminder. This is the way back from it. */
import { type Act, chime, hold, say } from '../act.ts';
import type { Context } from '../context.ts';
import { goBack, questionAgain } from '../doing.ts';
import { closing, type Draft } from '../draft.ts';
import { inExercise, interruptedWith, setAsideAt } from '../going-on.ts';
import { line } from '../lines.ts';
import type { SilentReply } from '../reply.ts';
import type { Back } from '../scene.ts';
import { askedBefore, before } from '../scenes/interruptions.ts';
import { present, sceneQuestion } from '../scenes/scenes.ts';
import type { State } from '../state.ts';

/** In a reprompt no more quiet than this is given back, in seconds: Amazon allows it 90 in all. */
const LONGEST_SILENT = 50;

/** Where an aside that begins now leads back to; the state is at the step that was being heard. */
export function backFrom(state: State, context: Context): Back {
  if (inExercise(state)) return { to: 'exercise', ...interruptedWith(state, context) };
  const setAside = setAsideAt(state);
  if (setAside !== null) return { ...setAside, to: 'exercise' };
  const asked = before(state);
  // "Alexa, tell our checkin ..." ends the session in which they were: it is offered to go on.
  if (state.scene.id === 'closed' && context.brokeOff && state.household.place !== null)
    return { to: 'scene', id: 'carry-on', who: 'a' };
  return asked === null ? null : { to: 'scene', ...asked };
}

/** Goes back after an aside; where the session was opened for it, it is over with it. */
export function goBackTo(state: State, back: Back, context: Context, lead: Act[]): Draft {
  if (back === null) return closing(state, lead);
  // What was read for the aside is not what a step of the exercise asks for.
  if (back.to === 'exercise') return goBack(state, back, { ...context, recalled: null }, lead);
  const asked = askedBefore(state, back);
  // What was to be said of a place they left has not been heard yet.
  const question = back.id === 'fresh' ? present(asked, context) : [sceneQuestion(asked, true)];
  return { state: asked, acts: [...lead, ...question] };
}

/** The way back for a reprompt, where nobody answered: it may change no more than the scene. Null where there is none. */
export function silentlyBack(state: State, back: Back, lead: Act[]): SilentReply | null {
  const { place } = state.household;
  if (back === null || back.to !== 'exercise' || place === null) return null;
  const asked: State = {
    ...state,
    scene: back.door ? { id: 'door' } : { id: 'step', tries: back.tries },
  };
  const question = questionAgain(asked);
  if (question.length === 0) return null;
  const left = Math.min(back.left ?? 0, LONGEST_SILENT);
  const quiet = left < 5 ? [] : [say(line('carry-on.go')), ...question.slice(0, -1), hold(left), chime];
  return { acts: [...lead, ...quiet, ...question], scene: asked.scene, place };
}
