/** The question for the length at the end of a first visit's questions. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import { atLength } from '../couple.ts';
import type { SimpleEvent } from '../plain-events.ts';

const minutes = (minutes: number): Event => ({ type: 'choose', exercise: null, minutes });
const youChoose: Event = { type: 'you-choose', what: null };

describe('at the question for the length', () => {
  test.each<[string, Event | SimpleEvent, number]>([
    ['twenty minutes', minutes(20), 20],
    ['the short one', minutes(5), 5],
    ['ten minutes', minutes(10), 10],
    ['the longer one', { type: 'more-time', seconds: 1200 }, 20],
    ['a yes, which could be either,', 'yes', 5],
    ['"next"', 'next', 5],
    ['"you choose"', youChoose, 5],
    ['"whatever is quicker"', 'faster', 5],
  ])('%s begins the check-in of that length', (_, said, length) => {
    const visit = atLength().says(said);
    expect(visit.place).toMatchObject({ exercise: 'check-in', minutes: length });
    expect(visit.saved).toBe(true);
  });

  test('a yes hears which one begins', () => {
    expect(atLength().says('yes').heard[0]).toBe('short-one.go');
  });

  test('somebody who would rather not is asked whether a short one is all right, or nothing today', () => {
    const visit = atLength().says('reluctant');
    expect([visit.heard, visit.asked, visit.place]).toEqual([
      ['short-one.lead', 'short-one.ask'],
      'short-one.ask',
      null,
    ]);
    expect(visit.says('yes').place).toMatchObject({ exercise: 'check-in', minutes: 5 });
    expect(atLength().says('reluctant').says('no').isOver).toBe(true);
  });

  test('another exercise that they name begins in its place', () => {
    const visit = atLength().says({ type: 'choose', exercise: 'together', minutes: null });
    expect(visit.place?.exercise).toBe('together');
  });

  test('who starts is noted, and the length asked again', () => {
    const visit = atLength().says({ type: 'first', who: 'b' });
    expect(visit.asked).toBe('length.ask');
    expect(visit.says(minutes(20)).place).toMatchObject({ first: 'b', minutes: 20 });
  });

  test('three misses begin nothing, and what they agreed to stays', () => {
    const visit = atLength().says('unclear').says('unclear').says('unclear');
    expect(visit.heard).toEqual(['unclear.close']);
    expect(visit.place).toBeNull();
    expect(visit.another().says('launch').asked).toBe('welcome.ask');
  });

  test('silence asks again and begins nothing', () => {
    const visit = atLength().saysNothing();
    expect(visit.heard).toEqual(['length.again']);
    expect(visit.place).toBeNull();
  });
});
