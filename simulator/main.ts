import { stderr, stdin, stdout } from 'node:process';
import { runCommandLine } from './terminal/command-line.ts';

// If the reader of the output stops reading, as in "| head", there is nothing left to do.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// What it writes, such as nicknames and reminders, is for its owner alone.
process.umask(0o077);

process.exitCode = await runCommandLine(process.argv.slice(2), {
  input: stdin,
  output: stdout,
  errors: stderr,
});
// An open standard input would keep the process alive.
stdin.destroy();
