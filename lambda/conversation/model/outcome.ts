/** What an answer of a dialog or a command leads to, as data. dialogs/stack.ts follows it. */
import type { Act } from './act.ts';
import type { DialogState, Wish } from './dialog-state.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import type { State } from './state.ts';

export type Outcome = {
  /** The state with what the answer changed; absent if it changed nothing. What is under way follows from `go`. */
  state?: State;
  /** What is said first. */
  lead?: readonly Act[];
  effects?: readonly Effect[];
  /** True if appreciations were read for it: what a step of the exercise asks for is read anew. */
  read?: true;
} & Way;

/** How much of a dialog is heard: all of it, its question alone, the question in other words, or what they need to know. */
export type Words = 'whole' | 'question' | 'again' | 'brief' | 'without-greeting';

type Way =
  /** On from where they were: with the rest of a quiet, or with the question (in other words, unless `words` says how). */
  | { go: 'stay'; words?: Words }
  /**
   * A dialog comes on top. What is asked there now is asked again later if it is a dialog that stays; otherwise this one
   * takes its place. `words` may be the very acts.
   */
  | { go: 'ask'; dialog: DialogState; words?: Words | readonly Act[] }
  /** What is on top is over: back to what is beneath, if something is. */
  | { go: 'back'; words?: Words }
  /** A step pushed the dialog on top. The exercise goes on with the next step. */
  | { go: 'next-step' }
  /** The same, but the step is not over: it asks again, in these words if there are any, or answers this event itself. */
  | { go: 'same-step'; tries: number; ask?: Act; event?: Event }
  /** The exercise is taken up again where it was set aside. */
  | { go: 'resume' }
  /** An exercise begins, and what is under way ends. */
  | { go: 'begin'; wish: Wish }
  /**
   * The same, but asked about first if that would leave an exercise behind, or nobody was welcomed yet. `sure`: they said
   * that they want it from the beginning. `notice` is heard first, except by two who are new.
   */
  | { go: 'wish'; wish: Wish; sure?: boolean; notice?: Act }
  /** The beginning of a session. */
  | { go: 'open'; words?: Words }
  /** The session ends: nothing is asked, the microphone stays closed. */
  | { go: 'end' }
  /** Nothing was understood. */
  | { go: 'miss' }
  /** It means the same here as another event. */
  | { go: 'as'; event: Event }
  /** Something has to be known first: then the same event is answered again. */
  | { go: 'know'; effect: Extract<Effect, { effect: 'recall' | 'remind' }> };
