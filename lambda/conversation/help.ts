import { type Act, say } from './act.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { continueWith } from './going-on.ts';
import { line } from './lines.ts';
import { launch } from './scenes/returning.ts';
import type { State } from './state.ts';
import { stepAt } from './walk.ts';

/** Says what can be said here, then goes on. */
export function help(state: State, now: State, context: Context): Draft {
  const { scene } = state;
  if (scene.id === 'closed')
    return launch(state, context, [say(line('help.what')), say(line('help.safety'))]);
  const lead = ((): Act[] => {
    switch (scene.id) {
      case 'names':
        return [say(line('help.names'))];
      case 'consent':
      case 'without-keeping':
        return [say(line('help.consent'))];
      case 'confirm':
        return [say(line('help.confirm'))];
      case 'paused':
        return [say(line('help.paused'))];
      case 'support':
        return [say(line('help.support'))];
      case 'step':
        if (asksForAppreciation(state, context)) return [say(line('help.appreciate'))];
        return [say(line('help.exercise')), say(line('help.anytime'))];
      case 'door':
        return [say(line('help.exercise')), say(line('help.anytime'))];
      case 'welcome':
        return [say(line('help.welcome')), say(line('help.safety'))];
      default:
        return [say(line('help.yes-no')), say(line('help.safety'))];
    }
  })();
  return continueWith(state, now, context, lead);
}

/** True while the one thing to say is a sentence to keep. */
function asksForAppreciation(state: State, { playing }: Context): boolean {
  const { place } = state.household;
  const asked = playing === null || playing.over;
  return place !== null && asked && state.keeping && stepAt(place).step.kind === 'appreciate';
}
