import { type Minutes, other } from '../../model/household.ts';
import type { Exercise } from './exercise.ts';
import { arrive, close, oneWord, type TurnTimes, turn } from './turn.ts';

/** Seconds of quiet in each kind of step. */
interface Times {
  arrive: number;
  turn: TurnTimes;
  word: number;
}

const SHORT: Times = {
  arrive: 4,
  turn: { talk: 38, sayBack: 15, fix: 20, more: 0, moreBack: 0, sense: 14, feeling: 14 },
  word: 5,
};
const MIDDLE: Times = {
  arrive: 10,
  turn: { talk: 115, sayBack: 40, fix: 30, more: 0, moreBack: 0, sense: 40, feeling: 25 },
  word: 8,
};
const WHOLE: Times = {
  arrive: 8,
  turn: { talk: 150, sayBack: 60, fix: 45, more: 115, moreBack: 55, sense: 70, feeling: 45 },
  word: 10,
};

function timesOf(minutes: Minutes): Times {
  if (minutes <= 5) return SHORT;
  return minutes === 10 ? MIDDLE : WHOLE;
}

/** The listening exercise: a turn for each partner, about something outside of their relationship, without advice. */
export const listening: Exercise = {
  lengths: [5, 10, 20],
  practices: ['listening'],
  steps({ minutes, first }) {
    const times = timesOf(minutes);
    return [
      arrive('listening', times.arrive),
      ...turn(first, 'outside', times.turn),
      ...turn(other(first), 'outside', times.turn),
      ...oneWord(first, times.word),
      close('listening'),
    ];
  },
};
