import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { realAws, regionOfProfile } from './aws.ts';
import type { Dependencies } from './dependencies.ts';
import { realPrograms } from './programs.ts';

/** The real programs, the real AWS, and the terminal. The project of the ASK CLI is the folder `build`. */
export function realDependencies(environment: NodeJS.ProcessEnv): Dependencies {
  return {
    environment,
    programs: realPrograms(environment),
    regionOfProfile,
    aws: realAws,
    say: (line) => process.stdout.write(`${line}\n`),
    // The CDK asks only if it prints to a terminal too.
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    ask: askInTerminal,
    wait: (seconds) => pause(seconds * 1000),
    project: 'build',
  };
}

async function askInTerminal(question: string): Promise<string> {
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
}
