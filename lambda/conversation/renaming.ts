import { say } from './act.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import type { Event } from './event.ts';
import { continueWith } from './going-on.ts';
import { other, type Partner } from './household.ts';
import { line } from './lines.ts';
import { called, sameName } from './people.ts';
import { asName, meetAgain } from './scenes/onboarding.ts';
import { changeHousehold, type State } from './state.ts';

/** "Change Bo to Bob", or all over again for "change our names". */
export function rename(
  state: State,
  now: State,
  event: Extract<Event, { type: 'rename' }>,
  context: Context,
): Draft {
  const { names } = state.household;
  const renamed = event.other === null ? null : asName(event.other);
  const who = (['a', 'b'] as Partner[]).find(
    (partner) => event.name !== null && names[partner] !== null && sameName(names[partner] ?? '', event.name),
  );
  if (who !== undefined && renamed !== null) {
    const taken = names[other(who)];
    if (taken !== null && sameName(taken, renamed))
      return continueWith(state, now, context, [say(line('names.same', { name: taken }))]);
    const change = (from: State): State =>
      changeHousehold(from, (household) => ({
        ...household,
        names: { ...household.names, [who]: renamed },
      }));
    return continueWith(change(state), change(now), context, [
      say(line('rename.one', { name: called(change(state), who) })),
    ]);
  }
  return meetAgain(now);
}
