/**
 * The dialog about a reminder: which day and time, whether they are right, and the permission. Also finds and cancels
 * it.
 */
import * as v from 'valibot';
import { type Act, line, say } from '../model/act.ts';
import { choice } from '../model/choice.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Reminded, Reminding } from '../model/effect.ts';
import type { Event } from '../model/event.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import { daysToSet, type ReminderTime } from '../model/reminder.ts';
import { number, reminderDays, reminderTime } from '../model/schema.ts';
import { changeHousehold, type State } from '../model/state.ts';
import { backAfter, type Dialog, type Here, missed } from './dialog.ts';

type AtRemind = Here<'remind'>;
type RemindState = DialogState<'remind'>;
type Place = Pick<Here, 'state' | 'context'>;

const dropped = (here: AtRemind): Outcome => backAfter(noNewReminder(here));

export const remind: Dialog<'remind'> = {
  schema: v.object({
    id: v.literal('remind'),
    part: v.picklist(['when', 'again', 'sure', 'permission']),
    day: v.nullable(reminderDays),
    time: v.nullable(v.string()),
    tries: number,
    instead: v.optional(v.union([reminderTime, v.literal('other')])),
  }),
  stateId(dialog) {
    const missing = missingOf(dialog);
    return `remind.${missing ?? dialog.part}`;
  },
  question({ dialog }, again) {
    const { part } = dialog;
    if (part === 'permission') return line(again ? 'remind.again' : 'remind.still');
    if (part === 'sure') return line(again ? 'remind.sure-again' : 'remind.sure');
    const missing = missingOf(dialog);
    if (missing === 'time') return line(again ? 'remind.what-time-again' : 'remind.what-time');
    if (missing === 'day') return line(again ? 'remind.which-day-again' : 'remind.which-day');
    return line(again ? 'remind.when-again' : 'remind.when');
  },
  listensFor: missingOf,
  presents({ dialog: { part, day, time, instead } }) {
    if (part !== 'sure' || day === null || time === null) return [];
    const plan = say(line('remind.plan', { reminder: { reminder: { day, time } } }));
    if (instead === undefined) return [plan];
    if (instead === 'other') return [plan, say(line('remind.instead-other'))];
    return [plan, say(line('remind.instead', { reminder: { reminder: instead } }))];
  },
  shows: ({ part }) => (part === 'when' || part === 'again' ? { choices: [choice('skip')] } : {}),
  help: ({ part }) => [line(part === 'when' || part === 'again' ? 'help.remind' : 'help.yes-no')],
  leaving: (here) => [say(noNewReminder(here))],
  missed({ dialog }, again) {
    const { part } = dialog;
    if (part !== 'when' && part !== 'again') return null;
    const what = missingOf(dialog) ?? 'remind';
    return line(again ? `missed.${what}-again` : `missed.${what}`);
  },
  answers: () => ({
    remind: ({ dialog }, { day, time }) =>
      plan({ ...dialog, day: day ?? dialog.day, time: time ?? dialog.time }),
    yes: agreed,
    // Alexa hears "skip" as her own "next".
    next: (here) =>
      here.dialog.part === 'when' || here.dialog.part === 'again' ? dropped(here) : agreed(here),
    permission: permitted,
    no: (here) => {
      const { dialog } = here;
      if (dialog.part !== 'sure' || dialog.tries > 0) return dropped(here);
      // They say next what was wrong. The rest stays as it was.
      return { go: 'ask', dialog: { ...dialog, part: 'again', tries: 1 }, words: 'question' };
    },
    // "No, two reminders" cancels none that is set.
    unremind: (here) => (here.dialog.part === 'sure' ? dropped(here) : null),
    skip: dropped,
    'rather-not': dropped,
    done: dropped,
  }),
};

/** What is asked for alone, because the other one is known; null if both are known, or neither is. */
function missingOf({ part, day, time }: RemindState): 'day' | 'time' | null {
  if (part !== 'when' || (day === null) === (time === null)) return null;
  return day === null ? 'day' : 'time';
}

/** The line that no new reminder is set. One that was set before stays. */
function noNewReminder({ dialog: { instead }, state }: Pick<AtRemind, 'dialog' | 'state'>): Line {
  if (state.household.reminder === null) return line('remind.dropped');
  if (instead === undefined || instead === 'other') return line('remind.stays');
  return line('remind.found', { reminder: { reminder: instead } });
}

/**
 * "Remind us every Sunday at seven": asks for what is missing, then whether it is right. If there is one already, Alexa
 * is asked when it comes, since it can be changed in the app.
 */
export function setReminder(
  { state, context: { reminded } }: Place,
  { day, time }: Event<'remind'>,
): Outcome {
  const note = state.household.reminder;
  const asked: RemindState = { id: 'remind', part: 'when', day, time, tries: 0 };
  if (note === null) return plan(asked);
  if (reminded === null) return asking({ do: 'find', token: note.token });
  switch (reminded.outcome) {
    case 'found':
      return changeReminder(withReminder(state, reminded.reminder), asked, reminded.reminder);
    case 'changed':
      return {
        ...plan({ ...asked, instead: 'other' }),
        lead: isPartly(asked) ? [say(line('remind.changed'))] : [],
      };
    case 'no-permission':
      return plan({ ...asked, instead: 'other' });
    case 'none':
    case 'set':
    case 'cancelled':
      return { ...plan(asked), state: withoutReminder(state) };
    case 'unsupported':
    case 'full':
    case 'unreachable':
      return answered(state, reminded);
  }
}

/** "Move it to eight" keeps the days, if the skill can set them, and "move it to Friday" the hour. */
function changeReminder(state: State, asked: RemindState, { day, time }: ReminderTime): Outcome {
  const instead: ReminderTime = { day, time };
  const found = line('remind.found', { reminder: { reminder: instead } });
  const wanted: RemindState = isPartly(asked)
    ? { ...asked, day: asked.day ?? daysToSet(day), time: asked.time ?? time, instead }
    : { ...asked, instead };
  if (wanted.day !== null && String(wanted.day) === String(daysToSet(day)) && wanted.time === time)
    return { ...backAfter(found), state };
  // They hear why the day is asked for.
  const lead = wanted.time !== null && wanted.day === null ? [say(found)] : [];
  return { ...plan(wanted), state, lead };
}

/** Whether only the day or only the time was said. */
function isPartly({ day, time }: RemindState): boolean {
  return (day === null) !== (time === null);
}

/** Asks whether the day and the time are right, or for what is missing. */
function plan(dialog: RemindState): Outcome {
  const complete = dialog.day !== null && dialog.time !== null;
  return { go: 'ask', dialog: { ...dialog, part: complete ? 'sure' : 'when' } };
}

/** After a yes: sets the reminder. A yes is neither a day nor a time. */
function agreed(here: AtRemind): Outcome {
  const { part } = here.dialog;
  return part === 'when' || part === 'again' ? missed() : set(here);
}

/** After Alexa's own question: sets the reminder if the permission was given. */
function permitted(here: AtRemind, { granted, day, time }: Event<'permission'>): Outcome {
  // Nobody said no, so it is not taken for one.
  if (granted === null) return backAfter(line('remind.unreachable'));
  if (!granted)
    return backAfter(here.state.household.reminder === null ? line('remind.denied') : noNewReminder(here));
  return set({ ...here, dialog: { ...here.dialog, day, time } });
}

/** The answer to Alexa's own question, if it begins a session. The event says which reminder it is for. */
export function permittedAnew(here: Place, event: Event<'permission'>): Outcome {
  const { day, time } = event;
  return permitted({ ...here, dialog: { id: 'remind', part: 'permission', day, time, tries: 0 } }, event);
}

/** Sets the reminder. The outcome decides what is said. */
function set({ dialog, state, context }: AtRemind): Outcome {
  const { day, time } = dialog;
  if (day === null || time === null) return plan(dialog);
  const { reminded } = context;
  const token = state.household.reminder?.token ?? null;
  if (reminded === null) return asking({ do: 'set', reminder: { day, time }, token });
  if (reminded.outcome === 'no-permission' && dialog.part !== 'permission') {
    const request: Act = { do: 'ask-permission', token: `${String(day)} ${time}` };
    return {
      go: 'ask',
      dialog: { ...dialog, part: 'permission' },
      words: [say(line('remind.permission')), request],
    };
  }
  return answered(state, reminded);
}

/** Sends a request to Alexa's reminders first. */
function asking(reminding: Reminding): Outcome {
  return { go: 'know', effect: { effect: 'remind', reminding } };
}

/** Says what Alexa's reminders answered. */
function answered(state: State, reminded: Reminded): Outcome {
  const goOn = (said: Line, next: State = state): Outcome => ({
    go: 'back',
    state: next,
    lead: [say(said)],
  });
  switch (reminded.outcome) {
    case 'set': {
      const { reminder } = reminded;
      return goOn(line('remind.set', { reminder: { reminder } }), withReminder(state, reminder));
    }
    case 'found': {
      const { reminder } = reminded;
      return goOn(line('remind.found', { reminder: { reminder } }), withReminder(state, reminder));
    }
    case 'changed':
      return goOn(line('remind.changed'));
    case 'none':
      return goOn(line('remind.none'), withoutReminder(state));
    case 'cancelled':
      return goOn(line('remind.cancelled'), withoutReminder(state));
    case 'no-permission':
      return goOn(line('remind.in-app'));
    case 'unsupported':
      return goOn(line('remind.unsupported'));
    case 'full':
      return goOn(line('remind.full'));
    case 'unreachable':
      return goOn(line('remind.unreachable'));
  }
}

/** "When is our reminder?" Asks Alexa, since it can be changed in the app. */
export function whenReminded({ state, context: { reminded } }: Place): Outcome {
  const { reminder } = state.household;
  if (reminded === null) return asking({ do: 'find', token: reminder?.token ?? null });
  return reminded.outcome === 'no-permission' ? withoutPermission(state) : answered(state, reminded);
}

/** "Stop reminding us": cancels it at once, without a question. */
export function stopReminding({ state, context: { reminded } }: Place): Outcome {
  if (reminded === null) return asking({ do: 'cancel' });
  switch (reminded.outcome) {
    case 'no-permission':
      return withoutPermission(state);
    case 'cancelled':
    case 'none':
      return answered(state, reminded);
    case 'set':
    case 'found':
    case 'changed':
    case 'unsupported':
    case 'full':
    case 'unreachable':
      return backAfter(line('remind.still-there'));
  }
}

/** Without the permission: there is no reminder if they never set one, and otherwise it can be deleted in the app. */
function withoutPermission(state: State): Outcome {
  return state.household.reminder === null
    ? answered(state, { outcome: 'none' })
    : backAfter(line('remind.delete-in-app'));
}

/** Notes a reminder. A pattern that cannot be asked for is not noted: the days stay those that they last asked for. */
function withReminder(state: State, { token, day, time }: ReminderTime & { token: string }): State {
  return changeHousehold(state, (household) => {
    const noted = typeof day === 'string' ? day : (household.reminder?.day ?? 'every-day');
    return { ...household, reminder: { token, day: noted, time } };
  });
}

function withoutReminder(state: State): State {
  return changeHousehold(state, (household) => ({ ...household, reminder: null }));
}
