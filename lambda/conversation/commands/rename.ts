/** The command that changes a nickname. */
import { askNamesAgain, asName } from '../dialogs/names.ts';
import { onlyBegins } from '../dialogs/registry.ts';
import { renamed } from '../dialogs/rename.ts';
import type { Event } from '../model/event.ts';
import type { Outcome } from '../model/outcome.ts';
import { partnerCalled, speaking } from '../model/partner-names.ts';
import type { Anywhere } from './command.ts';
import { chooseFirst } from './preferences.ts';

/**
 * "Change Bo to Bob" changes one nickname. "Change my name to Annie" does so if the voice is known, and otherwise asks
 * whose it is. "Change our names" asks for both again.
 */
export function rename(here: Anywhere, event: Event<'rename'>): Outcome {
  const { state, context } = here;
  const name = event.other === null ? null : asName(event.other);
  if (name === null) return askNamesAgain(state);
  // "Not Ana, Bo": where it is said who starts, that changes no name.
  const [wrong, right] = [event.name ?? '', name].map((one) => partnerCalled(state.household, one));
  if (onlyBegins(state) && wrong !== null && right !== null && wrong !== right)
    return chooseFirst(here, { type: 'first', who: { name } });
  if (event.name === null) {
    const speaker = speaking(state, context);
    return speaker === null
      ? { go: 'ask', dialog: { id: 'rename', who: 'a', name, last: false }, words: 'question' }
      : { go: 'stay', ...renamed(state, speaker, name) };
  }
  const who = partnerCalled(state.household, event.name);
  return who === null ? askNamesAgain(state) : { go: 'stay', ...renamed(state, who, name) };
}
