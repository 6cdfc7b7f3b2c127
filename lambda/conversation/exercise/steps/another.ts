import { ask, line, quietLeft, say } from '../../model/act.ts';
import { OWN } from '../../model/own-question.ts';
import type { StepOf } from '../../model/step.ts';
import { otherQuestion, type Wishing, withOwnOnes } from './question.ts';
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
  question: (_step, _state, again) => ask(line(again ? 'another.ask-again' : 'another.ask')),
  help: () => [line('help.questions'), line('help.anytime')],
  missed: (_step, _state, again) => line(again ? 'missed.another-again' : 'missed.another'),
  helpInQuiet: () => [line('help.questions'), line('help.anytime')],
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

/** Goes on with another question, if the event asks for one. Null if it does not. */
function withWish({ state, context }: StepHere<Another>, event: Wishing): StepOutcome | null {
  const wish = otherQuestion(event, state, context);
  return wish === null ? null : { go: 'on', acts: [say(wish.lead)], change: wish.change };
}
