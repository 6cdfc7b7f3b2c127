/** The command "help". */
import { helpOf } from '../dialogs/registry.ts';
import { stepAt } from '../exercise/sequencer.ts';
import { line, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import { asked, type ExerciseState, isRunning } from '../model/state.ts';
import type { Anywhere } from './command.ts';

/** Says what can be said now, then goes on. */
export function help({ state, context }: Anywhere): Outcome {
  if (state.session !== 'open') {
    // These lines say what the skill is, so the welcome is left out.
    const about = [say(line('help.what')), say(line('help.safety'))];
    return { go: 'open', lead: about, words: 'brief' };
  }
  const dialog = asked(state);
  if (dialog !== null) return { go: 'stay', lead: helpOf(dialog).map(say), words: 'question' };
  return { go: 'stay', lead: (isRunning(state) ? inExercise(state, context) : []).map(say) };
}

/** The lines of help in an exercise: what they are to do, then what can be said. */
function inExercise(state: ExerciseState, { playing }: Context): readonly Line[] {
  const { place, phase } = state.stack.exercise;
  if (phase.at === 'awaiting-ready') return [line('help.exercise'), line('help.anytime')];
  const { step, kind } = stepAt(place);
  const anyStep = [kind.where(step, state), line('help.exercise')];
  const inQuiet = playing !== null && !playing.over;
  if (inQuiet && !kind.helpsInQuiet) return anyStep;
  return kind.help?.(step, state) ?? anyStep;
}
