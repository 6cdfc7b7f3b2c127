import { describe, expect, it } from 'vitest';
import { MOMENTS, type Moment } from '../../interaction-models/costs/examples.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { AS_WELL, SAME } from './alike.ts';
import { replyTo, sampleOf } from './right.ts';
import { situationAt } from './situations.ts';

const sample = (means: string) => sampleOf(means, { type: 'unclear' });
const reply = (means: string, at: Moment): string => replyTo(sample(means), situationAt(at));
const effectsOf = (means: string, at: Moment): string[] => {
  const { state, context } = situationAt(at);
  return respond(state, sample(means), context).effects.map(({ effect }) => effect);
};

describe('meanings that do the same', () => {
  const each = SAME.flatMap(({ at = MOMENTS, means }) => at.map((moment) => ({ moment, means })));

  it.each(each)('get the same reply at $moment: $means', ({ moment, means }) => {
    const [first = '', ...others] = means;
    for (const other of others)
      expect(`${other}: ${reply(other, moment)}`).toBe(`${other}: ${reply(first, moment)}`);
  });
});

describe('what is heard for something else, and is as good', () => {
  const each = AS_WELL.flatMap(({ at = MOMENTS, means, heard }) =>
    at.flatMap((moment) => heard.map((other) => ({ moment, means, other }))),
  );

  it.each(each)(
    'stores and deletes nothing more at $moment: $other for $means',
    ({ moment, means, other }) => {
      const more = effectsOf(other, moment).filter(
        (effect) => effect !== 'save' && !effectsOf(means, moment).includes(effect),
      );
      expect(more).toEqual([]);
    },
  );

  it('is listed only if the reply is not the same anyway', () => {
    const needless = AS_WELL.filter(({ at = MOMENTS, means, heard }) =>
      heard.every((other) => at.every((moment) => reply(means, moment) === reply(other, moment))),
    );
    expect(needless).toEqual([]);
  });
});
