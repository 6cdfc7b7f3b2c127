/** The dialog at the beginning of a session of a known couple, if no exercise is unfinished: whether to start. */
import * as v from 'valibot';
import { minutesOf, wished } from '../exercise/lifecycle.ts';
import { line, say } from '../model/act.ts';
import { choice } from '../model/choice.ts';
import type { DialogState } from '../model/dialog-state.ts';
import { PERIODS, type Period } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both, called } from '../model/partner-names.ts';
import { aMoment, type Dialog, type Here, notToday } from './dialog.ts';
import { offerMenu } from './menu.ts';

function begin({ state }: Here): Outcome {
  return { go: 'begin', wish: wished(state), lead: [say(line('welcome.go'))] };
}

export const welcome: Dialog<'welcome'> = {
  schema: v.object({ id: v.literal('welcome'), recapped: v.optional(v.picklist(PERIODS)) }),
  stays: true,
  begins: true,
  invites: true,
  question: (_here, again) => line(again ? 'welcome.again' : 'welcome.ask'),
  presents({ state }) {
    const wish = wished(state);
    const name = called(state, wish.first ?? state.household.next);
    const time = { seconds: minutesOf(state, wish) * 60 };
    return [say(line('welcome.back', both(state))), say(line('welcome.plan', { name, time }))];
  },
  shows: () => ({
    choices: [choice('yes', 'ready'), choice('something-else'), choice('no', 'not-today')],
  }),
  help: () => [line('help.welcome'), line('help.data'), line('help.safety')],
  missed: (_here, again) => line(again ? 'missed.ready-again' : 'missed.ready'),
  talking: ({ recapped }) => recapped !== undefined,
  answers: ({ recapped }) => ({
    yes: begin,
    next: begin,
    resume: begin,
    no: notToday,
    skip: notToday,
    'not-quite': aMoment,
    done: aMoment,
    menu: offerMenu,
    ...(recapped && { unclear: aMoment }),
    ...(recapped === 'week' && { repeat: theWeekAgain }),
  }),
};

/** "Say that again" is about what was read out. */
function theWeekAgain(): Outcome {
  return { go: 'as', event: { type: 'recap', period: 'week', whose: null } };
}

/** The dialogs after a recap of this period: at the welcome they may be talking about it. */
export function afterRecap(dialogs: readonly DialogState[], recapped: Period): DialogState[] {
  return dialogs.map((dialog) => (dialog.id === 'welcome' ? { ...dialog, recapped } : dialog));
}
