import { ask, chime, hold, line, quietLeft, say } from '../../model/act.ts';
import { choice } from '../../model/choice.ts';
import { between } from '../../model/partner-names.ts';
import type { StepOf } from '../../model/step.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';

type Here = StepHere<StepOf<'did-they-get-it'>>;

const good = ({ step }: Here): StepOutcome => ({ go: 'on', lead: line(`get-${step.about}.good`) });

/** Asks the partner who talked (`who`) whether the listener got it. If not, there is one more try. */
export const didTheyGetIt: StepKind<StepOf<'did-they-get-it'>> = {
  enter(step, state, left) {
    const { phase } = state.stack.exercise;
    if (left === null || left === 0) return [];
    // The quiet was for another try, or followed words without a meaning.
    const tryingAgain = phase.at === 'step' && phase.tries > 0;
    const words = tryingAgain ? [say(line(`get-${step.about}.fix`, between(state, step.who)))] : [];
    return [...words, ...quietLeft(left)];
  },
  prompt: (step, state) => [say(line(`get-${step.about}.where`, between(state, step.who)))],
  where: (step, state) => line(`get-${step.about}.where`, between(state, step.who)),
  question: (step, state, again) =>
    ask(line(again ? `get-${step.about}.ask-again` : `get-${step.about}.ask`, between(state, step.who))),
  shows: () => ({
    choices: [choice('yes'), choice('not-quite'), choice('pause')],
    // While the listener says it back, its question is on the screen already.
    inQuiet: [choice('yes'), choice('not-quite'), choice('more-time'), choice('pause')],
  }),
  help: () => [line('help.yes-no'), line('help.anytime')],
  missed: (_step, _state, again) => line(again ? 'missed.get-it-again' : 'missed.get-it'),
  answers: {
    yes: good,
    next: good,
    'rather-not': () => ({ go: 'on' }),
    no: tryAgain,
    'not-quite': tryAgain,
    // "That's not what I said" means no.
    reword: tryAgain,
  },
};

/** After a no: one more try, then the exercise goes on. */
function tryAgain({ step, state, tries }: Here): StepOutcome {
  if (tries > 0) return { go: 'on', lead: line(`get-${step.about}.close-enough`) };
  const names = between(state, step.who);
  return {
    go: 'ask',
    acts: [
      say(line(`get-${step.about}.fix`, names)),
      hold(step.fix),
      chime,
      ask(line(`get-${step.about}.closer`, names)),
    ],
    tries: tries + 1,
  };
}
