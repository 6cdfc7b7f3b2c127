import { other, type Partner } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import type { Exercise } from './exercise.ts';
import { arrive, close } from './turn.ts';

/** Seconds to think of an answer or to guess it, and to laugh about it. */
const THINK = 10;
const TELL = 27;
/** Seconds for a question that both answer without guessing. */
const OPEN = 45;

/**
 * Play: fun questions. One partner thinks of an answer, the other one guesses it, and both say it on three. One question
 * of every five is for both, without guessing.
 */
export const play: Exercise = {
  forCompany: true,
  lengths: [5, 10],
  usual: 5,
  practices: [],
  steps({ minutes, first }) {
    const games = Array.from({ length: minutes / 5 }, (_, index) => index);
    return [
      arrive('play', 3),
      ...games.flatMap((game) => [...(game > 0 ? [another(game * 5)] : []), ...gameOf(game * 5, first)]),
      close('play'),
    ];
  },
};

/** Five rounds, of which each partner answers two. After every second one they are asked whether they want another. */
function gameOf(before: number, first: Partner): Step[] {
  const next = other(first);
  return [
    guess(before + 1, first),
    guess(before + 2, next, true),
    another(before + 2),
    guess(before + 3, first),
    guess(before + 4, next, true),
    another(before + 4),
    guess(before + 5, null),
  ];
}

/** A round. `who` is the partner whose answer the other one guesses; null if both answer. */
function guess(round: number, who: Partner | null, second = false): Step {
  const id = who === null ? `guess.${round}` : `guess.${round}.${who}`;
  const times = who === null ? { think: 0, seconds: OPEN } : { think: THINK, seconds: TELL };
  return { kind: 'guess', id, part: id, round, who, second, ...times };
}

function another(after: number): Step {
  const id = `another.${after}`;
  return { kind: 'another', id, part: id, deeper: false, fun: true };
}
