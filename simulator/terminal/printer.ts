/** Somewhere to print on. */
export interface Paper {
  print(text?: string): void;
  dim(text: string): string;
  red(text: string): string;
  bold(text: string): string;
}

/** What a paper needs to know of a stream. */
export interface PrintStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

const WIDEST_COLUMNS = 100;

/** A paper on a stream; colours only where somebody sees them. */
export function paperOn(stream: PrintStream): Paper {
  const coloured = stream.isTTY === true && process.env.NO_COLOR === undefined;
  const style = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    print: (text = '') => {
      stream.write(`${text}\n`);
    },
    dim: style(2),
    red: style(31),
    bold: style(1),
  };
}

/** Breaks a text into lines of the stream's width, those after the first indented like the label before it. */
export function wrap(label: string, text: string, stream: PrintStream): string {
  const width = Math.max(30, Math.min(stream.columns || WIDEST_COLUMNS, WIDEST_COLUMNS));
  const indent = ' '.repeat(label.length);
  const lines: string[] = [];
  let line = label;
  for (const word of text.split(' ')) {
    if (
      line.length > indent.length &&
      line.trim() !== label.trim() &&
      line.length + 1 + word.length > width
    ) {
      lines.push(line);
      line = indent;
    }
    line += line.endsWith(' ') || line === '' ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

/** Seconds as a clock shows them, e.g. `2:05`. */
export const clockOf = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

const BAR_WIDTH = 24;

/** A bar for a quiet, and the time left of it. */
export function barOf(elapsed: number, seconds: number): string {
  const done = Math.round((Math.min(elapsed, seconds) / seconds) * BAR_WIDTH);
  return `[${'█'.repeat(done)}${'·'.repeat(BAR_WIDTH - done)}] ${clockOf(Math.max(0, seconds - elapsed))} left`;
}
