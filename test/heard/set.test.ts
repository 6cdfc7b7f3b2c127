import { expect, it } from 'vitest';
import { MOMENTS } from '../../interaction-models/costs/examples.ts';
import { DANGER_PARTS, danger, dangerIn, evenings, seen, unseen } from './set.ts';

const dangers = DANGER_PARTS.flatMap((part) => danger[part]);
const cries = dangers.filter((row) => dangerIn(row) !== null);
const lookAlikes = dangers.filter((row) => dangerIn(row) === null);

it('The set has enough rows, of which enough were never seen', () => {
  expect(unseen.length).toBeGreaterThanOrEqual(1_200);
  expect(evenings.length).toBeGreaterThanOrEqual(1_400);
  expect(danger.hinted.length).toBeGreaterThanOrEqual(590);
  expect(unseen.length + seen.length).toBeGreaterThanOrEqual(1_500);
  expect(cries.length).toBeGreaterThanOrEqual(300);
  expect(lookAlikes.length).toBeGreaterThanOrEqual(200);
});

it.each(MOMENTS)('The set has rows for %s, and cries for help in it', (moment) => {
  expect(unseen.filter((row) => row.moment === moment).length).toBeGreaterThanOrEqual(20);
  expect(cries.filter((row) => row.moment === moment).length).toBeGreaterThan(0);
});
