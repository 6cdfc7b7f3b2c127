import { line, say } from '../model/act.ts';
import type { Outcome } from '../model/outcome.ts';

/** Says again what was said, and does nothing again. */
export function repeat(): Outcome {
  return { go: 'stay', lead: [say(line('repeat.lead'))], words: 'whole' };
}
