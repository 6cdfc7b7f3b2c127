import { wokenWords } from '../device/commands.ts';
import type { Exchange } from '../device/exchange.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import type { NextLine } from './line-queue.ts';
import type { TerminalContext } from './terminal-context.ts';
import { clockOf, progressBar, wrap } from './text-layout.ts';

/** Milliseconds between two drawings of the progress bar. */
const TICK = 250;
/** Seconds by which rounding may move the virtual clock away from the edge of a chunk. */
const ROUNDING = 0.01;

/**
 * Runs the terminal at a keyboard: what is said appears at once, and a quiet passes in real time unless Enter skips it.
 */
export async function playLive({
  echo,
  printer,
  lines,
  say,
  sayReminders,
  remark,
  confirm,
  hints,
  you,
  prompt,
  milliseconds,
}: TerminalContext): Promise<void> {
  /** How many chunks of the current timeline were shown. */
  let shown = 0;
  let ended = false;

  const wait = async (seconds: number) => {
    const exchange = await echo.line(`(wait ${Math.max(0, seconds).toFixed(3)}s)`);
    if (exchange !== null) note(exchange);
  };
  const note = (exchange: Exchange) => {
    remark(exchange);
    // A reminder sounds over what is playing, which continues.
    if (!sayReminders() || exchange.seconds === 0) return;
    shown = 0;
    if (echo.playing() === null) say(exchange.spoken);
  };
  const upcoming = (): { chunk: Chunk; elapsed: number } | null => {
    const playing = echo.playing();
    if (playing === null) return null;
    const chunks = chunksOf(playing.segments);
    const index = chunks.findIndex(
      (it, at) => at >= shown && (it.kind === 'said' || it.ends > playing.elapsed + ROUNDING),
    );
    const chunk = chunks[index];
    if (chunk !== undefined) shown = index;
    return chunk === undefined ? null : { chunk, elapsed: playing.elapsed };
  };

  /** Prints a line that was entered: its echo is gone. */
  const repeat = (line: string) => {
    const label = you();
    printer.print(printer.bold(label) + wrap(label, line, printer.columns()).slice(label.length));
  };

  /** Lets a quiet pass in real time. Enter, a command or the wake word ends it early. */
  const passQuiet = async (quiet: Chunk, elapsed: number) => {
    const began = milliseconds() - Math.max(0, elapsed - quiet.begins) * 1000;
    const length = quiet.ends - quiet.begins;
    const spent = () => Math.min(length, (milliseconds() - began) / 1000);
    const catchUp = () => wait(quiet.begins + spent() - (echo.playing()?.elapsed ?? 0));
    let skipped = '';
    while (spent() < length) {
      prompt(`${progressBar(spent(), length)}  `);
      const next = await lines.next(TICK);
      if (next.kind === 'late') continue;
      if (next.kind === 'end') {
        ended = true;
        return;
      }
      const line = next.line.trim();
      if (line === '') {
        skipped = `, skipped after ${clockOf(spent())}`;
        break;
      }
      if (wokenWords(line) !== null || line.startsWith('(')) {
        printer.note(`(quiet for ${clockOf(spent())} of ${clockOf(length)})`);
        await catchUp();
        await take(next);
        return;
      }
      repeat(line);
      if (line.startsWith('#')) continue;
      const hint = hints.insteadOf(line);
      if (hint === null) printer.note('(the microphone is closed: only you two heard that)');
      const more = hint ?? hints.afterUnheard(line);
      if (more !== null) printer.note(`(${more})`);
    }
    prompt('');
    printer.note(`(quiet for ${clockOf(length)}${skipped})`);
    shown += 1;
    await wait(quiet.ends - (echo.playing()?.elapsed ?? 0));
  };

  const take = async (next: NextLine) => {
    if (next.kind !== 'line') {
      ended = true;
      return;
    }
    const line = next.line.trim();
    const listens = echo.playing()?.listens === true;
    if (line === '' && !listens) return;
    repeat(line === '' ? '(silence)' : line);
    const hint = hints.insteadOf(line);
    if (hint !== null) {
      printer.note(`(${hint})`);
      return;
    }
    const exchange = await echo.line(line === '' ? '(silence)' : line);
    if (exchange === null) return;
    note(exchange);
    confirm(exchange);
  };

  while (!ended) {
    const next = upcoming();
    if (next === null) {
      prompt(printer.bold(you()));
      await take(await lines.next());
    } else if (next.chunk.kind === 'quiet') {
      await passQuiet(next.chunk, next.elapsed);
    } else {
      say(next.chunk.text);
      shown += 1;
      await wait(next.chunk.ends - next.elapsed);
    }
  }
}
