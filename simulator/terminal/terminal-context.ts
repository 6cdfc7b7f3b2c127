import type { Echo } from '../device/echo.ts';
import type { Exchange } from '../device/exchange.ts';
import type { LineQueue } from './line-queue.ts';
import type { Paper } from './printer.ts';

/** What both ways of playing, live and piped, have at hand. */
export interface Stage {
  readonly echo: Echo;
  readonly paper: Paper;
  readonly lines: LineQueue;
  /** Prints what Alexa says. */
  say(text: string): void;
  /**
   * Prints the reminders that sounded because of the last line.
   * @returns whether anything else was heard.
   */
  sayReminders(): boolean;
  /** Prints all about an exchange but what is said: how it was understood, errors, violations. */
  remark(exchange: Exchange): void;
  /** Puts a text before the cursor, keeping what is being typed. */
  prompt(text: string): void;
  /** Takes that text away. */
  unprompt(): void;
  /** Real milliseconds. */
  milliseconds(): number;
}
