/** What a kind of step has to know, and what an answer to a step can lead to. */
import type { Act } from '../../model/act.ts';
import type { Context } from '../../model/context.ts';
import type { DialogState, Wish } from '../../model/dialog-state.ts';
import type { Answers } from '../../model/event.ts';
import type { Partner, Place } from '../../model/household.ts';
import type { Line } from '../../model/lines.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { Step, StepKindName } from '../../model/step.ts';

/** What an answer may change in the place besides the step. */
export type Change = Partial<Pick<Place, 'question' | 'depth' | 'theme' | 'agreed'>>;

/** What an answer to a step leads to. */
export type StepOutcome =
  /** The next step, leaving out those of the kind `past`; `acts` are heard before it. */
  | { go: 'on'; lead?: Line; acts?: readonly Act[]; past?: StepKindName; change?: Change }
  /** The first step of the next part. */
  | { go: 'part'; lead?: Line }
  /** The step with this id, from its beginning. */
  | { go: 'to'; step: string; lead?: Line; change?: Change }
  /** The last step. */
  | { go: 'end'; lead?: Line }
  /** More quiet here, then the same question in other words. */
  | { go: 'quiet'; lead: Line; seconds: number }
  /** This many seconds more: added to the quiet that is playing, or given before the question is asked again. */
  | { go: 'more-time'; seconds: number }
  /** Nothing was understood: most often two people who are still talking. */
  | { go: 'miss' }
  /** Something else is asked before the step is over. `tries`: how often that was done. `recapped`: the whole week was heard. */
  | { go: 'ask'; acts: readonly Act[]; tries?: number; recapped?: boolean }
  /** A dialog is asked before the step is over. */
  | { go: 'push'; dialog: DialogState }
  /** Another exercise, in place of this one. */
  | { go: 'begin'; wish: Wish }
  /** The same answer again, once the week's appreciations are at hand. */
  | { go: 'recall' };

/** A step in which something happened. */
export interface StepHere<S extends Step = Step> {
  step: S;
  state: ExerciseState;
  context: Context;
  place: Place;
  /** The steps of its exercise, and its index among them. */
  steps: readonly Step[];
  index: number;
  /** How often its question was answered without moving on. */
  tries: number;
}

export type StepAnswers<S extends Step> = Answers<StepHere<S>, StepOutcome>;

/** One kind of step: how it is entered, what it asks, and how it answers. */
export interface StepKind<S extends Step = Step> {
  /** Seconds of quiet that it takes when it is entered. */
  quiet(step: S): number;
  /**
   * What is heard up to its question. `left` is how many seconds of its quiet remain when it is taken up again
   * after an interruption; null enters it from the beginning, 0 says only what is needed to answer.
   */
  enter(step: S, state: ExerciseState, left: number | null): Act[];
  /** Whose turn it is; null if it is everybody's. */
  floor(step: S): Partner | null;
  /** "Where are we?" */
  where(step: S, state: ExerciseState): Line;
  /** What is asked before it begins, if a reply has grown too long to go straight in. */
  ready(step: S, state: ExerciseState): Line;
  /** What entering it for the first time changes. */
  prepare?(step: S, state: ExerciseState, context: Context): ExerciseState;
  /** Its question, absent if it flows into the next step. `again`: the same in other words. */
  question?(step: S, state: ExerciseState, again: boolean): Act;
  /** What is said first if nobody answered its question and it goes on. */
  unanswered?(step: S, state: ExerciseState): Line | null;
  /** What events mean here. All else is left to what they mean in any step, and then to the commands. */
  answers?: StepAnswers<S>;
  /** "Help", once its question was asked; absent for the help of any step. */
  help?(state: ExerciseState): readonly Line[];
  /** The same in the middle of its quiet, if that differs too. */
  helpInQuiet?(state: ExerciseState): readonly Line[];
  /** If it has nothing to ask here and the next step follows at once: what is said of that. Null enters it. */
  skipped?(step: S, state: ExerciseState, context: Context): { lead: Line | null } | null;
  /** True if it speaks of the week's appreciations, and cannot be entered before they are at hand. */
  recalls?: true;
  /** True if silence is no answer: the question is asked again in other words. */
  asksAgain?: true;
  /** True if it asks for an appreciation to keep. */
  takesAppreciation?: true;
  /** If a yes must be heard: what changes without one. Others of its kind are left out then, too. */
  withoutYes?: Change;
  /** For the last step, which ends the session: what changes when it is done. */
  finish?(step: S, state: ExerciseState, context: Context): ExerciseState;
  /** The same step with fewer seconds of quiet, if it may begin so and ask about that. */
  shorter?(step: S, seconds: number): S;
  /** True if taking it up again says more than entering it does. */
  saysMoreAgain?: true;
}
