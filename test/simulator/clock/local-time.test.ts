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

  test.each([
    ['2026-03-08T02:30:00', 'America/New_York', '2026-03-08T07:30:00.000Z', 'at 3:30'],
    ['2026-03-29T02:30:00', 'Europe/Vienna', '2026-03-29T01:30:00.000Z', 'at 3:30'],
    ['2026-03-08T00:00:00', 'America/Havana', '2026-03-08T05:00:00.000Z', 'at 1:00'],
    ['2026-10-04T02:15:00', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z', 'at 2:45'],
    ['2026-10-04T02:00:00', 'Australia/Sydney', '2026-10-03T16:00:00.000Z', 'at 3:00'],
  ])('%s in %s, which the clocks skip, is after the gap: %s, %s', (text, timezone, moment) => {
    expect(readLocalTime(text, timezone)?.toISOString()).toBe(moment);
  });

  test.each([
    ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-10-25T02:30:00', 'Europe/Vienna', '2026-10-25T00:30:00.000Z'],
    ['2026-04-05T02:30:00', 'Australia/Sydney', '2026-04-04T15:30:00.000Z'],
  ])('%s in %s, which comes twice, is the first: %s', (text, timezone, moment) => {
    expect(readLocalTime(text, timezone)?.toISOString()).toBe(moment);
  });

  test.each([
    ['2026-03-08T01:59:59', 'America/New_York', '2026-03-08T06:59:59.000Z'],
    ['2026-03-08T03:00:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01T02:00:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
    ['2026-06-01T00:00:00', 'Pacific/Kiritimati', '2026-05-31T10:00:00.000Z'],
  ])('%s in %s, beside a change or far from UTC, is %s', (text, timezone, moment) => {
    expect(readLocalTime(text, timezone)?.toISOString()).toBe(moment);
  });

  test.each(['yesterday', '2026-13-01', '2026-11-22T25:00', '2026-11-22T19:00:00Z'])(
    '%s is not a local time',
    (text) => {
      expect(readLocalTime(text, 'UTC')).toBeNull();
    },
  );
});
