/**
 * `npm run heard`: measures what is understood, prints the figures and writes docs/understanding.md. With `-- --raise` the
 * bounds of the gate are raised to a little below the figures.
 */
import { writeFileSync } from 'node:fs';
import { figuresOf, raiseBounds } from './figures.ts';
import { measured } from './measure.ts';
import { pageOf } from './page.ts';

if (process.argv.includes('--help')) {
  console.log(`npm run heard [-- --raise]

Measures what is understood, prints the figures and writes docs/understanding.md.

  --raise  raise the bounds of the test to a little below the figures`);
  process.exit(0);
}
const all = measured();
process.stdout.write(`${pageOf(all, { every: true })}\n`);
writeFileSync(new URL('../../docs/understanding.md', import.meta.url), `${pageOf(all, { every: false })}\n`);
if (process.argv.includes('--raise')) raiseBounds(figuresOf(all));
