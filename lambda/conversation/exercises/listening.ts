import { type Minutes, other } from '../state.ts';
import type { Exercise } from './exercise.ts';
import { each, type TurnTimes, turn } from './turn.ts';

const TIMES: Record<Minutes, { arrive: number; turn: TurnTimes; word: number }> = {
  5: { arrive: 5, turn: { talk: 60, sayBack: 20, fix: 20, more: 0, sense: 15, feeling: 10 }, word: 5 },
  10: { arrive: 10, turn: { talk: 120, sayBack: 40, fix: 30, more: 0, sense: 40, feeling: 25 }, word: 8 },
  20: { arrive: 12, turn: { talk: 175, sayBack: 60, fix: 45, more: 95, sense: 80, feeling: 50 }, word: 10 },
};

/** The listening part alone: a turn each, and one word each to end. */
export const listening: Exercise = {
  id: 'listening',
  steps({ minutes, first }) {
    const times = TIMES[minutes];
    return [
      { kind: 'arrive', id: 'arrive', part: 'arrive', seconds: times.arrive },
      ...turn(first, times.turn),
      ...turn(other(first), times.turn),
      ...each('one-word', first, times.word),
      { kind: 'close', id: 'close', part: 'close' },
    ];
  },
};
