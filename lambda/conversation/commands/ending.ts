/** Events that end a session: a stop, a quarrel, silence, a device that cannot play the sound, a write of another device. */
import { announcedBy, stays } from '../dialogs/registry.ts';
import { finishedIfLeft } from '../exercise/lifecycle.ts';
import { stepAt } from '../exercise/sequencer.ts';
import { type Act, line, say } from '../model/act.ts';
import type { Event } from '../model/event.ts';
import { bothAgreed } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import {
  asked,
  atStepHeard,
  hasExercise,
  isKept,
  isRunning,
  newState,
  type State,
  withPlace,
} from '../model/state.ts';
import type { Anywhere } from './command.ts';

/** "Stop": ends the session, and says what is not done or kept because of it, and that the place is saved if that is so. */
export function stop(here: Anywhere): Outcome {
  const { state, kept } = left(here);
  return { go: 'end', state, lead: [...saidOfDialog(here), say(line(kept ? 'stop.saved' : 'stop.bye'))] };
}

/** What is said of the dialog that they leave, such as that nothing was deleted. */
function saidOfDialog(here: Anywhere): Act[] {
  const dialog = here.state.session === 'open' ? asked(here.state) : null;
  return dialog === null ? [] : announcedBy({ ...here, dialog });
}

/** "We're putting the little one to bed": ends the session until they come back, and says how. */
export function longPause(here: Anywhere): Outcome {
  const { state, kept } = left(here, false);
  return {
    go: 'end',
    state,
    lead: [...saidOfDialog(here), say(line(kept ? 'pause.long' : 'pause.long-unkept'))],
  };
}

/** "Time out": ends the session with time apart, and says how to come back. Who did what is not asked. */
export function timeOut(here: Anywhere): Outcome {
  const { state, kept } = left(here);
  const back = line(kept ? 'time-out.kept' : 'time-out.unkept');
  return { go: 'end', state, lead: [say(line('time-out.stop')), say(back)] };
}

/** "It's only me now": ends the session. Nothing goes on for somebody who is not there. */
export function alone(here: Anywhere): Outcome {
  const { state, kept } = left(here, false);
  const { session, stack, household } = here.state;
  const under = session === 'open' && stack.exercise !== null && !wasOnlyAsked(here.state);
  const could = line(bothAgreed(household) ? 'alone.could' : 'alone.bye');
  return { go: 'end', state, lead: [say(under ? line(kept ? 'alone.kept' : 'alone.unkept') : could)] };
}

/**
 * The state in which they leave, and whether an exercise that they leave in it is kept.
 *
 * @param finishes - whether that can finish an exercise: not if they mean to come back
 */
function left({ state, context }: Anywhere, finishes = true): { state: State; kept: boolean } {
  const heard = hasExercise(state) ? atStepHeard(state, context) : state;
  const here = finishes && isRunning(heard) ? finishedIfLeft(heard, context) : heard;
  if (!keepsPlace(here) || !hasExercise(here) || wasOnlyAsked(here)) return { state: here, kept: false };
  return { state: withPlace(here, { from: here.stack.exercise.place.step }), kept: true };
}

/** Whether the session was opened for one request alone, so that they did not leave an exercise in it. */
function wasOnlyAsked({ session, ownsExercise, stack: { dialogs } }: State): boolean {
  return session === 'open' && !ownsExercise && !dialogs.some(stays);
}

/** Whether there is a place, and it is kept. */
function keepsPlace(state: State): boolean {
  return hasExercise(state) && isKept(state);
}

/** The device could not play the sound: ends the session. */
export function soundFailed({ state }: Anywhere): Outcome {
  return {
    go: 'end',
    lead: [say(line(keepsPlace(state) ? 'sound.failed' : 'sound.failed-unkept'))],
  };
}

/** Alexa has ended the session. The place is saved; nobody hears an answer. */
export function ended({ state, context }: Anywhere): Outcome {
  const left = isRunning(state) ? finishedIfLeft(atStepHeard(state, context), context) : state;
  if (left.session !== 'open' || !hasExercise(left)) return { go: 'end', state: left };
  const { phase, place, suspended } = left.stack.exercise;
  // At the end of a turn they are asked the next time whether something is left to say. All else they hear again.
  const isHeard = suspended === null ? context.playing?.over === true : suspended.on === 'question';
  const saidIt = isHeard && stepAt(place).kind.leftOver !== undefined;
  if (phase.at !== 'awaiting-ready' && !saidIt) return { go: 'end', state: left };
  // They were asked the question of the turn, or whether they are ready for a step, so they have heard everything before.
  return { go: 'end', state: withPlace(left, { from: left.stack.exercise.place.step }) };
}

/** Another device has saved the household: this session ends, and what is stored stays. */
export function conflict({ state }: Anywhere, { kept }: Event<'conflict'>): Outcome {
  if (kept === null) return { go: 'end', lead: [say(line('conflict.gone'))] };
  const { household, stack, keeping } = newState(kept);
  return {
    go: 'end',
    state: { ...state, session: 'ended', household, stack, keeping },
    lead: [say(line('conflict.elsewhere'))],
  };
}
