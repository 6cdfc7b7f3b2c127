import { styleText } from 'node:util';
import { wrap } from './text-layout.ts';

/** Prints lines on a stream, and styles text for it. */
export interface Printer {
  print(text?: string): void;
  /** Prints something beside the conversation, faint, and wrapped if the width of the terminal is known. */
  note(text: string): void;
  /** Prints something that is wrong, in the same way but red. */
  warn(text: string): void;
  /** The width of the terminal; undefined if it is not known. */
  columns(): number | undefined;
  dim(text: string): string;
  red(text: string): string;
  bold(text: string): string;
}

/** The part of an output stream that the terminal front end uses. */
export interface PrintStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/**
 * Creates a printer for a stream. It styles text only if the stream is a terminal and NO_COLOR is not
 * set, or is empty (https://no-color.org).
 */
export function createPrinter(stream: PrintStream): Printer {
  const styled = stream.isTTY === true && !process.env.NO_COLOR;
  // The stream was checked above, and not by styleText: it would also obey FORCE_COLOR, and so style text in a pipe.
  const style = (format: 'dim' | 'red' | 'bold') => (text: string) =>
    styled ? styleText(format, text, { validateStream: false }) : text;
  const print = (text = '') => void stream.write(`${text}\n`);
  const wrapped = (text: string) => (stream.columns ? wrap('', text, stream.columns) : text);
  const [dim, red, bold] = [style('dim'), style('red'), style('bold')];
  return {
    print,
    note: (text) => print(dim(wrapped(text))),
    warn: (text) => print(red(wrapped(text))),
    columns: () => stream.columns,
    dim,
    red,
    bold,
  };
}
