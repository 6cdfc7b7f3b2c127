import type { Exchange } from '../device/exchange.ts';
import { type Passage, passagesOf } from './chunks.ts';
import type { NextLine } from './line-queue.ts';
import { barOf } from './printer.ts';
import type { Stage } from './terminal-context.ts';

/** Milliseconds between two drawings of the bar. */
const TICK = 250;
/** Seconds by which the virtual clock may lie off a passage's edge through rounding. */
const ROUNDING = 0.01;

/** Plays at a keyboard: what is said appears at once, and a quiet passes in real time unless Enter skips it. */
export async function playLive({
  echo,
  paper,
  lines,
  say,
  sayReminders,
  remark,
  prompt,
  unprompt,
  milliseconds,
}: Stage): Promise<void> {
  /** How many passages of the present timeline were shown. */
  let shown = 0;
  let ended = false;

  const wait = async (seconds: number) => {
    const exchange = await echo.line(`(wait ${Math.max(0, seconds).toFixed(3)}s)`);
    if (exchange !== null) note(exchange);
  };
  const note = (exchange: Exchange) => {
    remark(exchange);
    // A reminder sounds over what plays, which goes on.
    if (!sayReminders() || exchange.seconds === 0) return;
    shown = 0;
    if (echo.playing() === null) say(exchange.spoken);
  };
  const upcoming = (): { passage: Passage; elapsed: number } | null => {
    const playing = echo.playing();
    if (playing === null) return null;
    const passages = passagesOf(playing.segments);
    const index = passages.findIndex(
      (it, at) => at >= shown && (it.kind === 'said' || it.ends > playing.elapsed + ROUNDING),
    );
    const passage = passages[index];
    if (passage !== undefined) shown = index;
    return passage === undefined ? null : { passage, elapsed: playing.elapsed };
  };

  /** Lets a quiet pass; a command or the wake word ends it early. */
  const passQuiet = async (quiet: Passage, elapsed: number) => {
    const began = milliseconds() - Math.max(0, elapsed - quiet.begins) * 1000;
    const length = quiet.ends - quiet.begins;
    const spent = () => Math.min(length, (milliseconds() - began) / 1000);
    const catchUp = () => wait(quiet.begins + spent() - (echo.playing()?.elapsed ?? 0));
    while (spent() < length) {
      prompt(`${barOf(spent(), length)}  `);
      const next = await lines.next(TICK);
      if (next.kind === 'late') continue;
      unprompt();
      if (next.kind === 'end') {
        ended = true;
        return;
      }
      const line = next.line.trim();
      if (line === '') break;
      if (/^(?:alexa\b|\()/iu.test(line)) {
        await catchUp();
        await take(next);
        return;
      }
      if (!line.startsWith('#'))
        paper.print(paper.dim('(the microphone is closed: only you two heard that)'));
    }
    unprompt();
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
    const exchange = await echo.line(line === '' ? '(silence)' : line);
    if (exchange !== null) note(exchange);
  };

  while (!ended) {
    const next = upcoming();
    if (next === null) {
      prompt(paper.bold('You: '));
      await take(await lines.next());
    } else if (next.passage.kind === 'quiet') {
      await passQuiet(next.passage, next.elapsed);
    } else {
      say(next.passage.text);
      shown += 1;
      await wait(next.passage.ends - next.elapsed);
    }
  }
  paper.print();
}
