/**
 * The conversation: what is answered to an event. A pure function: no clock, no chance, no wording, no input or
 * output. Data in, data out.
 */
import { opensMicrophone, say } from './act.ts';
import { answerDoing } from './answering.ts';
import { anywhere } from './anywhere.ts';
import { answerAdding } from './asides/adding.ts';
import { answerForget } from './asides/forget.ts';
import { answerRecap } from './asides/recap.ts';
import { answerRemind } from './asides/remind.ts';
import { answerSend } from './asides/send.ts';
import { answerTakeBack } from './asides/take-back.ts';
import { answerVoice } from './asides/voice.ts';
import type { Context } from './context.ts';
import type { Answer, Draft } from './draft.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import { inExercise } from './going-on.ts';
import { type AppreciationKey, bothAgreed, dayOf, type Household } from './household.ts';
import { type LineKey, line } from './lines.ts';
import type { Reply } from './reply.ts';
import { BEGINNING } from './scene.ts';
import { answerPaused, answerSupport } from './scenes/interruptions.ts';
import { answerMenu } from './scenes/menu.ts';
import { answerConsent, answerNames, answerWithoutKeeping } from './scenes/onboarding.ts';
import { answerReturning, answerStartOver } from './scenes/returning.ts';
import { answerTry } from './scenes/telling.ts';
import { whenSilent } from './silence.ts';
import type { State } from './state.ts';

const scenes: readonly Answer[] = [
  answerNames,
  answerConsent,
  answerWithoutKeeping,
  answerReturning,
  answerMenu,
  answerTry,
  answerStartOver,
  answerPaused,
  answerSupport,
  answerAdding,
  answerRecap,
  answerRemind,
  answerVoice,
  answerForget,
  answerTakeBack,
  answerSend,
];

/** Events that answer a question only if it was heard to its end; before that they are the couple talking. */
const ANSWERS: ReadonlySet<Event['type']> = new Set(['no', 'names', 'unclear', 'rather-not']);

/**
 * Answers an event.
 *
 * @param state - as the last reply left it; `newState(...)` at the beginning of a session
 * @param event - what happened
 * @param context - time, chance, and what the device was playing
 * @returns the new state, what to say and do, and what to say if nobody answers that
 */
export function respond(state: State, event: Event, context: Context): Reply {
  const counted: State = {
    ...state,
    counter: state.counter + 1,
    unclear: event.type === 'unclear' ? state.unclear + 1 : 0,
  };
  const now = interruptedAt(counted, context);
  return finish(state, decide(counted, now, event, context), event, context);
}

function decide(state: State, now: State, event: Event, context: Context): Draft {
  if (inExercise(state)) {
    const { playing } = context;
    const interrupting =
      now.scene.id === 'step' && playing !== null && !playing.over && playing.step !== null;
    if (interrupting && ANSWERS.has(event.type))
      return anywhere({ ...state, unclear: 0 }, now, { type: 'where' }, context);
  }
  const answer = answeredHere(state, now, event, context);
  if (answer !== null) return answer;
  if (event.type === 'done') return decide(state, now, { type: 'next' }, context);
  return anywhere(state, now, event, context);
}

/**
 * What the step or the scene that asked last has to say to an event; null leaves it to what works everywhere.
 *
 * @param now - the state, moved back to the step that was being heard when somebody interrupted
 */
export function answeredHere(state: State, now: State, event: Event, context: Context): Draft | null {
  const doing = inExercise(state) ? answerDoing(now, event, context) : null;
  if (doing !== null) return doing;
  for (const scene of scenes) {
    const answer = scene(state, event, context);
    if (answer !== null) return answer;
  }
  return null;
}

/** The state moved back to the step that was being heard: a reply may hold several. */
function interruptedAt(state: State, context: Context): State {
  const { playing } = context;
  const { place } = state.household;
  if (!inExercise(state) || place === null || playing === null || playing.over || playing.step === null)
    return state;
  if (place.step === playing.step) return state;
  return {
    ...state,
    scene: { id: 'step', tries: 0 },
    household: { ...state.household, place: { ...place, step: playing.step, from: playing.step } },
  };
}

function finish(before: State, draft: Draft, event: Event, context: Context): Reply {
  const effects: Effect[] = [...(draft.effects ?? []), ...abandoned(before, draft, event)];
  const noted = noting(draft.state, effects, context);
  const state = { ...noted, leading: noted.leading || inExercise(noted) };
  const saves = effects.some(({ effect }) => effect === 'save');
  if (event.type !== 'conflict' && !saves && shouldSave(before, state)) effects.push({ effect: 'save' });
  return {
    state,
    acts: draft.acts,
    effects,
    ifSilent: opensMicrophone(draft.acts) ? whenSilent(state, context) : null,
  };
}

/** A sentence that may have been kept although nobody could be told so goes, where it is left in any way but a yes. */
function abandoned(before: State, { state, effects = [] }: Draft, event: Event): Effect[] {
  const key = failedKey(before);
  if (key === null || event.type === 'not-kept' || failedKey(state)?.id === key.id) return [];
  const settled = effects.some(
    (effect) =>
      (effect.effect === 'keep' || effect.effect === 'take-back') && effect.appreciation.id === key.id,
  );
  return settled ? [] : [{ effect: 'take-back', appreciation: key }];
}

function failedKey({ scene }: State): AppreciationKey | null {
  const waiting = scene.id === 'confirm' || (scene.id === 'adding' && scene.part === 'confirm');
  return waiting && scene.failed ? { id: scene.key, day: dayOf(scene.at) } : null;
}

/** Notes what is kept now, for the recap and for "take that back". */
function noting(state: State, effects: readonly Effect[], { now }: Context): State {
  let { last } = state;
  let { appreciated } = state.household;
  for (const effect of effects) {
    if (effect.effect === 'keep') {
      const { id, day, from } = effect.appreciation;
      last = { id, day, from };
      appreciated = now;
    }
    if (effect.effect === 'take-back' && effect.appreciation.id === last?.id) last = null;
  }
  return { ...state, last, household: { ...state.household, appreciated } };
}

/** Only what both agreed to is kept, and only when it changed. */
function shouldSave(before: State, after: State): boolean {
  // On a night without saving, only what they change on purpose is.
  if (after.frozen !== null)
    return bothAgreed(after.frozen) && (after.unsaved || !same(before.frozen, after.frozen));
  if (!after.keeping || !bothAgreed(after.household)) return false;
  return after.unsaved || lets(before, after) || !same(before.household, after.household);
}

/** A session that closes lets go of the exercise, so that another device need not ask for it. */
function lets(before: State, after: State): boolean {
  if (after.scene.id !== 'closed') return false;
  // At the door of a session nothing runs elsewhere, or it would have been asked about.
  return before.leading || BEGINNING.has(before.scene.id);
}

function same(one: Household | null, two: Household | null): boolean {
  return one === two || JSON.stringify(one) === JSON.stringify(two);
}

/**
 * The same reply when it could not be saved. It says so, and no more than is true: the next reply tries to save
 * again, but a goodbye has no next one.
 */
export function unsaved(reply: Reply): Reply {
  const state: State = { ...reply.state, unsaved: true };
  if (reply.acts.length === 0) return { ...reply, state };
  if (opensMicrophone(reply.acts))
    return { ...reply, state, acts: [say(line('store.unsaved')), ...reply.acts] };
  const promises = (key: LineKey): boolean => key === 'stop.saved' || key.startsWith('close-next.');
  const acts = reply.acts.filter((act) => !(act.do === 'say' && promises(act.line.key)));
  const honest = acts.map((act) =>
    act.do === 'say' && act.line.key === 'sound.failed' ? say(line('sound.failed-unkept')) : act,
  );
  return { ...reply, state, acts: [...honest, say(line('store.unsaved-goodbye'))] };
}

/** The same reply when an appreciation could not be taken back yet: it does not say that it is gone. */
export function notTakenBack(reply: Reply): Reply {
  const acts = reply.acts.map((act) =>
    act.do === 'say' && act.line.key === 'confirm.dropped' ? say(line('confirm.dropping')) : act,
  );
  return { ...reply, acts };
}
