import { describe, expect, test } from 'vitest';
import {
  BEGIN,
  isRecapDue,
  MOST,
  readingOf,
  recalling,
} from '../../../../lambda/conversation/exercise/choosing/reading.ts';
import type { Appreciation } from '../../../../lambda/conversation/model/effect.ts';
import { other, type Partner } from '../../../../lambda/conversation/model/household.ts';
import { DAY, household, SUNDAY } from '../../couple.ts';

function kept(from: Partner, daysAgo: number, text = `${from} ${daysAgo}`): Appreciation {
  const at = SUNDAY - daysAgo * DAY;
  return { id: `${at.toString(36)}-x`, text, from, to: other(from), day: '2026-11-20', at };
}

describe('the week', () => {
  const due = (more: object) =>
    isRecapDue(household({ appreciated: SUNDAY - DAY, ...more }), { now: SUNDAY, zone: 'UTC' });

  test('is due once it is over, if there is something new to hear', () => {
    expect(due({})).toBe(true);
    expect(due({ appreciated: null })).toBe(false);
    expect(due({ since: SUNDAY - 6 * DAY })).toBe(false);
    expect(due({ recap: { heard: SUNDAY - 6 * DAY, offered: null } })).toBe(false);
    expect(due({ recap: { heard: SUNDAY - 8 * DAY, offered: SUNDAY - DAY } })).toBe(false);
    expect(due({ recap: { heard: SUNDAY - 8 * DAY, offered: null }, appreciated: SUNDAY - 9 * DAY })).toBe(
      false,
    );
  });

  test('has the days of their own clock', () => {
    const context = { now: Date.parse('2026-11-23T02:00:00Z'), zone: 'America/New_York', seed: 7 };
    const day = (moment: number): string => new Date(moment).toISOString();
    const of = (period: 'week' | 'today' | 'yesterday' | 'last-week') => {
      const { from, to } = recalling(period, household(), context);
      return [day(from), day(to)];
    };
    expect(of('today')).toEqual(['2026-11-22T05:00:00.000Z', '2026-11-23T02:00:00.000Z']);
    expect(of('yesterday')).toEqual(['2026-11-21T05:00:00.000Z', '2026-11-22T04:59:59.999Z']);
    expect(of('week')[0]).toBe('2026-11-15T05:00:00.000Z');
    expect(of('last-week')).toEqual(['2026-11-08T05:00:00.000Z', '2026-11-15T04:59:59.999Z']);
  });

  test('begins with the last recap, if that is longer ago than a week but no more than two', () => {
    const context = { now: SUNDAY, zone: 'UTC', seed: 7 };
    const from = (heard: number) =>
      recalling('week', household({ recap: { heard, offered: null } }), context).from;
    const usual = Date.parse('2026-11-15T00:00:00Z');
    expect(from(SUNDAY - 9 * DAY)).toBe(SUNDAY - 9 * DAY);
    expect(from(SUNDAY - 2 * DAY)).toBe(usual);
    expect(from(SUNDAY - 20 * DAY)).toBe(usual);
  });

  test.each<[string, object, Partner | null, object]>([
    ['of both, nothing is left out', {}, null, { a: 0, b: 0 }],
    ['of one, nothing of the other is asked for', {}, 'b', { a: null, b: 0 }],
    ['of each, what was deleted is left out', { erased: { a: 500, b: null } }, null, { a: 501, b: 0 }],
    ['what is older than the two of them is left out', { since: 900 }, null, { a: 900, b: 900 }],
    ['the later of the two counts', { since: 900, erased: { a: 500, b: 950 } }, null, { a: 900, b: 951 }],
  ])('asks for what may be heard: %s', (_what, kept, by, expected) => {
    const context = { now: SUNDAY, zone: 'UTC', seed: 7 };
    const asked = recalling('week', household({ since: null, ...kept }), context, BEGIN, by);
    expect(asked.confirmedFrom).toEqual(expected);
  });
});

describe("a week's appreciations", () => {
  const read = (all: Appreciation[]): string[] =>
    readingOf({ page: all, next: null }, BEGIN, MOST).read.map(({ text }) => text);

  test('take turns for as long as both have some', () => {
    expect(read([kept('a', 6), kept('a', 5), kept('a', 4), kept('b', 1)])).toEqual([
      'a 6',
      'b 1',
      'a 5',
      'a 4',
    ]);
  });

  test('are read four at a time, the oldest first', () => {
    expect(read([6, 5, 4, 3, 2, 1].map((days) => kept('b', days)))).toEqual(['b 6', 'b 5', 'b 4', 'b 3']);
  });
});
