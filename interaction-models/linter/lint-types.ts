import type { InteractionModel, SlotType } from '../interaction-model.ts';
import { normalise } from '../words.ts';
import type { Finding } from './finding.ts';
import builtInTypes from './rules/built-in-slot-types.json' with { type: 'json' };

const BUILT_IN: ReadonlySet<string> = new Set(builtInTypes);

/** Checks the slot types: each used type is known, each declared type has values, and no two values share a name. */
export function lintTypes(model: InteractionModel): Finding[] {
  const { intents, types = [] } = model.interactionModel.languageModel;
  const declared = new Set(types.map(({ name }) => name));
  const used = new Set(intents.flatMap(({ slots = [] }) => slots.map(({ type }) => type)));
  const findings: Finding[] = [];
  for (const { name, slots = [] } of intents) {
    for (const slot of slots) {
      if (declared.has(slot.type) || BUILT_IN.has(slot.type)) continue;
      const message = `The slot type ${slot.type} is neither declared in the model nor one of Amazon's.`;
      findings.push({ rule: 'type-unknown', where: `${name}.${slot.name}`, message });
    }
  }
  for (const type of types) {
    if (!used.has(type.name)) {
      findings.push({ rule: 'type-unused', where: type.name, message: 'No slot has this type.' });
    }
    if (types.find(({ name }) => name === type.name) !== type) {
      findings.push({ rule: 'type-duplicate', where: type.name, message: 'The type is declared twice.' });
    }
    findings.push(...lintValues(type));
  }
  return findings;
}

function lintValues(type: SlotType): Finding[] {
  const values = type.values ?? [];
  if (values.length === 0) {
    return [{ rule: 'type-without-values', where: type.name, message: 'A custom slot type needs values.' }];
  }
  const findings: Finding[] = [];
  const said = new Map<string, string>();
  const ids = new Set<string>();
  for (const { id, name } of values) {
    const where = `${type.name}: "${name.value}"`;
    if (id !== undefined && ids.has(id)) {
      findings.push({ rule: 'value-id-duplicate', where, message: `Another value has the id "${id}" too.` });
    }
    if (id !== undefined) ids.add(id);
    for (const words of [name.value, ...(name.synonyms ?? [])]) {
      const other = said.get(normalise(words));
      if (other === undefined) {
        said.set(normalise(words), name.value);
        continue;
      }
      const message = `"${words}" already stands for "${other}".`;
      findings.push({ rule: 'value-duplicate', where, message });
    }
  }
  return findings;
}
