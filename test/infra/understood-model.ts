import { type Locale, localisedModels } from '../../infra/skill-package/localised-model.ts';
import { type InteractionModel, parseInteractionModel } from '../../simulator/interaction-model.ts';

const models = localisedModels();
const read = new Map<Locale, InteractionModel>();

/** The model of a locale as the simulated Echo understands it. */
export function understoodModel(locale: Locale): InteractionModel {
  const known = read.get(locale);
  if (known !== undefined) return known;
  const parsed = parseInteractionModel(models[locale]);
  if ('problems' in parsed) throw new TypeError(parsed.problems.join('; '));
  read.set(locale, parsed.model);
  return parsed.model;
}
