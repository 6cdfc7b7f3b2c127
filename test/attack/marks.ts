/** Words that are marked, each with a number of its own, and where they are found. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Finding } from './evening.ts';

const MARK = /zebra\d+q/giu;

/** Gives a new marked word each time. */
export function markedWords(): { next(): string } {
  let given = 0;
  return {
    next() {
      given += 1;
      return `zebra${given}q`;
    },
  };
}

/** The marked words in a text, or in what JSON makes of something else. */
export function marksIn(value: unknown): Set<string> {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return new Set([...text.matchAll(MARK)].map(([mark]) => mark.toLowerCase()));
}

/** What may be stored: sentences and questions that they said yes to. Nicknames may be too, in their place. */
export function leaksIn(
  items: readonly Record<string, AttributeValue>[],
  confirmed: ReadonlySet<string>,
): Finding[] {
  return items.flatMap((item): Finding[] => {
    const key = item.sk?.S ?? '';
    const kind = key.split('#')[0] ?? '';
    const rest = kind === 'household' ? withoutNames(item) : { ...item, text: undefined };
    const unconfirmed = [...marksIn(item.text)].filter((mark) => !confirmed.has(mark));
    if (marksIn(rest).size === 0 && (kind === 'household' || unconfirmed.length === 0)) return [];
    return [{ promise: 'leaked', where: `an item: ${kind}` }];
  });
}

/** The item of a household without the nicknames, which are the first of its body. */
function withoutNames(item: Record<string, AttributeValue>): unknown {
  const [, ...body] = JSON.parse(item.body?.S ?? '[null]') as unknown[];
  return { ...item, body };
}
