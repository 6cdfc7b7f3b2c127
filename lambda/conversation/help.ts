import { type Act, say } from './act.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { continueWith } from './going-on.ts';
import { bothAgreed } from './household.ts';
import { line } from './lines.ts';
import { meet } from './scenes/onboarding.ts';
import { launch } from './scenes/returning.ts';
import { sceneQuestion, whereTheyWere } from './scenes/scenes.ts';
import type { State } from './state.ts';
import type { StepKindName } from './steps/step.ts';
import { stepAt } from './walk.ts';

/** Says what can be said here, then goes on. */
export function help(state: State, now: State, context: Context): Draft {
  const { scene } = state;
  const about = [say(line('help.what')), say(line('help.safety'))];
  if (scene.id === 'closed') {
    // Who they are talking to was said just now: no welcome besides.
    const { state: met } = bothAgreed(state.household) ? launch(state, context) : meet(state, context);
    const where = met.scene.id === 'carry-on' ? whereTheyWere(met) : [];
    return { state: met, acts: [...about, ...where, sceneQuestion(met, false)] };
  }
  const lead = ((): Act[] => {
    switch (scene.id) {
      case 'names':
        return [say(line('help.names'))];
      case 'consent':
      case 'without-keeping':
        return [say(line('help.consent'))];
      case 'confirm':
        return [say(line('help.confirm'))];
      case 'adding':
        return [
          say(
            line(
              scene.part === 'text' ? 'help.adding' : scene.part === 'who' ? 'help.yes-no' : 'help.confirm',
            ),
          ),
        ];
      case 'remind':
        return [say(line(scene.part === 'when' || scene.part === 'again' ? 'help.remind' : 'help.yes-no'))];
      case 'recap':
        return [say(line('help.recap'))];
      case 'paused':
        return [say(line('help.paused'))];
      case 'support':
        return [say(line('help.support'))];
      case 'step':
        if (asked(state, context) === 'appreciate' && state.keeping) return [say(line('help.appreciate'))];
        if (aboutQuestions(state)) return [say(line('help.questions')), say(line('help.anytime'))];
        if (asked(state, context) === 'direction') return [say(line('help.menu')), say(line('help.safety'))];
        if (asked(state, context) === 'did-they-get-it')
          return [say(line('help.yes-no')), say(line('help.anytime'))];
        return [say(line('help.exercise')), say(line('help.anytime'))];
      case 'door':
        return [say(line('help.exercise')), say(line('help.anytime'))];
      case 'menu':
        return [say(line('help.menu')), say(line('help.safety'))];
      case 'welcome':
        return [say(line('help.welcome')), say(line('help.data')), say(line('help.safety'))];
      default:
        return [say(line('help.yes-no')), say(line('help.safety'))];
    }
  })();
  return continueWith(state, now, context, lead, false);
}

/** Whether a question is under way that can be exchanged for another. */
function aboutQuestions({ household: { place } }: State): boolean {
  if (place === null) return false;
  const { kind } = stepAt(place).step;
  return kind === 'question' || kind === 'another';
}

/** The kind of step whose question has been asked; null in the middle of its quiet. */
function asked(state: State, { playing }: Context): StepKindName | null {
  const { place } = state.household;
  if (place === null || (playing !== null && !playing.over)) return null;
  return stepAt(place).step.kind;
}
