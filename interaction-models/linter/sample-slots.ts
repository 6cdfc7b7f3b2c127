const SLOT = /\{\s*([^{}]*?)\s*\}/g;

/** The names of the slots in a sample, in their order. */
export function slotNamesIn(sample: string): string[] {
  return [...sample.matchAll(SLOT)].map((match) => match[1] ?? '');
}

/** Replaces each slot in a sample. `write` gives the text for a slot by its name. */
export function withSlotsAs(sample: string, write: (name: string) => string): string {
  return sample.replace(SLOT, (_, name: string) => write(name));
}

/** Whether a slot of a sample has blanks inside its braces. */
export const hasBlanksInSlot = (sample: string): boolean => /\{\s|\{[^{}]*\s\}/.test(sample);

/**
 * Whether a slot of a sample touches a word or another slot. A possessive after it, as in "{name}'s turn", is part of it;
 * so is an elision before it, as in "l'{artiste}".
 */
export const hasGluedSlot = (sample: string): boolean =>
  /[\p{L}\p{M}\p{N}_-]\{|\}[\p{L}\p{M}\p{N}_{-]/u.test(sample);
