/** A step of an exercise, as data. */
import type { ExerciseId } from './exercise-id.ts';
import type { Depth, Partner, Practice } from './household.ts';
import type { SharedTopic, TalkTopic, Topic } from './lines.ts';

interface Base {
  /** Unique in its exercise and stable over releases: it is kept as the place. */
  id: string;
  /** Steps that belong together: passing on a turn passes on all that builds on it. */
  part: string;
}

/** Durations are seconds of closed-microphone quiet. Each step has at most one stretch of it. */
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
  /** True if passing on a question brings another one; otherwise it passes the turn on. */
  swap: boolean;
}

/** What a question is about. */
interface Asked {
  /** `question`: a question for each. `share`: something to let be seen, for which the other says thank you. */
  lead: 'question' | 'share';
  /** Null leaves it to what they wish for, and then to the skill. */
  practice: Practice | null;
  /** Null likewise. Those who asked for lighter ones never get deeper ones. */
  depth: Depth | null;
}

export type StepKindName = Step['kind'];
export type StepOf<K extends StepKindName> = Extract<Step, { kind: K }>;
