import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { createPolarity } from '../../lambda/understanding/polarity.ts';

const { phrases } = enUS.hearing;
const { phrasebook } = createClues(phrases);
const read = createPolarity(phrasebook.parse);
const polarityOf = (said: string) => {
  const heard = phrasebook.normalise(said);
  return read(heard, (at) => phrasebook.isFree(heard.words[at] ?? ''));
};

describe('an answer', () => {
  it.each(['yes', 'Yeah!', 'uh huh', 'sure thing', 'yes please', 'well, yes', 'of course', 'okay then'])(
    '"%s" is a yes',
    (said) => {
      expect(polarityOf(said)?.says).toBe('yes');
    },
  );

  it.each(['no', 'nope', 'no thanks', 'absolutely not', 'of course not', 'not really', 'well, no', 'no no'])(
    '"%s" is a no',
    (said) => {
      expect(polarityOf(said)?.says).toBe('no');
    },
  );

  it('is what is said last, if it begins with both', () => {
    expect(polarityOf('yeah, nah')?.says).toBe('no');
    expect(polarityOf('nah, yeah')?.says).toBe('yes');
  });

  it('may be said at the end', () => {
    expect(polarityOf('I think so, yes')?.says).toBe('yes');
    expect(polarityOf('the answer is no')?.says).toBe('no');
  });

  it.each(['we stopped', 'tea please', 'I know a place', 'yesterday', ''])('"%s" is neither', (said) => {
    expect(polarityOf(said)).toBeNull();
  });

  it('says how many other words it has', () => {
    expect(polarityOf('yes')?.besides).toBe(0);
    expect(polarityOf('yes but only a little')?.besides).toBe(4);
  });
});
