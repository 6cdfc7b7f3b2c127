/** What may be in the table of a household that was deleted: the mark of that, and nothing that tells anything. */
import type { Stored } from './stored.ts';

/** The attributes of the mark: its keys, its schema, when it was, and until when it stays. */
const MARK = new Set(['pk', 'sk', 'schema', 'forgotten', 'expiresAt']);

/** The names of everything that is stored besides the mark. */
export function onlyMark({ record, items }: Stored): string[] {
  return [
    ...(record === null ? [] : ['household']),
    ...items.flatMap((item) => [
      ...(item.sk?.S === 'household' ? [] : [item.sk?.S ?? 'an item without a key']),
      ...Object.keys(item).filter((name) => !MARK.has(name)),
    ]),
  ];
}
