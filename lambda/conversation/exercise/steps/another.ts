import { type Act, ask, line, quietLeft, say } from '../../model/act.ts';
import type { Line } from '../../model/lines.ts';
import { OWN } from '../../model/own-question.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { stepsOf } from '../catalogue/catalogue.ts';
import { otherFun } from './guess.ts';
import { otherQuestion, textIn, type Wishing, withOwnOnes } from './question.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';
import { notYet, toEachOther } from './still-talking.ts';

type Another = StepOf<'another'>;

const enough = (): StepOutcome => ({ go: 'end', lead: line('another.enough') });

/** Asks whether they want another question. A no ends the exercise. */
export const another: StepKind<Another> = {
  quiet: () => 0,
  enter: (_step, _state, left) => quietLeft(left),
  floor: () => null,
  where: () => line('another.where'),
  ready: () => line('ready.on'),
  asksAgain: true,
  question: questionIn,
  help: helpOf,
  missed: (_step, _state, again) => line(again ? 'missed.another-again' : 'missed.another'),
  helpInQuiet: helpOf,
  answers: {
    no: enough,
    done: enough,
    'rather-not': enough,
    another: () => ({ go: 'on' }),
    repeat: questionOnceMore,
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

function questionIn({ deeper }: Another, { stack }: ExerciseState, again: boolean): Act {
  // If they asked for a depth, all questions have that one.
  if (deeper && stack.exercise.place.depth === null)
    return ask(line(again ? 'another.deeper-again' : 'another.deeper'));
  return ask(line(again ? 'another.ask-again' : 'another.ask'));
}

/** "Say the question again": the one they talked about, and then what was asked. */
function questionOnceMore({ step, state, place }: StepHere<Another>): StepOutcome | null {
  if (place.question === null) return null;
  const text = say(line('question.text', { question: textIn(state) }));
  return { go: 'ask', acts: [say(line('repeat.lead')), text, questionIn(step, state, true)] };
}

/** What "help" says: fun questions are neither lighter nor deeper. */
function helpOf(state: ExerciseState): Line[] {
  const { place } = state.stack.exercise;
  const step = stepsOf(place).find(({ id }) => id === place.step);
  const fun = step?.kind === 'another' && step.fun === true;
  return [line(fun ? 'help.play' : 'help.questions'), line('help.anytime')];
}

/** Goes on with another question, if the event asks for one. Null if it does not. */
function withWish({ step, state, context }: StepHere<Another>, event: Wishing): StepOutcome | null {
  const wish = step.fun ? otherFun(event) : otherQuestion(event, state, context);
  return wish === null ? null : { go: 'on', acts: [say(wish.lead)], change: wish.change };
}
