/**
 * The interface of a dialog: a question that is asked outside of a step. Each dialog has one module, and registry.ts
 * lists them.
 */
import type * as v from 'valibot';
import type { Listening } from '../model/act.ts';
import { type Act, hold, line, say } from '../model/act.ts';
import { type Choice, choice } from '../model/choice.ts';
import type { Context } from '../model/context.ts';
import type { DialogId, DialogState, Wish } from '../model/dialog-state.ts';
import type { Answers } from '../model/event.ts';
import type { KeptKey } from '../model/household.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Shown } from '../model/screen.ts';
import { type State, withoutTop } from '../model/state.ts';

/** Seconds of quiet for partners who are not ready yet. */
const A_MOMENT = 40;

/** A dialog on top of the stack, with the state and the context in which it is asked or answered. */
export interface Here<Id extends DialogId = DialogId> {
  dialog: DialogState<Id>;
  state: State;
  context: Context;
}

/** A table of the answers of a dialog, by event type. */
export type DialogAnswers<Id extends DialogId> = Answers<Here<Id>, Outcome>;

/** All that is known of a dialog. A trait that is absent does not hold. */
export interface Dialog<Id extends DialogId = DialogId> {
  /** The schema of its state, for validating session attributes. */
  schema: v.GenericSchema<unknown, DialogState<Id>>;
  /** The id of its state in docs/conversation.md; absent if that is its own id. */
  stateId?(dialog: DialogState<Id>, state: State): string;

  /** Its question; if `again`, in other words. */
  question(here: Here<Id>, again: boolean): Line;
  /** What its question listens for besides yes, no and the commands; null or absent for nothing. */
  listensFor?(dialog: DialogState<Id>): Listening | null;
  /** What is said before the question when it is asked for the first time, and after "repeat"; absent for nothing. */
  presents?(here: Here<Id>): Act[];
  /** What is needed of that if other words come first, such as help; absent for nothing. */
  brief?(here: Here<Id>): Act[];
  /** What "help" says; absent or null for the help with a yes-or-no question. */
  help?(dialog: DialogState<Id>): readonly Line[] | null;
  /** What can be answered here; if `again`, shorter. Absent or null for a yes or a no. */
  missed?(here: Here<Id>, again: boolean): Line | null;
  /** What its screen shows; absent for its question, with a yes and a no. Every choice has to be answered here. */
  shows?(dialog: DialogState<Id>, state: State): Shown;
  /** What is said if it is left without an answer, such as that nothing was deleted; absent for nothing. */
  leaving?(here: Here<Id>): Act[];

  /** What events mean here. An event without an answer means what it means everywhere. */
  answers(dialog: DialogState<Id>): DialogAnswers<Id>;
  /** True if silence asks the question again even though a suspended exercise could go on. */
  waits?(dialog: DialogState<Id>): boolean;
  /** True if what `leaving` returns is said even if they stop, or ask for something else in its place. */
  announces?: true;
  /**
   * True if it asks for a sentence of theirs: then what is only said in between does not end it. While a sentence waits in
   * it for its yes (`sentenceIn`), it is asked again after a dialog that comes on top of it, and before an exercise begins.
   * While it is not on top, silence does not end it. If it ends without an answer, `leaving` is said.
   */
  takesSentence?: true;
  /** True if nothing is said before it, not even what is not kept because of it. */
  comesFirst?: true;
  /** True if its question is in other words every time it is repeated, even after "repeat". */
  rewords?(dialog: DialogState<Id>): boolean;
  /** The reprompt, which ends with a question; absent for the question in other words. */
  ifSilent?(): Act[];

  /** The appreciation or the question in it that may have been kept although nobody could be told so; absent or null for none. */
  unsettled?(dialog: DialogState<Id>): KeptKey | null;

  /**
   * True if it stays on the stack when another dialog comes on top, and is asked again after that. Otherwise the other
   * one replaces it, unless a sentence waits in it, or it `doesNotResume`.
   */
  stays?: true;
  /** True if what `presents` returns is heard again when it is asked again after another dialog. */
  presentsAgain?: true;
  /** True if it only asks how to begin, so that nothing of the session is lost if it is decided again. */
  begins?: true;
  /** True if it asks whether to continue an exercise that runs on another device. */
  takesOver?: true;
  /** True if it is private: not even its id is logged. */
  unlogged?: true;
  /** True if it asks what to do, so that "you choose" means the exercise. */
  chooses?: true;
  /** True if the answer to "tell me about ..." is followed here by an offer to try it. */
  invites?: true;
  /**
   * True if the exercise that was suspended for it is resumed only if they ask for that. It is asked again like one that
   * stays.
   */
  doesNotResume?: true;
  /** True if preferences said here (how deep, about what) are meant for the unfinished exercise. */
  concernsExercise?: true;
  /**
   * Whether words without a meaning are no miss here, because two people may still be talking to each other; absent for
   * never.
   */
  talking?(dialog: DialogState<Id>): boolean;
  /** Whether it asks to keep something, so that "keep it" is a yes and "delete it" a no; absent for never. */
  keeps?(dialog: DialogState<Id>): boolean;
  /** What its yes does that has to be said plainly; absent for nothing of that kind. See `Question`. */
  yes?: 'deletes' | 'allows';

  /** The exercise that "start" means here; absent for the one they asked for before. */
  wish?(dialog: DialogState<Id>, state: State): Wish;
  /** What asking for another exercise leads to here; absent for what it leads to everywhere. */
  wishes?(here: Here<Id>, wish: Wish): Outcome;
}

/** The choices at a question whether to delete something. */
export const DELETE_OR_KEEP: readonly Choice[] = [choice('yes', 'delete'), choice('no', 'keep')];

/** Asks the question in other words, after these lines. */
export function askedAgain(...lines: readonly Line[]): Outcome {
  return { go: 'stay', lead: lines.map(say) };
}

/** The event is no answer here. */
export function missed(): Outcome {
  return { go: 'miss' };
}

/** They are not ready yet: waits a moment, and asks again in other words. */
export function aMoment(): Outcome {
  return { go: 'stay', lead: [say(line('quiet.more')), hold(A_MOMENT)] };
}

/** Whether another dialog is beneath the one on top. */
export function isOnAnother({ stack: { dialogs } }: State): boolean {
  return dialogs.length > 1;
}

/** Ends the dialog on top after these lines, and goes back to what is beneath it. */
export function backAfter(...lines: readonly Line[]): Outcome {
  return { go: 'back', lead: lines.map(say) };
}

/** It ends without another word than the goodbye. */
export const STOP: Outcome = { go: 'as', event: { type: 'stop' } };

/** They would rather not begin today: ends the session. */
export function notToday(): Outcome {
  return endWith(line('welcome.no'));
}

/** Ends the session with this line. */
export function endWith(last: Line): Outcome {
  return { go: 'end', lead: [say(last)] };
}

/** Ends the dialog about a sentence. If they asked for an exercise meanwhile (`wish`), it begins now. */
export function backOr(
  { dialog: { wish }, state }: { dialog: { wish?: Wish | undefined }; state: State },
  outcome: Pick<Outcome, 'lead' | 'effects'>,
): Outcome {
  const over = { ...outcome, state: withoutTop(state) };
  return wish === undefined ? { ...over, go: 'back' } : { ...over, go: 'wish', wish };
}
