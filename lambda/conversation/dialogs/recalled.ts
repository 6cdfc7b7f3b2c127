/** Answers that need appreciations from the store. */
import { line, say } from '../model/act.ts';
import type { Context, Recalled } from '../model/context.ts';
import type { Recalling } from '../model/effect.ts';
import type { Outcome } from '../model/outcome.ts';

/**
 * Asks for appreciations, and answers once they are in the context.
 *
 * @param wanted - the appreciations to ask for
 * @param then - the answer, given the appreciations; if they cannot be read, the answer is an apology
 */
export function withRecalled(
  { recalled }: Context,
  wanted: Recalling,
  then: (recalled: Recalled) => Outcome,
): Outcome {
  if (recalled === null) return { go: 'know', effect: { effect: 'recall', ...wanted } };
  if (recalled === 'unreachable') return { go: 'back', lead: [say(line('recap.out-of-reach'))], read: true };
  return { ...then(recalled), read: true };
}
