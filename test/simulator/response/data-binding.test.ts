import { describe, expect, test } from 'vitest';
import { bind } from '../../../simulator/response/data-binding.ts';
import { bound } from '../scripted-skill.ts';

describe('data binding', () => {
  const scope = { payload: { n: 2, names: ['Alex', 'Sam'], done: false }, viewport: { shape: 'round' } };
  test.each([
    [bound('payload.n'), 2],
    [`${bound('payload.names[1]')} and ${bound('payload.names[payload.n - 2]')}`, 'Sam and Alex'],
    [bound("viewport.shape == 'round' && !payload.done"), true],
    [bound("payload.n > 3 ? 'many' : 'few'"), 'few'],
    [bound('1 + 2 * 3'), 7],
    [bound('payload.missing ?? 5'), 5],
    ['plain', 'plain'],
    [7, 7],
  ])('evaluates %j to %j', (value, result) => {
    const problems: string[] = [];
    expect(bind(value, scope, (problem) => problems.push(problem))).toEqual(result);
    expect(problems).toEqual([]);
  });

  test.each([
    bound('payload.missing'),
    bound('constructor'),
    bound('1 +'),
    bound('#'),
    bound('(1 + 2'),
    bound('payload["n"'),
    bound('payload.'),
    bound('payload."n"'),
    bound('payload.done ? 1'),
  ])('reports that %s cannot be evaluated', (value) => {
    const problems: string[] = [];
    expect(bind(value, scope, (problem) => problems.push(problem))).toBeUndefined();
    expect(problems).toHaveLength(1);
  });
});
