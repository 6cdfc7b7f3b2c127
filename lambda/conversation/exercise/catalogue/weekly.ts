import { type Minutes, other, type Partner } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import type { Exercise } from './exercise.ts';
import { appreciateEach, arrive, close, oneWord, prompt } from './turn.ts';

/** Seconds of quiet in each kind of step. */
interface Times {
  well: number;
  wish: number;
  /** To say the wish back. */
  back: number;
  answer: number;
  small: number;
  appreciate: number;
}

function timesOf(minutes: Minutes): Times {
  return minutes === 10
    ? { well: 90, wish: 50, back: 15, answer: 35, small: 20, appreciate: 20 }
    : { well: 170, wish: 120, back: 40, answer: 105, small: 70, appreciate: 60 };
}

/**
 * The weekly exercise: the appreciations of the week if there are any, and what went well. Then for each partner a wish
 * as a request, one small thing to ask for, and an appreciation.
 */
export const weekly: Exercise = {
  lengths: [10, 20],
  usual: 20,
  practices: ['together', 'appreciation'],
  steps({ minutes, first }) {
    const times = timesOf(minutes);
    const each = [first, other(first)] as const;
    const wish = (who: Partner): Step[] => {
      const part = `wish.${who}`;
      return [
        { kind: 'talk', id: `wish.${who}`, part, who, topic: 'wish', seconds: times.wish },
        prompt('wish-back', other(who), part, times.back),
        prompt('answer-wish', other(who), part, times.answer),
      ];
    };
    return [
      arrive('weekly', 10),
      { kind: 'recap', id: 'recap', part: 'recap' },
      {
        kind: 'together',
        id: 'went-well',
        part: 'went-well',
        topic: 'went-well',
        seconds: times.well,
        more: false,
      },
      ...each.flatMap(wish),
      ...each.map((who) => prompt('small-thing', who, 'small-thing', times.small)),
      ...appreciateEach(first, times.appreciate),
      ...oneWord(first, 8),
      close('weekly'),
    ];
  },
};
