/** What is under way, as a stack: an exercise, and above it what is asked outside of its steps. Outcomes are followed here. */
import { isRecapDue, recalling } from '../exercise/choosing/reading.ts';
import {
  begin,
  goOn,
  questionAgain,
  resume,
  resumeSilently,
  sayAgain,
  suspended,
  wished,
} from '../exercise/lifecycle.ts';
import { nextStep } from '../exercise/outcomes.ts';
import type { Draft } from '../exercise/sequencer.ts';
import { type Act, line, mark, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState, Wish } from '../model/dialog-state.ts';
import type { Event } from '../model/event.ts';
import { bothAgreed, DAY } from '../model/household.ts';
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
  withPlace,
} from '../model/state.ts';
import { FIRST_NAME } from './names.ts';
import { recapOf } from './recap.ts';
import {
  dialogOf,
  goesOnByItself,
  isAskedAgain,
  isSetAside,
  leavingOf,
  stays,
  waits,
  wishesOf,
  wordsOf,
} from './registry.ts';

/** After more than this many milliseconds a fresh exercise is offered before the old place. */
const STALE_AFTER = 3 * DAY;
/** After this many misses in a row what is asked is left. */
const MOST_MISSES = 2;

/** Answers another event in the same state, for outcomes that mean the same as one. */
type Decide = (state: State, event: Event, context: Context) => Draft;

/** Follows an outcome from where the state stands. */
export function follow(before: State, outcome: Outcome, context: Context, decide: Decide): Draft {
  const { state = before, effects = [] } = outcome;
  const draft = goesOn(state, outcome, outcome.read ? { ...context, recalled: null } : context, decide);
  return effects.length === 0 ? draft : { ...draft, effects: [...effects, ...(draft.effects ?? [])] };
}

function goesOn(state: State, outcome: Outcome, context: Context, decide: Decide): Draft {
  const { lead = [] } = outcome;
  switch (outcome.go) {
    case 'stay':
      return stay(state, context, lead, outcome.words);
    case 'ask':
      return put(state, outcome.dialog, context, lead, outcome.words);
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
      return begin(state, outcome.wish, context, lead);
    case 'wish':
      return takeWish(state, outcome, context, decide);
    case 'open':
      return open(state, context, lead, outcome.words);
    case 'end':
      return end(state, context, lead);
    case 'miss':
      return miss(state, context);
    case 'as':
      return decide(state, outcome.event, context);
    case 'know':
      return { state, acts: [], effects: [outcome.effect] };
  }
}

/** Takes the exercise up again, on a yes to that: if it was asked whether they are ready, they have said so. */
function takeUp(state: State, context: Context, lead: readonly Act[]): Draft {
  if (!hasExercise(state)) return begin(state, wished(state), context, lead);
  const { phase, suspended: how } = state.stack.exercise;
  const ready = phase.at === 'awaiting-ready' && how?.on === 'question';
  return resume(ready ? withFrame(state, { suspended: { on: 'step' } }) : state, context, lead);
}

/** Puts a dialog on top. */
function put(
  state: State,
  dialog: DialogState,
  context: Context,
  lead: readonly Act[],
  words: Words | readonly Act[] = 'whole',
): Draft {
  const next = withOnTop(state, dialog, context);
  return {
    state: next,
    acts: [...lead, ...(typeof words === 'string' ? topWords(next, context, words) : words)],
  };
}

/** The state with a dialog on top: above one that stays, in place of one that does not. */
function withOnTop(state: State, dialog: DialogState, context: Context): State {
  const { stack } = suspended(state, context);
  const beneath = stays(dialog) ? [] : beneathIn(state, context).filter(({ id }) => id !== dialog.id);
  return { ...state, session: 'open', stack: { ...stack, dialogs: [...beneath, dialog] } };
}

/** The dialogs that are asked again once the one on top is over. */
function beneathIn(state: State, { brokeOff }: Context): readonly DialogState[] {
  if (state.session === 'open') return state.stack.dialogs.filter(isAskedAgain);
  // "Alexa, tell our checkin ..." ends the session in which they were: it is offered to go on.
  return brokeOff && hasExercise(state) ? [{ id: 'carry-on', last: false }] : [];
}

/** The words of the dialog on top; none if nothing is. */
function topWords(state: State, context: Context, words: Words, repeated = false): Act[] {
  const dialog = asked(state);
  return dialog === null ? [] : wordsOf({ dialog, state, context }, words, repeated);
}

/** These words, and then on from where they were. */
function stay(state: State, context: Context, lead: readonly Act[], words: Words = 'again'): Draft {
  if (state.session !== 'open') return open(state, context, lead);
  if (isRunning(state))
    return words === 'whole' ? sayAgain(state, context, lead) : goOn(state, context, lead);
  return { state, acts: [...lead, ...topWords(state, context, words, true)] };
}

/** What is on top is over: on with what is beneath. If the session was opened for it alone, that is over too. */
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

function withoutDialogs(state: ExerciseState): ExerciseState {
  const { exercise } = state.stack;
  return { ...state, stack: { exercise: { ...exercise, suspended: null }, dialogs: [] } };
}

/** The step that pushed what was asked goes on itself. */
function sameStep(
  state: ExerciseState,
  { tries, ask, event, lead = [] }: Extract<Outcome, { go: 'same-step' }>,
  context: Context,
  decide: Decide,
): Draft {
  const next = withFrame(state, { phase: { at: 'step', tries } });
  if (event !== undefined) return decide(next, event, context);
  const { step } = next.stack.exercise.place;
  const question = ask === undefined ? questionAgain(next) : [mark(step), ask];
  return { state: withPlace(next, { from: step, touched: context.now }), acts: [...lead, ...question] };
}

/** Begins what they wish for; asks first if that would leave an exercise behind. */
function takeWish(
  state: State,
  { wish, sure = false, lead = [], notice }: Extract<Outcome, { go: 'wish' }>,
  context: Context,
  decide: Decide,
): Draft {
  const draft = begunOrAsked(state, { wish, sure, lead }, context, decide);
  const isNew = asked(draft.state)?.id === FIRST_NAME.id;
  return notice === undefined || isNew ? draft : { ...draft, acts: [notice, ...draft.acts] };
}

function begunOrAsked(
  state: State,
  { wish, sure, lead }: { wish: Wish; sure: boolean; lead: readonly Act[] },
  context: Context,
  decide: Decide,
): Draft {
  const agreed = bothAgreed(state.household);
  const isOpen = state.session === 'open';
  const wishing: State = { ...state, wish };
  if (!agreed && !hasExercise(state))
    return isOpen ? stay(wishing, context, [say(line('choose.noted'))]) : open(wishing, context, []);
  const dialog = asked(state);
  const own = dialog === null ? null : wishesOf({ dialog, state, context }, wish);
  if (own !== null) return follow(state, own, context, decide);
  if (isRunning(state) || isSetAside(state))
    return put(state, { id: 'start-over', wish }, context, [], 'question');
  // Said out of the blue, it begins only if they asked for it from the beginning, and nothing runs elsewhere.
  if (!isOpen && !(sure && agreed && !context.elsewhere)) return open(wishing, context, lead);
  const fresh = hasExercise(state) ? [say(line('fresh.go'))] : [];
  return begin(state, wish, context, [...fresh, ...lead]);
}

/** The beginning of a session: for two who are new, who are known, or who left an exercise unfinished. */
function open(state: State, context: Context, lead: readonly Act[], words: Words = 'whole'): Draft {
  if (state.unclear > 0) return open({ ...state, unclear: 0 }, context, lead, words);
  if (!bothAgreed(state.household)) return put(state, FIRST_NAME, context, lead, words);
  if (!hasExercise(state))
    return state.wish === null
      ? (offerRecap(state, { id: 'welcome' }, context, lead, words) ??
          put(state, { id: 'welcome' }, context, lead, words))
      : begin(state, state.wish, context, lead);
  if (context.elsewhere) return put(state, { id: 'elsewhere' }, context, lead, words);
  if (context.now - state.stack.exercise.place.touched <= STALE_AFTER)
    return put(state, { id: 'carry-on', last: false }, context, lead, words);
  const fresh: DialogState = { id: 'fresh', last: false };
  return offerRecap(state, fresh, context, lead, words) ?? put(state, fresh, context, lead, words);
}

/** Once a week what they appreciated is offered first, if there is something to hear. Null if it is not. */
function offerRecap(
  state: State,
  beneath: DialogState,
  context: Context,
  lead: readonly Act[],
  words: Words,
): Draft | null {
  const { household } = state;
  const { recalled, now } = context;
  if (words !== 'whole' || !isRecapDue(household, context)) return null;
  if (recalled === null)
    return { state, acts: [], effects: [{ effect: 'recall', ...recalling('week', household, context) }] };
  if (recalled === 'unreachable' || recalled.page.length === 0) return null;
  const offered: State = {
    ...state,
    household: { ...household, recap: { ...household.recap, offered: now } },
  };
  return put(withOnTop(offered, beneath, context), recapOf('offer'), context, lead);
}

/** The session ends: nothing is asked, the microphone stays closed. */
function end(state: State, context: Context, lead: readonly Act[]): Draft {
  const { stack, ...rest } = hasExercise(state) ? atStepHeard(state, context) : state;
  return { state: { ...rest, session: 'ended', stack: { ...stack, dialogs: [] } }, acts: [...lead] };
}

/** The question in other words, then with an example; then the exercise that was set aside, or a kind goodbye. */
function miss(state: State, context: Context): Draft {
  if (state.session !== 'open') return open(state, context, []);
  const dialog = asked(state);
  if (state.unclear <= MOST_MISSES) {
    const lead = say(line(state.unclear <= 1 ? 'unclear.once' : 'unclear.example'));
    const question = isRunning(state) ? questionAgain(state) : topWords(state, context, 'again');
    return { state, acts: [lead, ...question] };
  }
  const leaving = dialog === null ? [] : leavingOf({ dialog, state, context });
  if (goesOnByItself(state)) return back({ ...state, unclear: 0 }, context, leaving);
  return end(state, context, [...leaving, say(line('unclear.close'))]);
}

/** What nobody's answer to a dialog leads to: spoken as the reprompt, so it always ends with a question. */
export function silentReply(state: State, context: Context): SilentReply {
  const { stack } = state;
  const dialog = asked(state);
  if (dialog === null) return { acts: [], stack };
  const { ifSilent } = dialogOf(dialog);
  if (ifSilent !== undefined) return { acts: ifSilent(), stack };
  // Nothing is done without a yes; the exercise goes on, unless something is still to be settled.
  const goesOn =
    goesOnByItself(state) && !waits(dialog)
      ? resumeSilently(state, leavingOf({ dialog, state, context }))
      : null;
  return goesOn ?? { acts: topWords(state, context, 'again'), stack };
}
