/** Every dialog there is, and what follows from that. Nothing else looks at the id of a dialog. */

import { wished } from '../exercise/lifecycle.ts';
import { answered } from '../exercise/outcomes.ts';
import { stepAt } from '../exercise/sequencer.ts';
import { type Act, ask, type Listening, line } from '../model/act.ts';
import type { DialogId, DialogState, Wish } from '../model/dialog-state.ts';
import type { Event, EventType } from '../model/event.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome, Words } from '../model/outcome.ts';
import { asked, type ExerciseState, hasExercise, isRunning, type State } from '../model/state.ts';
import { appreciation } from './appreciation.ts';
import { carryOn } from './carry-on.ts';
import { consent } from './consent.ts';
import type { Dialog, Here } from './dialog.ts';
import { elsewhere } from './elsewhere.ts';
import { forget } from './forget.ts';
import { fresh } from './fresh.ts';
import { menu } from './menu.ts';
import { names } from './names.ts';
import { paused } from './paused.ts';
import { recap } from './recap.ts';
import { remind } from './remind.ts';
import { send } from './send.ts';
import { startOver } from './start-over.ts';
import { support } from './support.ts';
import { takeBack } from './take-back.ts';
import { tryIt } from './try.ts';
import { voice } from './voice.ts';
import { welcome } from './welcome.ts';
import { whoStarts } from './who-starts.ts';
import { withoutKeeping } from './without-keeping.ts';

const dialogs: { readonly [Id in DialogId]: Dialog<Id> } = {
  names,
  consent,
  'without-keeping': withoutKeeping,
  welcome,
  'carry-on': carryOn,
  fresh,
  elsewhere,
  menu,
  try: tryIt,
  'who-starts': whoStarts,
  'start-over': startOver,
  paused,
  support,
  appreciation,
  recap,
  remind,
  voice,
  forget,
  'take-back': takeBack,
  send,
};

/** What a dialog does, by the id of its state. */
export function dialogOf<Id extends DialogId>({ id }: DialogState<Id>): Dialog<Id> {
  const dialog: Dialog<Id> = dialogs[id];
  return dialog;
}

/** Whether this is the state of a dialog: for session attributes that come back. */
export function isDialogState(value: unknown): value is DialogState {
  if (typeof value !== 'object' || value === null || !('id' in value)) return false;
  const { id } = value;
  return typeof id === 'string' && isDialogId(id) && dialogs[id].schema.safeParse(value).success;
}

function isDialogId(id: string): id is DialogId {
  return Object.hasOwn(dialogs, id);
}

/** What an event means in a dialog; null if it means nothing there. */
export function answeredBy<Id extends DialogId, K extends EventType>(
  here: Here<Id>,
  event: Event<K>,
): Outcome | null {
  return answered(dialogOf(here.dialog).answers(here.dialog), here, event);
}

/** The words of a dialog, with its question. `repeated`: they were heard before. */
export function wordsOf<Id extends DialogId>(here: Here<Id>, words: Words, repeated = false): Act[] {
  const dialog = dialogOf(here.dialog);
  const again = words === 'again' || (repeated && dialog.rewords?.(here.dialog) === true);
  const question = ask(dialog.question(here, again), dialog.listensFor?.(here.dialog) ?? undefined);
  switch (words) {
    case 'whole':
      return [...(dialog.presents?.(here) ?? []), question];
    case 'without-greeting':
      return [...(dialog.presents?.(here) ?? []).slice(1), question];
    case 'brief':
      return [...(dialog.brief?.(here) ?? []), question];
    case 'question':
    case 'again':
      return [question];
  }
}

/** "Help" in a dialog. */
export function helpOf<Id extends DialogId>(dialog: DialogState<Id>): readonly Line[] {
  return dialogOf(dialog).help?.(dialog) ?? [line('help.yes-no'), line('help.safety')];
}

/** What is said if the dialog on top is left without an answer; nothing if there is none, or nothing to say. */
export function leavingOf<Id extends DialogId>(here: Here<Id>): Act[] {
  return dialogOf(here.dialog).leaving?.(here) ?? [];
}

/** Whether it is asked again after something that was asked in between. */
export function stays(dialog: DialogState): boolean {
  return dialogOf(dialog).stays === true;
}

/** Whether silence is no answer, although an exercise is set aside. */
export function waits<Id extends DialogId>(dialog: DialogState<Id>): boolean {
  return dialogOf(dialog).waits?.(dialog) === true;
}

/** What another wish leads to in the dialog on top; null if it is taken up as everywhere. */
export function wishesOf<Id extends DialogId>(here: Here<Id>, wish: Wish): Outcome | null {
  return dialogOf(here.dialog).wishes?.(here, wish) ?? null;
}

/** Whether a dialog is still there once the one above it is over. */
export function isAskedAgain(dialog: DialogState): boolean {
  const { stays, doesNotResume } = dialogOf(dialog);
  return stays === true || doesNotResume === true;
}

/** Whether an exercise is set aside for what is asked now. */
export function isSetAside(state: State): state is ExerciseState {
  const { session, stack } = state;
  return (
    session === 'open' &&
    stack.dialogs.length > 0 &&
    stack.exercise !== null &&
    stack.exercise.suspended?.on !== 'step' &&
    !stack.dialogs.some(stays)
  );
}

/** Whether an exercise is set aside that goes on if nobody answers what is asked now. */
export function goesOnByItself(state: State): state is ExerciseState {
  return isSetAside(state) && !state.stack.dialogs.some((dialog) => dialogOf(dialog).doesNotResume);
}

/** Whether what they prefer is meant for an exercise that waits. */
export function isAboutExercise(state: State): state is ExerciseState {
  const top = asked(state);
  if (top === null || !hasExercise(state)) return false;
  const { concernsExercise, wish } = dialogOf(top);
  return concernsExercise === true || (isSetAside(state) && wish === undefined);
}

/** Whether it was only asked how to begin: nothing of the session is lost by asking again. */
export function onlyBegins(state: State): boolean {
  const top = asked(state);
  return top !== null && dialogOf(top).begins === true;
}

/** Whether words that mean nothing here are two people who are still talking. */
export function isTalking(state: State): boolean {
  const top = asked(state);
  return top !== null && dialogOf(top).talking === true;
}

/** Whether nothing of the session is lost by deciding again: it was only asked how to begin, or to take over. */
export function isAtBeginning(state: State): boolean {
  const top = asked(state);
  return top !== null && (dialogOf(top).begins === true || dialogOf(top).takesOver === true);
}

/** Whether what is asked is nobody's business: not even its name is logged. */
export function isUnlogged(state: State): boolean {
  const top = asked(state);
  return top !== null && dialogOf(top).unlogged === true;
}

/** Whether they are asked what to do: then "you choose" means that. */
export function isChoosing(state: State): boolean {
  const top = asked(state);
  return top !== null && dialogOf(top).chooses === true;
}

/** What "start" means here: what they were asked about, or wished for before, or a check-in. */
export function wishHere(state: State): Wish {
  const top = asked(state);
  return top === null ? wished(state) : wishIn(top, state);
}

function wishIn<Id extends DialogId>(dialog: DialogState<Id>, state: State): Wish {
  return dialogOf(dialog).wish?.(dialog, state) ?? wished(state);
}

/** What was asked last, as programs see it. */
export interface Asked {
  /** A readable id, such as `check-in/talk.a` (docs/conversation.md). */
  id: string;
  /** What the next words are listened for besides yes, no and the commands; null for nothing. */
  listensFor: Listening | null;
}

/** What was asked last; `closed` if nothing was, or the session has ended. */
export function askedIn(state: State): Asked {
  const top = asked(state);
  if (top !== null) return askedBy(top, state);
  if (!isRunning(state)) return { id: 'closed', listensFor: null };
  const { place, phase } = state.stack.exercise;
  const id = `${place.exercise}/${place.step}`;
  if (phase.at === 'awaiting-ready') return { id: `${id}.ready`, listensFor: null };
  const takes = state.keeping && stepAt(place).kind.takesAppreciation === true;
  return { id, listensFor: takes ? 'appreciation' : null };
}

function askedBy<Id extends DialogId>(dialog: DialogState<Id>, state: State): Asked {
  const { stateId, listensFor } = dialogOf(dialog);
  return { id: stateId?.(dialog, state) ?? dialog.id, listensFor: listensFor?.(dialog) ?? null };
}

/** A readable id of what was asked last. */
export function stateId(state: State): string {
  return askedIn(state).id;
}
