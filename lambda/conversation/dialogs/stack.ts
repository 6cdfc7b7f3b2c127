/** Follows outcomes: turns each one into a reply, and changes the stack of the exercise and the dialogs accordingly. */

import { missedInExercise, nextStep } from '../exercise/answering.ts';
import {
  begin,
  goOn,
  MOST_MISSES,
  questionAgain,
  resume,
  resumeSilently,
  sayAgain,
  suspended,
  waitElsewhere,
  wished,
} from '../exercise/lifecycle.ts';
import type { Draft } from '../exercise/sequencer.ts';
import { type Act, line, mark, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { Wish } from '../model/dialog-state.ts';
import type { Event } from '../model/event.ts';
import { bothAgreed } from '../model/household.ts';
import type { Outcome, Words } from '../model/outcome.ts';
import type { SilentReply } from '../model/reply.ts';
import {
  asked,
  atStepHeard,
  type ExerciseState,
  hasExercise,
  isRunning,
  type State,
  withFrame,
  withoutTop,
  withPlace,
} from '../model/state.ts';
import { beneathIn, putOnTop, topWords } from './on-top.ts';
import { open } from './opening.ts';
import {
  answeredBy,
  askedIn,
  dialogOf,
  goesOnByItself,
  holdsSentence,
  isSetAside,
  isTalking,
  leavingOf,
  missedIn,
  takesOver,
  waits,
  wishesOf,
} from './registry.ts';

/** Answers another event in a state, for outcomes that mean the same as that event. */
type Decide = (state: State, event: Event, context: Context) => Draft;

/**
 * Turns an outcome into a reply.
 *
 * @param before - the state that the outcome answers in; it is used if the outcome has no state of its own
 * @param decide - answers another event, for outcomes that mean the same as one
 */
export function follow(before: State, outcome: Outcome, context: Context, decide: Decide): Draft {
  const { state = before, effects = [] } = outcome;
  const draft = draftOf(state, outcome, outcome.read ? { ...context, recalled: null } : context, decide);
  return effects.length === 0 ? draft : { ...draft, effects: [...effects, ...(draft.effects ?? [])] };
}

function draftOf(state: State, outcome: Outcome, context: Context, decide: Decide): Draft {
  const { lead = [] } = outcome;
  switch (outcome.go) {
    case 'stay':
      return stay(state, context, lead, outcome.words);
    case 'ask':
      return putOnTop(state, outcome.dialog, context, lead, outcome.words);
    case 'back':
      return back(state, context, lead, outcome.words);
    case 'next-step':
      return hasExercise(state) ? nextStep(withoutDialogs(state), context, lead) : end(state, context, lead);
    case 'same-step':
      return hasExercise(state)
        ? sameStep(withoutDialogs(state), outcome, context, decide)
        : end(state, context, lead);
    case 'resume':
      return takeUp(state, context, lead);
    case 'begin':
      return sentenceBefore(state, outcome.wish, lead, context) ?? begin(state, outcome.wish, context, lead);
    case 'wish':
      return beginWish(state, outcome, context, decide);
    case 'open':
      return open(state, context, lead, outcome.words);
    case 'end':
      return end(state, context, lead);
    case 'miss':
      return miss(state, outcome, context, decide);
    case 'as':
      return decide(state, outcome.event, context);
    case 'know':
      return { state, acts: [], effects: [outcome.effect] };
  }
}

/**
 * Resumes the exercise after a yes. If they were asked whether they are ready for a step, the yes counts for that too.
 */
function takeUp(state: State, context: Context, lead: readonly Act[]): Draft {
  if (!hasExercise(state)) return begin(state, wished(state), context, lead);
  // They are asked first whether to take over what runs elsewhere.
  if (context.elsewhere && !takesOver(state)) return open(withoutTop(state), context, []);
  const { phase, suspended: how } = state.stack.exercise;
  const ready = phase.at === 'awaiting-ready' && how?.on === 'question';
  return resume(ready ? withFrame(state, { suspended: { on: 'step' } }) : state, context, lead);
}

/** Says something, and then goes on with what is on top of the stack. */
function stay(state: State, context: Context, lead: readonly Act[], words: Words = 'again'): Draft {
  if (state.session !== 'open') return open(state, context, lead);
  if (isRunning(state))
    return words === 'whole' ? sayAgain(state, context, lead) : goOn(state, context, lead);
  return { state, acts: [...lead, ...topWords(state, context, words, true)] };
}

/**
 * Ends the dialog on top, and goes on with what is beneath it. If the session was opened for that dialog alone, it ends
 * too.
 */
function back(state: State, context: Context, lead: readonly Act[], words?: Words): Draft {
  const aside = suspended(state, context);
  const beneath = beneathIn(aside, context);
  const dialog = beneath.at(-1);
  if (dialog !== undefined) {
    const next: State = { ...aside, session: 'open', stack: { ...aside.stack, dialogs: beneath } };
    const again = dialogOf(dialog).presentsAgain ? 'whole' : 'again';
    return { state: next, acts: [...lead, ...topWords(next, context, words ?? again)] };
  }
  if (!hasExercise(aside) || aside.session !== 'open' || aside.stack.exercise.suspended?.on === 'step')
    return end(state, context, lead);
  return resume(aside, context, [...lead, say(line('carry-on.go'))]);
}

/** The state with the exercise on top of the stack, and no dialogs. */
function withoutDialogs(state: ExerciseState): ExerciseState {
  const { exercise } = state.stack;
  return { ...state, stack: { exercise: { ...exercise, suspended: null }, dialogs: [] } };
}

/** Asks the present step again, or lets it answer an event. */
function sameStep(
  state: ExerciseState,
  { tries, ask, event, lead = [] }: Extract<Outcome, { go: 'same-step' }>,
  context: Context,
  decide: Decide,
): Draft {
  const next = withFrame(state, { phase: { at: 'step', tries } });
  if (event !== undefined) {
    return saying(lead, decide(next, event, context));
  }
  const { step } = next.stack.exercise.place;
  const question = ask === undefined ? questionAgain(next) : [mark(step), ask];
  return { state: withPlace(next, { from: step, touched: context.now }), acts: [...lead, ...question] };
}

/** Begins the exercise they ask for, after a notice if there is one. Asks first if another exercise is under way. */
function beginWish(
  state: State,
  { wish, sure = false, lead = [], notice }: Extract<Outcome, { go: 'wish' }>,
  context: Context,
  decide: Decide,
): Draft {
  const draft = beginOrAsk(state, { wish, sure, lead }, context, decide);
  // Two who are asked their names for the first time hear the length when they begin.
  const isNew = !bothAgreed(draft.state.household) && askedIn(draft.state).listensFor === 'name';
  return notice === undefined || isNew ? draft : saying([notice], draft);
}

/** Begins the exercise, or asks what has to be asked first. */
function beginOrAsk(
  state: State,
  { wish, sure, lead }: { wish: Wish; sure: boolean; lead: readonly Act[] },
  context: Context,
  decide: Decide,
): Draft {
  const agreed = bothAgreed(state.household);
  const isOpen = state.session === 'open';
  const wishing: State = { ...state, wish };
  // Until both were asked whether to be remembered, the wish waits.
  if (!agreed && state.keeping && !hasExercise(state))
    return isOpen ? stay(wishing, context, [say(line('choose.noted'))]) : open(wishing, context, []);
  const waiting = sentenceBefore(state, wish, lead, context);
  if (waiting !== null) return waiting;
  // They are asked first whether to take over what runs elsewhere, so that what is said before it is not true yet.
  if (context.elsewhere) return open(wishing, context, []);
  const dialog = asked(state);
  const own = dialog === null ? null : wishesOf({ dialog, state, context }, wish);
  if (own !== null) return saying(lead, follow(state, own, context, decide));
  const isUnderWay = isRunning(state) && state.stack.exercise.suspended?.on !== 'step';
  if (isUnderWay || isSetAside(state))
    return putOnTop(state, { id: 'start-over', wish }, context, lead, 'question');
  // At the beginning of a session it begins at once only if they asked to start it.
  if (!isOpen && !(sure && agreed)) return open(wishing, context, lead);
  const left = lead.length === 0 && hasExercise(state) ? [say(line(leftFor(state, wish)))] : [];
  return begin(state, wish, context, [...left, ...lead]);
}

/** What is said of the unfinished exercise that another one, or the same from the beginning, takes the place of. */
function leftFor({ stack: { exercise } }: ExerciseState, wish: Wish): 'fresh.go' | 'carry-on.no' {
  return exercise.place.exercise === wish.exercise ? 'fresh.go' : 'carry-on.no';
}

/**
 * Asks about a sentence that waits, wherever in the stack it is, before the exercise that would end it. That comes after it.
 * Null if none waits.
 */
function sentenceBefore(state: State, wish: Wish, lead: readonly Act[], context: Context): Draft | null {
  const dialog = state.stack.dialogs.findLast(holdsSentence);
  if (dialog === undefined) return null;
  return putOnTop(state, { ...dialog, wish }, context, [...lead, say(line('confirm.first'))]);
}

function saying(lead: readonly Act[], draft: Draft): Draft {
  return { ...draft, acts: [...lead, ...draft.acts] };
}

/** Ends the session. Nothing is asked, and the microphone stays closed. */
function end(state: State, context: Context, lead: readonly Act[]): Draft {
  const { stack, ...rest } = hasExercise(state) ? atStepHeard(state, context) : state;
  return { state: { ...rest, session: 'ended', stack: { ...stack, dialogs: [] } }, acts: [...lead] };
}

/**
 * Says what can be answered, and asks again: first in a sentence, then shorter. The third time in a row the session ends,
 * and nothing is lost.
 */
function miss(
  state: State,
  { why }: Extract<Outcome, { go: 'miss' }>,
  context: Context,
  decide: Decide,
): Draft {
  if (state.session !== 'open') return open(state, context, []);
  if (isRunning(state)) return missedInExercise(state, context);
  const dialog = asked(state);
  if (dialog === null) return end(state, context, []);
  const here = { dialog, state, context };
  const talking = isTalking(state) ? answeredBy(here, { type: 'unclear' }) : null;
  if (talking !== null) return follow(state, talking, context, decide);
  if (state.unclear >= MOST_MISSES) return waitElsewhere(state, context, leavingOf(here));
  const lead = state.unclear === 0 && why !== undefined ? why : missedIn(here, state.unclear > 0);
  return { state, acts: [say(lead), ...topWords(state, context, 'again')], missed: true };
}

/** What follows if nobody answers a dialog. It is spoken as the reprompt, so it always ends with a question. */
export function silentReply(state: State, context: Context): SilentReply {
  const { stack } = state;
  const dialog = asked(state);
  if (dialog === null) return { acts: [], stack };
  const { ifSilent } = dialogOf(dialog);
  if (ifSilent !== undefined) return { acts: ifSilent(), stack };
  // Silence is never a yes. The exercise goes on, unless the dialog has to be answered first.
  const resumed =
    goesOnByItself(state) && !waits(dialog)
      ? resumeSilently(state, leavingOf({ dialog, state, context }))
      : null;
  return resumed ?? { acts: topWords(state, context, 'again'), stack };
}
