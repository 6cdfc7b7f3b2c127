import { describe, expect, test } from 'vitest';
import { candidatesOf } from '../../../simulator/understanding/candidates.ts';
import { modelOfLocale } from '../../../simulator/understanding/model-of-locale.ts';
import { understand } from '../../../simulator/understanding/understand.ts';

const model = modelOfLocale('en-US');
const now = new Date('2026-11-22T19:00:00Z');
const elicit = { intent: 'UtteranceIntent', slot: 'utterance' };
const of = (words: string, asked = false) =>
  candidatesOf(model, words, { now, ...(asked ? { elicit } : {}) });

describe('the candidates for what was said', () => {
  test.each(['yes', 'hold on a moment', 'a bit longer please', 'could we pause', 'the weather is nice'])(
    'the one that is chosen for "%s" is what a device understands',
    (words) => {
      for (const options of [{ now }, { now, elicit }]) {
        const chosen = candidatesOf(model, words, options).filter((it) => it.chosen);
        expect(chosen.map(({ intent }) => intent)).toEqual([understand(model, words, options).intent]);
      }
    },
  );

  test('a slot that was asked for takes the words, and the samples that they fit are named too', () => {
    const [first, second] = of('um, I think so', true);
    expect(first).toEqual({ intent: 'UtteranceIntent', sample: null, cost: 0, chosen: true });
    expect(second).toMatchObject({ sample: 'um {after_um}', chosen: false });
  });

  test('what is different costs something, and the cheapest comes first', () => {
    const costs = of('a bit longer please').map(({ cost }) => cost);
    expect(costs).toEqual([...costs].sort((one, other) => one - other));
    expect(of('a bit longer please')).toContainEqual(
      expect.objectContaining({ intent: 'MoreTimeIntent', sample: 'a bit longer' }),
    );
  });

  test('if nothing fits, the fallback is the only one', () => {
    expect(of('xyzzy plugh')).toEqual([
      { intent: 'AMAZON.FallbackIntent', sample: null, cost: 1, chosen: true },
    ]);
  });
});
