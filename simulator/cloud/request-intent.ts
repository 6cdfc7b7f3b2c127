import type { Intent, Slot } from 'ask-sdk-model';
import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { slotsOfIntent } from '../../interaction-models/model-facts.ts';
import type { FilledSlot, Understood } from '../understanding/understand.ts';
import { SKILL_ID } from './identity.ts';

/**
 * The intent of an IntentRequest, with every slot that the model declares for it.
 *
 * @param known the slots of the intent that were filled before, for those that were not filled now.
 */
export function requestIntent(
  model: InteractionModel,
  understood: Understood,
  known: Readonly<Record<string, Slot>>,
): Intent {
  const slots: Record<string, Slot> = {};
  for (const { name, type } of slotsOfIntent(model, understood.intent)) {
    const filled = understood.slots[name];
    slots[name] = filled === undefined ? (known[name] ?? emptySlot(name)) : filledSlot(name, type, filled);
  }
  const hasSlots = Object.keys(slots).length > 0;
  return { name: understood.intent, confirmationStatus: 'NONE', ...(hasSlots ? { slots } : {}) };
}

/** The values of the filled slots of an intent, by name. */
export const slotValuesOf = (intent: Intent): Record<string, string> =>
  Object.fromEntries(
    Object.entries(intent.slots ?? {}).flatMap(([name, { value }]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

const emptySlot = (name: string): Slot => ({ name, confirmationStatus: 'NONE' });

function filledSlot(name: string, type: string, { value, resolved }: FilledSlot): Slot {
  const authority = `amzn1.er-authority.echo-sdk.${SKILL_ID}.${type}`;
  const resolutions = resolved === undefined ? {} : { resolutions: resolutionsOf(authority, resolved) };
  // The types of the SDK ask for enums, but Alexa sends these strings.
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
