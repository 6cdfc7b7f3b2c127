/**
 * How many households check in at once, from one to the most. Each size is there once: the names of the households have the
 * size in them, and a second run of it would find that they have checked in already.
 */
export const sizesUpTo = (most: number): number[] => [...new Set([1, Math.ceil(most / 10), most])];
