import { ask, chime, hold, quietLeft, say } from '../act.ts';
import { line } from '../lines.ts';
import { between } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';

/** The one who talked (`who`) says whether the other got it, or the feeling; if not, it is mended once. */
export const didTheyGetIt: StepKind<StepOf<'did-they-get-it'>> = {
  quiet: () => 0,
  enter(step, state, left) {
    if (left === null || left === 0) return [];
    // Quiet here was given to mend what was said back, or to words that nobody understood.
    const mending = state.scene.id === 'step' && state.scene.tries > 0;
    const words = mending ? [say(line(`get-${step.about}.fix`, between(state, step.who)))] : [];
    return [...words, ...quietLeft(left)];
  },
  floor: (step) => step.who,
  where: (step, state) => line(`get-${step.about}.where`, between(state, step.who)),
  ready: () => line('ready.on'),
  question: (step, state, again) =>
    ask(line(again ? `get-${step.about}.ask-again` : `get-${step.about}.ask`, between(state, step.who))),
  answer(step, state, event) {
    const { scene } = state;
    const tries = scene.id === 'step' ? scene.tries : 0;
    switch (event.type) {
      case 'yes':
      case 'next':
        return { go: 'on', lead: line(`get-${step.about}.good`) };
      case 'skip':
      case 'rather-not':
        return { go: 'on' };
      case 'no':
      // "That's not what I said."
      case 'reword':
        if (tries > 0) return { go: 'on', lead: line(`get-${step.about}.close-enough`) };
        return {
          go: 'ask',
          acts: [
            say(line(`get-${step.about}.fix`, between(state, step.who))),
            hold(step.fix),
            chime,
            ask(line(`get-${step.about}.closer`, between(state, step.who))),
          ],
          scene: { id: 'step', tries: tries + 1 },
        };
      default:
        return null;
    }
  },
};
