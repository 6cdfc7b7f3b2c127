/**
 * `npm run attack`: attacks the skill, some minutes long. `-- --short` takes about a minute, `-- --seed 7` lets chance
 * decide otherwise.
 */
import { spawnSync } from 'node:child_process';
import { wholeNumber } from '../../command-line/script-options.ts';
import { vitestWords } from '../vitest-words.ts';

const { values, words } = vitestWords(
  `npm run attack [-- --short] [-- --seed N]

Attacks the skill with faults, ended processes, replays and races, for some minutes.

  --short   for about a minute
  --seed N  let chance decide otherwise (1)`,
  { short: { type: 'boolean' }, seed: { type: 'string' } },
);
const seed = String(wholeNumber('--seed', values.seed) ?? 1);
console.log(`The seed is ${seed}.`);
const run = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.attack.config.ts', ...words], {
  stdio: 'inherit',
  env: { ...process.env, ATTACK_SEED: seed, ATTACK_SHORT: values.short === true ? 'yes' : 'no' },
});
process.exitCode = run.status ?? 1;
