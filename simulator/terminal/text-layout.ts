const WIDEST_COLUMNS = 100;
const NARROWEST_TEXT = 8;

/**
 * Breaks a text into lines.
 *
 * @param label stands before the text; later lines are indented by its length.
 * @param columns the width of the terminal. Lines are at most 100 characters wide, and at least
 *   8 wider than the label; 100 if the width is not known. A longer word has a line of its own.
 */
export function wrap(label: string, text: string, columns: number | undefined): string {
  const width = Math.max(label.length + NARROWEST_TEXT, Math.min(columns || WIDEST_COLUMNS, WIDEST_COLUMNS));
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

/** Seconds as minutes and seconds, e.g. `2:05`. */
export const clockOf = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

const BAR_WIDTH = 24;

/** A progress bar, followed by the time that is left. */
export function progressBar(elapsed: number, seconds: number): string {
  const done = Math.round((Math.min(elapsed, seconds) / seconds) * BAR_WIDTH);
  return `[${'█'.repeat(done)}${'·'.repeat(BAR_WIDTH - done)}] ${clockOf(Math.max(0, seconds - elapsed))} left`;
}
