/**
 * `npm run heard`: measures what is understood, prints the figures and writes docs/understanding.md. With `-- --raise` the
 * bounds of the gate are raised to a little below the figures.
 */
import { writeFileSync } from 'node:fs';
import { figuresOf, raiseBounds } from './figures.ts';
import { measured } from './measure.ts';
import { pageOf } from './page.ts';

const all = measured();
const page = `${pageOf(all)}\n`;
process.stdout.write(page);
writeFileSync(new URL('../../docs/understanding.md', import.meta.url), page);
if (process.argv.includes('--raise')) raiseBounds(figuresOf(all));
