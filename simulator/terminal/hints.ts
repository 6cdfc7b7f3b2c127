import { spokenName } from '../../interaction-models/model-facts.ts';
import { parseInvocation } from '../understanding/invocation.ts';

/** Hints for somebody who types what the Echo does not hear. */
export interface Hints {
  /** How to open the skill. */
  readonly open: string;
  /** That the place is kept, said when somebody leaves. */
  readonly kept: string;
  /** The hint for a line that is never said to Alexa; null for any other. */
  insteadOf(line: string): string | null;
  /** The hint for words that no microphone heard; null if there is none. */
  afterUnheard(words: string): string | null;
}

/** Words as long as this can be meant for Alexa, and not for the other person. */
const FEW_WORDS = 3;

/** The hints for a skill with this invocation name. */
export function hintsFor(invocationName: string): Hints {
  const name = spokenName(invocationName);
  const lines =
    `Say "alexa, start ${name}"; while the microphone is open, leave out "alexa". Enter says nothing or skips a quiet. ` +
    '(wait 20h), (as NAME), (on DEVICE), (tap ID) and (fault NAME N) are commands; docs/simulator.md explains them all. ' +
    'ctrl-c or ctrl-d leaves.';
  return {
    open: `The skill is not open. Say "alexa, start ${name}" to open it.`,
    kept: `Your place is kept as the skill saved it: "alexa, start ${name}" goes on from there.`,
    insteadOf: (line) => (/^[?\s]+$/u.test(line) ? lines : null),
    afterUnheard: (words) => {
      const plain = words.replace(/[.!?\s]+$/u, '');
      if (/^(?:help|\/help|-h|--help)$/iu.test(plain)) return lines;
      if (/^(?:exit|quit|bye|:q|logout)$/iu.test(plain)) return 'ctrl-c or ctrl-d leaves.';
      const forgotten =
        parseInvocation(invocationName, plain) !== null || plain.split(/\s+/u).length <= FEW_WORDS;
      return forgotten ? `If that was for Alexa, begin with her name: "alexa, ${plain}".` : null;
    },
  };
}
