import { expect, it } from 'vitest';
import { sizesUpTo } from '../../bench/load/sizes.ts';

it.each([
  [500, [1, 50, 500]],
  [5, [1, 5]],
  [1, [1]],
])('Up to %i households, no size is run twice', (most, sizes) => {
  expect(sizesUpTo(most)).toEqual(sizes);
});
