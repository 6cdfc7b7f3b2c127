import { ask, quietLeft } from '../act.ts';
import { depthOf, lighterOf, meant } from '../depth.ts';
import type { Depth } from '../household.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import type { Outcome, StepKind, StepOf } from './step.ts';

/** A yes from each before the deepest questions. Anything else leads to deeper ones, and to no remark about whose. */
export const deepest: StepKind<StepOf<'deepest'>> = {
  quiet: () => 0,
  enter: (_step, _state, left) => quietLeft(left),
  floor: (step) => step.who,
  where: (step, state) => line('deepest.where', { name: called(state, step.who) }),
  ready: () => line('ready.on'),
  skipped(step, { place }) {
    const asked = place !== null && !place.agreed && meant(step.depth, place) === 'deepest';
    return asked ? null : { lead: null };
  },
  withoutYes: { depth: 'deeper' },
  question(step, state, again) {
    const name = called(state, step.who);
    if (again) return ask(line('deepest.ask-again', { name }));
    return ask(line(step.second ? 'deepest.ask-other' : 'deepest.ask', { name }));
  },
  unanswered: () => line('deepest.not-today'),
  answer(step, _state, event) {
    switch (event.type) {
      case 'yes':
        return step.second
          ? { go: 'on', lead: line('deepest.agreed'), change: { agreed: true } }
          : { go: 'on' };
      case 'no':
      case 'next':
      case 'resume':
      case 'skip':
      case 'rather-not':
      case 'you-choose':
        return declined('deeper');
      case 'depth': {
        const depth = depthOf(lighterOf(event.depth, event.other));
        return depth === 'deepest' ? null : declined(depth);
      }
      case 'choose': {
        const depth = event.exercise === null && event.depth !== undefined ? depthOf(event.depth) : null;
        return depth === null || depth === 'deepest' ? null : declined(depth);
      }
      default:
        return null;
    }
  },
};

function declined(depth: Depth): Outcome {
  return { go: 'on', past: 'deepest', lead: line('deepest.not-today'), change: { depth } };
}
