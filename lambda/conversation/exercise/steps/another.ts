import { type Act, ask, chime, hold, line, quietLeft, say } from '../../model/act.ts';
import { choice } from '../../model/choice.ts';
import { OWN } from '../../model/own-question.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { otherFun } from './guess.ts';
import { otherQuestion, textIn, type Wishing, withOwnOnes } from './question.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';
import { notYet, toEachOther } from './still-talking.ts';

/** Seconds of quiet after a question that is said once more. */
const ONCE_MORE = 20;

type Another = StepOf<'another'>;

const enough = (): StepOutcome => ({ go: 'end', lead: line('another.enough') });

/** Asks whether they want another question. A no ends the exercise. */
export const another: StepKind<Another> = {
  // "Say that again" means the question that they talked about, with some time for it.
  enter: (_step, state, left) => (left === 0 ? questionOnceMore(state) : quietLeft(left)),
  where: () => line('another.where'),
  asksAgain: true,
  question: questionIn,
  shows: () => ({ choices: [choice('yes', 'another'), choice('no', 'enough'), choice('pause')] }),
  staysOnScreen: () => 'question.text',
  // Fun questions are neither lighter nor deeper.
  help: ({ fun }) => [line(fun ? 'help.play' : 'help.questions'), line('help.anytime')],
  helpsInQuiet: true,
  missed: (_step, _state, again) => line(again ? 'missed.another-again' : 'missed.another'),
  answers: {
    no: enough,
    done: enough,
    'rather-not': enough,
    another: () => ({ go: 'on' }),
    'not-quite': notYet,
    appreciation: toEachOther,
    'you-choose': withWish,
    depth: withWish,
    choose: withWish,
    'own-question': ({ state, context }) =>
      withOwnOnes(state, context, () => ({
        go: 'on',
        acts: [say(line('own.lead'))],
        change: { question: OWN },
      })),
  },
};

/** The question that they talked about, with a little quiet. */
function questionOnceMore(state: ExerciseState): Act[] {
  if (state.stack.exercise.place.question === null) return [];
  return [say(line('question.text', { question: textIn(state) })), hold(ONCE_MORE), chime];
}

function questionIn({ deeper }: Another, { stack }: ExerciseState, again: boolean): Act {
  // If they asked for a depth, all questions have that one.
  if (deeper && stack.exercise.place.depth === null)
    return ask(line(again ? 'another.deeper-again' : 'another.deeper'));
  return ask(line(again ? 'another.ask-again' : 'another.ask'));
}

/** Goes on with another question, if the event asks for one. Null if it does not. */
function withWish({ step, state, context }: StepHere<Another>, event: Wishing): StepOutcome | null {
  const wish = step.fun ? otherFun(event) : otherQuestion(event, state, context);
  return wish === null ? null : { go: 'on', acts: [say(wish.lead)], change: wish.change };
}
