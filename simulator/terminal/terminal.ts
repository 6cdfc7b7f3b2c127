import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Echo } from '../device/echo.ts';
import type { Exchange } from '../device/exchange.ts';
import { textOf } from '../response/timeline.ts';
import { SOUND } from './chunks.ts';
import { queueLines } from './line-queue.ts';
import { type Paper, type PrintStream, paperOn, wrap } from './printer.ts';
import type { Stage } from './terminal-context.ts';
import { playLive } from './terminal-live.ts';
import { playPiped } from './terminal-piped.ts';

/** Where the terminal front end reads and writes. */
export interface TerminalOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & PrintStream;
  readonly invocationName: string;
  /** Real milliseconds; the machine's clock when left out. */
  readonly milliseconds?: () => number;
}

/**
 * The front end for people: prints what Alexa says and reads what they say. At a keyboard the quiet passes in real
 * time; from a pipe only virtual time passes.
 * @returns at the end of the input, or on ctrl-c.
 */
export async function runTerminal(echo: Echo, options: TerminalOptions): Promise<void> {
  const { input, output } = options;
  const live = input.isTTY === true;
  const reader = createInterface(live ? { input, output, terminal: true } : { input, terminal: false });
  reader.on('SIGINT', () => reader.close());
  const paper = paperOn(output);
  const remark = createRemarks(paper, options.invocationName, echo);
  const stage: Stage = {
    echo,
    paper,
    remark,
    lines: queueLines(reader),
    say: (text) => paper.print(wrap('Alexa: ', text, output)),
    sayReminders: () => {
      const heard = echo.heard();
      for (const { segments, isReminder } of heard) {
        if (isReminder) paper.print(wrap('(reminder) Alexa: ', `${SOUND} ${textOf(segments)}`, output));
      }
      return heard.some(({ isReminder }) => !isReminder);
    },
    prompt: (text) => {
      reader.setPrompt(text);
      reader.prompt(true);
    },
    unprompt: () => {
      output.write('\r\u001b[K');
    },
    milliseconds: options.milliseconds ?? Date.now,
  };
  paper.print(
    paper.dim(
      'Say "alexa, start our check-in". Enter skips a quiet; at a question it means that nobody answers.',
    ),
  );
  paper.print(
    paper.dim('A real Echo listens for 8 seconds; this one waits while you type. ctrl-c or ctrl-d leaves.'),
  );
  try {
    await (live ? playLive(stage) : playPiped(stage));
  } finally {
    reader.close();
  }
}

/** Remarks on exchanges; the hint how to begin is given once. */
function createRemarks(paper: Paper, invocationName: string, echo: Echo): (exchange: Exchange) => void {
  let hinted = false;
  let wasOpen = false;
  return ({ line, heard, error, violations, session, mic }) => {
    if (heard?.match === 'near')
      paper.print(paper.dim(`(a device would probably hear ${shortName(heard.intent)})`));
    if (heard?.match === 'none') paper.print(paper.dim(`(not in the model: ${shortName(heard.intent)})`));
    if (error !== null) paper.print(paper.red(`(${error})`));
    for (const violation of violations) paper.print(paper.red(`! ${violation}`));
    const card = echo.card();
    if (card !== null) paper.print(paper.dim(`(card in the Alexa app) ${card.title} / ${card.text}`));
    if (wasOpen && session === 'ended' && heard === null) paper.print(paper.dim('(the session is over)'));
    wasOpen = session === 'open';
    if (heard !== null || session === 'open' || line.startsWith('(')) return;
    if (error === null && mic === 'closed')
      paper.print(paper.dim('(nobody is listening: only you two heard that)'));
    if (!hinted) {
      hinted = true;
      const name = invocationName === 'our checkin' ? 'our check-in' : invocationName;
      paper.print(paper.dim(`(The skill is not open. Say "alexa, start ${name}" to open it.)`));
    }
  };
}

const shortName = (intent: string | null): string => (intent ?? '').replace(/^AMAZON\./u, '');
