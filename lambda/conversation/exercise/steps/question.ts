import { chime, hold, line, say } from '../../model/act.ts';
import type { Context } from '../../model/context.ts';
import type { DepthWord, Event } from '../../model/event.ts';
import type { ExerciseId } from '../../model/exercise-id.ts';
import type { Depth, Place, Practice } from '../../model/household.ts';
import type { Line } from '../../model/lines.ts';
import { called } from '../../model/partner-names.ts';
import { type ExerciseState, withPlace } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { stepsOf } from '../catalogue/catalogue.ts';
import { chooseQuestion } from '../choosing/choose-question.ts';
import { allowed, depthFrom, depthNow, depthOf, lighterOf } from '../choosing/depth.ts';
import type { Change, StepHere, StepKind, StepOutcome } from './step-kind.ts';

type Question = StepOf<'question'>;
type Here = StepHere<Question>;

/**
 * A reflection question, the same for both partners in turn. The microphone stays closed, because the answer is not for
 * the skill.
 */
export const question: StepKind<Question> = {
  quiet: (step) => step.seconds,
  // Resuming says whose question it was, and the question.
  saysMoreAgain: true,
  prepare(step, state, context) {
    const { place } = state.stack.exercise;
    // If a later release has removed the question, another one is chosen.
    const known = context.questions.some(({ id }) => id === place.question);
    if (known && place.round === step.round) return state;
    const wanted = { practice: place.theme ?? step.practice, depths: allowed(step.depth, state) };
    const chosen = chooseQuestion(state.household.heard, wanted, context);
    const heard = { ...state, household: { ...state.household, heard: chosen.heard } };
    return withPlace(heard, { question: chosen.id, round: step.round });
  },
  enter(step, state, left) {
    const name = called(state, step.who);
    const { question } = state.stack.exercise.place;
    const text = say(line('question.text', { question: { question: question ?? '' } }));
    if (left !== null) return [say(line('question.still', { name })), text, hold(left), chime];
    const opening = line(step.second ? `${step.lead}.second` : `${step.lead}.first`, { name });
    return [say(opening), text, hold(step.seconds), chime];
  },
  floor: (step) => step.who,
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
  ready: (step) => line(step.lead === 'share' ? 'ready.share' : 'ready.question'),
  help: () => [line('help.questions'), line('help.anytime')],
  helpInQuiet: () => [line('help.questions'), line('help.anytime')],
  talking: () => true,
  answers: {
    skip: passed,
    'rather-not': passed,
    another: withWish,
    'you-choose': withWish,
    depth: withWish,
    choose: withWish,
  },
};

/** Skips the question: with another one, or with the turn of the other partner. */
function passed({ step, place }: Here): StepOutcome {
  return step.swap
    ? instead(step, place, line('skip.lead'), {})
    : { go: 'on', lead: line('skip.lead'), past: 'prompt' };
}

function withWish({ step, place, state, context }: Here, event: Wishing): StepOutcome | null {
  const wish = otherQuestion(event, state, context);
  return wish === null ? null : instead(step, place, wish.lead, wish.change);
}

/** Asks another question, from the beginning of the round. */
function instead(step: Question, place: Place, lead: Line, change: Change): StepOutcome {
  const first = stepsOf(place).find((one) => 'round' in one && one.round === step.round) ?? step;
  return { go: 'to', step: first.id, lead, change: { ...change, question: null } };
}

/** The events that can ask for another question. */
export type Wishing = Event<'another' | 'you-choose' | 'depth' | 'choose'>;

/** What is said before the other question, and what changes in the place. */
export interface Wished {
  lead: Line;
  change: Change;
}

/**
 * The other question that an event asks for: any, a lighter or a deeper one, or one about something else. Null if it
 * asks for none.
 */
export function otherQuestion(event: Wishing, state: ExerciseState, context: Context): Wished | null {
  switch (event.type) {
    case 'another':
      return { lead: line('question.instead'), change: {} };
    case 'you-choose':
      return { lead: line('question.instead'), change: { depth: null, theme: null } };
    case 'depth':
      return depthWished(lighterOf(event.depth, event.other), state, context);
    case 'choose':
      if (event.minutes !== null || !isOfThis(event.exercise, state)) return null;
      return chosenHere(event, state, context);
  }
}

/** Whether the event asks for a question of the present exercise. "A light question" does, in every exercise. */
function isOfThis(exercise: ExerciseId | null, state: ExerciseState): boolean {
  return exercise === null || exercise === 'questions' || exercise === state.stack.exercise.place.exercise;
}

function chosenHere(
  { depth, theme }: { depth?: DepthWord; theme?: Practice },
  state: ExerciseState,
  context: Context,
): Wished {
  const about = theme === undefined ? {} : { theme };
  const deep = depth === undefined ? null : depthWished(depth, state, context);
  if (deep !== null) return { lead: deep.lead, change: { ...deep.change, ...about } };
  return { lead: line('question.instead'), change: about };
}

/** A question of the depth that a word means. */
function depthWished(word: DepthWord, state: ExerciseState, context: Context): Wished {
  const now = depthNow(state, context);
  const depth = now === null ? depthOf(word) : depthFrom(now, word);
  return { lead: line(leadTo(depth, now, state.stack.exercise.place)), change: { depth } };
}

/** The key of what is said before a question of this depth. `now` is the depth of the present one. */
function leadTo(depth: Depth, now: Depth | null, { agreed }: Place) {
  if (depth === 'deepest' && !agreed) return 'question.deepest';
  if (depth === now) return depth === 'light' ? 'question.lightest' : 'question.instead';
  if (depth === 'deepest') return 'question.deeper';
  return depth === 'light' || now === 'deepest' ? 'question.lighter' : 'question.deeper';
}
