import type { Intent, Slot } from 'ask-sdk-model';
import { asString, isRecord, type JsonRecord } from '../json-value.ts';

/** A slot that the skill has asked for with Dialog.ElicitSlot, and the slots of its intent that are filled already. */
export interface Elicitation {
  readonly intent: string;
  readonly slot: string;
  readonly known: Readonly<Record<string, Slot>>;
}

/**
 * The elicitation that a Dialog.ElicitSlot directive begins.
 *
 * @param answered the intent that the response answers. Its slots stay filled unless the directive has its own.
 * @returns null if the directive names no slot, or there is no intent.
 */
export function elicitationOf(directive: JsonRecord, answered: Intent | null): Elicitation | null {
  const updated = isRecord(directive.updatedIntent) ? directive.updatedIntent : null;
  const intent = asString(updated?.name) ?? answered?.name;
  const slot = asString(directive.slotToElicit);
  if (intent === undefined || slot === undefined) return null;
  const slots = isRecord(updated?.slots)
    ? updated.slots
    : answered?.name === intent
      ? answered.slots
      : undefined;
  const known = Object.entries(slots ?? {}).filter(
    ([name, it]) => name !== slot && isRecord(it) && it.value !== undefined && it.value !== null,
  );
  return { intent, slot, known: Object.fromEntries(known) as Record<string, Slot> };
}
