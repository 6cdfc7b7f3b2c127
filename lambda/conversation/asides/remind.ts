/** A reminder: the day and the time said back, set with a yes, found again, changed, and cancelled at once. */
import { type Act, say } from '../act.ts';
import type { Context } from '../context.ts';
import type { Answer, Draft } from '../draft.ts';
import type { Reminded } from '../effect.ts';
import type { Event } from '../event.ts';
import { bothAgreed, type Reminder } from '../household.ts';
import { line } from '../lines.ts';
import type { Back, Reminding } from '../scene.ts';
import { present, sceneQuestion } from '../scenes/scenes.ts';
import { changeHousehold, type State } from '../state.ts';
import { backFrom, goBackTo } from './back.ts';
import { declines, noReminder } from './leaving.ts';
import { notYet } from './not-yet.ts';

/** After this many tries at a day and a time there is none. */
const MOST_TRIES = 2;

type Remind = Extract<Event, { type: 'remind' }>;

/** "Remind us every Sunday at seven." */
export function remind(state: State, event: Remind, context: Context): Draft {
  if (!bothAgreed(state.household)) return notYet(state, context, line('remind.not-yet'));
  const known = state.household.reminder;
  const { day, time } = event;
  // "Move it to eight" changes only what was said.
  const partly = (day === null) !== (time === null) && known !== null;
  const scene: Reminding = {
    id: 'remind',
    part: 'when',
    day: partly ? (day ?? known.day) : day,
    time: partly ? (time ?? known.time) : time,
    tries: 0,
    back: backFrom(state, context),
  };
  if (known !== null && scene.day === known.day && scene.time === known.time)
    return goBackTo(state, scene.back, context, [say(noReminder(known))]);
  return plan(state, scene, context);
}

/** Says it back, or asks for what is missing. */
function plan(state: State, scene: Reminding, context: Context): Draft {
  const complete = scene.day !== null && scene.time !== null;
  const asked: State = { ...state, scene: { ...scene, part: complete ? 'sure' : 'when' } };
  return { state: asked, acts: present(asked, context) };
}

export const answerRemind: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'remind') return null;
  switch (event.type) {
    case 'remind':
      return plan(state, { ...scene, day: event.day ?? scene.day, time: event.time ?? scene.time }, context);
    case 'yes':
    case 'next':
      if (scene.part === 'when' || scene.part === 'again') return askAgain(state, scene, context);
      return set(state, scene, context);
    case 'permission':
      if (!event.granted)
        return goBackTo(state, scene.back, context, [
          say(
            state.household.reminder === null ? line('remind.denied') : noReminder(state.household.reminder),
          ),
        ]);
      return set(state, { ...scene, day: event.day, time: event.time }, context);
    case 'no':
      if (scene.part !== 'sure' || scene.tries > 0) return dropped(state, scene.back, context);
      return askAnew(state, scene);
    case 'unclear':
      if (scene.part === 'permission' || scene.tries >= MOST_TRIES) return null;
      return scene.part === 'sure'
        ? plan(state, { ...scene, tries: scene.tries + 1 }, context)
        : askAgain(state, scene, context);
    default:
      return declines(event) ? dropped(state, scene.back, context) : null;
  }
};

/** What was wrong of it they say next; the rest stays as it was. */
function askAnew(state: State, scene: Reminding): Draft {
  const asked: State = { ...state, scene: { ...scene, part: 'again', tries: 1 } };
  return { state: asked, acts: [sceneQuestion(asked, false)] };
}

function askAgain(state: State, scene: Reminding, context: Context): Draft {
  if (scene.tries >= MOST_TRIES) return dropped(state, scene.back, context);
  const asked: State = { ...state, scene: { ...scene, tries: scene.tries + 1 } };
  return { state: asked, acts: [sceneQuestion(asked, true)] };
}

function dropped(state: State, back: Back, context: Context): Draft {
  return goBackTo(state, back, context, [say(noReminder(state.household.reminder))]);
}

/** A permission that comes in a session of its own: what it was for is in the event. */
export function permitted(
  state: State,
  event: Extract<Event, { type: 'permission' }>,
  context: Context,
): Draft {
  const { day, time } = event;
  const scene: Reminding = { id: 'remind', part: 'permission', day, time, tries: 0, back: null };
  return answerRemind({ ...state, scene }, event, context) ?? { state, acts: [say(line('remind.dropped'))] };
}

/** Sets it; what Alexa answers decides what is said. */
function set(state: State, scene: Reminding, context: Context): Draft {
  const { day, time, back } = scene;
  if (day === null || time === null) return plan(state, scene, context);
  const { reminded } = context;
  if (reminded === null) {
    const token = state.household.reminder?.token ?? null;
    return {
      ...goBackTo(state, back, context, [say(line('remind.unreachable'))]),
      effects: [{ effect: 'remind', reminding: { do: 'set', reminder: { day, time }, token } }],
    };
  }
  if (reminded.outcome === 'no-permission' && scene.part !== 'permission') {
    const asked: State = { ...state, scene: { ...scene, part: 'permission' } };
    return {
      state: asked,
      acts: [say(line('remind.permission')), { do: 'ask-permission', token: `${day} ${time}` }],
    };
  }
  return answered(state, reminded, back, context);
}

/** What Alexa's reminders answered, in words. */
function answered(state: State, reminded: Reminded, back: Back, context: Context): Draft {
  const goOn = (acts: Act[], next: State = state): Draft => goBackTo(next, back, context, acts);
  switch (reminded.outcome) {
    case 'set': {
      const { reminder } = reminded;
      return goOn([say(line('remind.set', { reminder: { reminder } }))], withReminder(state, reminder));
    }
    case 'found': {
      const { reminder } = reminded;
      return goOn([say(line('remind.found', { reminder: { reminder } }))], withReminder(state, reminder));
    }
    case 'none':
      return goOn([say(line('remind.none'))], withReminder(state, null));
    case 'cancelled':
      return goOn([say(line('remind.cancelled'))], withReminder(state, null));
    case 'no-permission':
      return goOn([say(line('remind.in-app'))]);
    case 'unsupported':
      return goOn([say(line('remind.unsupported'))]);
    case 'full':
      return goOn([say(line('remind.full'))]);
    case 'unreachable':
      return goOn([say(line('remind.unreachable'))]);
  }
}

/** "When is our reminder?" */
export function whenReminded(state: State, context: Context): Draft {
  return asking(state, 'find', context);
}

/** "Stop reminding us": at once, and without a question. */
export function unremind(state: State, context: Context): Draft {
  return asking(state, 'cancel', context);
}

function asking(state: State, what: 'find' | 'cancel', context: Context): Draft {
  const back = backFrom(state, context);
  const { reminded } = context;
  if (reminded === null) {
    const failing = line(what === 'cancel' ? 'remind.still-there' : 'remind.unreachable');
    const token = state.household.reminder?.token ?? null;
    return {
      ...goBackTo(state, back, context, [say(failing)]),
      effects: [{ effect: 'remind', reminding: what === 'find' ? { do: 'find', token } : { do: 'cancel' } }],
    };
  }
  const { outcome } = reminded;
  if (outcome === 'no-permission') {
    // Who never asked for a reminder has none; one that was set can still be reached in the app.
    if (state.household.reminder === null) return answered(state, { outcome: 'none' }, back, context);
    return goBackTo(state, back, context, [say(line('remind.delete-in-app'))]);
  }
  if (what === 'cancel' && outcome !== 'cancelled' && outcome !== 'none')
    return goBackTo(state, back, context, [say(line('remind.still-there'))]);
  return answered(state, reminded, back, context);
}

function withReminder(state: State, reminder: Reminder | null): State {
  return changeHousehold(state, (household) => ({ ...household, reminder }));
}
