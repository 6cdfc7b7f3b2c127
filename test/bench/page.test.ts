import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { gained } from '../../bench/gained.ts';

it('The last section of docs/performance.md is the one that npm run bench writes', () => {
  const page = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8');
  const [, packed] = /beside the code is (\d+) KB/.exec(page) ?? [];
  expect(page.endsWith(gained(Number(packed)))).toBe(true);
});
