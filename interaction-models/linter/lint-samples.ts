import type { Intent } from '../interaction-model.ts';
import { normalise } from '../words.ts';
import type { Finding } from './finding.ts';
import { slotNamesIn, withSlotsAs } from './sample-slots.ts';

// Amazon: "unicode characters, spaces, periods for abbreviations, underscores, possessive apostrophes, curly braces,
// and hyphens"; numbers are spelled out.
const ALLOWED_WORDS = /^[\p{L}\p{M}\s._'-]*$/u;
const ALLOWED_SLOT = /^[A-Za-z](?:[A-Za-z_]*[A-Za-z])?$/;
const PHRASE_TYPES: readonly string[] = ['AMAZON.SearchQuery'];

/** A sample of an intent, with the types of the slots it names. */
interface Place {
  readonly intent: Intent;
  readonly sample: string;
}

/** What is said: each sample alone, then all of them side by side. */
export function lintSamples(intents: readonly Intent[]): Finding[] {
  const places = intents.flatMap((intent) => (intent.samples ?? []).map((sample) => ({ intent, sample })));
  const ofSlots = intents.flatMap((intent) =>
    (intent.slots ?? []).flatMap((slot) => (slot.samples ?? []).map((sample) => ({ intent, sample }))),
  );
  return [
    ...[...places, ...ofSlots].flatMap(lintWriting),
    ...places.flatMap(lintPhraseSlots),
    ...lintDuplicates(places),
    ...lintSlotNamesOnly(places),
  ];
}

const whereIs = ({ intent, sample }: Place): string => `${intent.name}: "${sample}"`;
const typeOf = (intent: Intent, slot: string): string | undefined =>
  (intent.slots ?? []).find(({ name }) => name === slot)?.type;

function lintWriting(place: Place): Finding[] {
  const where = whereIs(place);
  const findings: Finding[] = [];
  const words = withSlotsAs(place.sample, () => '');
  const slots = slotNamesIn(place.sample);
  if (!ALLOWED_WORDS.test(words) || !slots.every((slot) => ALLOWED_SLOT.test(slot))) {
    const message =
      'A sample may hold only letters, spaces, periods, underscores, apostrophes, hyphens and {slots}.';
    findings.push({ rule: 'sample-characters', where, message });
  }
  if (place.sample.trim() === '')
    findings.push({ rule: 'sample-empty', where, message: 'The sample is empty.' });
  for (const slot of new Set(slots)) {
    if (typeOf(place.intent, slot) !== undefined) continue;
    findings.push({ rule: 'slot-undeclared', where, message: `The intent has no slot {${slot}}.` });
  }
  for (const slot of new Set(slots.filter((one, index) => slots.indexOf(one) !== index))) {
    findings.push({ rule: 'slot-twice-in-sample', where, message: `The sample names {${slot}} twice.` });
  }
  return findings;
}

/** Amazon's build errors MissingCarrierPhraseWithPhraseSlot and InvalidIntentSamplePhraseSlot. */
function lintPhraseSlots(place: Place): Finding[] {
  const slots = slotNamesIn(place.sample);
  const isPhrase = (slot: string): boolean => PHRASE_TYPES.includes(typeOf(place.intent, slot) ?? '');
  if (!slots.some(isPhrase)) return [];
  const where = whereIs(place);
  const findings: Finding[] = [];
  if (normalise(withSlotsAs(place.sample, () => ' ')) === '') {
    const message =
      'A sample with AMAZON.SearchQuery needs a carrier phrase (MissingCarrierPhraseWithPhraseSlot).';
    findings.push({ rule: 'carrier-phrase-missing', where, message });
  }
  if (slots.length > 1) {
    const message =
      'AMAZON.SearchQuery may not share a sample with another slot (InvalidIntentSamplePhraseSlot).';
    findings.push({ rule: 'phrase-slot-not-alone', where, message });
  }
  return findings;
}

/** A sample as Alexa compares it, with each slot as `write` writes it. */
function keyOf({ intent, sample }: Place, write: (intent: Intent, slot: string) => string): string {
  const slots: string[] = [];
  const marked = withSlotsAs(sample, (slot) => {
    slots.push(`{${write(intent, slot)}}`);
    return ' slotslotslot ';
  });
  return normalise(marked).replaceAll('slotslotslot', () => slots.shift() ?? '');
}

function lintDuplicates(places: readonly Place[]): Finding[] {
  const firsts = new Map<string, Place>();
  const findings: Finding[] = [];
  for (const place of places) {
    const key = keyOf(place, (_, slot) => slot);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, place);
      continue;
    }
    const isSame = first.intent.name === place.intent.name;
    findings.push({
      rule: isSame ? 'sample-duplicate' : 'sample-in-two-intents',
      where: whereIs(place),
      message: isSame ? 'The intent has this sample twice.' : `${first.intent.name} has this sample too.`,
    });
  }
  return findings;
}

/** "{first} minutes" and "{second} minutes" of the same types: nobody can tell which slot is meant. */
function lintSlotNamesOnly(places: readonly Place[]): Finding[] {
  const firsts = new Map<string, Place>();
  const findings: Finding[] = [];
  for (const place of places) {
    if (slotNamesIn(place.sample).length === 0) continue;
    const key = keyOf(place, (intent, slot) => typeOf(intent, slot) ?? slot);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, place);
    else if (keyOf(first, (_, slot) => slot) !== keyOf(place, (_, slot) => slot)) {
      const message = `It differs from "${first.sample}" of ${first.intent.name} in the names of its slots only.`;
      findings.push({ rule: 'sample-differs-in-slot-names', where: whereIs(place), message });
    }
  }
  return findings;
}
