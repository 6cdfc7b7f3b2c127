const SLOT = /\{\s*([^{}]*?)\s*\}/g;

/** The names of the slots in a sample, in order. */
export function slotNamesIn(sample: string): string[] {
  return [...sample.matchAll(SLOT)].map((match) => match[1] ?? '');
}

/** The sample with each slot written anew. */
export function withSlotsAs(sample: string, write: (name: string) => string): string {
  return sample.replace(SLOT, (_, name: string) => write(name));
}
