import { describe, expect, test } from 'vitest';
import { atConsent, withoutKeeping } from '../couple.ts';

describe('consent', () => {
  test.each(['next', 'resume', 'unclear'] as const)('is not given by %s', (word) => {
    const visit = atConsent().says(word);
    expect(visit.state.household.consent.a).toBeNull();
    expect(visit.asked).toBe('consent.again');
  });
});

describe('a no to keeping anything', () => {
  test.each([
    ['the first', 0],
    ['the second', 1],
  ] as const)('from %s is enough: nothing is kept of either', (_, agreed) => {
    const visit = atConsent();
    if (agreed === 1) visit.says('yes');
    visit.says('no');
    expect(visit.heard).toEqual(['without-keeping.lead', 'without-keeping.ask']);
    expect(visit.state.household.consent).toEqual({ a: null, b: null });
    expect(visit.state.keeping).toBe(false);
  });

  test('still offers a whole check-in', () => {
    const visit = withoutKeeping();
    expect(visit.heard.slice(0, 2)).toEqual(['without-keeping.done', 'open.check-in']);
    expect(visit.goesOnTo('appreciate.a').asked).toBe('appreciate.said');
  });

  test('and a second no is a goodbye', () => {
    const visit = atConsent().says('no').says('no');
    expect(visit.heard).toEqual(['without-keeping.close']);
    expect(visit.isOver).toBe(true);
  });
});

test('what is asked at the first visit can be heard again, whole', () => {
  expect(atConsent().says('repeat').heard).toEqual(['consent.practice', 'consent.kept', 'consent.ask']);
});
