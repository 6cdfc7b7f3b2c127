/**
 * What a terminal of a width shows after a text was written to it, row by row. It knows the control sequences that
 * readline and the simulator write, and ignores colours.
 *
 * @throws {RangeError} for any other control sequence.
 */
export function shown(written: string, columns: number): string[] {
  const rows: string[][] = [[]];
  let row = 0;
  let column = 0;
  const current = (): string[] => {
    while (rows.length <= row) rows.push([]);
    return rows[row] ?? [];
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control sequences begin with one.
  for (const [whole, parameter = '', kind] of written.matchAll(/\u001b\[([\d;]*)([A-Za-z])|[\s\S]/gu)) {
    if (kind !== undefined) control(kind, Number(parameter || 1));
    else if (whole === '\r') column = 0;
    else if (whole === '\n') {
      // The driver of a terminal writes a carriage return before it.
      row += 1;
      column = 0;
    } else put(whole);
  }
  return rows.map((characters) =>
    Array.from(characters, (one) => one ?? ' ')
      .join('')
      .trimEnd(),
  );

  function put(character: string): void {
    if (column >= columns) {
      row += 1;
      column = 0;
    }
    current()[column] = character;
    column += 1;
  }

  function control(kind: string, count: number): void {
    if (kind === 'A') row = Math.max(0, row - count);
    else if (kind === 'G') column = count - 1;
    else if (kind === 'J') {
      current().length = Math.min(current().length, column);
      rows.length = row + 1;
    } else if (kind !== 'm') throw new RangeError(`The control sequence ${kind} is not known here.`);
  }
}
