import * as v from 'valibot';

const promptsOfSlot = v.object({ elicitation: v.optional(v.string()), confirmation: v.optional(v.string()) });

const intent = v.object({
  name: v.string(),
  slots: v.optional(
    v.array(v.object({ name: v.string(), type: v.string(), samples: v.optional(v.array(v.string())) })),
  ),
  samples: v.optional(v.array(v.string())),
});

const slotType = v.object({
  name: v.string(),
  values: v.optional(
    v.array(
      v.object({
        // Null in Amazon's own samples, where it means the same as no id.
        id: v.nullish(v.string()),
        name: v.object({ value: v.string(), synonyms: v.optional(v.array(v.string())) }),
      }),
    ),
  ),
});

const dialogIntent = v.object({
  name: v.string(),
  prompts: v.optional(promptsOfSlot),
  slots: v.optional(
    v.array(
      v.object({
        name: v.string(),
        type: v.string(),
        elicitationRequired: v.optional(v.boolean()),
        confirmationRequired: v.optional(v.boolean()),
        prompts: v.optional(promptsOfSlot),
        validations: v.optional(v.array(v.object({ type: v.string(), prompt: v.string() }))),
      }),
    ),
  ),
});

const interactionModel = v.object({
  interactionModel: v.object({
    languageModel: v.object({
      invocationName: v.string(),
      intents: v.array(intent),
      types: v.optional(v.array(slotType)),
      modelConfiguration: v.optional(
        v.object({ fallbackIntentSensitivity: v.optional(v.object({ level: v.string() })) }),
      ),
    }),
    dialog: v.optional(
      v.object({ delegationStrategy: v.optional(v.string()), intents: v.array(dialogIntent) }),
    ),
    prompts: v.optional(
      v.array(
        v.object({
          id: v.string(),
          variations: v.array(v.object({ type: v.optional(v.string()), value: v.string() })),
        }),
      ),
    ),
  }),
});

/**
 * What people can say to the skill, in Alexa's own format: the parts of an interaction model that the linter and the
 * simulator read. Source: SMAPI, `v1.skill.interactionModel.InteractionModelData`.
 */
export type InteractionModel = v.InferOutput<typeof interactionModel>;
export type Intent = v.InferOutput<typeof intent>;
export type SlotType = v.InferOutput<typeof slotType>;

/** The result of parsing: the model, or one problem for each part that has the wrong shape. */
export type ParsedInteractionModel = { model: InteractionModel } | { problems: string[] };

/**
 * Parses a value that was already read from JSON. Never throws.
 *
 * @returns the model, without the parts that nothing here reads; or the problems that were found.
 */
export function parseInteractionModel(value: unknown): ParsedInteractionModel {
  const result = v.safeParse(interactionModel, value);
  if (result.success) return { model: result.output };
  return {
    problems: result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`),
  };
}
