import { describe, expect, it } from 'vitest';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { decoded } from './decoded.ts';
import { resolvedSlot } from './envelopes.ts';

describe('a choice', () => {
  it.each(Object.keys(exercises))('knows the exercise %s by its id, whatever was said for it', (id) => {
    const exercise = resolvedSlot('exercise', 'just the hearing part', id);
    expect(decoded('ChooseIntent', { exercise })).toEqual({ type: 'choose', exercise: id, minutes: null });
  });

  it('does not take an exercise that it does not know', () => {
    const unknown = resolvedSlot('exercise', 'chess', 'chess');
    expect(decoded('ChooseIntent', { exercise: unknown, minutes: '5' })).toEqual({ type: 'unclear' });
  });

  it('of an exercise that is not ours is words that mean nothing', () => {
    const unknown = resolvedSlot('exercise', 'chess', 'chess');
    expect(decoded('ChooseIntent', { exercise: unknown })).toEqual({ type: 'unclear' });
  });

  it('that is no choice is what its own words say', () => {
    expect(decoded('ChooseIntent', { exercise: 'one more question' })).toEqual({ type: 'another' });
    expect(decoded('TakeBackIntent', { kept: 'the tea one' })).toEqual({ type: 'take-back', about: ['tea'] });
    expect(decoded('ChooseIntent', { exercise: 'a break from each other' })).toEqual({ type: 'time-out' });
    expect(decoded('ChooseIntent', { exercise: 'listening' })).toMatchObject({ exercise: 'listening' });
    expect(decoded('DepthIntent', { depth: 'between us' })).toEqual({ type: 'unclear' });
  });

  it('takes what it is about and how deep it goes', () => {
    const slots = {
      exercise: resolvedSlot('exercise', 'a question', 'questions'),
      depth: resolvedSlot('depth', 'easy', 'light'),
      theme: resolvedSlot('theme', 'our feelings', 'validation'),
    };
    expect(decoded('ChooseIntent', slots)).toEqual({
      type: 'choose',
      exercise: 'questions',
      minutes: null,
      depth: 'light',
      theme: 'validation',
    });
  });

  it('of a depth is taken from each who says one', () => {
    const [light, deep] = [
      resolvedSlot('depth', 'light', 'light'),
      resolvedSlot('otherDepth', 'deep', 'deep'),
    ];
    expect(decoded('DepthIntent', { depth: light })).toEqual({ type: 'depth', depth: 'light' });
    expect(decoded('DepthIntent', { depth: light, otherDepth: deep })).toEqual({
      type: 'depth',
      depth: 'light',
      other: 'deep',
    });
  });

  it('of who starts is a name, one of the two, or the other one', () => {
    expect(decoded('WhoStartsIntent', { name: 'Bo' })).toEqual({ type: 'first', who: { name: 'Bo' } });
    for (const [id, who] of [
      ['first', 'a'],
      ['second', 'b'],
      ['other', 'other'],
    ] as const)
      expect(decoded('WhoStartsIntent', { partner: resolvedSlot('partner', 'that one', id) })).toEqual({
        type: 'first',
        who,
      });
  });

  it.each(['exercise', 'length', 'depth', 'theme', 'first'])('of %s can be left to the skill', (what) => {
    expect(decoded('YouChooseIntent', { choice: resolvedSlot('choice', 'that', what) })).toEqual({
      type: 'you-choose',
      what,
    });
  });

  it.each([
    ['10', 10],
    ['5', 5],
    ['1000', 1000],
  ])('of %j minutes is %s', (said, minutes) => {
    expect(decoded('ChooseIntent', { minutes: said })).toEqual({ type: 'choose', exercise: null, minutes });
  });

  it.each(['?', '', 'ten'])('of %j minutes is no choice', (said) => {
    expect(decoded('ChooseIntent', { minutes: said })).toEqual({ type: 'unclear' });
  });
});
