/** The commands: what every event means everywhere, if the step or dialog on top has no answer of its own. */
import { addAppreciation } from '../dialogs/appreciation.ts';
import { askToForget } from '../dialogs/forget.ts';
import { addQuestion } from '../dialogs/keep-question.ts';
import { offerMenu } from '../dialogs/menu.ts';
import { FIRST_NAME, taken } from '../dialogs/names.ts';
import { offerToDeleteAll } from '../dialogs/parting.ts';
import { pause } from '../dialogs/paused.ts';
import { playRecap } from '../dialogs/recap.ts';
import { onlyBegins } from '../dialogs/registry.ts';
import { permittedAnew, setReminder, stopReminding, whenReminded } from '../dialogs/remind.ts';
import { askToSend } from '../dialogs/send.ts';
import { offerSupport } from '../dialogs/support.ts';
import { offerToReword, rewordLast, takeLastBack, takeQuestionBack } from '../dialogs/take-back.ts';
import { learnVoice } from '../dialogs/voice.ts';
import { wishFor } from '../exercise/lifecycle.ts';
import { hold, line, say } from '../model/act.ts';
import { type Event, type EventType, events } from '../model/event.ts';
import { bothAgreed } from '../model/household.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import { isRunning } from '../model/state.ts';
import { sayAndGoOn } from './answer.ts';
import { authorOf } from './author.ts';
import { choose, sameAgain } from './choose.ts';
import type { Anywhere, Command } from './command.ts';
import { alone, conflict, ended, longPause, soundFailed, stop, timeOut } from './ending.ts';
import { distress, reluctant } from './hard-moments.ts';
import { help } from './help.ts';
import { dontSave, howLong, listening, saveAgain, whatHeard, whatIsKept, whoHears } from './keeping.ts';
import { learn, progress, tip } from './learn.ts';
import { ownQuestion } from './own-question.ts';
import { leavePath, onPath } from './path.ts';
import { chooseDepth, chooseFirst, chooseUsual, isPreference, leaveChoice, prefer } from './preferences.ts';
import { timeLeft, where } from './progress.ts';
import { rename } from './rename.ts';
import { chimes, faster, repeat, slower } from './repeat.ts';
import { makeShorter } from './shorter.ts';

/** Seconds of quiet if somebody asks for a moment while no exercise runs. */
const A_MOMENT = 45;

const open = (): Outcome => ({ go: 'open' });
const miss = (): Outcome => ({ go: 'miss' });
const next = (): Outcome => ({ go: 'as', event: { type: 'next' } });

/** The command for every event. A new event does not compile before it has one. */
const commands: { readonly [K in EventType]: Command<K> } = {
  launch: open,
  yes: miss,
  no: miss,
  next: miss,
  done: next,
  skip: miss,
  'not-quite': miss,
  'keep-it': miss,
  // Outside of a question what is to be deleted, it is the last appreciation.
  'delete-it': takeLastBack,
  'more-time': () => aMoment('quiet.more-time'),
  repeat,
  'long-pause': longPause,
  pause: (here) => (isRunning(here.state) ? pause(here) : aMoment('pause.moment')),
  resume,
  stop,
  help,
  where,
  'time-left': timeLeft,
  'start-over': ({ state }) => ({ go: 'wish', wish: sameAgain(state), sure: true }),
  choose: (here, event) => (isPreference(here, event) ? prefer(here, event) : choose(here, event)),
  depth: chooseDepth,
  first: chooseFirst,
  'you-choose': leaveChoice,
  another,
  menu,
  learn,
  tip,
  progress,
  names: meet,
  rename,
  'rather-not': miss,
  appreciation: (here, event) => {
    if (!bothAgreed(here.state.household)) return notYet(line('adding.not-yet'));
    if (!here.state.keeping) return { go: 'back', lead: [say(line('adding.not-saving'))] };
    return addAppreciation(here, authorOf(here, event), event);
  },
  'it-is-me': miss,
  'take-back': takeLastBack,
  'keep-question': (here, event) =>
    bothAgreed(here.state.household) ? addQuestion(here, event) : notYet(line('own.not-yet')),
  'own-question': ownQuestion,
  'take-question-back': (here) => takeQuestionBack(here),
  reword: (here) => rewordLast(here) ?? (bothAgreed(here.state.household) ? offerToReword(here) : miss()),
  recap: ({ state, context }, event) =>
    bothAgreed(state.household) ? playRecap(state, event, context) : notYet(line('recap.nothing-yet')),
  send: askToSend,
  kept: whatIsKept,
  'who-hears': whoHears,
  'dont-save': dontSave,
  'save-again': saveAgain,
  // Everything can be deleted again: an earlier deletion may have been interrupted.
  forget: (here, event) =>
    event.what === 'us' || bothAgreed(here.state.household)
      ? askToForget(here, event)
      : sayAndGoOn(here.state, [line('kept.nothing')]),
  'learn-voice': (here, event) =>
    bothAgreed(here.state.household) ? learnVoice(here, event) : notYet(line('kept.nothing')),
  remind: (here, event) =>
    bothAgreed(here.state.household) ? setReminder(here, event) : notYet(line('remind.not-yet')),
  'when-reminded': whenReminded,
  unremind: stopReminding,
  permission: permittedAnew,
  support: offerSupport,
  'time-out': timeOut,
  alone,
  distress,
  reluctant,
  contempt: ({ state }) => sayAndGoOn(state, [line('contempt.again')]),
  interrupted: (here) =>
    isRunning(here.state) ? pause(here, { first: 'interrupted.lead' }) : aMoment('interrupted.moment'),
  judge: ({ state }) => sayAndGoOn(state, [line('judge.no-side')]),
  parting: offerToDeleteAll,
  'off-topic': ({ state }) => sayAndGoOn(state, [line('off-topic.elsewhere')]),
  thanks: ({ state }) =>
    sayAndGoOn(state, [line(state.session === 'open' ? 'thanks.welcome' : 'thanks.bye')]),
  slower,
  faster,
  chimes,
  usual: chooseUsual,
  shorter: makeShorter,
  path: onPath,
  'leave-path': leavePath,
  louder: ({ state }) => sayAndGoOn(state, [line('louder.volume')]),
  listening,
  'how-long': howLong,
  'what-heard': whatHeard,
  unclear: miss,
  'sound-failed': soundFailed,
  ended,
  'not-kept': miss,
  'not-forgotten': miss,
  conflict,
};

/** The outcome of an event that the step or dialog on top has no answer to. */
export function commandFor<K extends EventType>(here: Anywhere, event: Event<K>): Outcome {
  const { state } = here;
  if (state.session !== 'open' && events[event.type].cold !== true) return openAfter(event.type);
  const command: Command<K> = commands[event.type];
  return command(here, event);
}

/** Begins a session with a welcome. If it began with words without a meaning, it says so first. */
function openAfter(type: EventType): Outcome {
  return type === 'unclear' ? { go: 'open', lead: [say(line('unclear.cold'))] } : { go: 'open' };
}

/** Gives a moment of quiet while no exercise runs. */
function aMoment(key: 'quiet.more-time' | 'pause.moment' | 'interrupted.moment'): Outcome {
  return { go: 'stay', lead: [say(line(key)), hold(A_MOMENT)] };
}

/** Says why something has to wait until both have said yes to storing, and goes on with what is on top. */
function notYet(why: Line): Outcome {
  return { go: 'stay', lead: [say(why)] };
}

/** "Go on" outside of a question that it answers. */
function resume({ state }: Anywhere): Outcome {
  return isRunning(state) ? { go: 'stay', lead: [say(line('carry-on.go'))] } : miss();
}

/** "Another one" begins the questions exercise. In an exercise without questions it says where they are. */
function another(here: Anywhere): Outcome {
  const { state } = here;
  if (state.session !== 'open') return { go: 'wish', wish: wishFor('questions') };
  return isRunning(state) ? where(here) : miss();
}

/** "Something else": at the beginning of a session the menu. In an exercise it says how to leave it. */
function menu(here: Anywhere): Outcome {
  const { state } = here;
  if (isRunning(state)) return { go: 'stay', lead: [say(line('menu.later'))] };
  return state.session === 'open' ? miss() : (offerMenu(here) ?? open());
}

/**
 * "Tell our checkin we're Ana and Bo" begins the first visit with these names. At a question how to begin, a name says
 * who starts.
 */
function meet(here: Anywhere, event: Event<'names'>): Outcome {
  const { state } = here;
  if (onlyBegins(state)) return chooseFirst(here, { type: 'first', who: { name: event.name } });
  if (state.session === 'open') return miss();
  return bothAgreed(state.household) ? open() : taken({ ...here, dialog: FIRST_NAME }, event);
}
