/** Outcomes: what an answer of a dialog or of a command leads to, as data. dialogs/stack.ts turns them into replies. */
import type { Act } from './act.ts';
import type { DialogState, Wish } from './dialog-state.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import type { Line } from './lines.ts';
import type { State } from './state.ts';

/** The outcome of an answer. */
export type Outcome = {
  /** The state with what the answer changed; absent if it changed nothing. `go` decides what is under way after it. */
  state?: State;
  /** What is said first. */
  lead?: readonly Act[];
  effects?: readonly Effect[];
  /** True if it used the appreciations in the context. A step that needs the week's appreciations asks for its own. */
  read?: true;
} & Way;

/**
 * Which words of a dialog are heard: all of them, its question alone, its question in other words, the question after
 * what is needed to answer it, or all of them without the greeting.
 */
export type Words = 'whole' | 'question' | 'again' | 'brief' | 'without-greeting';

type Way =
  /**
   * What was asked is asked again, or the rest of a quiet goes on. The question comes in other words unless `words`
   * says how.
   */
  | { go: 'stay'; words?: Words }
  /**
   * Puts a dialog on top of the stack. If the dialog that is on top now stays (`Dialog.stays`), or a sentence waits in it,
   * it is asked again later; otherwise the new one replaces it. `words` can also be the acts to say.
   */
  | { go: 'ask'; dialog: DialogState; words?: Words | readonly Act[] }
  /**
   * The dialog on top is over, unless it is one that is asked again. What is beneath it goes on; if nothing is, the session
   * ends.
   */
  | { go: 'back'; words?: Words }
  /** All dialogs are over, and the exercise goes on with its next step. For a dialog that a step put on the stack. */
  | { go: 'next-step' }
  /**
   * All dialogs are over, and the step asks again: with `ask` if it is given. If there is an `event`, the step answers
   * it instead.
   */
  | { go: 'same-step'; tries: number; ask?: Act; event?: Event }
  /** All dialogs are over, and the exercise is resumed where it was suspended. */
  | { go: 'resume' }
  /** An exercise begins, and everything that is under way ends. */
  | { go: 'begin'; wish: Wish }
  /**
   * An exercise begins, but they are asked first if another one is under way, or if the session only begins. `sure`:
   * they asked to begin from the start, so that a session can begin with it. `notice` is heard first, except by a new
   * couple.
   */
  | { go: 'wish'; wish: Wish; sure?: boolean; notice?: Act }
  /** The session begins: with a welcome, or with a question about the unfinished exercise. */
  | { go: 'open'; words?: Words }
  /** The session ends. Nothing is asked, and the microphone stays closed. */
  | { go: 'end' }
  /**
   * The event is no answer here. It is said what can be answered, or `why` this was no answer, and the question is asked
   * again. At the third such event in a row the session ends, and nothing is lost.
   */
  | { go: 'miss'; why?: Line }
  /** The event means the same here as another event. */
  | { go: 'as'; event: Event }
  /**
   * The answer needs something from outside. The adapter performs this effect, and the same event is answered again.
   */
  | { go: 'know'; effect: Extract<Effect, { effect: 'recall' | 'recall-own' | 'remind' }> };
