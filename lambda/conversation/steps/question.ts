import { type Act, chime, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import { chooseQuestion } from '../questions.ts';
import { other } from '../state.ts';
import type { StepKind, StepOf } from './step.ts';

/** The same reflection question for each in turn. The microphone stays closed: the answer is not for us. */
export const question: StepKind<StepOf<'question'>> = {
  quiet: (step) => 2 * step.seconds,
  prepare(_step, household, context) {
    if (household.place === null || household.place.question !== null) return household;
    const chosen = chooseQuestion(household.heard, context);
    return { ...household, heard: chosen.heard, place: { ...household.place, question: chosen.id } };
  },
  enter(step, state, left) {
    const asked = say(
      line('question.text', { question: { question: state.household.place?.question ?? '' } }),
    );
    const first = called(state, step.first);
    const second = called(state, other(step.first));
    const secondHalf = (seconds: number): Act[] => [
      say(line('question.second', { name: second })),
      hold(seconds),
      chime,
    ];
    if (left === null)
      return [
        say(line('question.first', { name: first })),
        asked,
        hold(step.seconds),
        chime,
        ...secondHalf(step.seconds),
      ];
    if (left <= step.seconds)
      return [say(line('question.still', { name: second })), asked, hold(left), chime];
    return [
      say(line('question.still', { name: first })),
      asked,
      hold(left - step.seconds),
      chime,
      ...secondHalf(step.seconds),
    ];
  },
  floor: () => null,
  where: (_step, state) =>
    line('question.where', { question: { question: state.household.place?.question ?? '' } }),
  ready: () => line('ready.question'),
};
