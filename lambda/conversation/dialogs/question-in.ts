/** Tells what is open: the question, and the events that it answers. */
import { answersInStep, isTalkingInStep } from '../exercise/answering.ts';
import type { DialogId, DialogState } from '../model/dialog-state.ts';
import type { EventType } from '../model/event.ts';
import type { Question } from '../model/question.ts';
import { asked, isRunning, type State } from '../model/state.ts';
import { missed } from './dialog.ts';
import { askedIn, dialogOf } from './registry.ts';

/** The open question; null if nothing is asked. */
export function questionIn(state: State): Question | null {
  const top = asked(state);
  const { names } = state.household;
  if (top !== null) return { ...askedIn(state), ...ofDialog(top), names };
  return isRunning(state)
    ? {
        ...askedIn(state),
        answers: answersInStep(state).filter(isAnswer),
        talking: isTalkingInStep(state),
        names,
      }
    : null;
}

function ofDialog<Id extends DialogId>(
  dialog: DialogState<Id>,
): Pick<Question, 'answers' | 'talking' | 'keeps' | 'yes'> {
  const { answers, talking, keeps, yes } = dialogOf(dialog);
  const table = answers(dialog);
  const types = Object.keys(table) as EventType[];
  return {
    answers: types.filter((type) => isAnswer(type) && table[type] !== missed),
    talking: talking?.(dialog) === true,
    ...(keeps?.(dialog) === true ? { keeps: true as const } : {}),
    ...(yes === undefined ? {} : { yes }),
  };
}

function isAnswer(type: EventType): boolean {
  return type !== 'unclear';
}
