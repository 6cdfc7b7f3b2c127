import type { InteractionModel } from '../interaction-model.ts';
import { slotsOfIntent } from '../model-facts.ts';
import { walkSsml } from '../ssml/walk-ssml.ts';
import type { Finding } from './finding.ts';
import { slotNamesIn } from './sample-slots.ts';

/**
 * Checks the wordings of the prompts: their SSML, and the slots that they say, which are slots of the intents that use
 * them. Source: Amazon, "Interaction Model Schema", `prompts[].variations`.
 */
export function lintPrompts(model: InteractionModel): Finding[] {
  const uses = usesOf(model);
  const findings: Finding[] = [];
  for (const { id, variations } of model.interactionModel.prompts ?? []) {
    for (const { type, value } of variations) {
      const found = (rule: string, message: string): void => {
        findings.push({ rule, where: `${id}: "${value}"`, message });
      };
      if (type === 'SSML')
        for (const { sentence } of walkSsml(asSpoken(value))) found('prompt-ssml', sentence);
      else if (/<\/?[a-z][^<>]*>/iu.test(value))
        found('prompt-ssml', 'It holds SSML, but its type is not SSML.');
      for (const intent of uses.get(id) ?? []) {
        const slots = new Set(slotsOfIntent(model, intent).map(({ name }) => name));
        for (const slot of new Set(slotNamesIn(value))) {
          if (!slots.has(slot))
            found('prompt-slot-unknown', `${intent}, which uses it, has no slot {${slot}}.`);
        }
      }
    }
  }
  return findings;
}

/** The SSML inside `<speak>`. [?] Amazon does not say whether a prompt may leave it out; its console writes it. */
const asSpoken = (ssml: string): string => (/^\s*<speak[\s>]/u.test(ssml) ? ssml : `<speak>${ssml}</speak>`);

/** The intents that use a prompt, by its id. */
function usesOf({ interactionModel }: InteractionModel): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>();
  for (const { name, prompts, slots = [] } of interactionModel.dialog?.intents ?? []) {
    const ids = [
      ...[prompts, ...slots.map((slot) => slot.prompts)].flatMap((one) => [
        one?.elicitation,
        one?.confirmation,
      ]),
      ...slots.flatMap(({ validations = [] }) => validations.map(({ prompt }) => prompt)),
    ];
    for (const id of ids) if (id !== undefined) uses.set(id, (uses.get(id) ?? new Set()).add(name));
  }
  return uses;
}
