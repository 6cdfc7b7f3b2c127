import type { InteractionModel, SlotType } from '../interaction-model.ts';
import { normalise } from '../words.ts';
import type { Finding } from './finding.ts';
import builtInTypes from './rules/built-in-slot-types.json' with { type: 'json' };

const BUILT_IN: ReadonlySet<string> = new Set(builtInTypes);

// Source: Amazon's error InvalidSlotTypeName. "The name of a custom slot type must begin with an alphabetic character and
// can consist only of alphabetic characters or underscores."
const TYPE_NAME = /^[A-Za-z][A-Za-z_]*$/;
// Source: Amazon, "Slot Type Reference". Values can be added to the types that are lists, and to no others.
const NOT_EXTENDED: readonly string[] = [
  ...['AlphaNumeric', 'DATE', 'DURATION', 'FOUR_DIGIT_NUMBER', 'NUMBER', 'Ordinal', 'PhoneNumber', 'TIME'],
  'SearchQuery',
].map((name) => `AMAZON.${name}`);
// Source: the errors of Amazon's console. "Slot value length exceeds the limit of 140 characters." "Slot type values can
// contain alphanumeric characters, spaces, commas, apostrophes, periods, hyphens, ampersands and the @ symbol only."
const MOST_CHARACTERS = 140;
const VALUE = /^[\p{L}\p{M}\p{N} ,'.&@-]*$/u;

/**
 * Checks the slot types: each used type is known, each declared type has a name and values
 * that Amazon takes, and no two values share a name.
 */
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
    findings.push(...lintName(type.name), ...lintValues(type));
  }
  return findings;
}

function lintName(name: string): Finding[] {
  const found = (message: string): Finding[] => [{ rule: 'type-name', where: name, message }];
  if (NOT_EXTENDED.includes(name)) return found('Amazon takes no values for this type of its own.');
  if (BUILT_IN.has(name) || TYPE_NAME.test(name)) return [];
  return found('The name of a slot type holds letters and underscores only, and begins with a letter.');
}

/** What Amazon refuses in a value or a synonym. */
function lintWords(words: string, where: string): Finding[] {
  const findings: Finding[] = [];
  if (words.trim() === '') findings.push({ rule: 'value-empty', where, message: 'A value has no words.' });
  if (words.length > MOST_CHARACTERS) {
    const message = `A value has ${words.length} characters, more than the ${MOST_CHARACTERS} allowed.`;
    findings.push({ rule: 'value-length', where, message });
  }
  if (!VALUE.test(words)) {
    const message = `"${words}" may hold only letters, digits, spaces, commas, apostrophes, periods, hyphens, & and @.`;
    findings.push({ rule: 'value-characters', where, message });
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
    const hasId = id !== undefined && id !== null;
    if (hasId && ids.has(id)) {
      findings.push({ rule: 'value-id-duplicate', where, message: `Another value has the id "${id}" too.` });
    }
    if (hasId) ids.add(id);
    for (const words of [name.value, ...(name.synonyms ?? [])]) {
      findings.push(...lintWords(words, where));
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
