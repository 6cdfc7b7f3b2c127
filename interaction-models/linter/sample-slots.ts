const SLOT = /\{\s*([^{}]*?)\s*\}/g;

/** The names of the slots in a sample, in their order. */
export function slotNamesIn(sample: string): string[] {
  return [...sample.matchAll(SLOT)].map((match) => match[1] ?? '');
}

/** Replaces each slot in a sample. `write` gives the text for a slot by its name. */
export function withSlotsAs(sample: string, write: (name: string) => string): string {
  return sample.replace(SLOT, (_, name: string) => write(name));
}
