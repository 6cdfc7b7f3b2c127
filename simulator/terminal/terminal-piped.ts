import { wokenWords } from '../device/commands.ts';
import { INTERRUPTED_QUIET_SECONDS } from '../device/device.ts';
import type { Exchange } from '../device/exchange.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import type { TerminalContext } from './terminal-context.ts';
import { clockOf } from './text-layout.ts';

/**
 * Runs the terminal on lines from a pipe: each line is printed after `> `, and no real time passes. What plays is
 * printed up to a quiet. A blank line skips that quiet, or leaves a question unanswered.
 */
export async function playPiped({
  echo,
  printer,
  lines,
  say,
  sayReminders,
  remark,
  confirm,
  hints,
}: TerminalContext): Promise<void> {
  let ahead: Chunk[] = [];
  let atQuiet = false;
  let waited = false;

  const printUntilQuiet = () => {
    atQuiet = false;
    for (let chunk = ahead[0]; chunk !== undefined; chunk = ahead[0]) {
      if (chunk.kind === 'quiet') {
        printer.print(printer.dim(`(quiet for ${clockOf(chunk.ends - chunk.begins)})`));
        atQuiet = true;
        return;
      }
      say(chunk.text);
      ahead.shift();
    }
  };
  const printAll = () => {
    if (atQuiet) ahead.shift();
    while (ahead.length > 0) {
      printUntilQuiet();
      ahead.shift();
    }
    atQuiet = false;
  };
  const show = (exchange: Exchange | null) => {
    if (exchange === null) return;
    const playing = echo.playing();
    remark(exchange);
    // A reminder sounds over what is playing, which continues.
    if (!sayReminders() || exchange.seconds === 0) return;
    if (playing === null) {
      ahead = [];
      say(exchange.spoken);
      return;
    }
    waited = false;
    // What was said is printed even if it is over, because time has passed within this line.
    ahead = chunksOf(playing.segments).filter(
      (chunk) => chunk.kind === 'said' || chunk.ends > playing.elapsed,
    );
    printUntilQuiet();
  };

  for (let next = await lines.next(); next.kind === 'line'; next = await lines.next()) {
    const line = next.line.trim();
    if (line === '') printer.print('> ');
    if (line === '' && atQuiet) {
      waited = true;
      const playing = echo.playing();
      const [quiet] = ahead;
      if (playing !== null && quiet !== undefined) {
        await echo.line(`(wait ${Math.max(0, quiet.ends - playing.elapsed).toFixed(3)}s)`);
        sayReminders();
      }
      ahead.shift();
      printUntilQuiet();
      continue;
    }
    if (line === '') {
      if (echo.playing()?.listens === true) show(await echo.line('(silence)'));
      continue;
    }
    const interrupted = ahead.findLast(
      (chunk) => chunk.kind === 'quiet' && chunk.ends - chunk.begins >= INTERRUPTED_QUIET_SECONDS,
    );
    const interrupts = wokenWords(line) !== null && interrupted !== undefined;
    const takesNoTurn =
      /^\((?!\s*silence\b)/iu.test(line) || line.startsWith('#') || hints.insteadOf(line) !== null;
    if (interrupts) {
      // If the user did not wait, they interrupt the last quiet: everything before it has been played.
      while (!waited && ahead[0] !== interrupted) {
        ahead.shift();
        printUntilQuiet();
      }
      ahead = [];
    } else if (!takesNoTurn) {
      // What is playing plays to its end before the next words are said.
      printAll();
    }
    printer.print(`> ${line}`);
    const hint = hints.insteadOf(line);
    if (hint !== null) {
      printer.note(`(${hint})`);
      continue;
    }
    const exchange = await echo.line(line);
    show(exchange);
    if (takesNoTurn && /^\(\s*wait\b/iu.test(line)) {
      waited = true;
      catchUp();
    }
    if (exchange !== null) confirm(exchange);
  }
  printAll();

  /** After a wait, prints what was said during it. */
  function catchUp() {
    const playing = echo.playing();
    if (playing === null) return;
    const first = ahead[0];
    if (first === undefined || first.ends > playing.elapsed) return;
    ahead.shift();
    printUntilQuiet();
    catchUp();
  }
}
