import type { Interface } from 'node:readline';

/** The output of a terminal at which somebody types. */
export interface TerminalOutput {
  write(text: string): unknown;
  prependListener?(event: 'resize', listener: () => void): unknown;
  off?(event: 'resize', listener: () => void): unknown;
}

/** The last line of the terminal: a prompt, and what is being typed. Everything else is printed above it. */
export interface PromptLine {
  /** Shows a prompt in front of what is being typed. An empty one removes it. */
  show(prompt: string): void;
  /** Writes whole lines above the prompt, and keeps what is being typed. */
  above(text: string): void;
}

/** Fields that readline has, but that its types do not have or declare as read-only. */
interface ReaderFields {
  line: string;
  cursor: number;
  /** Rows between the first row of the prompt and the cursor, as readline drew them last. */
  prevRows?: number;
}

/** Moves the cursor up, to the beginning of that row, and clears everything from there on. */
const clearFrom = (rowsAbove: number): string => `${rowsAbove > 0 ? `\u001b[${rowsAbove}A` : ''}\r\u001b[J`;

/**
 * Creates the prompt line of a reader. As soon as a line is entered, its echo is removed, because lines can come faster
 * than they are carried out: whoever carries one out prints it.
 */
export function createPromptLine(reader: Interface, output: TerminalOutput): PromptLine {
  const fields = reader as unknown as ReaderFields;
  let prompt = '';
  let closed = false;

  const draw = () => {
    if (prompt !== '' || reader.line !== '') reader.prompt(true);
  };
  const clear = () => {
    output.write(clearFrom(reader.getCursorPos().rows));
    fields.prevRows = 0;
  };
  const set = (text: string) => {
    prompt = text;
    reader.setPrompt(text);
  };

  reader.on('line', (line) => {
    fields.line = line;
    fields.cursor = line.length;
    const { rows } = reader.getCursorPos();
    fields.line = '';
    fields.cursor = 0;
    // Readline has gone on to the row below.
    output.write(clearFrom(rows + 1));
    set('');
  });
  // At another width the terminal has broken what is shown into other rows. Readline draws it after this.
  const resized = () => {
    fields.prevRows = reader.getCursorPos().rows;
  };
  output.prependListener?.('resize', resized);
  reader.on('close', () => {
    clear();
    closed = true;
    output.off?.('resize', resized);
  });

  return {
    show: (text) => {
      if (closed || text === prompt) return;
      clear();
      set(text);
      draw();
    },
    above: (text) => {
      if (closed) {
        output.write(text);
        return;
      }
      if (prompt !== '' || reader.line !== '') clear();
      output.write(text);
      draw();
    },
  };
}
