import type { Depth, Minutes } from '../../model/household.ts';
import type { Exercise } from './exercise.ts';
import { rounds } from './rounds.ts';
import { arrive, close, oneWord } from './turn.ts';

/** The depth of each round, and the seconds of quiet for each partner. */
interface Times {
  depths: readonly Depth[];
  seconds: number;
}

function timesOf(minutes: Minutes): Times {
  if (minutes <= 5) return { depths: ['light', 'light'], seconds: 34 };
  if (minutes === 10) return { depths: ['light', 'deeper', 'deeper'], seconds: 56 };
  return { depths: ['light', 'light', 'deeper', 'deepest'], seconds: 100 };
}

/** Seconds for the other partner to say thank you, and what stayed with them. */
const REPLY = 16;

/** The openness exercise: each partner shares something, smaller things first. The other one thanks them for it. */
export const openness: Exercise = {
  lengths: [5, 10, 20],
  usual: 10,
  practices: ['openness'],
  steps({ minutes, first }) {
    const { depths, seconds } = timesOf(minutes);
    const about = { lead: 'share', practice: 'openness', swap: false, seconds, reply: REPLY } as const;
    return [
      arrive('openness', 6),
      ...rounds(
        first,
        depths.map((depth) => ({ ...about, depth })),
      ),
      ...oneWord(first, 6),
      close('openness'),
    ];
  },
};
