/** A JSON object: neither null nor an array. */
export type JsonRecord = Record<string, unknown>;

/** Whether a value is an object with string keys, and neither null nor an array. */
export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value if it is an array; otherwise an empty array. */
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value if it is a string; otherwise undefined. */
export const asString = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/**
 * Finds the first part of a value that a JSON round trip would change. A property that is undefined is ignored: it is
 * left out of the JSON, and reading it afterwards gives undefined again.
 *
 * @param path how the value is called in the result.
 * @returns the path of that part and what is wrong with it; null if the round trip changes nothing.
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
  becomesNull: (item: unknown) => boolean,
): string | null {
  for (const [path, item] of entries) {
    const problem = becomesNull(item) ? `${path} is undefined` : notJson(item, path);
    if (problem !== null) return problem;
  }
  return null;
}
