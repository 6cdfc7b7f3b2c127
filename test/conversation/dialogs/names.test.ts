import { describe, expect, test } from 'vitest';
import { asName } from '../../../lambda/conversation/dialogs/names.ts';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import { atConsent, firstVisit, household, TWENTY_MINUTES, Visit } from '../couple.ts';

const name = (called: string, other: string | null = null): Event => ({ type: 'names', name: called, other });

describe('a first visit', () => {
  test('takes five replies from them until the first one talks', () => {
    const visit = firstVisit();
    expect(visit.heard).toEqual(['welcome.new', 'names.first']);
    expect(visit.says(name('Ana')).heard).toEqual(['names.thanks', 'names.second']);
    expect(visit.says(name('Bo')).heard).toEqual(['consent.practice', 'consent.kept', 'consent.ask']);
    expect(visit.says('yes').heard).toEqual(['consent.thanks', 'consent.ask']);
    expect(visit.says('yes').heard).toEqual(['length.plan', 'length.ask']);
    expect(visit.says(TWENTY_MINUTES).heard).toEqual([
      'open.check-in',
      'arrive.early',
      'talk.floor',
      'topic.mind',
      'listen.mind',
      'talk.pieces',
      'talk.half-minute',
      'talk.finished',
    ]);
    expect(visit.said('talk.floor')?.name).toBe('Ana');
  });

  test('takes both names in one breath', () => {
    const visit = firstVisit().says(name('Ana', 'Bo'));
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
    expect(visit.asked).toBe('consent.ask');
  });

  test('listens for a name after asking for one', () => {
    expect(firstVisit().acts.at(-1)).toMatchObject({ do: 'ask', listenFor: 'name' });
  });

  test('asks each for their own yes, by name', () => {
    const visit = atConsent();
    expect(visit.said('consent.ask')).toEqual({ name: 'Ana' });
    expect(visit.says('yes').said('consent.ask')).toEqual({ name: 'Bo' });
    expect(visit.state.household.consent).toEqual({ a: '2026-11-22', b: null });
  });

  test('says what it is and how to reach support before anything is kept', () => {
    const visit = atConsent();
    expect(visit.heard).toContain('consent.practice');
    expect(visit.saved).toBe(false);
  });
});

describe('a correction', () => {
  test('"no, it is Anna" at the question for the second name corrects the first', () => {
    const visit = firstVisit().says(name('Ana')).says({ type: 'rename', name: null, other: 'Anna' });
    expect(visit.names).toEqual({ a: 'Anna', b: null });
    expect(visit.asked).toBe('names.second');
  });

  test('at the question for a yes corrects the name of the one who is asked', () => {
    const visit = atConsent().says({ type: 'rename', name: null, other: 'Anna' });
    expect(visit.names.a).toBe('Anna');
    expect(visit.asked).toBe('consent.again');
  });
});

describe('names', () => {
  test.each(['rather-not', 'no', 'skip'] as const)('%s is fine: no name is needed', (word) => {
    const visit = firstVisit().says(word);
    expect(visit.heard).toEqual(['names.thanks-unnamed', 'names.second']);
    visit.says(word);
    expect(visit.names).toEqual({ a: null, b: null });
    expect(visit.said('consent.ask')?.name).toEqual({ line: { key: 'partner.first', with: {} } });
  });

  test('that are the same are asked about once, and then the second is "second partner"', () => {
    const visit = firstVisit().says(name('Chris')).says(name('CHRIS'));
    expect(visit.heard).toEqual(['names.same', 'names.second']);
    visit.says(name('chris'));
    expect(visit.names).toEqual({ a: 'Chris', b: null });
  });

  test('that are the same in one breath ask only for the second again', () => {
    const visit = firstVisit().says(name('Chris', 'Chris'));
    expect(visit.asked).toBe('names.second');
    expect(visit.names.a).toBe('Chris');
  });

  test('both given at the second question are taken, although the first is known already', () => {
    const visit = firstVisit().says(name('Ana')).says(name('Ana', 'Bo'));
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
    expect(visit.heard).not.toContain('names.same');
  });

  test.each(['', '  ', '?!', 'a'.repeat(31), 'the one with the hat'])(
    '%j is no name, and is asked about again until they leave it: nobody gets a wrong name',
    (odd) => {
      const visit = firstVisit().says(name(odd));
      expect(visit.heard).toEqual(['names.not-a-name', 'names.first-again']);
      expect(visit.says(name(odd)).heard).toEqual(['missed.names-again', 'names.first-again']);
      expect(visit.says(name(odd)).heard).toEqual(['unclear.close']);
      expect([visit.names.a, visit.isOver]).toEqual([null, true]);
    },
  );

  test('that were not heard are asked for again, and then it waits: no name is invented', () => {
    const visit = firstVisit().says('unclear');
    expect(visit.heard).toEqual(['missed.names', 'names.first-again']);
    expect(visit.says('unclear').heard).toEqual(['missed.names-again', 'names.first-again']);
    expect(visit.says('unclear').heard).toEqual(['unclear.close']);
    expect([visit.names, visit.isOver, visit.saved]).toEqual([{ a: null, b: null }, true, false]);
  });

  test('a name between two misses is taken, and the count begins anew', () => {
    const visit = firstVisit().says('unclear').says('unclear').says(name('Ana'));
    expect(visit.asked).toBe('names.second');
    expect(visit.says('unclear').heard[0]).toBe('missed.names');
    expect(visit.names).toEqual({ a: 'Ana', b: null });
  });

  test('can be corrected when the yes is asked for', () => {
    const visit = atConsent().says(name('Anna'));
    expect(visit.names).toEqual({ a: 'Anna', b: 'Bo' });
    expect(visit.heard).toEqual(['names.corrected', 'consent.again']);
    expect(visit.says('yes').said('consent.thanks')).toEqual({ name: 'Anna' });
  });

  test('are not corrected to the name of the other', () => {
    expect(atConsent().says(name('bo')).names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  test.each([
    ['  Mary   Ann ', 'Mary Ann'],
    ['Zoë', 'Zoë'],
    ['麗', '麗'],
    ['🦊', '🦊'],
    ['4', '4'],
    ["O'Neil & Co", "O'Neil & Co"],
    ['A. J.', 'A. J.'],
  ])('%j is a nickname: %j', (heard, kept) => {
    expect(asName(heard)).toBe(kept);
  });
});

describe('names that are changed', () => {
  const changing = (): Visit =>
    new Visit(household()).says('launch').says({ type: 'rename', name: null, other: null });

  test('are stored on a night on which nothing else is', () => {
    const visit = new Visit(household()).says('launch').says('dont-save');
    visit.says({ type: 'rename', name: null, other: null }).says(name('Carla')).says(name('Dan'));
    expect(visit.another().names).toEqual({ a: 'Carla', b: 'Dan' });
  });

  test('are never the same for both, also if the first one is corrected', () => {
    const visit = changing().says(name('Ana')).says({ type: 'rename', name: null, other: 'Bo' });
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  test('stay as they are if somebody passes, also before they were asked to be remembered', () => {
    const visit = atConsent().says({ type: 'rename', name: null, other: null }).says('skip').says('skip');
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  test('do not lead two who declined to be remembered to the question again', () => {
    const visit = atConsent().says('no').says({ type: 'rename', name: null, other: null });
    visit.says(name('Ana')).says(name('Bo')).says({ type: 'learn', about: 'listening' }).says('yes');
    expect(visit.asked).not.toBe('names.first');
  });
});
