import { styleText } from 'node:util';

/** Prints lines on a stream, and styles text for it. */
export interface Printer {
  print(text?: string): void;
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

/** Creates a printer for a stream. It styles text only if the stream is a terminal and NO_COLOR is not set. */
export function createPrinter(stream: PrintStream): Printer {
  const styled = stream.isTTY === true && process.env.NO_COLOR === undefined;
  // The stream was checked above, and not by styleText: it would also obey FORCE_COLOR, and so style text in a pipe.
  const style = (format: 'dim' | 'red' | 'bold') => (text: string) =>
    styled ? styleText(format, text, { validateStream: false }) : text;
  return {
    print: (text = '') => {
      stream.write(`${text}\n`);
    },
    dim: style('dim'),
    red: style('red'),
    bold: style('bold'),
  };
}
