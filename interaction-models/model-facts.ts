import type { Intent, InteractionModel } from './interaction-model.ts';

/** A slot that an intent declares. */
export interface DeclaredSlot {
  readonly name: string;
  readonly type: string;
}

/** The intent of the language model with a name; undefined if there is none. */
export const intentOf = (model: InteractionModel, intent: string): Intent | undefined =>
  model.interactionModel.languageModel.intents.find(({ name }) => name === intent);

/** The slots that an intent of the language model declares, in their order; none if the intent is unknown. */
export const slotsOfIntent = (model: InteractionModel, intent: string): readonly DeclaredSlot[] =>
  intentOf(model, intent)?.slots ?? [];

/** Whether the dialog of the model contains an intent. */
export const hasDialog = (model: InteractionModel, intent: string): boolean =>
  dialogOf(model, intent) !== undefined;

/** Whether the model has a dialog, which the directives of dialogs need. */
export const hasDialogModel = (model: InteractionModel): boolean =>
  (model.interactionModel.dialog?.intents ?? []).length > 0;

/** The invocation name, in lower case as Alexa requires it. */
export const invocationNameOf = (model: InteractionModel): string =>
  model.interactionModel.languageModel.invocationName;

/** An invocation name as people read it. */
export const spokenName = (invocationName: string): string =>
  invocationName === 'our checkin' ? 'our check-in' : invocationName;

const dialogOf = (model: InteractionModel, intent: string) =>
  model.interactionModel.dialog?.intents.find(({ name }) => name === intent);
