import { other, type Partner } from '../state.ts';
import type { Step } from '../steps/step.ts';

/** Seconds of quiet for each part of one person's turn. `more` 0 leaves that step out. */
export interface TurnTimes {
  talk: number;
  sayBack: number;
  fix: number;
  more: number;
  sense: number;
  feeling: number;
}

/** The same for each in turn: a reflection question, or one word at the end. */
export function each(kind: 'question' | 'one-word', first: Partner, seconds: number): Step[] {
  const name = kind === 'question' ? 'question' : 'word';
  return [first, other(first)].map((who, index) => ({
    kind,
    id: `${name}.${who}`,
    part: name,
    who,
    second: index === 1,
    seconds,
  }));
}

/** One person talks; the other listens, says it back, and says what makes sense. */
export function turn(speaker: Partner, times: TurnTimes): Step[] {
  const listener = other(speaker);
  const part = `turn.${speaker}`;
  const steps: Step[] = [
    { kind: 'talk', id: `talk.${speaker}`, part, who: speaker, seconds: times.talk },
    { kind: 'say-back', id: `say-back.${listener}`, part, who: listener, seconds: times.sayBack },
    { kind: 'did-they-get-it', id: `get-it.${speaker}`, part, who: speaker, fix: times.fix },
  ];
  if (times.more > 0)
    steps.push({ kind: 'anything-more', id: `more.${speaker}`, part, who: speaker, seconds: times.more });
  steps.push(
    { kind: 'make-sense', id: `sense.${listener}`, part, who: listener, seconds: times.sense },
    { kind: 'guess-feeling', id: `feeling.${listener}`, part, who: listener, seconds: times.feeling },
  );
  return steps;
}
