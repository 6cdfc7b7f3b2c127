import stateIds from '../../interaction-models/state-ids.json' with { type: 'json' };
import { SimulatorError } from '../simulator-error.ts';

const known: ReadonlySet<string> = new Set(stateIds);

/**
 * Checks the id of a conversation state. Those of the skill are in interaction-models/state-ids.json.
 *
 * @throws {SimulatorError} `bad-option` if there is no such state, with some that begin alike.
 */
export function requireKnownState(state: string): void {
  if (known.has(state)) return;
  const [beginning = ''] = state.split(/[./]/u);
  const alike = [...known].filter((id) => id.startsWith(beginning)).slice(0, 5);
  const examples = beginning !== '' && alike.length > 0 ? alike : ['closed', 'welcome', 'check-in/talk.a'];
  throw new SimulatorError(
    'bad-option',
    `--state ${state} is not the id of a state, such as ${examples.join(', ')}. All are in interaction-models/state-ids.json.`,
  );
}
