/** `npm run deploy`, `npm run destroy`, and `npm run ask`: the ASK CLI in the version that they use. */
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { realAws, regionOfProfile } from './aws.ts';
import { deploy } from './deploy.ts';
import { destroy } from './destroy.ts';
import { DEPLOY_HELP, DESTROY_HELP } from './help.ts';
import { readOptions } from './options.ts';
import { realPrograms } from './programs.ts';
import { Stopped } from './stopped.ts';
import type { World } from './world.ts';

const WORK = { deploy: { run: deploy, help: DEPLOY_HELP }, destroy: { run: destroy, help: DESTROY_HELP } };

const world: World = {
  environment: process.env,
  programs: realPrograms(process.env),
  regionOfProfile,
  aws: realAws,
  say: (line) => process.stdout.write(`${line}\n`),
  attended: process.stdin.isTTY === true,
  async ask(question) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await terminal.question(question);
    } catch (error) {
      // Ctrl-C and Ctrl-D.
      if (error instanceof Error && error.name === 'AbortError') return '';
      throw error;
    } finally {
      terminal.close();
    }
  },
  wait: (seconds) => pause(seconds * 1000),
  project: 'build',
};

// Node.js 20 is enough here, and the advice of the SDK is not for who deploys.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === 'ask') return (await world.programs.askAloud(args, '.')) ?? 1;
  const { run, help } = WORK[name === 'destroy' ? 'destroy' : 'deploy'];
  try {
    const options = readOptions(args, process.env);
    if (options.help) world.say(help);
    else await run(options, world);
    return 0;
  } catch (error) {
    const stopped = error instanceof Stopped ? error : unwritable(error);
    if (stopped === null) throw error;
    process.stderr.write(`\n${stopped.message}\n`);
    return stopped.code === 'settings' ? 2 : 1;
  }
}

/** What it means that a file could not be read or written; null for any other error. */
function unwritable(cause: unknown): Stopped | null {
  if (!(cause instanceof Error && 'syscall' in cause && 'path' in cause)) return null;
  return new Stopped(
    'failed',
    `${cause.path} cannot be read or written here: ${cause.message}. Mend that, and run this again: what is in place ` +
      'is kept.',
    { cause },
  );
}

process.exitCode = await main(process.argv.slice(2));
