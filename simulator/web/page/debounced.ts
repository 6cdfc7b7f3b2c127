/** Milliseconds within which a second touch or click belongs to the first, as a double click or a key that is held down. */
const DOUBLE = 500;

/**
 * Makes a function that does something for the first of several touches or clicks in a row: what the others meet may be
 * another question by then.
 */
export function debounced<Args extends readonly unknown[]>(
  act: (...args: Args) => void,
): (...args: Args) => void {
  let calledAt = Number.NEGATIVE_INFINITY;
  return (...args) => {
    const isFirst = performance.now() - calledAt > DOUBLE;
    calledAt = performance.now();
    if (isFirst) act(...args);
  };
}
