/** A step of an exercise, as data, and what a kind of step has to know. */
import type { Act } from '../act.ts';
import type { Context } from '../context.ts';
import type { Effect } from '../effect.ts';
import type { Event } from '../event.ts';
import type { Depth, Household, Partner, Place, Practice } from '../household.ts';
import type { ExerciseId, Line, SharedTopic, TalkTopic, Topic } from '../lines.ts';
import type { Scene, Wish } from '../scene.ts';
import type { State } from '../state.ts';

interface Base {
  /** Unique in its exercise and stable over releases: it is kept as the place. */
  id: string;
  /** Steps that belong together: passing on a turn passes on all that builds on it. */
  part: string;
}

/** Durations are seconds of closed-microphone quiet. Each step has one stretch of it at the most. */
export type Step = Base &
  (
    | { kind: 'arrive'; exercise: ExerciseId; seconds: number }
    | { kind: 'talk'; who: Partner; topic: TalkTopic; seconds: number }
    | { kind: 'say-back'; who: Partner; seconds: number }
    /** `about`: whether the words came across, or the feeling that was guessed. */
    | { kind: 'did-they-get-it'; who: Partner; about: 'it' | 'feeling'; fix: number }
    /** One of the two is asked to say something to the other: it flows into the next step. */
    | { kind: 'prompt'; topic: Topic; who: Partner; seconds: number }
    /** Something for both to talk about, or be quiet with; `more`: it flows on into another of its kind. */
    | { kind: 'together'; topic: SharedTopic; seconds: number; more: boolean }
    /** Something for both to notice in silence: it flows into the next step. */
    | { kind: 'notice'; topic: SharedTopic; seconds: number }
    | ({ kind: 'question'; who: Partner; second: boolean; seconds: number } & Round & Asked)
    /** Before a round with the deepest questions: a yes from each. */
    | ({ kind: 'deepest'; who: Partner; second: boolean } & Round & Asked)
    | { kind: 'another' }
    | { kind: 'appreciate'; who: Partner; seconds: number }
    | { kind: 'recap' }
    | { kind: 'direction' }
    | { kind: 'one-word'; who: Partner; second: boolean; seconds: number }
    | { kind: 'close'; exercise: ExerciseId }
  );

/** The same question for each in turn is a round. */
interface Round {
  round: number;
  /** True where passing on a question brings another one; else it passes the turn on. */
  swap: boolean;
}

/** What a question is about. */
interface Asked {
  /** `question`: a question for each. `share`: something to let be seen, for which the other thanks. */
  lead: 'question' | 'share';
  /** Null leaves it to what they wish for, and then to the skill. */
  practice: Practice | null;
  /** Null likewise. Those who asked for lighter ones never get deeper ones. */
  depth: Depth | null;
}

export type StepKindName = Step['kind'];
export type StepOf<K extends StepKindName> = Extract<Step, { kind: K }>;

/** What an answer may change in the place besides the step. */
export type Change = Partial<Pick<Place, 'question' | 'depth' | 'theme' | 'agreed'>>;

/** What an answer to a step leads to. */
export type Outcome =
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
  /** Something else is asked before the step is over. `recapped`: the whole week was heard. */
  | { go: 'ask'; acts: Act[]; scene: Scene; recapped?: boolean }
  /** The next step, after something was done to the world. */
  | { go: 'do'; effects: Effect[]; lead: Line }
  /** Another exercise, in place of this one. */
  | { go: 'begin'; wish: Wish }
  /** The same answer again, once the week's appreciations are at hand. */
  | { go: 'recall' };

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
  /** Where it has nothing to ask here and the next step follows at once: what is said of that. Null enters it. */
  skipped?(step: S, household: Household, context: Context): { lead: Line | null } | null;
  /** True where it speaks of the week's appreciations, and cannot be entered before they are at hand. */
  recalls?: true;
  /** True where silence is no answer: the question is asked again in other words. */
  asksAgain?: true;
  /** Where a yes must be heard: what changes without one. Others of its kind are left out then, too. */
  withoutYes?: Change;
  /** True for the last step: it ends the session. */
  closes?: true;
  /** The same step with fewer seconds of quiet, where it may begin so and ask about that. */
  shorter?(step: S, seconds: number): S;
  /** True where taking it up again says more than entering it does. */
  saysMoreAgain?: true;
}
