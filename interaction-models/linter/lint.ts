import { parseInteractionModel } from '../interaction-model.ts';
import type { Finding } from './finding.ts';
import { lintDialog } from './lint-dialog.ts';
import { lintIntents } from './lint-intents.ts';
import { lintInvocationName } from './lint-invocation-name.ts';
import { lintPrompts } from './lint-prompts.ts';
import { lintSamples } from './lint-samples.ts';
import { lintTypes } from './lint-types.ts';

export type { Finding } from './finding.ts';

/**
 * Finds the faults of an interaction model that Amazon's schema does not cover; for the schema see model-schema.ts.
 * Never throws. A value that is not an interaction model gives findings of the rule "unreadable" alone.
 *
 * @param locale decides which rules apply to the invocation name.
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
    ...lintPrompts(parsed.model),
  ];
}
