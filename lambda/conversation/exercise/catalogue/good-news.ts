import { other, type Partner } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import type { Exercise } from './exercise.ts';
import { arrive, close, oneWord, prompt } from './turn.ts';

/** Good news: each partner shares something good, and the other one asks about it and relives it with them. */
export const goodNews: Exercise = {
  lengths: [5, 10],
  usual: 10,
  practices: ['listening'],
  steps({ minutes, first }) {
    const [talk, relive] = minutes <= 5 ? [50, 45] : [120, 115];
    const share = (who: Partner): Step[] => {
      const part = `turn.${who}`;
      return [
        { kind: 'talk', id: `talk.${who}`, part, who, topic: 'good-news', seconds: talk },
        prompt('relive', other(who), part, relive),
      ];
    };
    return [
      arrive('good-news', 5),
      ...share(first),
      ...share(other(first)),
      ...oneWord(first, 6),
      close('good-news'),
    ];
  },
};
