/** The scripts of package.json that are of this project, and what they print for a command line. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import project from '../../package.json' with { type: 'json' };

/** The path of each script that tsx runs, and the words that package.json has after it, by its name. */
export const SCRIPTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(project.scripts).flatMap(([name, script]): [string, string[]][] =>
    script.startsWith('tsx ') ? [[name, script.split(' ').slice(1)]] : [],
  ),
);

/** Runs a script with options, as `npm run NAME -- OPTIONS` does. */
export async function typed(name: string, ...options: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...(SCRIPTS.get(name) ?? []), ...options], {
    cwd: new URL('../..', import.meta.url),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { stdout, stderr, status };
}
