/** What there is to do, a few at a time. */
import type { Act } from '../act.ts';
import { say } from '../act.ts';
import { startOver } from '../choosing.ts';
import type { Context } from '../context.ts';
import { wished, wishFor } from '../doing.ts';
import { type Answer, closing, type Draft } from '../draft.ts';
import { type ExerciseId, line } from '../lines.ts';
import type { State } from '../state.ts';
import { MENU, sceneQuestion } from './scenes.ts';

/** Offers the first page. */
export function offerMenu(state: State, lead: Act[] = []): Draft {
  const asked: State = { ...state, scene: { id: 'menu', page: 0 } };
  return { state: asked, acts: [...lead, sceneQuestion(asked, false)] };
}

export const answerMenu: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'menu') return null;
  switch (event.type) {
    case 'yes':
      return pick(state, MENU[scene.page]?.first ?? 'check-in', context);
    case 'menu':
    case 'next':
    case 'skip':
    case 'another': {
      const asked: State = { ...state, scene: { id: 'menu', page: (scene.page + 1) % MENU.length } };
      return { state: asked, acts: [sceneQuestion(asked, false)] };
    }
    case 'no':
    case 'rather-not':
      return closing(state, [say(line('welcome.no'))]);
    default:
      return null;
  }
};

function pick(state: State, exercise: ExerciseId, context: Context): Draft {
  return startOver(
    state,
    { ...(state.wish === null ? wishFor(exercise) : wished(state)), exercise },
    context,
  );
}
