import { chime, hold, say } from '../act.ts';
import type { Context } from '../context.ts';
import { allowed, depthFrom, depthNow, depthOf, lighterOf } from '../depth.ts';
import type { DepthWord, Event } from '../event.ts';
import { stepsOf } from '../exercises/all.ts';
import type { Depth, Household, Place, Practice } from '../household.ts';
import { type ExerciseId, type Line, line } from '../lines.ts';
import { called } from '../people.ts';
import { chooseQuestion } from '../questions.ts';
import type { Change, Outcome, StepKind, StepOf } from './step.ts';

type Question = StepOf<'question'>;

/** A reflection question, the same for each in turn. The microphone stays closed: the answer is not for us. */
export const question: StepKind<Question> = {
  quiet: (step) => step.seconds,
  // The second one's words leave out the question itself.
  saysMoreAgain: true,
  prepare(step, household, context) {
    const { place } = household;
    if (place === null) return household;
    // A question that a later release took away is chosen anew.
    const known = context.questions.some(({ id }) => id === place.question);
    if (known && place.round === step.round) return household;
    const wanted = { practice: place.theme ?? step.practice, depths: allowed(step.depth, household) };
    const chosen = chooseQuestion(household.heard, wanted, context);
    return { ...household, heard: chosen.heard, place: { ...place, question: chosen.id, round: step.round } };
  },
  enter(step, state, left) {
    const name = called(state, step.who);
    const text = say(
      line('question.text', { question: { question: state.household.place?.question ?? '' } }),
    );
    if (left !== null) return [say(line('question.still', { name })), text, hold(left), chime];
    if (step.second) return [say(line(`${step.lead}.second`, { name })), hold(step.seconds), chime];
    return [say(line(`${step.lead}.first`, { name })), text, hold(step.seconds), chime];
  },
  floor: (step) => step.who,
  where(step, state) {
    const { place } = state.household;
    const question = place?.round === step.round ? place.question : null;
    return question === null ? line('question.coming') : line('question.where', { question: { question } });
  },
  ready: (step) => line(step.lead === 'share' ? 'ready.share' : 'ready.question'),
  answer(step, state, event, context) {
    const { place } = state.household;
    if (place === null) return null;
    if (event.type === 'skip' || event.type === 'rather-not')
      return step.swap
        ? instead(step, place, line('skip.lead'), {})
        : { go: 'on', lead: line('skip.lead'), past: 'prompt' };
    const wish = otherQuestion(event, state.household, context);
    return wish === null ? null : instead(step, place, wish.lead, wish.change);
  },
};

/** Another question for both, from the beginning of its round. */
function instead(step: Question, place: Place, lead: Line, change: Change): Outcome {
  const first = stepsOf(place).find((one) => 'round' in one && one.round === step.round) ?? step;
  return { go: 'to', step: first.id, lead, change: { ...change, question: null } };
}

interface Wished {
  lead: Line;
  change: Change;
}

/** What another question is wished for: another one, a lighter or a deeper one, one about something else. */
export function otherQuestion(event: Event, household: Household, context: Context): Wished | null {
  switch (event.type) {
    case 'another':
      return { lead: line('question.instead'), change: {} };
    case 'you-choose':
      return { lead: line('question.instead'), change: { depth: null, theme: null } };
    case 'depth':
      return depthWished(lighterOf(event.depth, event.other), household, context);
    case 'choose':
      if (event.minutes !== null || !ofThis(event.exercise, household)) return null;
      return chosenHere(event, household, context);
    default:
      return null;
  }
}

/** "A light question" means this one, whatever exercise it belongs to. */
function ofThis(exercise: ExerciseId | null, { place }: Household): boolean {
  return exercise === null || exercise === 'questions' || exercise === place?.exercise;
}

function chosenHere(
  { depth, theme }: { depth?: DepthWord; theme?: Practice },
  household: Household,
  context: Context,
): Wished {
  const about = theme === undefined ? {} : { theme };
  const deep = depth === undefined ? null : depthWished(depth, household, context);
  if (deep !== null) return { lead: deep.lead, change: { ...deep.change, ...about } };
  return { lead: line('question.instead'), change: about };
}

function depthWished(word: DepthWord, household: Household, context: Context): Wished {
  const now = depthNow(household, context);
  const depth = now === null ? depthOf(word) : depthFrom(now, word);
  return { lead: line(leadTo(depth, now, household)), change: { depth } };
}

function leadTo(depth: Depth, now: Depth | null, { place }: Household) {
  if (depth === 'deepest' && place?.agreed !== true) return 'question.deepest';
  if (depth === now) return depth === 'light' ? 'question.lightest' : 'question.instead';
  if (depth === 'deepest') return 'question.deeper';
  return depth === 'light' || now === 'deepest' ? 'question.lighter' : 'question.deeper';
}
