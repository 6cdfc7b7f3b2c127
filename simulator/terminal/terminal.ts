import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { spokenName } from '../../interaction-models/model-facts.ts';
import type { EchoInUse } from '../device/echo.ts';
import { textOf } from '../response/timeline.ts';
import { SOUND } from './chunks.ts';
import { confirmationOf } from './confirmation.ts';
import { hintsFor } from './hints.ts';
import { queueLines } from './line-queue.ts';
import { createPrinter, type PrintStream } from './printer.ts';
import { createPromptLine, type TerminalOutput } from './prompt-line.ts';
import { createRemarks } from './remarks.ts';
import type { TerminalContext } from './terminal-context.ts';
import { playLive } from './terminal-live.ts';
import { playPiped } from './terminal-piped.ts';
import { wrap } from './text-layout.ts';
import { type ServePage, showWebPage } from './web-page.ts';

/** What the terminal front end needs. */
export interface TerminalOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & PrintStream & TerminalOutput;
  readonly invocationName: string;
  /** The IANA time zone in which the time is told; UTC if it is left out. */
  readonly timezone?: string;
  /** Whether the place is kept after the end, so that the terminal says so when somebody leaves. */
  readonly keeps?: boolean;
  /** Serves the page. It is called once the first prompt is shown, and only at a keyboard. */
  readonly serve?: ServePage;
  /** Real milliseconds; the default is the clock of this machine. */
  readonly milliseconds?: () => number;
}

/**
 * The front end for people: prints what Alexa says, and reads what they say. At a terminal a quiet passes in real time.
 * If the input or the output is a pipe, only virtual time passes, nothing moves the cursor, and nothing is coloured. Resolves
 * at the end of the input, or on ctrl-c.
 */
export async function runTerminal(echo: EchoInUse, options: TerminalOptions): Promise<void> {
  const { input, output, timezone = 'UTC' } = options;
  const live = input.isTTY === true && output.isTTY === true && process.env.TERM !== 'dumb';
  const reader = createInterface(live ? { input, output, terminal: true } : { input, terminal: false });
  reader.on('SIGINT', () => reader.close());
  const promptLine = live ? createPromptLine(reader, output) : null;
  const printer = createPrinter({
    write: (text) => (promptLine === null ? output.write(text) : promptLine.above(text)),
    isTTY: live,
    get columns() {
      return output.columns;
    },
  });
  const { note, warn } = printer;
  const hints = hintsFor(options.invocationName);
  const page = showWebPage(live ? options.serve : undefined, { note, warn });
  const usual = echo.view().name;
  const remark = createRemarks(printer, hints, echo);
  let wasOpen = false;
  const context: TerminalContext = {
    echo,
    printer,
    hints,
    remark: (exchange) => {
      wasOpen ||= exchange.session === 'open';
      remark(exchange);
    },
    confirm: ({ line, error }) => {
      const confirmation = error === null ? confirmationOf(line, echo, timezone) : null;
      if (confirmation !== null) note(`(${confirmation})`);
    },
    you: () => {
      const { name } = echo.view();
      const who = [echo.speaker(), name === usual ? null : name].filter((it) => it !== null);
      return who.length === 0 ? 'You: ' : `You (${who.join(', ')}): `;
    },
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
      promptLine?.show(text);
      page.start();
    },
    milliseconds: options.milliseconds ?? Date.now,
  };
  note(
    `Say "alexa, start ${spokenName(options.invocationName)}". Enter skips a quiet; at a question it means that nobody answers.`,
  );
  note('A real Echo listens for 8 seconds; this one waits while you type. ctrl-c or ctrl-d leaves.');
  try {
    await (live ? playLive(context) : playPiped(context));
    if (live && wasOpen && options.keeps === true) note(hints.kept);
  } finally {
    page.stop();
    reader.close();
  }
}
