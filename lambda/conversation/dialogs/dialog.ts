/** A dialog: whatever is asked outside of a step. One module holds all of it; registry.ts lists them. */
import type * as z from 'zod/mini';
import type { Listening } from '../model/act.ts';
import { type Act, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogId, DialogState, Wish } from '../model/dialog-state.ts';
import type { Answers } from '../model/event.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import type { State } from '../model/state.ts';

/** A dialog on top of the stack, in which something happened. */
export interface Here<Id extends DialogId = DialogId> {
  dialog: DialogState<Id>;
  state: State;
  context: Context;
}

export type DialogAnswers<Id extends DialogId> = Answers<Here<Id>, Outcome>;

export interface Dialog<Id extends DialogId = DialogId> {
  /** The form of its state, for session attributes that come back. */
  schema: z.ZodMiniType<DialogState<Id>>;
  /** What programs see of its state (docs/conversation.md); absent if that is its id. */
  stateId?(dialog: DialogState<Id>, state: State): string;

  /** Its question; `again` asks it in other words. */
  question(here: Here<Id>, again: boolean): Line;
  /** What its question listens for besides yes, no and the commands. */
  listensFor?(dialog: DialogState<Id>): Listening | null;
  /** What is said before the question when it is asked for the first time, and for "repeat". */
  presents?(here: Here<Id>): Act[];
  /** What of that they need to know when other words come first; absent for nothing. */
  brief?(here: Here<Id>): Act[];
  /** "Help"; absent for the help of a yes-or-no question. */
  help?(dialog: DialogState<Id>): readonly Line[];
  /** What is said if it is left without an answer: that nothing was done. */
  leaving?(here: Here<Id>): Act[];

  /** What events mean here. All else is left to the commands. */
  answers(dialog: DialogState<Id>): DialogAnswers<Id>;
  /** True if silence is no answer, although an exercise is set aside: the question is asked again. */
  waits?(dialog: DialogState<Id>): boolean;
  /** True if its question comes in other words whenever it comes again, even when all is repeated. */
  rewords?(dialog: DialogState<Id>): boolean;
  /** What is heard in place of its question if nobody answers; it ends with a question. */
  ifSilent?(): Act[];

  /** True if it is asked again after something that was asked in between; otherwise that takes its place. */
  stays?: true;
  /** True if all of it is heard when it is asked again so. */
  presentsAgain?: true;
  /** True if it only asks how to begin: nothing of the session is lost by asking again. */
  begins?: true;
  /** True if it asks whether to take an exercise over from another device. */
  takesOver?: true;
  /** True if it is nobody's business: not even its name is logged. */
  unlogged?: true;
  /** True if it asks what to do: then "you choose" means that. */
  chooses?: true;
  /** True if what was told on request is followed by an offer to try it. */
  invites?: true;
  /** True if the exercise that was set aside for it is taken up again only when they ask for that. */
  doesNotResume?: true;
  /** True if what they prefer is meant for the exercise that waits, although more than that was set aside. */
  concernsExercise?: true;
  /** True if words that mean nothing are two people who are still talking, and nothing was missed. */
  talking?: true;

  /** What "start" means here; absent for what they wished for before. */
  wish?(dialog: DialogState<Id>, state: State): Wish;
  /** What another wish leads to here; absent if it is taken up as everywhere. */
  wishes?(here: Here<Id>, wish: Wish): Outcome;
}

/** The question in other words, after these lines. */
export function askedAgain(...lines: readonly Line[]): Outcome {
  return { go: 'stay', lead: lines.map(say) };
}

/** Whether something is beneath the dialog on top that is asked again when it is over. */
export function isOnAnother({ stack: { dialogs } }: State): boolean {
  return dialogs.length > 1;
}

/** An aside is over, after these lines: back to what was under way. */
export function backAfter(...lines: readonly Line[]): Outcome {
  return { go: 'back', lead: lines.map(say) };
}

/** The session ends with this line. */
export function endWith(last: Line): Outcome {
  return { go: 'end', lead: [say(last)] };
}
