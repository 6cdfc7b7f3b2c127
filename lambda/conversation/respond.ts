/**
 * The conversation: the reply to an event. A pure function of data: it reads no clock, uses no random numbers, does no
 * input or output, and knows no wording.
 */
import { commandFor } from './commands/commands.ts';
import {
  announcedBy,
  answeredBy,
  asksToDelete,
  comesFirst,
  holdsSentence,
  onlyBegins,
  takesSentence,
  unsettledIn,
} from './dialogs/registry.ts';
import { follow, silentReply } from './dialogs/stack.ts';
import { answerInExercise, silentlyOn } from './exercise/answering.ts';
import type { Draft } from './exercise/sequencer.ts';
import { type Act, line, mark, opensMicrophone, say } from './model/act.ts';
import type { Context } from './model/context.ts';
import { sentenceIn } from './model/dialog-state.ts';
import type { Effect } from './model/effect.ts';
import { type Event, events } from './model/event.ts';
import { bothAgreed, type KeptKey } from './model/household.ts';
import type { LineKey } from './model/lines.ts';
import type { Outcome } from './model/outcome.ts';
import type { Reply } from './model/reply.ts';
import { asked, atStepHeard, type ExerciseState, isKept, isRunning, type State } from './model/state.ts';

/**
 * Answers an event.
 *
 * @param state - the state that the last reply left; `openSession(...)` at the beginning of a session
 * @param event - what happened
 * @param context - time, chance, and what the device was playing
 * @returns the new state, what to say and to store, and what to say if nobody answers. A reply with the effect `recall`,
 *   `recall-own` or `remind` is not complete: perform that effect, put its result into the context, and answer the same
 *   event again
 */
export function respond(state: State, event: Event, context: Context): Reply {
  const counted: State = { ...state, counter: state.counter + 1 };
  const draft = decide(counted, event, context);
  return finish(state, mentionsSupport(event, counted, draft) ? mentioning(draft) : draft, event, context);
}

/** Whether help is mentioned: for words without a meaning that may be those of somebody who is not all right. */
function mentionsSupport(event: Event, before: State, { acts, state }: Draft): boolean {
  const isWorrying = event.type === 'unclear' && event.worrying === true;
  return isWorrying && opensMicrophone(acts) && !comesFirst(before) && !comesFirst(state);
}

/** The reply that mentions support, instead of only saying that something was not understood. */
function mentioning(draft: Draft): Draft {
  const others = draft.acts.filter((act) => keySaid(act) !== 'unclear.cold');
  return { ...draft, acts: [say(line('missed.support')), ...others] };
}

/** The answer of the exercise or the dialog on top; if it has none, the answer that works everywhere. */
function decide(state: State, event: Event, context: Context): Draft {
  if (isRunning(state)) {
    const heard = atStepHeard(state, context);
    if (events[event.type].answer && isInQuiet(heard, context))
      return decide(state, { type: 'where' }, context);
    const answer = answerInExercise(heard, event, context);
    if (answer !== null)
      return 'dialog' in answer
        ? follow(
            answer.state,
            { go: 'ask', dialog: answer.dialog, lead: [mark(answer.step)] },
            context,
            decide,
          )
        : answer;
  } else {
    const dialog = asked(state);
    const outcome = dialog === null ? null : answeredBy({ dialog, state, context }, event);
    if (outcome !== null) {
      const draft = follow(state, outcome, context, decide);
      // Of what means the same as another event, that one has said it.
      return outcome.go === 'as' ? draft : tellingWhatEnds(state, draft, context);
    }
  }
  const command = commandFor({ state, context }, event);
  // What is only said in between leaves the sentence, or what is to be deleted, waiting for its yes.
  const isStaying = command.go === 'back' && (takesSentence(state) || asksToDelete(state));
  const outcome: Outcome = isStaying ? { ...command, go: 'stay' } : command;
  const draft = follow(state, outcome, context, decide);
  // After a conflict it may be saved.
  if (event.type === 'conflict' || command.go === 'as') return draft;
  return tellingWhatEnds(state, draft, context, true);
}

/**
 * The reply that says first which sentences beneath the dialog on top end with it, and with `top` what comes of that dialog,
 * unless it says so itself. Of several it is said in one sentence.
 */
function tellingWhatEnds(before: State, draft: Draft, context: Context, top = false): Draft {
  if (before.session !== 'open' || draft.acts.length === 0) return draft;
  if (comesFirst(draft.state) || comesFirst(before)) return draft;
  const { dialogs } = before.stack;
  const { dialogs: left } = draft.state.stack;
  const said = new Set(draft.acts.map(keySaid));
  const told = [...dialogs.slice(0, -1).filter(holdsSentence), ...(top ? dialogs.slice(-1) : [])]
    .filter((dialog) => !left.some((one) => one.id === dialog.id && sentenceIn(one) === sentenceIn(dialog)))
    .map((dialog) => announcedBy({ dialog, state: before, context }))
    .filter((acts) => acts.length > 0 && !acts.some((act) => said.has(keySaid(act))));
  const first = told.length > 1 ? [say(line('confirm.none-saved'))] : told.flat();
  return { ...draft, acts: [...first, ...draft.acts] };
}

/** The key of the line that an act says; null if it says none. */
function keySaid(act: Act): LineKey | null {
  return act.do === 'say' || act.do === 'ask' ? act.line.key : null;
}

/** Whether the event interrupted a step before its question was asked. An answer was then said to the other partner. */
function isInQuiet({ stack }: ExerciseState, { playing }: Context): boolean {
  return stack.exercise.phase.at === 'step' && playing !== null && !playing.over && playing.step !== null;
}

/** Completes a reply: what has to be saved, and what follows if nobody answers. */
function finish(before: State, draft: Draft, event: Event, context: Context): Reply {
  const effects: Effect[] = [...(draft.effects ?? []), ...abandoned(before, draft, event)];
  const noted = withLastKept(draft.state, effects, context);
  const state = {
    ...noted,
    unclear: draft.missed ? before.unclear + 1 : 0,
    ownsExercise: noted.ownsExercise || isRunning(noted),
  };
  const saves = effects.some(({ effect }) => effect === 'save');
  if (event.type !== 'conflict' && !saves && shouldSave(before, state)) effects.push({ effect: 'save' });
  return {
    state,
    acts: draft.acts,
    effects,
    ifSilent: opensMicrophone(draft.acts)
      ? isRunning(state)
        ? silentlyOn(state, context)
        : silentReply(state, context)
      : null,
  };
}

/** A sentence that may have been kept although nobody could be told so goes, if it is left in any way but a yes. */
function abandoned(before: State, { state, effects = [] }: Draft, event: Event): Effect[] {
  if (event.type === 'not-kept') return [];
  const waiting = new Set(unsettledIn(state).map(({ id }) => id));
  const isSettled = ({ id }: KeptKey): boolean =>
    waiting.has(id) ||
    effects.some(
      (effect) =>
        ((effect.effect === 'keep' || effect.effect === 'take-back') && effect.appreciation.id === id) ||
        (effect.effect === 'keep-question' && effect.question.id === id),
    );
  return unsettledIn(before)
    .filter((key) => !isSettled(key))
    .map((appreciation) => ({ effect: 'take-back', appreciation }));
}

/** The state that remembers what is kept now, for the recap and for "take that back". */
function withLastKept(state: State, effects: readonly Effect[], { now }: Context): State {
  let { last } = state;
  let { appreciated } = state.household;
  for (const effect of effects) {
    if (effect.effect === 'keep') {
      const { id, day, from } = effect.appreciation;
      last = { id, day, from };
      appreciated = now;
    }
    if (effect.effect === 'keep-question') {
      const { id, from } = effect.question;
      last = { id, kind: 'question', from };
    }
    if (effect.effect === 'take-back' && effect.appreciation.id === last?.id) last = null;
  }
  if (last === state.last && appreciated === state.household.appreciated) return state;
  return { ...state, last, household: { ...state.household, appreciated } };
}

/** Whether to save: only with the yes of both partners, and only if something has changed. */
function shouldSave(before: State, after: State): boolean {
  const { savingOff } = after;
  // While they asked not to save, only what they change on purpose is saved.
  if (savingOff !== null)
    return bothAgreed(savingOff.household) && (after.unsaved || !isSame(before.savingOff, savingOff));
  if (!isKept(after)) return false;
  const [was, is] = [before.stack.exercise?.place, after.stack.exercise?.place];
  const same = isSame(before.household, after.household) && isSame(was, is);
  return after.unsaved || !same || releasesExercise(before, after);
}

/** Whether this reply ends the session of an exercise. Saving that lets another device resume it without asking. */
function releasesExercise(before: State, after: State): boolean {
  if (after.session !== 'ended') return false;
  // A question at the beginning of a session means that nothing runs on another device: that would be asked about
  // first.
  return before.ownsExercise || onlyBegins(before);
}

/** Whether two values of plain JSON are the same. What did not change is mostly the same object, so this is quick. */
function isSame(one: unknown, two: unknown): boolean {
  if (one === two) return true;
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) return false;
  const [before, after] = [one as Record<string, unknown>, two as Record<string, unknown>];
  for (const key in before) if (!isSame(before[key], after[key])) return false;
  // Which the loop before did not see.
  for (const key in after) if (after[key] !== undefined && before[key] === undefined) return false;
  return true;
}

/** What is said instead of a line that promises the place. */
const WITHOUT_PLACE: Readonly<
  Partial<Record<LineKey, 'sound.failed-unkept' | 'pause.long-unkept' | 'time-out.unkept' | 'alone.unkept'>>
> = {
  'pause.long': 'pause.long-unkept',
  'sound.failed': 'sound.failed-unkept',
  'time-out.kept': 'time-out.unkept',
  'alone.kept': 'alone.unkept',
};

/**
 * The same reply if saving it has failed. It says so. The next reply tries again, but a goodbye has no next reply: it
 * promises nothing.
 */
export function unsaved(reply: Reply): Reply {
  const state: State = { ...reply.state, unsaved: true };
  if (reply.acts.length === 0) return { ...reply, state };
  // Alexa's own question for a permission has to come last.
  if (opensMicrophone(reply.acts) || reply.acts.at(-1)?.do === 'ask-permission')
    return { ...reply, state, acts: [say(line('store.unsaved')), ...reply.acts] };
  const promises = (key: LineKey): boolean =>
    key === 'stop.saved' || key === 'unclear.kept' || key.startsWith('close-next.');
  const acts = reply.acts.filter((act) => !(act.do === 'say' && promises(act.line.key)));
  const truthful = acts.map((act) => {
    const instead = act.do === 'say' ? WITHOUT_PLACE[act.line.key] : undefined;
    return instead === undefined ? act : say(line(instead));
  });
  return { ...reply, state, acts: [...truthful, say(line('store.unsaved-goodbye'))] };
}

/** The lines that say that an appreciation is deleted. */
const SAYS_DELETED: ReadonlySet<LineKey> = new Set([
  'confirm.dropped',
  'confirm.none-saved',
  'confirm.replaced',
  'confirm.unsaved',
  'own.dropped',
  'own.replaced',
  'retract.done',
]);

/** The same reply if an appreciation could not be taken back yet. It does not say that it is deleted. */
export function notTakenBack(reply: Reply): Reply {
  const acts = reply.acts.map((act) =>
    act.do === 'say' && SAYS_DELETED.has(act.line.key) ? say(line('confirm.dropping')) : act,
  );
  return { ...reply, acts };
}
