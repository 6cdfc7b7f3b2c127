/** The command that changes a nickname. */
import { askNamesAgain, asName } from '../dialogs/names.ts';
import { line, say } from '../model/act.ts';
import type { Event } from '../model/event.ts';
import { other, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { called, sameName } from '../model/partner-names.ts';
import { changeHousehold } from '../model/state.ts';
import type { Anywhere } from './command.ts';

/** "Change Bo to Bob" changes one nickname. "Change our names" asks for both again. */
export function rename({ state }: Anywhere, event: Event<'rename'>): Outcome {
  const { names } = state.household;
  const renamed = event.other === null ? null : asName(event.other);
  const who = (['a', 'b'] as const).find(
    (partner: Partner) =>
      event.name !== null && names[partner] !== null && sameName(names[partner], event.name),
  );
  if (who === undefined || renamed === null) return askNamesAgain(state);
  const taken = names[other(who)];
  if (taken !== null && sameName(taken, renamed))
    return { go: 'stay', lead: [say(line('names.same', { name: taken }))] };
  const next = changeHousehold(state, (household) => ({
    ...household,
    names: { ...household.names, [who]: renamed },
  }));
  return { go: 'stay', state: next, lead: [say(line('rename.one', { name: called(next, who) }))] };
}
