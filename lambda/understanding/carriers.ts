/**
 * Carriers: words of the interaction model with a slot for whatever follows them, such as "can {after_can}". The name of the
 * slot says which words they were.
 */

const AFTER = 'after_';
const [SPACE, APOSTROPHE] = ['__', '_'];

/** The slot for what follows some words. Slots are named with letters and underscores. */
export function slotAfter(words: string): string {
  return AFTER + words.replaceAll(' ', SPACE).replaceAll("'", APOSTROPHE);
}

/** The whole words: the value of a slot, with the words before it. A slot that is none of these has none. */
export function withCarrier(slot: string, value: string): string {
  if (!slot.startsWith(AFTER)) return value;
  return `${slot.slice(AFTER.length).replaceAll(SPACE, ' ').replaceAll(APOSTROPHE, "'")} ${value}`;
}
