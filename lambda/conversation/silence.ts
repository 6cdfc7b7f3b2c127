/** What nobody's answer leads to. Silence means they are ready, wherever nothing is lost by it. */
import { type Act, ask, hold, say } from './act.ts';
import { silentlyBack } from './asides/back.ts';
import { leaving } from './asides/leaving.ts';
import type { Context } from './context.ts';
import { changed, questionAgain } from './doing.ts';
import { setAsideAt } from './going-on.ts';
import { line } from './lines.ts';
import type { SilentReply } from './reply.ts';
import { sceneQuestion } from './scenes/scenes.ts';
import type { State } from './state.ts';
import { stepAt, unansweredNext, walk } from './walk.ts';

const STILL_PAUSED = 60;

/** The reply to silence in this state: spoken as the reprompt, so it always ends with a question. */
export function whenSilent(state: State, context: Context): SilentReply {
  const { scene, household } = state;
  const stay = (acts: Act[]): SilentReply => ({ acts, scene, place: household.place });
  if (household.place !== null && (scene.id === 'step' || scene.id === 'door')) {
    const { index, step, kind, steps } = stepAt(household.place);
    const on = unansweredNext(steps, index);
    if (scene.id === 'step' && kind.asksAgain) return stay(questionAgain(state));
    const unanswered = scene.id === 'step' ? (kind.unanswered?.(step, state) ?? null) : null;
    const lead = unanswered === null ? [] : [say(unanswered)];
    const from = scene.id === 'step' ? changed(state, kind.withoutYes) : state;
    const walked = walk(from, scene.id === 'step' ? on : index, context, { reprompt: true, lead });
    const moved = walked.state.scene.id !== scene.id || walked.state.household.place?.step !== step.id;
    if (moved) return { acts: walked.acts, scene: walked.state.scene, place: walked.state.household.place };
    return stay(questionAgain(state));
  }
  const back = setAsideAt(state);
  if (back !== null && scene.id !== 'paused' && scene.id !== 'start-over') {
    // Nothing is done without a yes; the exercise goes on, unless something is still to be undone.
    const undone = (scene.id === 'adding' || scene.id === 'forget') && scene.failed;
    const on = undone ? null : silentlyBack(state, { ...back, to: 'exercise' }, leaving(state));
    if (on !== null) return on;
  }
  switch (scene.id) {
    case 'confirm':
      return stay(questionAgain(state));
    case 'paused':
      return stay([say(line('pause.still')), hold(STILL_PAUSED), ask(line('pause.ready-again'))]);
    default:
      return stay([sceneQuestion(state, true)]);
  }
}
