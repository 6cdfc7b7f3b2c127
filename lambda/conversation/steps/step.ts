/** A step of an exercise, as data, and what a kind of step has to know. */
import type { Act } from '../act.ts';
import type { Context } from '../context.ts';
import type { Effect } from '../effect.ts';
import type { Event } from '../event.ts';
import type { Line } from '../lines.ts';
import type { Household, Partner, Scene, State } from '../state.ts';

interface Base {
  /** Unique in its exercise and stable over releases: it is kept as the place. */
  id: string;
  /** Steps that belong together: passing on a turn passes on all that builds on it. */
  part: string;
}

/** Durations are seconds of closed-microphone quiet. Each step has one stretch of it at the most. */
export type Step = Base &
  (
    | { kind: 'arrive'; seconds: number }
    | { kind: 'talk'; who: Partner; seconds: number }
    | { kind: 'say-back'; who: Partner; seconds: number }
    | { kind: 'did-they-get-it'; who: Partner; fix: number }
    | { kind: 'anything-more'; who: Partner; seconds: number }
    | { kind: 'make-sense'; who: Partner; seconds: number }
    | { kind: 'guess-feeling'; who: Partner; seconds: number }
    /** `second`: the same question, after the other has answered it. */
    | { kind: 'question'; who: Partner; second: boolean; seconds: number }
    | { kind: 'appreciate'; who: Partner; seconds: number }
    | { kind: 'one-word'; who: Partner; second: boolean; seconds: number }
    | { kind: 'close' }
  );

export type StepKindName = Step['kind'];
export type StepOf<K extends StepKindName> = Extract<Step, { kind: K }>;

/** What an answer to a step leads to. */
export type Outcome =
  /** The next step, leaving out those of the kind `past`. */
  | { go: 'on'; lead?: Line; past?: StepKindName }
  /** The first step of the next part. */
  | { go: 'part'; lead?: Line }
  /** More quiet here, then the same question in other words. */
  | { go: 'quiet'; lead: Line; seconds: number }
  /** Something else is asked before the step is over. */
  | { go: 'ask'; acts: Act[]; scene: Scene }
  /** The next step, after something was done to the world. */
  | { go: 'do'; effects: Effect[]; lead: Line };

/** One kind of step: how it is entered, what it asks, and how it answers. All else falls to anywhere.ts. */
export interface StepKind<S extends Step = Step> {
  /** Seconds of quiet that it takes when it is entered. */
  quiet(step: S): number;
  /**
   * What is heard up to its question. `left` is how many seconds of its quiet remain when it is taken up again
   * after an interruption; null enters it from the beginning, 0 says only what is needed to answer.
   */
  enter(step: S, state: State, left: number | null): Act[];
  /** Whose turn it is; null when it is everybody's. */
  floor(step: S): Partner | null;
  /** "Where are we?" */
  where(step: S, state: State): Line;
  /** What is asked before it begins, where a reply has grown too long to go straight in. */
  ready(step: S, state: State): Line;
  /** What entering it for the first time changes in the household. */
  prepare?(step: S, household: Household, context: Context): Household;
  /** Its question, absent where it flows into the next step. `again`: the same in other words. */
  question?(step: S, state: State, again: boolean): Act;
  /** What is said first where nobody answered its question and it goes on. */
  unanswered?(step: S, state: State): Line | null;
  /** What an event means here; null leaves it to the rest of the conversation. */
  answer?(step: S, state: State, event: Event, context: Context): Outcome | null;
  /** True for the last step: it ends the session. */
  closes?: true;
  /** The same step with fewer seconds of quiet, where it may begin so and ask about that. */
  shorter?(step: S, seconds: number): S;
  /** True where taking it up again says more than entering it does. */
  saysMoreAgain?: true;
}
