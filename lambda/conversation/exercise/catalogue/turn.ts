/** Steps that several exercises have. */
import type { ExerciseId } from '../../model/exercise-id.ts';
import { other, type Partner } from '../../model/household.ts';
import type { TalkTopic, Topic } from '../../model/lines.ts';
import type { Step, StepOf } from '../../model/step.ts';

/** Seconds of quiet in each step of a turn. A step with 0 is left out. */
export interface TurnTimes {
  talk: number;
  sayBack: number;
  /** To try again, if what was said back was not what was meant; with 0 nobody asks whether it was. */
  fix: number;
  more: number;
  /** To say back what was said then. */
  moreBack: number;
  sense: number;
  feeling: number;
}

/** The first step of an exercise. */
export function arrive(exercise: ExerciseId, seconds: number): Step {
  return { kind: 'arrive', id: 'arrive', part: 'arrive', exercise, seconds };
}

/** The last step of an exercise. */
export function close(exercise: ExerciseId): Step {
  return { kind: 'close', id: 'close', part: 'close', exercise };
}

/** One word from each partner, at the end. */
export function oneWord(first: Partner, seconds: number): Step[] {
  return [first, other(first)].map((who, index) => ({
    kind: 'one-word',
    id: `word.${who}`,
    part: 'word',
    who,
    second: index === 1,
    seconds,
  }));
}

/** A turn: one partner talks; the other one listens, says it back, says what makes sense, and guesses the feeling. */
export function turn(speaker: Partner, topic: TalkTopic, times: TurnTimes): Step[] {
  const listener = other(speaker);
  const part = `turn.${speaker}`;
  const prompts = [
    ['more', speaker, times.more],
    ['more-back', listener, times.moreBack],
    ['sense', listener, times.sense],
    ['feeling', listener, times.feeling],
  ] as const;
  const check: Step[] =
    times.fix === 0
      ? []
      : [
          {
            kind: 'did-they-get-it',
            id: `get-it.${speaker}`,
            part,
            who: speaker,
            about: 'it',
            fix: times.fix,
          },
        ];
  return [
    { kind: 'talk', id: `talk.${speaker}`, part, who: speaker, topic, seconds: times.talk },
    { kind: 'say-back', id: `say-back.${listener}`, part, who: listener, seconds: times.sayBack },
    ...check,
    ...prompts.flatMap(([about, who, seconds]) => (seconds === 0 ? [] : [prompt(about, who, part, seconds)])),
  ];
}

/** An appreciation from each partner. */
export function appreciateEach(first: Partner, seconds: number): Step[] {
  return [first, other(first)].map((who) => appreciateOf(who, seconds));
}

/** An appreciation from one partner to the other. */
export function appreciateOf(who: Partner, seconds: number): Step {
  return { kind: 'appreciate', id: `appreciate.${who}`, part: `appreciate.${who}`, who, seconds };
}

/** A prompt to one partner. `round` is a part of its id, if the exercise has the same prompt in several rounds. */
export function prompt(
  topic: Topic,
  who: Partner,
  part: string,
  seconds: number,
  round = '',
): StepOf<'prompt'> {
  return { kind: 'prompt', topic, id: `${topic}${round}.${who}`, part, who, seconds };
}
