import type { InteractionModel } from '../interaction-model.ts';
import type { Finding } from './finding.ts';

/** Checks the dialog and its prompts: their intents, slots and types exist, and every prompt is used. */
export function lintDialog(model: InteractionModel): Finding[] {
  const { languageModel, dialog, prompts = [] } = model.interactionModel;
  const ids = prompts.map(({ id }) => id);
  const used = new Set<string>();
  const findings: Finding[] = [];
  const found = (rule: string, where: string, message: string): void => {
    findings.push({ rule, where, message });
  };
  const use = (id: string | undefined, where: string): void => {
    if (id === undefined) return;
    used.add(id);
    if (!ids.includes(id)) found('prompt-unknown', where, `There is no prompt "${id}".`);
  };
  for (const { name, slots = [], prompts: ofIntent } of dialog?.intents ?? []) {
    use(ofIntent?.confirmation, name);
    use(ofIntent?.elicitation, name);
    const intent = languageModel.intents.find((one) => one.name === name);
    if (intent === undefined) found('dialog-intent-unknown', name, 'The language model has no such intent.');
    for (const slot of slots) {
      const where = `${name}.${slot.name}`;
      const declared = intent?.slots?.find((one) => one.name === slot.name);
      if (intent !== undefined && declared === undefined) {
        found('dialog-slot-unknown', where, 'The intent has no such slot.');
      }
      if (declared !== undefined && declared.type !== slot.type) {
        found(
          'dialog-slot-type',
          where,
          `The slot is ${slot.type} in the dialog and ${declared.type} in the intent.`,
        );
      }
      if (slot.elicitationRequired === true && slot.prompts?.elicitation === undefined) {
        found(
          'elicitation-prompt-missing',
          where,
          'A slot that must be asked for needs an elicitation prompt.',
        );
      }
      use(slot.prompts?.elicitation, where);
      use(slot.prompts?.confirmation, where);
      for (const validation of slot.validations ?? []) use(validation.prompt, where);
    }
  }
  for (const id of new Set(ids)) {
    if (!used.has(id)) found('prompt-unused', id, 'No dialog uses this prompt.');
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) found('prompt-duplicate', id, 'Two prompts have this id.');
  }
  return findings;
}
