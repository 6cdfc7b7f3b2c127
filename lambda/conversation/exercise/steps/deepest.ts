import { ask, line, quietLeft } from '../../model/act.ts';
import type { Depth } from '../../model/household.ts';
import { isOwn } from '../../model/own-question.ts';
import { called } from '../../model/partner-names.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { depthOf, lighterOf, meant } from '../choosing/depth.ts';
import type { StepKind, StepOutcome } from './step-kind.ts';

/**
 * Asks each partner for a yes to the deepest questions. Without both, less deep ones are asked, and nobody is told who
 * said no.
 */
export const deepest: StepKind<StepOf<'deepest'>> = {
  enter: (_step, _state, left) => quietLeft(left),
  where: (step, state) =>
    isAsked(step, state) ? line('deepest.where', { name: called(state, step.who) }) : line('question.coming'),
  // One of their own is as deep as they made it.
  skipped: (step, state) => (isAsked(step, state) ? null : { lead: null }),
  withoutYes: { depth: 'deeper' },
  question(step, state, again) {
    const name = called(state, step.who);
    if (again) return ask(line('deepest.ask-again', { name }));
    return ask(line(step.second ? 'deepest.ask-other' : 'deepest.ask', { name }));
  },
  unanswered: () => line('deepest.not-today'),
  answers: {
    yes: ({ step }) =>
      step.second ? { go: 'on', lead: line('deepest.agreed'), change: { agreed: true } } : { go: 'on' },
    no: declined,
    next: declined,
    resume: declined,
    skip: declined,
    'rather-not': declined,
    'you-choose': declined,
    depth: (_here, event) => lighter(depthOf(lighterOf(event.depth, event.other))),
    choose: (_here, { exercise, depth }) =>
      exercise === null && depth !== undefined ? lighter(depthOf(depth)) : null,
  },
};

/** After a no: less deep questions. */
function declined(): StepOutcome {
  return notToday('deeper');
}

/** Questions of the depth they ask for; null if that is the deepest. */
function lighter(depth: Depth): StepOutcome | null {
  return depth === 'deepest' ? null : notToday(depth);
}

/** Goes on with questions of this depth, without asking the other partner. */
function notToday(depth: Depth): StepOutcome {
  return { go: 'on', past: 'deepest', lead: line('deepest.not-today'), change: { depth } };
}

/** Whether a yes to the deepest questions is still needed here. */
function isAsked({ depth }: StepOf<'deepest'>, { stack }: ExerciseState): boolean {
  const { place } = stack.exercise;
  return !isOwn(place.question) && !place.agreed && meant(depth, place) === 'deepest';
}
