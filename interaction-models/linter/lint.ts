import { parseInteractionModel } from '../interaction-model.ts';
import type { Finding } from './finding.ts';
import { lintDialog } from './lint-dialog.ts';
import { lintIntents } from './lint-intents.ts';
import { lintInvocationName } from './lint-invocation-name.ts';
import { lintSamples } from './lint-samples.ts';
import { lintTypes } from './lint-types.ts';

export type { Finding } from './finding.ts';

/**
 * What is wrong with an interaction model and is not covered by Amazon's schema (for that see validateAgainstSchema).
 * Never throws; a value that is no model at all gives findings of the one rule "unreadable".
 */
export function lintInteractionModel(model: unknown, locale: string): Finding[] {
  const parsed = parseInteractionModel(model);
  if ('problems' in parsed) {
    return parsed.problems.map((message) => ({ rule: 'unreadable', where: 'the model', message }));
  }
  const { languageModel } = parsed.model.interactionModel;
  return [
    ...lintInvocationName(languageModel.invocationName, locale),
    ...lintIntents(parsed.model),
    ...lintSamples(languageModel.intents),
    ...lintTypes(parsed.model),
    ...lintDialog(parsed.model),
  ];
}
