import { scriptOptions } from '../../command-line/script-options.ts';
import { LOCALES, type Locale, localisedModel } from '../localised-model.ts';
import { lintInteractionModel } from './lint.ts';
import { validateAgainstSchema } from './model-schema.ts';

/** The faults in the model of a locale, one sentence each. */
function faultsOf(locale: Locale): string[] {
  let model: unknown;
  try {
    model = localisedModel(locale);
  } catch (cause) {
    return [`It cannot be made: ${cause instanceof Error ? cause.message : String(cause)}.`];
  }
  const findings = lintInteractionModel(model, locale);
  return [
    ...validateAgainstSchema(model),
    ...findings.map(({ rule, where, message }) => `${where}: ${message} (${rule})`),
  ];
}

scriptOptions(
  `npm run models

Checks the interaction model of every locale against Amazon's rules. The exit code is 1 if there is a fault.`,
  {},
);
let count = 0;
for (const locale of LOCALES) {
  const faults = faultsOf(locale);
  count += faults.length;
  console.log(faults.length === 0 ? `${locale} is in order.` : `${locale} has ${faults.length} faults:`);
  for (const fault of faults) console.log(`  ${fault}`);
}
process.exitCode = count > 0 || LOCALES.length === 0 ? 1 : 0;
