/** What is stored of a household, read as it stands in the table. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { HouseholdRecord } from '../../lambda/household/store.ts';
import type { Stage } from './stage.ts';

export interface Stored {
  /** The household; null if there is none, or only the mark of its deletion. */
  record: HouseholdRecord | null;
  /** The texts of the appreciations and of the questions, each in the order of its key. */
  appreciations: string[];
  questions: string[];
  items: Record<string, AttributeValue>[];
}

export async function storedOf({ table, id, echo }: Pick<Stage, 'table' | 'id' | 'echo'>): Promise<Stored> {
  const items = await table.items(id);
  const under = (key: string): string[] =>
    items.flatMap(({ sk, text }) => (sk?.S?.startsWith(key) && text?.S !== undefined ? [text.S] : []));
  return {
    record: await table.store.load(id, echo.now),
    appreciations: under('appreciation#'),
    questions: under('question#'),
    items,
  };
}
