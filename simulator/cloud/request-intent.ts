import type { Intent, Slot } from 'ask-sdk-model';
import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { slotsOfIntent } from '../../interaction-models/model-facts.ts';
import type { Elicitation } from '../device/device.ts';
import { asString, isRecord, type JsonRecord } from '../json-value.ts';
import type { understand } from '../understanding/understand.ts';
import { SKILL_ID } from './identity.ts';

type Understood = ReturnType<typeof understand>;

/** Values that understanding gives by slot name. */
export type UnderstoodSlots = Understood['slots'];

/**
 * The intent as a request carries it: every slot the model declares, those known from an elicitation under way, and
 * those just heard.
 */
export function intentOf(
  model: InteractionModel,
  understood: Understood,
  elicitation: Elicitation | null,
): Intent {
  const known = elicitation !== null && elicitation.intent === understood.intent ? elicitation.known : {};
  const slots: Record<string, Slot> = {};
  for (const { name, type } of slotsOfIntent(model, understood.intent)) {
    const heard = understood.slots[name];
    slots[name] = heard === undefined ? (known[name] ?? emptySlot(name)) : filledSlot(name, type, heard);
  }
  const carriesSlots = Object.keys(slots).length > 0;
  return { name: understood.intent, confirmationStatus: 'NONE', ...(carriesSlots ? { slots } : {}) };
}

/** The values of an intent's filled slots, by name. */
export const valuesOf = (intent: Intent): Record<string, string> =>
  Object.fromEntries(
    Object.entries(intent.slots ?? {}).flatMap(([name, { value }]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

/**
 * The elicitation that a Dialog.ElicitSlot directive begins.
 * @param asked the intent that was answered, whose slots stay known unless the directive gives its own.
 */
export function elicitationOf(directive: JsonRecord, asked: Intent | null): Elicitation | null {
  const updated = isRecord(directive.updatedIntent) ? directive.updatedIntent : null;
  const intent = asString(updated?.name) ?? asked?.name;
  const slot = asString(directive.slotToElicit);
  if (intent === undefined || slot === undefined) return null;
  const given = isRecord(updated?.slots) ? updated.slots : asked?.name === intent ? asked.slots : undefined;
  const known = Object.entries(given ?? {}).filter(
    ([name, it]) => name !== slot && isRecord(it) && it.value !== undefined && it.value !== null,
  );
  return { intent, slot, known: Object.fromEntries(known) as Record<string, Slot> };
}

const emptySlot = (name: string): Slot => ({ name, confirmationStatus: 'NONE' });

function filledSlot(name: string, type: string, { value, resolved }: UnderstoodSlots[string]): Slot {
  const authority = `amzn1.er-authority.echo-sdk.${SKILL_ID}.${type}`;
  const resolutions = resolved === undefined ? {} : { resolutions: resolutionsOf(authority, resolved) };
  // The SDK's types want enums where Alexa sends these strings.
  return {
    name,
    value,
    confirmationStatus: 'NONE',
    source: 'USER',
    ...resolutions,
    slotValue: { type: 'Simple', value, ...resolutions },
  } as unknown as Slot;
}

const resolutionsOf = (authority: string, resolved: object | null) => ({
  resolutionsPerAuthority: [
    resolved === null
      ? { authority, status: { code: 'ER_SUCCESS_NO_MATCH' }, values: [] }
      : { authority, status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: resolved }] },
  ],
});
