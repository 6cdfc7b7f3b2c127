import { z } from 'zod';

const promptsOfSlot = z.object({ elicitation: z.string().optional(), confirmation: z.string().optional() });

const intent = z.object({
  name: z.string(),
  slots: z
    .array(z.object({ name: z.string(), type: z.string(), samples: z.array(z.string()).optional() }))
    .optional(),
  samples: z.array(z.string()).optional(),
});

const slotType = z.object({
  name: z.string(),
  values: z
    .array(
      z.object({
        // Null in Amazon's own samples, where it means the same as no id.
        id: z.string().nullish(),
        name: z.object({ value: z.string(), synonyms: z.array(z.string()).optional() }),
      }),
    )
    .optional(),
});

const dialogIntent = z.object({
  name: z.string(),
  prompts: promptsOfSlot.optional(),
  slots: z
    .array(
      z.object({
        name: z.string(),
        type: z.string(),
        elicitationRequired: z.boolean().optional(),
        confirmationRequired: z.boolean().optional(),
        prompts: promptsOfSlot.optional(),
        validations: z.array(z.object({ type: z.string(), prompt: z.string() })).optional(),
      }),
    )
    .optional(),
});

const interactionModel = z.object({
  interactionModel: z.object({
    languageModel: z.object({
      invocationName: z.string(),
      intents: z.array(intent),
      types: z.array(slotType).optional(),
      modelConfiguration: z
        .object({ fallbackIntentSensitivity: z.object({ level: z.string() }).optional() })
        .optional(),
    }),
    dialog: z
      .object({ delegationStrategy: z.string().optional(), intents: z.array(dialogIntent) })
      .optional(),
    prompts: z
      .array(
        z.object({
          id: z.string(),
          variations: z.array(z.object({ type: z.string().optional(), value: z.string() })),
        }),
      )
      .optional(),
  }),
});

/**
 * What people can say to the skill, in Alexa's own format: the parts of an interaction model that the linter and the
 * simulator read. Source: SMAPI, `v1.skill.interactionModel.InteractionModelData`.
 */
export type InteractionModel = z.infer<typeof interactionModel>;
export type Intent = z.infer<typeof intent>;
export type SlotType = z.infer<typeof slotType>;

/** The result of parsing: the model, or one problem for each part that has the wrong shape. */
export type ParsedInteractionModel = { model: InteractionModel } | { problems: string[] };

/**
 * Parses a value that was already read from JSON. Never throws.
 *
 * @returns the model, without the parts that nothing here reads; or the problems that were found.
 */
export function parseInteractionModel(value: unknown): ParsedInteractionModel {
  const result = interactionModel.safeParse(value);
  if (result.success) return { model: result.data };
  return {
    problems: result.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`),
  };
}
