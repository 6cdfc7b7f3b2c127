/**
 * The registry of all dialogs, and everything that depends on which dialog is on top. No other module decides by the id
 * of a dialog.
 */

import * as v from 'valibot';
import { wished } from '../exercise/lifecycle.ts';
import { stepAt } from '../exercise/sequencer.ts';
import { type Act, ask, type Listening, line } from '../model/act.ts';
import { answered } from '../model/answered.ts';
import { type DialogId, type DialogState, sentenceIn, type Wish } from '../model/dialog-state.ts';
import type { Event, EventType } from '../model/event.ts';
import type { KeptKey } from '../model/household.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome, Words } from '../model/outcome.ts';
import type { Shown } from '../model/screen.ts';
import { asked, type ExerciseState, hasExercise, isRunning, type State } from '../model/state.ts';
import { appreciation } from './appreciation.ts';
import { carryOn } from './carry-on.ts';
import { consent } from './consent.ts';
import type { Dialog, Here } from './dialog.ts';
import { elsewhere } from './elsewhere.ts';
import { forget } from './forget.ts';
import { fresh } from './fresh.ts';
import { hardMoment } from './hard-moment.ts';
import { keepQuestion } from './keep-question.ts';
import { length } from './length.ts';
import { menu } from './menu.ts';
import { names } from './names.ts';
import { parting } from './parting.ts';
import { path } from './path.ts';
import { paused } from './paused.ts';
import { recap } from './recap.ts';
import { remind } from './remind.ts';
import { rename } from './rename.ts';
import { send } from './send.ts';
import { shortOne } from './short-one.ts';
import { startOver } from './start-over.ts';
import { support } from './support.ts';
import { takeBack } from './take-back.ts';
import { tryIt } from './try.ts';
import { voice } from './voice.ts';
import { welcome } from './welcome.ts';
import { whoStarts } from './who-starts.ts';

const dialogs: { readonly [Id in DialogId]: Dialog<Id> } = {
  names,
  rename,
  consent,
  length,
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
  'hard-moment': hardMoment,
  'short-one': shortOne,
  path,
  parting,
  appreciation,
  'keep-question': keepQuestion,
  recap,
  remind,
  voice,
  forget,
  'take-back': takeBack,
  send,
};

/** The dialog that a state belongs to. */
export function dialogOf<Id extends DialogId>({ id }: DialogState<Id>): Dialog<Id> {
  const dialog: Dialog<Id> = dialogs[id];
  return dialog;
}

/** Whether a value is the valid state of a dialog, for validating session attributes. */
export function isDialogState(value: unknown): value is DialogState {
  if (typeof value !== 'object' || value === null || !('id' in value)) return false;
  const { id } = value;
  return typeof id === 'string' && isDialogId(id) && v.is(dialogs[id].schema, value);
}

function isDialogId(id: string): id is DialogId {
  return Object.hasOwn(dialogs, id);
}

/** The outcome of an event in a dialog; null if the dialog has no answer to it. */
export function answeredBy<Id extends DialogId, K extends EventType>(
  here: Here<Id>,
  event: Event<K>,
): Outcome | null {
  return answered(dialogOf(here.dialog).answers(here.dialog), here, event);
}

/** The acts of a dialog, with its question at the end. `repeated`: they were heard before. */
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

/** The lines that "help" says in a dialog. */
export function helpOf<Id extends DialogId>(dialog: DialogState<Id>): readonly Line[] {
  return dialogOf(dialog).help?.(dialog) ?? [line('help.yes-no'), line('help.safety')];
}

/** The line that says what can be answered in a dialog; if `again`, shorter. */
export function missedIn<Id extends DialogId>(here: Here<Id>, again: boolean): Line {
  const yesOrNo = line(again ? 'missed.yes-no-again' : 'missed.yes-no');
  return dialogOf(here.dialog).missed?.(here, again) ?? yesOrNo;
}

/** What a dialog says of its screen. */
export function shownIn<Id extends DialogId>(dialog: DialogState<Id>, state: State): Shown {
  return dialogOf(dialog).shows?.(dialog, state) ?? {};
}

/** What is said if a dialog is left without an answer. Empty for nothing. */
export function leavingOf<Id extends DialogId>(here: Here<Id>): Act[] {
  return dialogOf(here.dialog).leaving?.(here) ?? [];
}

/** What is said if they stop in a dialog. Empty for nothing. */
export function announcedBy<Id extends DialogId>(here: Here<Id>): Act[] {
  return dialogOf(here.dialog).announces ? leavingOf(here) : [];
}

/** Whether there is a dialog on top, and it has this trait. */
function topHas(
  state: State,
  trait: 'takesSentence' | 'comesFirst' | 'begins' | 'unlogged' | 'chooses' | 'takesOver',
): boolean {
  const top = asked(state);
  return top !== null && dialogOf(top)[trait] === true;
}

/** Whether the dialog on top asks for a sentence of theirs, or holds one, which is not lost without a word. */
export function takesSentence(state: State): boolean {
  return topHas(state, 'takesSentence');
}

/** Whether a sentence of theirs waits in a dialog for its yes. */
export function holdsSentence(dialog: DialogState): dialog is DialogState<'appreciation' | 'keep-question'> {
  return sentenceIn(dialog) !== null;
}

/** Whether the dialog on top asks whether to delete something. */
export function asksToDelete(state: State): boolean {
  const top = asked(state);
  return top !== null && dialogOf(top).yes === 'deletes';
}

/** Whether nothing is said before the dialog on top (`Dialog.comesFirst`). */
export function comesFirst(state: State): boolean {
  return topHas(state, 'comesFirst');
}

/** Whether a dialog stays on the stack when another one comes on top (`Dialog.stays`). */
export function stays(dialog: DialogState): boolean {
  return dialogOf(dialog).stays === true;
}

/** Whether silence asks its question again even though a suspended exercise could go on (`Dialog.waits`). */
export function waits<Id extends DialogId>(dialog: DialogState<Id>): boolean {
  return dialogOf(dialog).waits?.(dialog) === true;
}

/** What asking for another exercise leads to in a dialog; null for what it leads to everywhere. */
export function wishesOf<Id extends DialogId>(here: Here<Id>, wish: Wish): Outcome | null {
  return dialogOf(here.dialog).wishes?.(here, wish) ?? null;
}

/** Whether a dialog is still on the stack once the one above it is over. */
export function isAskedAgain(dialog: DialogState): boolean {
  const { stays, doesNotResume } = dialogOf(dialog);
  return stays === true || doesNotResume === true || holdsSentence(dialog);
}

/** Whether an exercise of this session is suspended for the dialog on top. */
export function isSetAside(state: State): state is ExerciseState {
  const { stack } = state;
  return (
    stack.dialogs.length > 0 &&
    stack.exercise !== null &&
    stack.exercise.suspended?.on !== 'step' &&
    !stack.dialogs.some(stays)
  );
}

/** Whether an exercise is suspended that goes on if nobody answers the dialog on top. */
export function goesOnByItself(state: State): state is ExerciseState {
  const { dialogs } = state.stack;
  return (
    isSetAside(state) &&
    !dialogs.some((dialog) => dialogOf(dialog).doesNotResume) &&
    !dialogs.slice(0, -1).some(holdsSentence)
  );
}

/** Whether preferences (how deep, about what) that are said now are meant for an exercise beneath the dialog on top. */
export function isAboutExercise(state: State): state is ExerciseState {
  const top = asked(state);
  if (top === null || !hasExercise(state)) return false;
  const { concernsExercise, wish } = dialogOf(top);
  return concernsExercise === true || (isSetAside(state) && wish === undefined);
}

/** Whether the dialog on top only asks how to begin (`Dialog.begins`). */
export function onlyBegins(state: State): boolean {
  return topHas(state, 'begins');
}

/** Whether words without a meaning are not counted as missed in the dialog on top (`Dialog.talking`). */
export function isTalking(state: State): boolean {
  const top = asked(state);
  return top !== null && isTalkingIn(top);
}

function isTalkingIn<Id extends DialogId>(dialog: DialogState<Id>): boolean {
  return dialogOf(dialog).talking?.(dialog) === true;
}

/**
 * Whether the dialog on top only asks how to begin, or whether to continue an exercise here. Nothing is lost if that is
 * decided again.
 */
export function isAtBeginning(state: State): boolean {
  return onlyBegins(state) || takesOver(state);
}

/** Whether the dialog on top asks whether to continue an exercise here (`Dialog.takesOver`). */
export function takesOver(state: State): boolean {
  return topHas(state, 'takesOver');
}

/** Whether the dialog on top is private: not even its id is logged. */
export function isUnlogged(state: State): boolean {
  return topHas(state, 'unlogged');
}

/** Whether the dialog on top asks what to do, so that "you choose" means the exercise. */
export function isChoosing(state: State): boolean {
  return topHas(state, 'chooses');
}

/** The exercise that "start" means here: the one they are asked about, the one they asked for before, or a check-in. */
export function wishHere(state: State): Wish {
  const top = asked(state);
  return top === null ? wished(state) : wishIn(top, state);
}

function wishIn<Id extends DialogId>(dialog: DialogState<Id>, state: State): Wish {
  return dialogOf(dialog).wish?.(dialog, state) ?? wished(state);
}

/** The appreciations and questions that wait, and may have been kept although nobody could be told so. */
export function unsettledIn({ stack: { dialogs } }: State): KeptKey[] {
  return dialogs.flatMap((dialog) => unsettledBy(dialog) ?? []);
}

function unsettledBy<Id extends DialogId>(dialog: DialogState<Id>): KeptKey | null {
  return dialogOf(dialog).unsettled?.(dialog) ?? null;
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
