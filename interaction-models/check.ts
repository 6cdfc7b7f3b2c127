import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lintInteractionModel } from './lint.ts';
import { validateAgainstSchema } from './schema.ts';

/** The faults of one model file, which is named after its locale, a sentence each. */
function faultsOf(path: string): string[] {
  let model: unknown;
  try {
    model = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    return [`It cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`];
  }
  const findings = lintInteractionModel(model, basename(path, '.json'));
  return [
    ...validateAgainstSchema(model),
    ...findings.map(({ rule, where, message }) => `${where}: ${message} (${rule})`),
  ];
}

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
let count = 0;
for (const file of files) {
  const faults = faultsOf(join(folder, file));
  count += faults.length;
  console.log(faults.length === 0 ? `${file} is in order.` : `${file} has ${faults.length} faults:`);
  for (const fault of faults) console.log(`  ${fault}`);
}
if (files.length === 0) console.log('There is no interaction model to check.');
process.exitCode = count > 0 || files.length === 0 ? 1 : 0;
