import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { EchoInUse } from '../device/echo.ts';
import type { Exchange } from '../device/exchange.ts';
import { textOf } from '../response/timeline.ts';
import { ADVICE } from '../response/violation.ts';
import { SOUND } from './chunks.ts';
import { queueLines } from './line-queue.ts';
import { createPrinter, type Printer, type PrintStream } from './printer.ts';
import type { TerminalContext } from './terminal-context.ts';
import { playLive } from './terminal-live.ts';
import { playPiped } from './terminal-piped.ts';
import { wrap } from './text-layout.ts';
import { showWebPage, type WebPage } from './web-page.ts';

/** Moves the cursor to the beginning of its line, and clears the line. */
const CLEAR_LINE = '\r\u001b[K';

/** What the terminal front end needs. */
export interface TerminalOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & PrintStream;
  readonly invocationName: string;
  /** Serves the page. It is called once the first prompt is shown, and only at a keyboard. */
  readonly serve?: () => Promise<WebPage>;
  /** Real milliseconds; the default is the clock of this machine. */
  readonly milliseconds?: () => number;
}

/**
 * The front end for people: prints what Alexa says, and reads what they say. At a keyboard a quiet passes in real time;
 * from a pipe only virtual time passes. Resolves at the end of the input, or on ctrl-c.
 */
export async function runTerminal(echo: EchoInUse, options: TerminalOptions): Promise<void> {
  const { input, output } = options;
  const live = input.isTTY === true;
  const reader = createInterface(live ? { input, output, terminal: true } : { input, terminal: false });
  reader.on('SIGINT', () => reader.close());
  const printer = createPrinter(output);
  const remark = createRemarks(printer, options.invocationName, echo);
  let prompted = false;
  const page = showWebPage(live ? options.serve : undefined, printer, (line) => {
    if (prompted) output.write(CLEAR_LINE);
    printer.print(line);
    if (prompted) reader.prompt(true);
  });
  const context: TerminalContext = {
    echo,
    printer,
    remark,
    lines: queueLines(reader, page.takes),
    say: (text) => printer.print(wrap('Alexa: ', text, output.columns)),
    sayReminders: () => {
      const played = echo.played();
      for (const { segments, isReminder } of played) {
        if (isReminder)
          printer.print(wrap('(reminder) Alexa: ', `${SOUND} ${textOf(segments)}`, output.columns));
      }
      return played.some(({ isReminder }) => !isReminder);
    },
    prompt: (text) => {
      prompted = true;
      reader.setPrompt(text);
      reader.prompt(true);
      page.start();
    },
    unprompt: () => {
      prompted = false;
      output.write(CLEAR_LINE);
    },
    milliseconds: options.milliseconds ?? Date.now,
  };
  printer.print(
    printer.dim(
      'Say "alexa, start our check-in". Enter skips a quiet; at a question it means that nobody answers.',
    ),
  );
  printer.print(
    printer.dim('A real Echo listens for 8 seconds; this one waits while you type. ctrl-c or ctrl-d leaves.'),
  );
  try {
    await (live ? playLive(context) : playPiped(context));
  } finally {
    page.stop();
    reader.close();
  }
}

/** Creates the function that prints the remarks on an exchange. It gives the hint how to open the skill only once. */
function createRemarks(
  printer: Printer,
  invocationName: string,
  echo: EchoInUse,
): (exchange: Exchange) => void {
  let hinted = false;
  let wasOpen = false;
  return ({ line, heard, error, violations, session, mic }) => {
    if (heard?.match === 'near')
      printer.print(printer.dim(`(a device would probably hear ${shortName(heard.intent)})`));
    if (heard?.match === 'none') printer.print(printer.dim(`(not in the model: ${shortName(heard.intent)})`));
    if (error !== null) printer.print(printer.red(`(${error})`));
    for (const violation of violations) {
      printer.print(violation.startsWith(ADVICE) ? printer.dim(violation) : printer.red(`! ${violation}`));
    }
    const card = echo.card();
    if (card !== null) printer.print(printer.dim(`(card in the Alexa app) ${card.title} / ${card.text}`));
    if (wasOpen && session === 'ended' && heard === null) printer.print(printer.dim('(the session is over)'));
    wasOpen = session === 'open';
    if (heard !== null || session === 'open' || line.startsWith('(')) return;
    if (error === null && mic === 'closed')
      printer.print(printer.dim('(nobody is listening: only you two heard that)'));
    if (!hinted) {
      hinted = true;
      const name = invocationName === 'our checkin' ? 'our check-in' : invocationName;
      printer.print(printer.dim(`(The skill is not open. Say "alexa, start ${name}" to open it.)`));
    }
  };
}

const shortName = (intent: string | null): string => (intent ?? '').replace(/^AMAZON\./u, '');
