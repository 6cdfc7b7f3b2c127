import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { invocationNameOf } from '../../interaction-models/model-facts.ts';
import { wokenWords } from '../device/commands.ts';
import { elicitedInState } from '../understanding/elicited-slot.ts';
import { parseInvocation } from '../understanding/invocation.ts';
import { type MatchQuality, understand } from '../understanding/understand.ts';
import type { Options } from './options.ts';

/** What `--parse` prints. */
export interface ParsedUtterance {
  readonly intent: string;
  /** The values of the filled slots, by name. */
  readonly slots: Readonly<Record<string, string>>;
  readonly match: MatchQuality;
}

/**
 * Understands an utterance, with the wake word or without, as the answer to the question of the state that the options
 * name. An invocation begins a session in which nothing has been asked.
 */
export function parseUtterance(
  model: InteractionModel,
  utterance: string,
  {
    state,
    start,
    strict,
    noElicit,
    timezone,
  }: Pick<Options, 'state' | 'start' | 'strict' | 'noElicit' | 'timezone'>,
): ParsedUtterance {
  const woken = wokenWords(utterance);
  const words = woken ?? utterance;
  const invocation = woken === null ? null : parseInvocation(invocationNameOf(model), woken);
  if (invocation?.kind === 'launch') return { intent: 'LaunchRequest', slots: {}, match: 'exact' };
  const said = invocation?.kind === 'one-shot' ? invocation.utterance : words;
  const elicit = noElicit || invocation !== null ? null : elicitedInState(model, state);
  const { intent, slots, match } = understand(model, said, { elicit, now: start, strict, timezone });
  const values = Object.fromEntries(Object.entries(slots).map(([name, { value }]) => [name, value]));
  return { intent, slots: values, match };
}
