/** A slot of an intent for which the skill asks. */
export interface ElicitedSlot {
  readonly intent: string;
  readonly slot: string;
}

/**
 * The slot for which the skill asks in a conversation state. By convention the id of such a state ends with
 * `@IntentName.slotName`.
 *
 * @returns null if the skill asks for no slot in the state.
 */
export function elicitationOfState(state: string | null): ElicitedSlot | null {
  const parts = /@([\w.]+)\.(\w+)$/u.exec(state ?? '');
  return parts?.[1] === undefined || parts[2] === undefined ? null : { intent: parts[1], slot: parts[2] };
}
