/**
 * `npm run attack`: attacks the skill, some minutes long. `-- --short` takes about a minute, `-- --seed 7` lets chance
 * decide otherwise. What else is given goes to Vitest, such as a part of a file's name.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

if (process.argv.includes('--help')) {
  console.log(`npm run attack [-- --short] [-- --seed N]

Attacks the skill with faults, ended processes, replays and races, for some minutes.

  --short   for about a minute
  --seed N  let chance decide otherwise (1)

What else is given goes to Vitest, such as a part of the name of a file or of a test.`);
  process.exit(0);
}
process.exitCode = main(process.argv.slice(2));

function main(given: string[]): number {
  const { values, tokens } = parseArgs({
    args: given,
    options: { short: { type: 'boolean' }, seed: { type: 'string' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const seed = typeof values.seed === 'string' ? values.seed : '1';
  const ours = new Set(
    tokens.flatMap((token) => {
      if (token.kind !== 'option' || (token.name !== 'short' && token.name !== 'seed')) return [];
      const apart = token.name === 'seed' && token.inlineValue === false;
      return apart ? [token.index, token.index + 1] : [token.index];
    }),
  );
  console.log(`The seed is ${seed}.`);
  const run = spawnSync(
    'npx',
    [
      'vitest',
      'run',
      '--config',
      'vitest.attack.config.ts',
      ...given.filter((_word, index) => !ours.has(index)),
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, ATTACK_SEED: seed, ATTACK_SHORT: values.short === true ? 'yes' : 'no' },
    },
  );
  return run.status ?? 1;
}
