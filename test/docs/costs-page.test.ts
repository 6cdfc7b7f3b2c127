import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { costsPage } from './costs-page.ts';

const PAGE = fileURLToPath(new URL('../../docs/costs.md', import.meta.url));

it('docs/costs.md is what a check-in uses: `npm run docs` rewrites it', async () => {
  const page = await costsPage();
  if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, page);
  else expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
