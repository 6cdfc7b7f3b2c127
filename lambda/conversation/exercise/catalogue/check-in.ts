import { type Minutes, other } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import type { Exercise } from './exercise.ts';
import { round } from './rounds.ts';
import { appreciateEach, arrive, close, oneWord, type TurnTimes, turn } from './turn.ts';

/** Seconds of quiet in each kind of step. */
interface Times {
  arrive: number;
  /** Null if the length has no time for turns. */
  turn: TurnTimes | null;
  question: number;
  appreciate: number;
  word: number;
}

const SHORT: Times = { arrive: 6, turn: null, question: 52, appreciate: 22, word: 6 };
const MIDDLE: Times = {
  arrive: 8,
  turn: { talk: 90, sayBack: 35, fix: 30, more: 0, sense: 25, feeling: 20 },
  question: 25,
  appreciate: 20,
  word: 8,
};
const WHOLE: Times = {
  arrive: 8,
  turn: { talk: 166, sayBack: 60, fix: 45, more: 45, sense: 45, feeling: 30 },
  question: 70,
  appreciate: 30,
  word: 10,
};

function timesOf(minutes: Minutes): Times {
  if (minutes <= 5) return SHORT;
  return minutes === 10 ? MIDDLE : WHOLE;
}

/** The check-in: for each partner a turn, a question, an appreciation and one word. */
export const checkIn: Exercise = {
  lengths: [5, 10, 20],
  practices: (minutes) => (minutes === 5 ? ['appreciation'] : ['listening', 'validation', 'appreciation']),
  steps({ minutes, first }) {
    const times = timesOf(minutes);
    const turns: Step[] =
      times.turn === null
        ? []
        : [...turn(first, 'mind', times.turn), ...turn(other(first), 'mind', times.turn)];
    const question = { seconds: times.question, thanks: 0, practice: null, depth: null, swap: false };
    return [
      arrive('check-in', times.arrive),
      ...turns,
      ...round(first, { ...question, lead: 'question' }, null),
      ...appreciateEach(first, times.appreciate),
      ...oneWord(first, times.word),
      close('check-in'),
    ];
  },
};
