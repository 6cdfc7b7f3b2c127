import { line, say } from '../model/act.ts';
import type { Context, Recalled } from '../model/context.ts';
import type { Recalling } from '../model/effect.ts';
import type { Outcome } from '../model/outcome.ts';

/** What is answered once these appreciations are at hand; until then they are asked for. */
export function withRecalled(
  { recalled }: Context,
  wanted: Recalling,
  then: (recalled: Recalled) => Outcome,
): Outcome {
  if (recalled === null) return { go: 'know', effect: { effect: 'recall', ...wanted } };
  if (recalled === 'unreachable') return { go: 'back', lead: [say(line('recap.out-of-reach'))], read: true };
  return { ...then(recalled), read: true };
}
