/** The steps of an exercise, as data. */
import type { ExerciseId } from './exercise-id.ts';
import type { Depth, Partner, Practice } from './household.ts';
import type { SharedTopic, TalkTopic, Topic } from './lines.ts';

interface Base {
  /** Unique in its exercise, and the same in every release: it is stored in the place. */
  id: string;
  /** Steps of the same part belong together: whoever skips a turn skips the steps that build on it. */
  part: string;
}

/** A step. `seconds` and `fix` are seconds of quiet with a closed microphone. `who` is the partner whose turn it is. */
export type Step = Base &
  (
    | { kind: 'arrive'; exercise: ExerciseId; seconds: number }
    /** Both choose what they talk about, and are asked whether they want to. */
    | { kind: 'agree'; seconds: number }
    | { kind: 'talk'; who: Partner; topic: TalkTopic; seconds: number }
    /** `piece`: which piece of a small thing is said back; absent for a whole turn. */
    | { kind: 'say-back'; who: Partner; seconds: number; piece?: 'happened' | 'felt' | 'need' | 'side' }
    /** Whether the other partner got it: what was said, or the feeling that was guessed. `fix`: quiet to correct it. */
    | { kind: 'did-they-get-it'; who: Partner; about: 'it' | 'feeling'; fix: number }
    /**
     * One partner is asked to say something to the other. The next step follows without a question. `followed`: whoever
     * passes it passes the rest of its part too.
     */
    | { kind: 'prompt'; topic: Topic; who: Partner; seconds: number; followed?: true }
    /** Something for both to talk about, or to be quiet with. `more`: the next step is another one of this kind. */
    | { kind: 'together'; topic: SharedTopic; seconds: number; more: boolean }
    /** Something for both to notice in silence. The next step follows without a question. */
    | { kind: 'notice'; topic: SharedTopic; seconds: number }
    | ({ kind: 'question'; who: Partner; second: boolean; seconds: number } & Round & Asked)
    /**
     * Asks a partner for a yes to the deepest questions, before a round that has them. `second`: the other one has
     * answered.
     */
    | ({ kind: 'deepest'; who: Partner; second: boolean } & Round & Asked)
    /**
     * `deeper`: the next question is deeper than the last one. `fun`: it is about a fun question, so that there is no depth
     * and no practice to choose.
     */
    | { kind: 'another'; deeper: boolean; fun?: true }
    /**
     * A fun question. `who`: the partner whose answer the other one guesses, before both say it; null if both answer.
     * `think`: seconds before they say it. `second`: it follows another one, with the roles the other way round.
     */
    | { kind: 'guess'; who: Partner | null; second: boolean; round: number; think: number; seconds: number }
    | { kind: 'appreciate'; who: Partner; seconds: number }
    | { kind: 'recap' }
    | { kind: 'direction' }
    | { kind: 'one-word'; who: Partner; second: boolean; seconds: number }
    | { kind: 'close'; exercise: ExerciseId }
  );

/** A round: one question that both partners answer in turn. */
interface Round {
  round: number;
  /** True if skipping a question brings another one. False if it skips this partner's turn. */
  swap: boolean;
}

/** How a question is chosen and introduced. */
interface Asked {
  /**
   * `question`: a question for each partner. `share`: something to share, for which the other partner says thank you.
   */
  lead: 'question' | 'share';
  /** What it is about, unless the couple asked for something else; null leaves it to the skill. */
  practice: Practice | null;
  /** How deep it is, unless the couple asked for another depth; null leaves it to the skill. */
  depth: Depth | null;
}

export type StepKindName = Step['kind'];
export type StepOf<K extends StepKindName> = Extract<Step, { kind: K }>;

/** The partner whose turn it is; null if it is nobody's in particular. */
export function floorOf(step: Step): Partner | null {
  return 'who' in step ? step.who : null;
}

/** Seconds of quiet that a step has when it is entered. */
export function quietOf(step: Step): number {
  return ('seconds' in step ? step.seconds : 0) + ('think' in step ? step.think : 0);
}
