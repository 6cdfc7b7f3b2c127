import type { Exchange } from '../device/exchange.ts';
import { type Passage, passagesOf } from './chunks.ts';
import { clockOf } from './printer.ts';
import type { Stage } from './terminal-context.ts';

/** A quiet of this length, in seconds, is one that the wake word interrupts. */
const INTERRUPTED_QUIET_SECONDS = 5;

/**
 * Plays lines from a pipe: each is echoed after `> `, and no real time passes. What plays is printed up to a quiet;
 * a blank line skips that quiet, or leaves a question unanswered.
 */
export async function playPiped({ echo, paper, lines, say, sayReminders, remark }: Stage): Promise<void> {
  let ahead: Passage[] = [];
  let atQuiet = false;
  let waited = false;

  const printUntilQuiet = () => {
    atQuiet = false;
    for (let passage = ahead[0]; passage !== undefined; passage = ahead[0]) {
      if (passage.kind === 'quiet') {
        paper.print(paper.dim(`(quiet for ${clockOf(passage.ends - passage.begins)})`));
        atQuiet = true;
        return;
      }
      say(passage.text);
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
    // A reminder sounds over what plays, which goes on.
    if (!sayReminders() || exchange.seconds === 0) return;
    if (playing === null) {
      ahead = [];
      say(exchange.spoken);
      return;
    }
    waited = false;
    ahead = passagesOf(playing.segments).filter((passage) => passage.ends > playing.elapsed);
    printUntilQuiet();
  };

  for (let next = await lines.next(); next.kind === 'line'; next = await lines.next()) {
    const line = next.line.trim();
    if (line === '') paper.print('> ');
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
      (passage) => passage.kind === 'quiet' && passage.ends - passage.begins >= INTERRUPTED_QUIET_SECONDS,
    );
    const interrupts = /^alexa\b/iu.test(line) && interrupted !== undefined;
    const aside = /^\((?!\s*silence\b)/iu.test(line) || line.startsWith('#');
    if (interrupts) {
      // Where no time was waited the last quiet is interrupted: what came before it has been heard.
      while (!waited && ahead[0] !== interrupted) {
        ahead.shift();
        printUntilQuiet();
      }
      ahead = [];
    } else if (!aside) printAll();
    // What is still to be heard plays out before somebody says the next thing.
    paper.print(`> ${line}`);
    show(await echo.line(line));
    if (aside && /^\(\s*wait\b/iu.test(line)) {
      waited = true;
      catchUp();
    }
  }
  printAll();

  /** After a wait, prints what was said meanwhile. */
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
