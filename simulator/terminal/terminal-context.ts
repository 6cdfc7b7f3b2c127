import type { EchoInUse } from '../device/echo.ts';
import type { Exchange } from '../device/exchange.ts';
import type { Hints } from './hints.ts';
import type { LineQueue } from './line-queue.ts';
import type { Printer } from './printer.ts';

/** What both kinds of terminal, live and piped, use. */
export interface TerminalContext {
  readonly echo: EchoInUse;
  readonly printer: Printer;
  readonly lines: LineQueue;
  /** Prints what Alexa says. */
  say(text: string): void;
  /**
   * Prints the reminders that sounded because of the last line.
   *
   * @returns whether anything else was played.
   */
  sayReminders(): boolean;
  /** Prints everything about an exchange except what is said: how it was understood, errors, violations, the card. */
  remark(exchange: Exchange): void;
  /** Prints what a command that nobody hears has changed. */
  confirm(exchange: Exchange): void;
  readonly hints: Hints;
  /** `You: `, with the speaker and the device if they are not the usual ones. */
  you(): string;
  /** Shows a text in front of what is being typed; an empty one shows nothing. */
  prompt(text: string): void;
  /** Real milliseconds since some fixed moment. */
  milliseconds(): number;
}
