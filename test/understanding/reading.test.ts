import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { matchAt, type ReadSlot } from '../../lambda/understanding/matching.ts';
import { createPhrasebook } from '../../lambda/understanding/phrasebook.ts';
import { type Candidate, createReading, worthOf } from '../../lambda/understanding/reading.ts';
import { parseTemplate } from '../../lambda/understanding/template.ts';
import { createNormalise } from '../../lambda/understanding/words.ts';

const { phrases } = enUS.hearing;
const normalise = createNormalise(phrases.speech);
const noSlot: ReadSlot = () => [];
/** Any one word fills the slot `name`, and one or two words fill `names`. */
const words: ReadSlot = (slot, heard, at) =>
  (slot === 'names' ? [1, 2] : [1])
    .filter((count) => at + count <= heard.words.length)
    .map((count) => ({ value: heard.words.slice(at, at + count).join(' '), words: count }));

/** The values of the ways in which a template fits from a word on. */
function matches(template: string, said: string, at = 0) {
  const found: Record<string, string>[] = [];
  matchAt(
    parseTemplate(template, phrases.classes, (word) => normalise(word).words),
    normalise(said),
    at,
    words,
    ({ values }) => found.push({ ...values }),
  );
  return found;
}

describe('a template matches', () => {
  it.each([
    ['stop [it]', 'stop it'],
    ['stop [it]', 'stop there'],
    ['(stop|end) it', 'end it'],
    ["don't stop", 'do not stop'],
    ['stop ~2 now', 'stop now'],
    ['stop ~2 now', 'stop right here now'],
    ['^ stop $', 'stop'],
  ])('"%s" in "%s"', (template, said) => {
    expect(matches(template, said).length).toBeGreaterThan(0);
  });

  it.each([
    ['stop it', 'stop'],
    ['stop ~2 now', 'stop that at once now'],
    ['stop $', 'stop it'],
    ['(stop|end) it', 'it'],
  ])('not "%s" in "%s"', (template, said) => {
    expect(matches(template, said)).toEqual([]);
  });

  it('from another word on, but not at the beginning then', () => {
    expect(matches('stop', 'please stop', 1)).toHaveLength(1);
    expect(matches('^ stop', 'please stop', 1)).toEqual([]);
  });

  it('in each way in which its slots can be filled', () => {
    expect(matches('call {name}', 'call ana')).toEqual([{ name: 'ana' }]);
    expect(matches('call {names}', 'call ana maria')).toEqual([{ names: 'ana' }, { names: 'ana maria' }]);
    expect(matches('call {name} {other} $', 'call ana bo')).toEqual([{ name: 'ana', other: 'bo' }]);
  });
});

const read = createReading(createPhrasebook(phrases), phrases.speech);
const readingOf = (said: string): Candidate[] => read(normalise(said), noSlot);
const found = (said: string, meaning: string): Candidate | undefined =>
  readingOf(said).find((candidate) => candidate.meaning === meaning);

describe('what was said', () => {
  it.each([
    ['skip this question', 'skip'],
    ['could you please repeat the question', 'repeat'],
    ['take that back', 'take-back'],
    ['okay so stop reminding us please', 'unremind'],
  ])('"%s" has the phrase of %s, and nothing speaks against it', (said, meaning) => {
    expect(readingOf(said)[0]).toMatchObject({ meaning, cost: 0, sample: true });
  });

  it.each([
    ['do not stop', 'stop'],
    ["please don't repeat that", 'repeat'],
    ['never skip this question', 'skip'],
    ['do not take a break', 'pause'],
  ])('"%s" is the opposite of %s: a negation before a phrase blocks it', (said, meaning) => {
    const candidate = found(said, meaning);
    expect(candidate?.cost ?? Number.POSITIVE_INFINITY).toBeGreaterThan(1);
    const plain = found(said.replace(/do not|don't|never/u, ''), meaning);
    expect(plain).toBeDefined();
    expect(worthOf(plain as Candidate)).toBeGreaterThan(
      candidate === undefined ? 0 : worthOf(candidate) + 0.5,
    );
  });

  it('is not blocked by a negation that belongs to the phrase', () => {
    expect(found("don't save tonight", 'dont-save')).toMatchObject({ cost: 0 });
    expect(found('not yet', 'not-quite')).toMatchObject({ cost: 0 });
  });

  it('costs the more, the more of it is not part of the phrase', () => {
    const costs = ['stop', 'stop the car', 'stop the car before the bridge'].map(
      (said) => found(said, 'stop')?.cost ?? Number.NaN,
    );
    expect(costs).toEqual(costs.toSorted((one, two) => one - two));
    expect(new Set(costs).size).toBe(3);
  });

  it('is a sample only word for word', () => {
    expect(found('take that back', 'take-back')).toMatchObject({ sample: true, exact: true });
    expect(found('please take that back', 'take-back')).toMatchObject({ cost: 0, exact: false });
    expect(found('i took that back to the shop', 'take-back')).toBeUndefined();
  });
});
