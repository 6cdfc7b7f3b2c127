import { type Minutes, other } from '../../model/household.ts';
import type { Exercise } from './exercise.ts';
import { round } from './rounds.ts';
import { appreciateEach, arrive, close, oneWord, type TurnTimes, turn } from './turn.ts';

/** Seconds of quiet in each kind of step. */
interface Times {
  arrive: number;
  turn: TurnTimes;
  /** Null if the length has no time for a question. */
  question: { seconds: number; reply: number } | null;
  appreciate: number;
  /** 0 if the length has no time for a word each. */
  word: number;
}

const SHORT: Times = {
  arrive: 5,
  turn: { talk: 36, sayBack: 14, fix: 0, more: 0, moreBack: 0, sense: 10, feeling: 0 },
  question: null,
  appreciate: 13,
  word: 0,
};
const MIDDLE: Times = {
  arrive: 8,
  turn: { talk: 72, sayBack: 28, fix: 30, more: 0, moreBack: 0, sense: 22, feeling: 16 },
  question: { seconds: 22, reply: 12 },
  appreciate: 18,
  word: 6,
};
const WHOLE: Times = {
  arrive: 8,
  turn: { talk: 150, sayBack: 55, fix: 45, more: 45, moreBack: 20, sense: 45, feeling: 30 },
  question: { seconds: 60, reply: 25 },
  appreciate: 30,
  word: 8,
};

function timesOf(minutes: Minutes): Times {
  if (minutes <= 5) return SHORT;
  return minutes === 10 ? MIDDLE : WHOLE;
}

/** The check-in: for each partner a turn, a question, an appreciation and one word. The short one has no question. */
export const checkIn: Exercise = {
  lengths: [5, 10, 20],
  practices: ['listening', 'validation', 'appreciation'],
  steps({ minutes, first }) {
    const times = timesOf(minutes);
    const about = { lead: 'question', practice: null, depth: null, swap: false } as const;
    return [
      arrive('check-in', times.arrive),
      ...turn(first, 'mind', times.turn),
      ...turn(other(first), 'mind', times.turn),
      ...(times.question === null ? [] : round(first, { ...about, ...times.question }, null)),
      ...appreciateEach(first, times.appreciate),
      ...(times.word === 0 ? [] : oneWord(first, times.word)),
      close('check-in'),
    ];
  },
};
