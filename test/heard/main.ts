/**
 * `npm run heard`: measures what is understood, prints the figures and writes docs/understanding.md. With `-- --raise` the
 * bounds of the gate are raised to a little below the figures.
 */
import { writeFileSync } from 'node:fs';
import { scriptOptions } from '../../command-line/script-options.ts';
import { figuresOf, raiseBounds } from './figures.ts';
import { measured } from './measure.ts';
import { pageOf } from './page.ts';

const { values } = scriptOptions(
  `npm run heard [-- --raise]

Measures what is understood, prints the figures and writes docs/understanding.md.

  --raise  raise the bounds of the test to a little below the figures`,
  { raise: { type: 'boolean' } },
);
const all = measured();
process.stdout.write(`${pageOf(all, { every: true })}\n`);
writeFileSync(new URL('../../docs/understanding.md', import.meta.url), `${pageOf(all, { every: false })}\n`);
if (values.raise === true) raiseBounds(figuresOf(all));
