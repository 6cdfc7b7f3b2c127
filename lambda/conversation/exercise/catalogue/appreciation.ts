import { other } from '../../model/household.ts';
import type { Exercise } from './exercise.ts';
import { appreciateOf, arrive, close, oneWord, prompt } from './turn.ts';

/**
 * The appreciation exercise: each partner says what they noticed in the other and what it shows, then a small thanks.
 */
export const appreciation: Exercise = {
  lengths: [5],
  usual: 5,
  practices: ['appreciation'],
  steps({ first }) {
    const each = [first, other(first)] as const;
    return [
      arrive('appreciation', 5),
      ...each.flatMap((who) => [
        appreciateOf(who, 32),
        prompt('take-in', other(who), `appreciate.${who}`, 22),
      ]),
      ...each.map((who) => prompt('small-thanks', who, 'small-thanks', 22)),
      ...oneWord(first, 5),
      close('appreciation'),
    ];
  },
};
