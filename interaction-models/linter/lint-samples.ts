import type { Intent } from '../interaction-model.ts';
import { normalise } from '../words.ts';
import type { Finding } from './finding.ts';
import { hasBlanksInSlot, hasGluedSlot, slotNamesIn, withSlotsAs } from './sample-slots.ts';

// Source: Amazon. "Unicode characters, spaces, periods for abbreviations, underscores, possessive apostrophes, curly
// braces, and hyphens". Numbers are spelled out.
const ALLOWED_WORDS = /^[\p{L}\p{M}\s._'-]*$/u;
const ALLOWED_SLOT = /^[A-Za-z](?:[A-Za-z_]*[A-Za-z])?$/;
const PHRASE_TYPES: readonly string[] = ['AMAZON.SearchQuery'];

/** A sample and its intent, which declares the slots of the sample. */
interface IntentSample {
  readonly intent: Intent;
  readonly sample: string;
}

/** Checks the samples: each by itself, then all in comparison. */
export function lintSamples(intents: readonly Intent[]): Finding[] {
  const samples = intents.flatMap((intent) => (intent.samples ?? []).map((sample) => ({ intent, sample })));
  const ofSlots = intents.flatMap((intent) =>
    (intent.slots ?? []).flatMap((slot) => (slot.samples ?? []).map((sample) => ({ intent, sample }))),
  );
  return [
    ...[...samples, ...ofSlots].flatMap(lintWriting),
    ...samples.flatMap(lintPhraseSlots),
    ...lintDuplicates(samples),
    ...lintSlotNamesOnly(samples),
  ];
}

const whereIs = ({ intent, sample }: IntentSample): string => `${intent.name}: "${sample}"`;
const typeOf = (intent: Intent, slot: string): string | undefined =>
  (intent.slots ?? []).find(({ name }) => name === slot)?.type;

function lintWriting(intentSample: IntentSample): Finding[] {
  const where = whereIs(intentSample);
  const findings: Finding[] = [];
  const words = withSlotsAs(intentSample.sample, () => '');
  const slots = slotNamesIn(intentSample.sample);
  if (!ALLOWED_WORDS.test(words) || !slots.every((slot) => ALLOWED_SLOT.test(slot))) {
    const message =
      'A sample may hold only letters, spaces, periods, underscores, apostrophes, hyphens and {slots}.';
    findings.push({ rule: 'sample-characters', where, message });
  }
  if (intentSample.sample.trim() === '')
    findings.push({ rule: 'sample-empty', where, message: 'The sample is empty.' });
  if (hasBlanksInSlot(intentSample.sample)) {
    const message = 'The braces of a slot may hold nothing but its name: no blanks.';
    findings.push({ rule: 'slot-blanks', where, message });
  }
  if (hasGluedSlot(intentSample.sample)) {
    const message = 'A slot needs a space between itself and a word or another slot.';
    findings.push({ rule: 'slot-glued', where, message });
  }
  for (const slot of new Set(slots)) {
    if (typeOf(intentSample.intent, slot) !== undefined) continue;
    findings.push({ rule: 'slot-undeclared', where, message: `The intent has no slot {${slot}}.` });
  }
  for (const slot of new Set(slots.filter((one, index) => slots.indexOf(one) !== index))) {
    findings.push({ rule: 'slot-twice-in-sample', where, message: `The sample names {${slot}} twice.` });
  }
  return findings;
}

/** Finds what Amazon reports as MissingCarrierPhraseWithPhraseSlot and InvalidIntentSamplePhraseSlot. */
function lintPhraseSlots(intentSample: IntentSample): Finding[] {
  const slots = slotNamesIn(intentSample.sample);
  const isPhrase = (slot: string): boolean => PHRASE_TYPES.includes(typeOf(intentSample.intent, slot) ?? '');
  if (!slots.some(isPhrase)) return [];
  const where = whereIs(intentSample);
  const findings: Finding[] = [];
  if (normalise(withSlotsAs(intentSample.sample, () => ' ')) === '') {
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

/** A sample in the form in which samples are compared. `write` gives the text for each slot. */
function keyOf({ intent, sample }: IntentSample, write: (intent: Intent, slot: string) => string): string {
  const slots: string[] = [];
  const marked = withSlotsAs(sample, (slot) => {
    slots.push(`{${write(intent, slot)}}`);
    return ' slotslotslot ';
  });
  return normalise(marked).replaceAll('slotslotslot', () => slots.shift() ?? '');
}

function lintDuplicates(samples: readonly IntentSample[]): Finding[] {
  const firsts = new Map<string, IntentSample>();
  const findings: Finding[] = [];
  for (const intentSample of samples) {
    const key = keyOf(intentSample, (_, slot) => slot);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, intentSample);
      continue;
    }
    const isSame = first.intent.name === intentSample.intent.name;
    findings.push({
      rule: isSame ? 'sample-duplicate' : 'sample-in-two-intents',
      where: whereIs(intentSample),
      message: isSame ? 'The intent has this sample twice.' : `${first.intent.name} has this sample too.`,
    });
  }
  return findings;
}

/** Finds samples such as "{first} minutes" and "{second} minutes" with slots of one type: either slot could be meant. */
function lintSlotNamesOnly(samples: readonly IntentSample[]): Finding[] {
  const firsts = new Map<string, IntentSample>();
  const findings: Finding[] = [];
  for (const intentSample of samples) {
    if (slotNamesIn(intentSample.sample).length === 0) continue;
    const key = keyOf(intentSample, (intent, slot) => typeOf(intent, slot) ?? slot);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, intentSample);
    else if (keyOf(first, (_, slot) => slot) !== keyOf(intentSample, (_, slot) => slot)) {
      const message = `It differs from "${first.sample}" of ${first.intent.name} only in the names of its slots.`;
      findings.push({ rule: 'sample-differs-in-slot-names', where: whereIs(intentSample), message });
    }
  }
  return findings;
}
