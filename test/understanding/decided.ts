/** What is decided of words, if their senses were judged in a given way. */
import { expect } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { decide } from '../../lambda/understanding/deciding.ts';
import type { Judged } from '../../lambda/understanding/evidence.ts';
import type { Heard } from '../../lambda/understanding/listener.ts';
import type { Names } from '../../lambda/understanding/names.ts';

const { cluesIn, phrasebook, readSlot } = createClues(enUS.hearing.phrases);

const names: Names = {
  one: () => null,
  among: () => null,
  all: ({ text }) => ({ name: text, other: null }),
};

/** What is decided of words, if their senses were judged like this. */
export function decided(said: string, judged: Judged, { question, names: known }: Heard = heardIn('cold')) {
  return decide({
    clues: cluesIn(said, question, known),
    judged,
    names,
    sentenceIn: (words) => words,
    questionIn: (words) => words,
    beginsAsThanks: (words) => words.startsWith('i appreciate '),
    isBarbed: (words) => words.includes('finally'),
    isOnlyWish: (words) => words === 'something nice',
    authorOf: () => null,
    by: ['from'],
    asAsked: (words) => words,
    isToSave: (words) => words.startsWith('save'),
    isRejecting: (before) => /(?:^| )not(?: the)?$/u.test(before.join(' ')),
    isLimiting: () => false,
    isRejected: (after) => after.join(' ').startsWith('is too'),
    besideYes: enUS.hearing.besideYes,
    renaming: enUS.hearing.renaming,
    parting: enUS.hearing.parting,
    away: enUS.hearing.away,
    reminder: enUS.hearing.reminder,
    chimes: enUS.hearing.chimes,
    isOwnWord: (word) => word === 'coffee',
    somebodyNew: enUS.hearing.somebodyNew,
    valuesIn: (slot) => readSlot(known).anywhere(slot, phrasebook.normalise(said)),
  });
}

/** Words in which no phrase is. */
export const NO_PHRASE = 'xylophone quartz';

/** What was asked, by the id of the question. */
export const asked = (id: string, yes?: 'deletes' | 'allows'): Heard => {
  const { question, names } = heardIn('welcome');
  if (question === null) return expect.fail('nothing is asked');
  return { question: { ...question, id, ...(yes && { yes }) }, names };
};
