/** What works in every state: stop, help, repeat, where are we, how long left, pause, support, other names. */
import { type Act, ask, hold, say } from './act.ts';
import { add } from './asides/adding.ts';
import { forget } from './asides/forget.ts';
import { dontSave, saveAgain, whatIsKept, whoHears } from './asides/keeping.ts';
import { isAside, leaving } from './asides/leaving.ts';
import { playRecap } from './asides/recap.ts';
import { permitted, remind, unremind, whenReminded } from './asides/remind.ts';
import { send } from './asides/send.ts';
import { reword, takeBack } from './asides/take-back.ts';
import { learnVoice } from './asides/voice.ts';
import { choose, startOver } from './choosing.ts';
import type { Context } from './context.ts';
import { goBack, questionAgain, rest, wished, wishFor } from './doing.ts';
import { closing, type Draft } from './draft.ts';
import type { Event } from './event.ts';
import { againOf, continueWith, inExercise, interruptedWith, keepsPlace, setAsideAt } from './going-on.ts';
import { help } from './help.ts';
import { bothAgreed } from './household.ts';
import { line } from './lines.ts';
import { chooseDepth, chooseFirst, leaveChoice, prefer } from './preferences.ts';
import { rename } from './renaming.ts';
import { BEGINNING, type Wish } from './scene.ts';
import { offerSupport, pause } from './scenes/interruptions.ts';
import { offerMenu } from './scenes/menu.ts';
import { answerNames, meet } from './scenes/onboarding.ts';
import { launch } from './scenes/returning.ts';
import { present } from './scenes/scenes.ts';
import { progress, tell, tip } from './scenes/telling.ts';
import type { State } from './state.ts';
import { readBack } from './steps/appreciate.ts';
import { stepAt } from './walk.ts';
import { timeLeft, where } from './whereabouts.ts';

/** Seconds of quiet when somebody asks for a moment where no exercise runs. */
const A_MOMENT = 45;

/** What can open a session without a word of welcome first. */
const COLD: ReadonlySet<Event['type']> = new Set([
  'stop',
  'help',
  'support',
  'choose',
  'depth',
  'first',
  'you-choose',
  'another',
  'learn',
  'tip',
  'progress',
  'menu',
  'start-over',
  'appreciation',
  'take-back',
  'recap',
  'send',
  'kept',
  'who-hears',
  'dont-save',
  'save-again',
  'forget',
  'learn-voice',
  'remind',
  'when-reminded',
  'unremind',
  'permission',
  'names',
  'sound-failed',
  'ended',
  'conflict',
]);

/**
 * Answers what no scene and no step had an answer of its own for.
 *
 * @param state - as the last reply left it
 * @param now - the same, moved back to the step that was being heard when somebody interrupted
 */
export function anywhere(state: State, now: State, event: Event, context: Context): Draft {
  const goOn = (lead: Act[]): Draft => continueWith(state, now, context, lead);
  // Words that were said to it out of the blue were meant for something.
  if (state.scene.id === 'closed' && event.type === 'unclear')
    return launch(fresh(state), context, [say(line('unclear.cold'))]);
  if (state.scene.id === 'closed' && !COLD.has(event.type)) return launch(fresh(state), context);
  switch (event.type) {
    case 'launch':
      return launch(fresh(state), context);
    case 'stop':
      return stop(over(now, context));
    case 'help':
      return help(state, now, context);
    case 'repeat':
      return repeat(state, now, context);
    case 'resume':
      if (inExercise(state)) return goOn([say(line('carry-on.go'))]);
      return isAside(state) ? { state, acts: againOf(state) } : notUnderstood(state, context);
    case 'where':
      return goOn(where(now, context));
    case 'time-left':
      return goOn(timeLeft(now, context));
    case 'pause':
      return inExercise(now) && now.scene.id !== 'confirm'
        ? pause(now, interruptedWith(now, context), context)
        : { state, acts: [say(line('pause.moment')), hold(A_MOMENT), ...againOf(state)] };
    case 'more-time':
      return { state, acts: [say(line('quiet.more-time')), hold(A_MOMENT), ...againOf(state)] };
    case 'support':
      return offerSupport(now, event.about);
    case 'start-over':
      return startOver(now, sameAgain(now), context, true);
    case 'choose':
      return event.exercise === null && event.minutes === null && inExercise(now)
        ? prefer(state, now, event, context)
        : choose(now, event, context);
    case 'depth':
      return chooseDepth(state, now, event, context);
    case 'first':
      return chooseFirst(state, now, event, context);
    case 'you-choose':
      return leaveChoice(state, now, event, context);
    case 'another':
      if (state.scene.id === 'closed') return startOver(state, wishFor('questions'), context);
      return inExercise(state) ? goOn(where(now, context)) : notUnderstood(state, context);
    case 'menu':
      return menu(state, now, context);
    case 'learn':
      return tell(state, now, event.about, context);
    case 'tip':
      return tip(state, now, context);
    case 'progress':
      return progress(state, now, context);
    case 'rename':
      return rename(state, now, event, context);
    case 'sound-failed':
      return closing(now, [say(line(keepsPlace(now) ? 'sound.failed' : 'sound.failed-unkept'))]);
    case 'ended':
      return closing(leftAtTheDoor(over(now, context)), []);
    case 'conflict':
      return closing({ ...now, household: event.household ?? now.household }, [
        say(line(event.household === null ? 'conflict.gone' : 'conflict.elsewhere')),
      ]);
    case 'names': {
      // "Tell our checkin we're Ana and Bo": that is their first visit begun.
      if (BEGINNING.has(state.scene.id))
        return chooseFirst(state, now, { type: 'first', who: { name: event.name } }, context);
      if (state.scene.id !== 'closed') return notUnderstood(state, context);
      const meeting = bothAgreed(state.household)
        ? null
        : answerNames(meet(state, context).state, event, context);
      return meeting ?? launch(fresh(state), context);
    }
    case 'appreciation':
      return add(now, event, context);
    case 'take-back':
      return takeBack(now, context);
    case 'reword':
      return reword(now, context) ?? notUnderstood(state, context);
    case 'recap':
      return playRecap(now, event, context);
    case 'send':
      return send(now, context);
    case 'kept':
      return whatIsKept(state, now, context);
    case 'who-hears':
      return whoHears(state, now, context);
    case 'dont-save':
      return dontSave(state, now, context);
    case 'save-again':
      return saveAgain(state, now, context);
    case 'forget':
      return forget(now, event, context);
    case 'learn-voice':
      return learnVoice(now, event, context);
    case 'remind':
      return remind(now, event, context);
    case 'when-reminded':
      return whenReminded(now, context);
    case 'unremind':
      return unremind(now, context);
    case 'permission':
      return permitted(state, event, context);
    default:
      return notUnderstood(state, context);
  }
}

/**
 * Outside of the exercise: the question in other words, then with an example, then the exercise that was set aside,
 * or a kind goodbye.
 */
function notUnderstood(state: State, context: Context): Draft {
  if (state.unclear <= 1) return { state, acts: [say(line('unclear.once')), ...againOf(state)] };
  if (state.unclear === 2) return { state, acts: [say(line('unclear.example')), ...againOf(state)] };
  const back = setAsideAt(state);
  if (back !== null) return goBack({ ...state, unclear: 0 }, back, context, leaving(state));
  return closing(state, [...leaving(state), say(line('unclear.close'))]);
}

/** The exercise they are in, from its beginning. */
function sameAgain(state: State): Wish {
  const { place } = state.household;
  if (place === null) return wished(state);
  const { exercise, minutes, depth, theme, first } = place;
  return { exercise, minutes, depth, theme, first };
}

/** "Something else": at the beginning, what there is; in an exercise, how to leave it. */
function menu(state: State, now: State, context: Context): Draft {
  const { id } = state.scene;
  if (inExercise(state) || id === 'paused' || id === 'support')
    return continueWith(state, now, context, [say(line('menu.later'))]);
  const known = bothAgreed(state.household) && !context.elsewhere;
  if (id === 'closed') return known ? offerMenu(state) : launch(state, context);
  const offering = id === 'welcome' || id === 'carry-on' || id === 'fresh' || id === 'try';
  return known && offering ? offerMenu(state) : notUnderstood(state, context);
}

function fresh(state: State): State {
  return { ...state, unclear: 0 };
}

/** Two who did not answer whether they are ready have heard all that came before: the next step comes first. */
function leftAtTheDoor(state: State): State {
  const { place } = state.household;
  if (place === null || state.scene.id !== 'door') return state;
  return { ...state, household: { ...state.household, place: { ...place, from: place.step } } };
}

/** Two who leave at the last question, whether to close, have finished. */
function over(state: State, context: Context): State {
  const { place } = state.household;
  if (place === null || state.scene.id !== 'door') return state;
  const { step, kind } = stepAt(place);
  if (kind.closes !== true || kind.prepare === undefined) return state;
  return { ...state, household: kind.prepare(step, state.household, context) };
}

function stop(state: State): Draft {
  const { place } = state.household;
  // Who only asked something in between left no place.
  const cold = 'back' in state.scene && state.scene.back === null && !state.leading;
  if (place === null || cold || !keepsPlace(state)) return closing(state, [say(line('stop.bye'))]);
  const here: State = { ...state, household: { ...state.household, place: { ...place, from: place.step } } };
  return closing(here, [say(line('stop.saved'))]);
}

/** Says again what was said, and does nothing again. */
function repeat(state: State, now: State, context: Context): Draft {
  const lead = say(line('repeat.lead'));
  if (state.scene.id === 'closed') return launch(state, context);
  if (!inExercise(state)) return { state, acts: [lead, ...present(state, context)] };
  const { place } = now.household;
  if (state.scene.id === 'confirm') {
    const read = say(readBack(state.scene.text));
    return { state, acts: [lead, read, ...questionAgain(state)] };
  }
  if (place !== null && (context.playing === null || context.playing.over)) {
    const { step, kind } = stepAt(place);
    if (state.scene.id === 'door') return { state, acts: [lead, ask(kind.ready(step, state))] };
    return { state, acts: [lead, ...kind.enter(step, state, 0), ...questionAgain(state)] };
  }
  return rest(state, now, context, [lead], true);
}
