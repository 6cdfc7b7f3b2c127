import type { InteractionModel } from './interaction-model.ts';

/** A slot that an intent declares. */
export interface DeclaredSlot {
  readonly name: string;
  readonly type: string;
}

/** The slots that an intent of the language model declares, in their order; none if the intent is unknown. */
export const slotsOfIntent = (model: InteractionModel, intent: string): readonly DeclaredSlot[] =>
  model.interactionModel.languageModel.intents.find(({ name }) => name === intent)?.slots ?? [];

/** Whether the dialog of the model contains an intent. */
export const hasDialog = (model: InteractionModel, intent: string): boolean =>
  dialogOf(model, intent) !== undefined;

/** Whether the dialog of the model contains a slot of an intent, so that the skill may elicit it. */
export const hasDialogSlot = (model: InteractionModel, intent: string, slot: string): boolean =>
  dialogOf(model, intent)?.slots?.some(({ name }) => name === slot) ?? false;

/** The invocation name, in lower case as Alexa requires it. */
export const invocationNameOf = (model: InteractionModel): string =>
  model.interactionModel.languageModel.invocationName;

const dialogOf = (model: InteractionModel, intent: string) =>
  model.interactionModel.dialog?.intents.find(({ name }) => name === intent);
