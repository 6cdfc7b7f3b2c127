import { expect, it } from 'vitest';
import { fallen, risen } from './figures.ts';

it('A figure that has fallen below its bound is told, and one without a bound', () => {
  expect(fallen({ one: 89.9, two: 90 }, { one: 90, two: 90 })).toEqual(['one: 89.9, at least 90']);
  expect(fallen({ one: 90 }, {})).toEqual(['one: 90.0, at least a bound']);
});

it('A figure that is more than one point above its bound is told', () => {
  expect(risen({ one: 91, two: 91.1 }, { one: 90, two: 90 })).toEqual(['two: 91.1, at least 90']);
});
