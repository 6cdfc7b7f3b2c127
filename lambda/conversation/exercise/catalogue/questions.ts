import type { Minutes } from '../../model/household.ts';
import type { Exercise } from './exercise.ts';
import { rounds } from './rounds.ts';
import { arrive, close } from './turn.ts';

/** How many questions, and the seconds of quiet for each partner to answer, and for the other one to answer that. */
function timesOf(minutes: Minutes): { count: number; seconds: number; reply: number } {
  if (minutes <= 5) return { count: 2, seconds: 40, reply: 14 };
  return minutes === 10 ? { count: 4, seconds: 40, reply: 14 } : { count: 6, seconds: 58, reply: 20 };
}

/** The questions exercise: reflection questions, as long as they want another one. */
export const questions: Exercise = {
  forCompany: true,
  lengths: [5, 10, 20],
  usual: 10,
  practices: [],
  fades: true,
  steps({ minutes, first }) {
    const { count, seconds, reply } = timesOf(minutes);
    const round = { lead: 'question', practice: null, depth: null, swap: true, seconds, reply } as const;
    return [arrive('questions', 3), ...rounds(first, Array(count).fill(round)), close('questions')];
  },
};
