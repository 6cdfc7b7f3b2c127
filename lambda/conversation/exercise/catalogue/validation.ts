import { type Minutes, other, type Partner } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import type { Exercise } from './exercise.ts';
import { arrive, close, oneWord, prompt } from './turn.ts';

interface Times {
  rounds: number;
  /** Seconds to name a feeling, to say what makes sense, to guess, and to put the guess right. */
  talk: number;
  sense: number;
  guess: number;
  fix: number;
}

function timesOf(minutes: Minutes): Times {
  if (minutes <= 5) return { rounds: 1, talk: 45, sense: 28, guess: 14, fix: 20 };
  if (minutes === 10) return { rounds: 1, talk: 110, sense: 70, guess: 40, fix: 30 };
  return { rounds: 2, talk: 120, sense: 75, guess: 40, fix: 30 };
}

/**
 * One names a small feeling; the other says what makes sense about it, with a few words to borrow, and guesses the
 * feeling; the first puts it right.
 */
export const validation: Exercise = {
  lengths: [5, 10, 20],
  usual: 10,
  practices: () => ['validation'],
  steps({ minutes, first }) {
    const times = timesOf(minutes);
    const numbers = Array.from({ length: times.rounds }, (_, index) => index + 1);
    return [
      arrive('validation', 6),
      ...numbers.flatMap((number) => [first, other(first)].flatMap((who) => feelingOf(who, number, times))),
      ...oneWord(first, 8),
      close('validation'),
    ];
  },
};

function feelingOf(who: Partner, number: number, times: Times): Step[] {
  const part = `feeling.${number}.${who}`;
  const topic = number === 1 ? 'feeling' : 'another-feeling';
  return [
    { kind: 'talk', id: `talk.${number}.${who}`, part, who, topic, seconds: times.talk },
    prompt('borrowed', other(who), part, times.sense, `.${number}`),
    prompt('feeling', other(who), part, times.guess, `.${number}`),
    {
      kind: 'did-they-get-it',
      id: `get-feeling.${number}.${who}`,
      part,
      who,
      about: 'feeling',
      fix: times.fix,
    },
  ];
}
