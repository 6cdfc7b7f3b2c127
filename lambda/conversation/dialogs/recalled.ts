/** Answers that need appreciations or their own questions from the store. */
import { confirmedFrom } from '../exercise/choosing/reading.ts';
import { line, say } from '../model/act.ts';
import type { Context, Recalled } from '../model/context.ts';
import type { OwnQuestion, Recalling } from '../model/effect.ts';
import { DAY, other, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { ownIn } from '../model/own-question.ts';
import type { State } from '../model/state.ts';
import type { Here } from './dialog.ts';

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

/** A request for the newest appreciations of these days, at most this many; only those `by` one partner, unless it is null. */
export function newestOf(
  { household }: State,
  { now }: Context,
  days: number,
  limit: number,
  by: Partner | null = null,
): Recalling {
  return {
    from: now - days * DAY,
    to: now,
    confirmedFrom: { ...confirmedFrom(household), ...(by !== null && { [other(by)]: null }) },
    after: null,
    limit,
    newest: true,
    now,
  };
}

/**
 * Asks for their own questions, and answers once they are in the context.
 *
 * @param then - the answer, given those that may be heard, in no order; if they cannot be read, the answer is an apology
 */
export function withOwn(
  { state, context }: Pick<Here, 'state' | 'context'>,
  then: (own: readonly OwnQuestion[]) => Outcome,
): Outcome {
  if (context.own === null) return { go: 'know', effect: { effect: 'recall-own' } };
  const own = ownIn(context, state.household);
  return own === null ? { go: 'back', lead: [say(line('own.out-of-reach'))] } : then(own);
}
