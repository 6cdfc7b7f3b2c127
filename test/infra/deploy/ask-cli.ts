/**
 * `npm run test:ask-cli`: deploys through the real ASK CLI to a fake of Alexa on this machine.
 *
 * It downloads the ASK CLI from npm, over 200 MB, into npm's own cache.
 */
import { spawnSync } from 'node:child_process';
import { realPrograms } from '../../../infra/deploy/programs.ts';
import { vitestWords } from '../../vitest-words.ts';

const { words } = vitestWords(
  `npm run test:ask-cli

Deploys through the real ASK CLI to a fake of Alexa on this machine. It downloads the ASK CLI, over 200 MB, into npm's cache.`,
  {},
);
const { status, stdout, stderr } = await realPrograms(process.env).ask(['--version'], '.');
if (status === 0) {
  console.log(`The ASK CLI is version ${stdout.trim()}.`);
  const run = spawnSync('npx', ['vitest', 'run', 'test/infra/deploy/ask-cli.test.ts', ...words], {
    stdio: 'inherit',
    env: { ...process.env, ASK_CLI: 'real' },
  });
  process.exitCode = run.status ?? 1;
} else {
  const [why = ''] = stderr.trim().split('\n');
  console.log(
    `Skipped: deploying through the ASK CLI, because it could not be downloaded or started (${why}).`,
  );
}
