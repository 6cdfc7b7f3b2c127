import type { Intent, InteractionModel } from '../interaction-model.ts';
import type { Finding } from './finding.ts';
import builtInIntents from './rules/built-in-intents.json' with { type: 'json' };
import { slotNamesIn } from './sample-slots.ts';

// Certification requires Help, Stop and Cancel, and NavigateHome for devices with a screen. Fallback is required by us:
// without it, Alexa takes any words for the nearest intent.
const REQUIRED: readonly string[] = ['Help', 'Stop', 'Cancel', 'Fallback', 'NavigateHome'].map(
  (name) => `AMAZON.${name}Intent`,
);
// Source: Amazon. The name of an intent contains letters and underscores, and begins and ends with a letter. The names
// of built-in intents begin with "AMAZON.".
const INTENT_NAME = /^[A-Za-z](?:[A-Za-z_]*[A-Za-z])?$/;
// Source: Amazon, "Standard Built-in Intents", of which the list below is made, and "Built-in Intent Library", whose
// intents have signatures such as "AMAZON.SearchAction<object@WeatherForecast[temperature]>".
const BUILT_IN: ReadonlySet<string> = new Set(builtInIntents);
const LIBRARY_INTENT = /^AMAZON\.[A-Z][A-Za-z]*Action<[A-Za-z]+@[A-Za-z.,@[\]]+>$/;
const AMAZON = 'AMAZON.';

/** Checks the intents and their slots: names, required intents, and intents and slots that nobody can use. */
export function lintIntents(model: InteractionModel): Finding[] {
  const { languageModel, dialog } = model.interactionModel;
  const names = languageModel.intents.map(({ name }) => name);
  const findings: Finding[] = [];
  for (const name of REQUIRED.filter((required) => !names.includes(required))) {
    findings.push({ rule: 'built-in-missing', where: 'the intents', message: `${name} is missing.` });
  }
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index))) {
    findings.push({ rule: 'intent-duplicate', where: name, message: 'Two intents have this name.' });
  }
  const elicited = new Set(
    (dialog?.intents ?? []).flatMap((intent) =>
      (intent.slots ?? [])
        .filter((slot) => slot.elicitationRequired)
        .map((slot) => `${intent.name}.${slot.name}`),
    ),
  );
  for (const intent of languageModel.intents) findings.push(...lintIntent(intent, elicited));
  return [...findings, ...lintSlotTypesAgree(languageModel.intents)];
}

function lintIntent(intent: Intent, elicited: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const isBuiltIn = intent.name.startsWith(AMAZON);
  if (isBuiltIn && !BUILT_IN.has(intent.name) && !LIBRARY_INTENT.test(intent.name)) {
    findings.push({ rule: 'built-in-unknown', where: intent.name, message: 'Amazon has no such intent.' });
  }
  if (!isBuiltIn && !INTENT_NAME.test(intent.name)) {
    const message = 'An intent name holds letters and underscores only, and begins and ends with a letter.';
    findings.push({ rule: 'intent-name', where: intent.name, message });
  }
  if (!isBuiltIn && (intent.samples ?? []).length === 0) {
    findings.push({
      rule: 'intent-without-samples',
      where: intent.name,
      message: 'Nobody can say it: it has no samples.',
    });
  }
  const slots = (intent.slots ?? []).map(({ name }) => name);
  for (const name of new Set(slots.filter((one, index) => slots.indexOf(one) !== index))) {
    findings.push({
      rule: 'slot-duplicate',
      where: `${intent.name}.${name}`,
      message: 'The intent has two such slots.',
    });
  }
  const used = new Set((intent.samples ?? []).flatMap(slotNamesIn));
  for (const name of new Set(slots)) {
    if (used.has(name) || elicited.has(`${intent.name}.${name}`)) continue;
    const message = 'No sample of the intent uses this slot and no dialog asks for it.';
    findings.push({ rule: 'slot-unused', where: `${intent.name}.${name}`, message });
  }
  return findings;
}

/** Checks that slots with the same name have the same type in the whole model, as Amazon requires. */
function lintSlotTypesAgree(intents: readonly Intent[]): Finding[] {
  const types = new Map<string, { type: string; intent: string }>();
  const findings: Finding[] = [];
  for (const intent of intents) {
    for (const { name, type } of intent.slots ?? []) {
      const first = types.get(name);
      if (first === undefined) types.set(name, { type, intent: intent.name });
      else if (first.type !== type) {
        const message = `The slot is ${type} here and ${first.type} in ${first.intent}.`;
        findings.push({ rule: 'slot-two-types', where: `${intent.name}.${name}`, message });
      }
    }
  }
  return findings;
}
