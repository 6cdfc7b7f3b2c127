import { expect, it } from 'vitest';
import { timesKept } from './place.ts';
import { situationAt } from './situations.ts';

it('Words that mean nothing leave the place as it is, even if the session ends after them', () => {
  expect(timesKept('mumble grumble flub', situationAt('ready'), 3)).toBe(3);
});

it('A name is taken, an exercise begins and a deletion is done: then the place is not kept', () => {
  expect(timesKept('Kim', situationAt('names.a'), 3)).toBe(0);
  expect(timesKept('yes', situationAt('ready'), 3)).toBe(0);
  expect(timesKept('yes', situationAt('forget'), 3)).toBe(0);
});
