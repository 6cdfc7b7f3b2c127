import { type Minutes, other } from '../state.ts';
import type { Step } from '../steps/step.ts';
import type { Exercise } from './exercise.ts';
import { each, type TurnTimes, turn } from './turn.ts';

interface Times {
  arrive: number;
  /** Null: a length with no room for a turn each. */
  turn: TurnTimes | null;
  question: number;
  appreciate: number;
  word: number;
}

const TIMES: Record<Minutes, Times> = {
  5: { arrive: 6, turn: null, question: 60, appreciate: 25, word: 8 },
  10: {
    arrive: 8,
    turn: { talk: 90, sayBack: 35, fix: 30, more: 0, sense: 25, feeling: 20 },
    question: 25,
    appreciate: 20,
    word: 8,
  },
  20: {
    arrive: 12,
    turn: { talk: 170, sayBack: 60, fix: 45, more: 45, sense: 45, feeling: 30 },
    question: 70,
    appreciate: 30,
    word: 10,
  },
};

/** The whole listening check-in: a turn each, a question each, an appreciation each, one word each. */
export const checkIn: Exercise = {
  id: 'check-in',
  steps({ minutes, first }) {
    const times = TIMES[minutes];
    const second = other(first);
    const turns: Step[] =
      times.turn === null ? [] : [...turn(first, times.turn), ...turn(second, times.turn)];
    return [
      { kind: 'arrive', id: 'arrive', part: 'arrive', seconds: times.arrive },
      ...turns,
      ...each('question', first, times.question),
      {
        kind: 'appreciate',
        id: `appreciate.${first}`,
        part: `appreciate.${first}`,
        who: first,
        seconds: times.appreciate,
      },
      {
        kind: 'appreciate',
        id: `appreciate.${second}`,
        part: `appreciate.${second}`,
        who: second,
        seconds: times.appreciate,
      },
      ...each('one-word', first, times.word),
      { kind: 'close', id: 'close', part: 'close' },
    ];
  },
};
