import { describe, expect, test } from 'vitest';
import { readLocalTime } from '../../../simulator/clock/local-time.ts';

describe('a local time', () => {
  test.each([
    ['2026-07-01T12:00', 'Europe/London', '2026-07-01T11:00:00.000Z'],
    ['2026-11-22', 'UTC', '2026-11-22T00:00:00.000Z'],
    ['2026-03-29T03:30:00', 'Europe/Vienna', '2026-03-29T01:30:00.000Z'],
  ])('%s in %s is %s', (text, timezone, moment) => {
    expect(readLocalTime(text, timezone)?.toISOString()).toBe(moment);
  });

  test.each(['yesterday', '2026-13-01', '2026-11-22T25:00', '2026-11-22T19:00:00Z'])(
    '%s is not a local time',
    (text) => {
      expect(readLocalTime(text, 'UTC')).toBeNull();
    },
  );
});
