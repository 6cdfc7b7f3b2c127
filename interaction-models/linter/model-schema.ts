import { schemaCheck } from './amazon-schema.ts';

const check = schemaCheck('v1.skill.interactionModel.InteractionModelData', 'v1.skill.interactionModel.');

/**
 * Checks a value against Amazon's schema of an interaction model. Returns one sentence for each fault; never throws.
 * A property "id" that is null counts as left out: Amazon's own samples have it in the values of slots, and build.
 */
export const validateAgainstSchema = (model: unknown): string[] => check(withoutNullIds(model));

function withoutNullIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullIds);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name, part]) => name !== 'id' || part !== null);
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutNullIds(part)]));
}
