import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Runs a command in a pseudo-terminal: what is typed is read from standard input, what is shown goes to standard output. */
const DRIVER = `
import fcntl, os, pty, select, struct, sys, termios
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 40, int(sys.argv[1]), 0, 0))
sources = [terminal, 0]
while True:
    ready, _, _ = select.select(sources, [], [])
    if terminal in ready:
        try:
            shown = os.read(terminal, 65536)
        except OSError:
            shown = b''
        if not shown:
            break
        os.write(1, shown)
    if 0 in ready:
        typed = os.read(0, 65536)
        if typed:
            os.write(terminal, typed)
        else:
            sources.remove(0)
os.waitpid(pid, 0)
`;

const works = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

/** How this machine makes a pseudo-terminal; null if it has neither Python nor the \`script\` of util-linux. */
export const MAKER: 'python' | 'script' | null = works('python3', '-c', 'import fcntl, pty, termios')
  ? 'python'
  : works('script', '-qec', 'true', '/dev/null')
    ? 'script'
    : null;

/** Starts a command in a pseudo-terminal of a width. */
export function inPseudoTerminal(columns: number, command: readonly string[], folder: string) {
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const [program, args] =
    MAKER === 'python'
      ? ['python3', ['-c', DRIVER, String(columns), ...command]]
      : ['script', ['-qec', `stty cols ${columns} rows 40; exec ${quoted}`, '/dev/null']];
  const { NO_COLOR: _noColor, ...environment } = process.env;
  const child = spawn(program, args, { cwd: folder, env: { ...environment, TERM: 'xterm-256color' } });
  let written = '';
  let changed = () => {};
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk.toString();
    changed();
  });
  child.stdin.on('error', () => {});
  const closed = once(child, 'close');
  return {
    closed,
    written: () => written,
    /** Ends the command if it is still running. */
    end: () => void child.kill(),
    /** Types keys. */
    type: (keys: string) => void child.stdin.write(keys),
    /** Waits until a text is shown, or until the command has ended. */
    until: async (text: string) => {
      const shown = new Promise<void>((resolve) => {
        changed = () => {
          if (written.includes(text)) resolve();
        };
        changed();
      });
      await Promise.race([shown, closed]);
    },
  };
}
