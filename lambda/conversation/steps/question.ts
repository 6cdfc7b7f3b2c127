import { chime, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import { chooseQuestion } from '../questions.ts';
import type { StepKind, StepOf } from './step.ts';

/** So many check-ins ask a light question. */
const LIGHT_TIMES = 2;

/** A reflection question, the same for each in turn. The microphone stays closed: the answer is not for us. */
export const question: StepKind<StepOf<'question'>> = {
  quiet: (step) => step.seconds,
  // The second one's words leave out the question itself.
  saysMoreAgain: true,
  prepare(_step, household, context) {
    if (household.place === null) return household;
    // A question that a later release took away is chosen anew.
    if (context.questions.some(({ id }) => id === household.place?.question)) return household;
    // The first times are light: depth comes with trust.
    const light = context.questions.filter(({ depth }) => depth === 'light');
    const questions = household.counts.finished < LIGHT_TIMES && light.length > 0 ? light : context.questions;
    const chosen = chooseQuestion(household.heard, { ...context, questions });
    return { ...household, heard: chosen.heard, place: { ...household.place, question: chosen.id } };
  },
  enter(step, state, left) {
    const name = called(state, step.who);
    const text = say(
      line('question.text', { question: { question: state.household.place?.question ?? '' } }),
    );
    if (left !== null) return [say(line('question.still', { name })), text, hold(left), chime];
    if (step.second) return [say(line('question.second', { name })), hold(step.seconds), chime];
    return [say(line('question.first', { name })), text, hold(step.seconds), chime];
  },
  floor: (step) => step.who,
  where(_step, state) {
    const question = state.household.place?.question ?? null;
    return question === null ? line('question.coming') : line('question.where', { question: { question } });
  },
  ready: () => line('ready.question'),
};
