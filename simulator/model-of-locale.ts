import { isLocale, LOCALES, localisedModel } from '../interaction-models/localised-model.ts';
import { type InteractionModel, readInteractionModel } from './interaction-model.ts';
import { SimulatorError } from './simulator-error.ts';

/**
 * The interaction model of a locale, as the skill package has it.
 *
 * @throws {SimulatorError} `bad-option` where the skill is not offered in that locale; `model-unreadable` where its
 *   model cannot be read.
 */
export function modelOfLocale(locale: string): InteractionModel {
  if (!isLocale(locale)) {
    throw new SimulatorError(
      'bad-option',
      `--locale ${locale} has no interaction model: there are ${LOCALES.join(', ')}.`,
    );
  }
  return readInteractionModel(() => localisedModel(locale), `The interaction model of ${locale}`);
}
