/** The interface of a kind of step, and the outcomes of an answer to a step. */
import type { Act } from '../../model/act.ts';
import type { Context } from '../../model/context.ts';
import type { DialogState, Wish } from '../../model/dialog-state.ts';
import type { Answers } from '../../model/event.ts';
import type { Place } from '../../model/household.ts';
import type { Line, LineKey } from '../../model/lines.ts';
import type { Shown } from '../../model/screen.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { Step, StepKindName } from '../../model/step.ts';

/** What an answer can change in the place, besides the step. */
export type Change = Partial<Pick<Place, 'question' | 'depth' | 'theme' | 'agreed'>>;

/** What an answer to a step leads to. */
export type StepOutcome =
  /** Goes on with the next step that is not of the kind `past`. `acts` are heard before it. */
  | { go: 'on'; lead?: Line; acts?: readonly Act[]; past?: StepKindName; change?: Change }
  /** Goes on with the next part. */
  | { go: 'part'; lead?: Line }
  /** Goes on with the step with this id, from its beginning. */
  | { go: 'to'; step: string; lead?: Line; change?: Change }
  /** Goes on with the last step. */
  | { go: 'end'; lead?: Line }
  /** Leaves the exercise before it has begun: it is not counted, and there is no place to come back to. */
  | { go: 'leave'; lead: Line }
  /** Gives more quiet, in seconds, then asks the question in other words. */
  | { go: 'quiet'; lead: Line; seconds: number }
  /** Gives this many seconds more: added to the quiet that was playing, or before the question is asked again. */
  | { go: 'more-time'; seconds: number }
  /** The event is no answer here. It is said what can be answered, and the question is asked again. */
  | { go: 'miss' }
  /**
   * Asks something else before the step is over. `tries`: how often that was done. `recapped`: the whole week was read
   * out.
   */
  | { go: 'ask'; acts: readonly Act[]; tries?: number; recapped?: boolean }
  /** Puts a dialog on top of the exercise before the step is over. */
  | { go: 'push'; dialog: DialogState }
  /** Begins another exercise in place of this one. */
  | { go: 'begin'; wish: Wish }
  /**
   * The answer needs the week's appreciations, or their own questions. Once they are read, the same event is answered
   * again.
   */
  | { go: 'recall'; own?: true };

/** A step, with the state and the context in which an event is answered. */
export interface StepHere<S extends Step = Step> {
  step: S;
  state: ExerciseState;
  context: Context;
  place: Place;
  /** All steps of its exercise. */
  steps: readonly Step[];
  /** The index of the step among them. */
  index: number;
  /** How often its question was answered without going on. */
  tries: number;
}

/** A table of the answers of a kind of step, by event type. */
export type StepAnswers<S extends Step> = Answers<StepHere<S>, StepOutcome>;

/**
 * The behaviour of a kind of step: how it is entered, what it asks, and how it answers. A trait that is absent does not
 * hold.
 */
export interface StepKind<S extends Step = Step> {
  /**
   * The acts before its question.
   *
   * @param left - how many seconds of its quiet are left, if it is resumed after an interruption; null enters it from
   *   the beginning, and 0 says only what is needed to answer the question
   */
  enter(step: S, state: ExerciseState, left: number | null): Act[];
  /** What it asked them to do, for "repeat" once its quiet is over; absent for what `enter` says with nothing left. */
  prompt?(step: S, state: ExerciseState): Act[];
  /** The answer to "where are we?". */
  where(step: S, state: ExerciseState): Line;
  /** The question whether they are ready for it, if it does not fit into the reply. Absent for `ready.on`. */
  ready?(step: S, state: ExerciseState): Line;
  /** The state after it was entered, such as with a question chosen; absent if entering changes nothing. */
  prepare?(step: S, state: ExerciseState, context: Context): ExerciseState;
  /** Its question; if `again`, in other words. Absent if the next step follows without a question. */
  question?(step: S, state: ExerciseState, again: boolean): Act;
  /** What its screen shows besides its question. Every choice has to be answered here. Absent for a yes, a no and a pause. */
  shows?(step: S, state: ExerciseState): Pick<Shown, 'choices' | 'inQuiet'>;
  /** The key of a line that stays on the screen while its quiet lasts; absent for what `where` says. */
  staysOnScreen?(step: S): LineKey;
  /** True if the screen is at rest during its quiet, because it is nobody's turn. */
  rests?: true;
  /** What is said first if the exercise goes on because nobody answered its question; null or absent for nothing. */
  unanswered?(step: S, state: ExerciseState): Line | null;
  /** What can be answered here; if `again`, shorter. Absent for a yes or a no. */
  missed?(step: S, state: ExerciseState, again: boolean): Line;
  /** What events mean here. An event without an answer means what it means in any step, and then everywhere. */
  answers?: StepAnswers<S>;
  /** What "help" says after its question; null or absent for the help of any step. */
  help?(step: S, state: ExerciseState): readonly Line[] | null;
  /** True if "help" says the same in the middle of its quiet. If absent, it says the help of any step there. */
  helpsInQuiet?: true;
  /**
   * If it has nothing to ask, so that the next step follows at once: what is said about that. Null if it is entered.
   */
  skipped?(step: S, state: ExerciseState, context: Context): { lead: Line | null } | null;
  /** Whether it needs their own questions, so that it can be entered only once they are read; absent for never. */
  needsOwn?(step: S, state: ExerciseState): boolean;
  /** True if it needs the week's appreciations, so that it can be entered only once they are read. */
  recalls?: true;
  /** True if silence asks the question again in other words, instead of going on. */
  asksAgain?: true;
  /** Whether two people may still be talking to each other at its question; absent for never. */
  talking?(state: ExerciseState): boolean;
  /** True if it asks for an appreciation to keep. */
  takesAppreciation?: true;
  /**
   * For a step that needs a yes: what changes in the place without one. The next steps of its kind are skipped then.
   */
  withoutYes?: Change;
  /** For the last step: the state after it. The session ends with it. */
  finish?(step: S, state: ExerciseState, context: Context): ExerciseState;
  /** The same step with this many seconds of quiet; absent if it must not be shortened to fit into a reply. */
  shorter?(step: S, seconds: number): S;
  /**
   * If another session began it: the seconds that are offered for what is left of it, in place of all of it. Absent if it
   * begins again.
   */
  leftOver?(step: S): number;
  /** True if resuming it says more than entering it does. */
  saysMoreAgain?: true;
}
