/** The command "repeat". */
import { line, say } from '../model/act.ts';
import type { Outcome } from '../model/outcome.ts';

/** Says again what was said last. Nothing is chosen or counted again. */
export function repeat(): Outcome {
  return { go: 'stay', lead: [say(line('repeat.lead'))], words: 'whole' };
}
