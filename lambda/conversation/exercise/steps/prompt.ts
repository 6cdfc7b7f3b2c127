import { chime, hold, line, say } from '../../model/act.ts';
import type { Topic } from '../../model/lines.ts';
import { between } from '../../model/partner-names.ts';
import type { State } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { isKnown } from './known.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';

/**
 * A prompt: one partner (`who`) is invited to say something to the other. It has no question, so silence is fine too.
 */
export const prompt: StepKind<StepOf<'prompt'>> = {
  enter(step, state, left) {
    const names = between(state, step.who);
    if (left === null) return [say(line(keyOf(step.topic, state), names)), hold(step.seconds), chime];
    return [say(line(`${step.topic}.still`, names)), hold(left), chime];
  },
  where: (step, state) => line(`${step.topic}.where`, between(state, step.who)),
  talking: () => true,
  answers: { skip: passed, 'rather-not': passed },
};

/** Prompts of a turn, which are shorter once they know how a turn goes. */
const SHORTER = ['sense', 'feeling', 'reply', 'more'] as const;

/** The key of the words of a prompt. */
function keyOf(topic: Topic, state: State): `${(typeof SHORTER)[number]}.known` | `${Topic}.start` {
  const shorter = SHORTER.find((one) => one === topic);
  return shorter !== undefined && isKnown(state) ? `${shorter}.known` : `${topic}.start`;
}

/** Passes what builds on this prompt too. Null if nothing does. */
function passed({ step }: StepHere<StepOf<'prompt'>>): StepOutcome | null {
  return step.followed === true ? { go: 'part', lead: line('skip.lead') } : null;
}
