/** A character of a terminal, and how it is shown. */
export interface Cell {
  readonly character: string;
  readonly style: 'plain' | 'bold' | 'dim' | 'red';
}

/** Select Graphic Rendition (ECMA-48, 8.3.117), as far as the simulator uses it. */
const STYLES: Readonly<Record<string, Cell['style']>> = { 1: 'bold', 2: 'dim', 31: 'red' };

/**
 * What a terminal of a width shows after a text was written to it, row by row. It knows the control sequences that
 * readline and the simulator write.
 *
 * @throws {RangeError} for any other control sequence.
 */
export function shown(written: string, columns: number): string[] {
  return cellsOf(written, columns).map((cells) =>
    cells
      .map(({ character }) => character)
      .join('')
      .trimEnd(),
  );
}

/** The same, with the style of each character. */
export function cellsOf(written: string, columns: number): Cell[][] {
  const rows: Cell[][] = [[]];
  let row = 0;
  let column = 0;
  let style: Cell['style'] = 'plain';
  const current = (): Cell[] => {
    while (rows.length <= row) rows.push([]);
    return rows[row] ?? [];
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control sequences begin with one.
  for (const [whole, parameter = '', kind] of written.matchAll(/\u001b\[([\d;]*)([A-Za-z])|[\s\S]/gu)) {
    if (kind === 'm') style = STYLES[parameter] ?? 'plain';
    else if (kind !== undefined) control(kind, Number(parameter || 1));
    else if (whole === '\r') column = 0;
    else if (whole === '\n') {
      // The driver of a terminal writes a carriage return before it.
      row += 1;
      column = 0;
    } else put(whole);
  }
  // A cell that nothing was written to is missing.
  return rows.map((cells) => Array.from(cells, (cell) => cell ?? { character: ' ', style: 'plain' }));

  function put(character: string): void {
    if (column >= columns) {
      row += 1;
      column = 0;
    }
    current()[column] = { character, style };
    column += 1;
  }

  function control(kind: string, count: number): void {
    if (kind === 'A') row = Math.max(0, row - count);
    else if (kind === 'G') column = count - 1;
    else if (kind === 'J') {
      current().length = Math.min(current().length, column);
      rows.length = row + 1;
    } else throw new RangeError(`The control sequence ${kind} is not known here.`);
  }
}
