import { chime, hold, line, say } from '../../model/act.ts';
import { between } from '../../model/partner-names.ts';
import { withPlace } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { funQuestion } from '../choosing/choose-question.ts';
import type { Wished, Wishing } from './question.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';

type Guess = StepOf<'guess'>;

/**
 * A fun question. One partner (`who`) thinks of an answer, the other one guesses it, and both say it on three. Without
 * `who` both answer. The microphone stays closed.
 */
export const guess: StepKind<Guess> = {
  // Resuming it says the question again.
  saysMoreAgain: true,
  prepare(step, state, context) {
    const { place } = state.stack.exercise;
    const known = context.questions.some(({ id }) => id === place.question);
    if (known && place.round === step.round) return state;
    const chosen = funQuestion(state.household.heard, place, step.round, context);
    const heard = { ...state, household: { ...state.household, heard: chosen.heard } };
    return withPlace(heard, { question: chosen.id, round: step.round });
  },
  enter(step, state, left) {
    const { question } = state.stack.exercise.place;
    const text = say(line('question.text', { question: { question: question ?? '' } }));
    if (step.who === null) {
      const words = line(left === null ? 'guess.open' : 'guess.still');
      return [say(words), text, hold(left ?? step.seconds), chime];
    }
    if (left !== null && left <= step.seconds) return [say(line('guess.still')), text, hold(left), chime];
    const turn = line(step.second ? 'guess.second' : 'guess.turn', between(state, step.who));
    const lead = left === null ? turn : line('guess.still');
    const think = left === null ? step.think : left - step.seconds;
    return [say(lead), text, hold(think), say(line('guess.count')), hold(step.seconds), chime];
  },
  where(
    step,
    {
      stack: {
        exercise: { place },
      },
    },
  ) {
    const question = place.round === step.round ? place.question : null;
    return question === null ? line('question.coming') : line('question.where', { question: { question } });
  },
  help: () => [line('help.play'), line('help.anytime')],
  helpsInQuiet: true,
  staysOnScreen: () => 'question.text',
  talking: () => true,
  answers: {
    skip: (here) => instead(here, 'skip.lead'),
    'rather-not': (here) => instead(here, 'skip.lead'),
    another: wished,
    'you-choose': wished,
    depth: wished,
    choose: wished,
  },
};

function wished(here: StepHere<Guess>, event: Wishing): StepOutcome | null {
  return otherFun(event) === null ? null : instead(here, 'question.instead');
}

/** Asks another fun question in its place. */
function instead({ step }: StepHere<Guess>, first: 'skip.lead' | 'question.instead'): StepOutcome {
  return { go: 'to', step: step.id, lead: line(first), change: { question: null } };
}

/** The other fun question that an event asks for; null if it asks for something else. */
export function otherFun(event: Wishing): Wished | null {
  if (event.type === 'choose' && !asksForFun(event)) return null;
  return { lead: line('question.instead'), change: {} };
}

function asksForFun({ exercise, minutes }: { exercise: string | null; minutes: number | null }): boolean {
  return minutes === null && (exercise === null || exercise === 'play');
}
