import { type Minutes, other, type Partner } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import type { Exercise } from './exercise.ts';
import { arrive, close, oneWord, prompt } from './turn.ts';

/** How many rounds there are, and the seconds of quiet in each kind of step. */
interface Times {
  rounds: number;
  /** To name a feeling, to say what makes sense, to guess the feeling, and to correct the guess. */
  talk: number;
  sense: number;
  guess: number;
  fix: number;
}

function timesOf(minutes: Minutes): Times {
  if (minutes <= 5) return { rounds: 1, talk: 38, sense: 22, guess: 14, fix: 20 };
  if (minutes === 10) return { rounds: 1, talk: 110, sense: 70, guess: 40, fix: 30 };
  return { rounds: 2, talk: 120, sense: 75, guess: 40, fix: 30 };
}

/**
 * The validation exercise: one partner tells a small feeling. The other one says what makes sense about it, with a few
 * words that the skill suggests, and guesses the feeling. The first one corrects the guess.
 */
export const validation: Exercise = {
  lengths: [5, 10, 20],
  usual: 10,
  practices: ['validation'],
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

/** The steps of one partner's feeling in one round. */
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
