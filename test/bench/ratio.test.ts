import { expect, it } from 'vitest';
import { ratioOf } from '../../bench/cold/ratio.ts';

const rows = [
  { name: 'a hello', load: 30, first: 20, cpu: 60 },
  { name: 'this skill', load: 25, first: 15, cpu: 50 },
];

it('The ratio of two starts is that of load and first request together', () => {
  expect(ratioOf(rows, 'this skill', 'a hello')).toBe(0.8);
});

it.each([
  ['our skill', 'a hello', 'our skill'],
  ['this skill', 'nothing', 'nothing'],
])('A ratio of "%s" to "%s" fails, because one was not measured', (name, base, missing) => {
  expect(() => ratioOf(rows, name, base)).toThrow(`expected a start of "${missing}"`);
});
