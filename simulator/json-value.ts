/** An object as JSON has them: neither null nor an array. */
export type JsonRecord = Record<string, unknown>;

/** Whether a value is an object with string keys, and neither null nor an array. */
export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as an array, or none at all. */
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value if it is a string. */
export const asString = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/**
 * Finds the first place where a value would not come back the same from a JSON round trip.
 * Properties that are undefined are passed over: they vanish, and reading them gives undefined again.
 * @returns the path and what is wrong there, or null when the value is JSON.
 */
export function notJson(value: unknown, path: string): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} is ${value}`;
  if (Array.isArray(value)) {
    return firstProblem(
      value.map((item, index) => [`${path}[${index}]`, item]),
      (item) => item === undefined,
    );
  }
  if (typeof value !== 'object') return `${path} is of type ${typeof value}`;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return `${path} is of class ${prototype.constructor?.name ?? 'unknown'}`;
  }
  return firstProblem(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [`${path}.${key}`, item]),
    () => false,
  );
}

function firstProblem(
  entries: readonly (readonly [string, unknown])[],
  vanishes: (item: unknown) => boolean,
): string | null {
  for (const [path, item] of entries) {
    const problem = vanishes(item) ? `${path} is undefined` : notJson(item, path);
    if (problem !== null) return problem;
  }
  return null;
}
