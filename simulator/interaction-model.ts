import { z } from 'zod';
import { reasonOf, SimulatorError } from './simulator-error.ts';

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
        id: z.string().optional(),
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

/** What couples say, in Alexa's own format (Amazon: SMAPI `v1.skill.interactionModel.InteractionModelData`). */
export type InteractionModel = z.infer<typeof interactionModel>;
export type Intent = z.infer<typeof intent>;
export type SlotType = z.infer<typeof slotType>;

/** A value that may be an interaction model: the model, or one sentence for each part that has the wrong shape. */
export type ParsedInteractionModel = { model: InteractionModel } | { problems: string[] };

/** Checks the shape of a value already parsed from JSON; keeps only the parts the simulator reads. */
export function parseInteractionModel(value: unknown): ParsedInteractionModel {
  const result = interactionModel.safeParse(value);
  if (result.success) return { model: result.data };
  return {
    problems: result.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`),
  };
}

/**
 * An interaction model, from wherever it is read.
 *
 * @param read gives the model, already parsed from JSON; whatever it throws is the cause.
 * @param name what it is called in a sentence, such as `The interaction model of en-US`.
 * @throws {SimulatorError} `model-unreadable`, with the cause, when it cannot be read or has another shape.
 */
export function readInteractionModel(read: () => unknown, name: string): InteractionModel {
  let value: unknown;
  try {
    value = read();
  } catch (cause) {
    throw new SimulatorError('model-unreadable', `${name} cannot be read: ${reasonOf(cause)}.`, cause);
  }
  const parsed = parseInteractionModel(value);
  if ('model' in parsed) return parsed.model;
  const cause = new TypeError(parsed.problems.join('; '));
  throw new SimulatorError('model-unreadable', `${name} has another shape: ${cause.message}.`, cause);
}
