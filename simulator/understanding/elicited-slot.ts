import type { InteractionModel } from '../../interaction-models/interaction-model.ts';

/** A slot of an intent for which the skill asks. */
export interface ElicitedSlot {
  readonly intent: string;
  readonly slot: string;
}

/** The id of the state in which the skill asks nothing, because it is not open. */
const CLOSED = 'closed';

/**
 * The slot for which the skill asks in a conversation state. If the model requires exactly one slot for free speech, it
 * is that slot in every state. Otherwise the id of the state tells it; see `elicitationOfState`.
 *
 * @returns null if the skill asks for no slot in the state, and for the state `closed`.
 */
export function elicitedInState(model: InteractionModel, state: string | null): ElicitedSlot | null {
  if (state === null || state === CLOSED) return null;
  return freeSlotOf(model) ?? elicitationOfState(state);
}

/**
 * The slot for which the skill asks, as the id of a conversation state tells it. By convention the id of such a state
 * ends with `@IntentName.slotName`.
 *
 * @returns null if the id names no slot.
 */
export function elicitationOfState(state: string | null): ElicitedSlot | null {
  const parts = /@([\w.]+)\.(\w+)$/u.exec(state ?? '');
  return parts?.[1] === undefined || parts[2] === undefined ? null : { intent: parts[1], slot: parts[2] };
}

/** The one slot for free speech that the dialog of the model requires; null if there is none, or more than one. */
function freeSlotOf(model: InteractionModel): ElicitedSlot | null {
  const slots = (model.interactionModel.dialog?.intents ?? []).flatMap((intent) =>
    (intent.slots ?? [])
      .filter((slot) => slot.elicitationRequired === true && slot.type === 'AMAZON.SearchQuery')
      .map((slot) => ({ intent: intent.name, slot: slot.name })),
  );
  return slots.length === 1 ? (slots[0] ?? null) : null;
}
