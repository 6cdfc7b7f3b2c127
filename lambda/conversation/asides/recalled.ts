import { say } from '../act.ts';
import type { Context, Recalled } from '../context.ts';
import type { Draft } from '../draft.ts';
import type { Recalling } from '../effect.ts';
import { line } from '../lines.ts';
import type { Back } from '../scene.ts';
import type { State } from '../state.ts';
import { goBackTo } from './back.ts';

/** What is answered once these appreciations are at hand; until then they are asked for. */
export function withRecalled(
  state: State,
  back: Back,
  context: Context,
  wanted: Recalling,
  then: (recalled: Recalled) => Draft,
): Draft {
  const { recalled } = context;
  if (recalled !== null && recalled !== 'unreachable') return then(recalled);
  const draft = goBackTo(state, back, context, [say(line('recap.out-of-reach'))]);
  return recalled === null ? { ...draft, effects: [{ effect: 'recall', ...wanted }] } : draft;
}
