import { schemaCheck } from './amazon-schema.ts';

/** Checks a value against Amazon's schema of an interaction model. Returns one sentence for each fault; never throws. */
export const validateAgainstSchema = schemaCheck(
  'v1.skill.interactionModel.InteractionModelData',
  'v1.skill.interactionModel.',
);
