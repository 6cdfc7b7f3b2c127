import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayIn,
  daysAfter,
  isZone,
  momentOf,
  nextHour,
  wallClock,
} from '../../../lambda/conversation/model/calendar.ts';

const NEW_YORK = 'America/New_York';

const at = (moment: string): number => Date.parse(moment);

describe('their own days', () => {
  test('begin at their midnight, not at that of UTC', () => {
    expect(dayIn(at('2026-11-23T02:00:00Z'), NEW_YORK)).toBe('2026-11-22');
    expect(dayIn(at('2026-11-22T20:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-23');
    expect(momentOf('2026-11-22', 0, NEW_YORK)).toBe(at('2026-11-22T05:00:00Z'));
  });

  test('have twenty-three or twenty-five hours when the clocks change', () => {
    const length = (day: string): number =>
      (momentOf(daysAfter(day, 1), 0, NEW_YORK) - momentOf(day, 0, NEW_YORK)) / 3_600_000;
    expect([length('2026-03-08'), length('2026-11-01'), length('2026-11-22')]).toEqual([23, 25, 24]);
  });

  test('go on over months and leap years', () => {
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysAfter('2027-01-01', -1)).toBe('2026-12-31');
  });

  test('begin with a moment of that day, in every zone', () => {
    const zones = ['UTC', NEW_YORK, 'Asia/Kolkata', 'Pacific/Chatham', 'America/Sao_Paulo', 'Pacific/Apia'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 4_000_000_000 }), (zone, seconds) => {
        const day = dayIn(seconds * 1000, zone);
        const midnight = momentOf(day, 0, zone);
        expect(midnight).toBeLessThanOrEqual(seconds * 1000);
        expect(dayIn(midnight, zone)).toBe(day);
      }),
    );
  });
});

test('the next five in the morning is today before it and tomorrow after it', () => {
  expect(nextHour(at('2026-11-22T03:00:00-05:00'), 5, NEW_YORK)).toBe(at('2026-11-22T05:00:00-05:00'));
  expect(nextHour(at('2026-11-22T19:00:00-05:00'), 5, NEW_YORK)).toBe(at('2026-11-23T05:00:00-05:00'));
});

test('the clock on the wall is written without a zone', () => {
  expect(wallClock(at('2026-11-23T00:00:00Z'), NEW_YORK)).toBe('2026-11-22T19:00:00.000');
});

test('what is not a time zone is recognised', () => {
  expect([isZone(NEW_YORK), isZone('Mars/Phobos'), isZone('')]).toEqual([true, false, false]);
});
