import { type InteractionModel, parseInteractionModel } from '../../interaction-models/interaction-model.ts';
import { isLocale, LOCALES, type Locale, localisedModel } from '../../interaction-models/localised-model.ts';
import { reasonOf, SimulatorError } from '../simulator-error.ts';

/** The models that were read already: reading one and preparing it for matching takes a tenth of a second. */
const known = new Map<Locale, InteractionModel>();

/**
 * The interaction model of a locale, as the skill package contains it.
 *
 * @param load gives the model, parsed from JSON; the default is the model of the skill package.
 * @throws {SimulatorError} `bad-option` if the skill is not offered in the locale; `model-unreadable`, with the cause,
 *   if the model cannot be loaded or has the wrong shape.
 */
export function modelOfLocale(locale: string, load?: (locale: Locale) => unknown): InteractionModel {
  if (!isLocale(locale)) {
    throw new SimulatorError(
      'bad-option',
      `--locale ${locale} has no interaction model: there are ${LOCALES.join(', ')}.`,
    );
  }
  if (load !== undefined) return readModel(locale, load);
  const model = known.get(locale) ?? readModel(locale, localisedModel);
  known.set(locale, model);
  return model;
}

function readModel(locale: Locale, load: (locale: Locale) => unknown): InteractionModel {
  const name = `The interaction model of ${locale}`;
  let value: unknown;
  try {
    value = load(locale);
  } catch (cause) {
    throw new SimulatorError('model-unreadable', `${name} cannot be read: ${reasonOf(cause)}.`, cause);
  }
  const parsed = parseInteractionModel(value);
  if ('model' in parsed) return parsed.model;
  const cause = new TypeError(parsed.problems.join('; '));
  throw new SimulatorError('model-unreadable', `${name} has the wrong shape: ${cause.message}.`, cause);
}
