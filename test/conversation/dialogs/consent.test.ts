import { describe, expect, test } from 'vitest';
import { atConsent, withoutKeeping } from '../couple.ts';

describe('consent', () => {
  test.each(['next', 'resume', 'unclear'] as const)('is not given by %s', (word) => {
    const visit = atConsent().says(word);
    expect(visit.state.household.consent.a).toBeNull();
    expect(visit.asked).toBe('consent.again');
  });

  test('is not given by one for the other', () => {
    const visit = atConsent().says('yes').says({ type: 'yes', reported: true });
    expect(visit.heard).toEqual(['consent.own', 'consent.again']);
    expect(visit.state.household.consent.b).toBeNull();
    expect(visit.says('yes').state.household.consent.b).not.toBeNull();
  });
});

describe('a no to being remembered', () => {
  test.each([
    ['the first', 0],
    ['the second', 1],
  ] as const)('from %s is enough: nothing is kept of either, and they go on at once', (_, agreed) => {
    const visit = atConsent();
    if (agreed === 1) visit.says('yes');
    visit.says('no');
    expect(visit.heard).toEqual(['consent.no', 'length.plan', 'length.ask']);
    expect(visit.state.household.consent).toEqual({ a: null, b: null });
    expect(visit.state.keeping).toBe(false);
    expect(visit.saved).toBe(false);
  });

  test('leads to a whole check-in', () => {
    const visit = withoutKeeping();
    expect(visit.heard[0]).toBe('open.check-in');
    expect(visit.goesOnTo('appreciate.a').asked).toBe('appreciate.said');
    expect(visit.place?.minutes).toBe(20);
  });

  test('goes on at once with what they asked for before', () => {
    const visit = atConsent().says({ type: 'choose', exercise: 'together', minutes: null }).says('no');
    expect(visit.heard.slice(0, 3)).toEqual(['consent.no', 'consent.done', 'open.together']);
  });
});

test('what is asked at the first visit can be heard again, whole', () => {
  expect(atConsent().says('repeat').heard).toEqual(['consent.practice', 'consent.kept', 'consent.ask']);
});

test('a no at the length is a goodbye, and what they agreed to stays', () => {
  const visit = atConsent().says('yes').says('yes').says('no');
  expect(visit.heard).toEqual(['welcome.no']);
  expect(visit.state.household.consent.b).not.toBeNull();
  expect(visit.another().says('launch').asked).toBe('welcome.ask');
});
