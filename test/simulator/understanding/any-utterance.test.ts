import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInvocation } from '../../../simulator/understanding/invocation.ts';
import { understand } from '../../../simulator/understanding/understand.ts';
import { MODEL, NOW } from './small-model.ts';

const PIECES = [
  'i appreciate',
  'keep',
  'for us',
  'one',
  'and',
  'Ben',
  "'s",
  '&',
  '🙂',
  '"',
  '-',
  'minutes',
  '{first}',
  '__proto__',
  'constructor',
  'wanna',
];
const utterance = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 5 })))
    .map((all) => all.join(' ')),
);
const elicit = fc.constantFrom(
  null,
  { intent: 'AppreciationIntent', slot: 'appreciation' },
  { intent: 'NamesIntent', slot: 'first' },
  { intent: 'ChooseIntent', slot: 'date' },
  { intent: 'constructor', slot: '__proto__' },
);
const FREE_SPEECH = ['appreciation', 'wish'];

describe('any utterance', () => {
  it('gives an intent, and free speech is word for word', () => {
    fc.assert(
      fc.property(utterance, elicit, fc.boolean(), (text, asked, strict) => {
        const { intent, slots, match } = understand(MODEL, text, { now: NOW, elicit: asked, strict });
        expect(intent).not.toBe('');
        expect(match === 'none').toBe(intent === 'AMAZON.FallbackIntent');
        for (const name of FREE_SPEECH) {
          const slot = slots[name];
          if (slot === undefined) continue;
          expect(text).toContain(slot.value);
          expect(slot.value.trim()).not.toBe('');
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('gives an invocation whose request is part of its words, or none', () => {
    fc.assert(
      fc.property(utterance, (text) => {
        const said = `ask our check-in ${text}`;
        const invocation = parseInvocation('our checkin', said);
        if (invocation?.kind === 'one-shot') expect(said).toContain(invocation.utterance);
      }),
    );
  });
});
