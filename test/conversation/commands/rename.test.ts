import { describe, expect, test } from 'vitest';
import { askedAt, atConsent, doing, household, Visit } from '../couple.ts';

describe('other names', () => {
  const known = () => new Visit(household()).says('launch');

  test('"change Bo to Bob" changes one, however it is written, and goes on', () => {
    const visit = known().says({ type: 'rename', name: 'BO', other: 'Bob' });
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bob' });
    expect(visit.said('rename.one')).toEqual({ name: 'Bob' });
    expect(visit.saved).toBe(true);
    expect(visit.asked).toBe('welcome.again');
  });

  test('can be asked for as the session begins', () => {
    const visit = new Visit(household()).says({ type: 'rename', name: 'Bo', other: 'Bob' });
    expect(visit.said('rename.one')).toEqual({ name: 'Bob' });
    expect(visit.asked).toBe('welcome.ask');
  });

  test('"change Bo to Bob" in the middle of a turn leaves its quiet', () => {
    const visit = doing('check-in', 20).interrupts(
      { type: 'rename', name: 'Bo', other: 'Bob' },
      'talk.a',
      60,
    );
    expect(visit.quiet).toBe(60);
    expect(visit.names.b).toBe('Bob');
  });

  test('two never get the same name', () => {
    const visit = known().says({ type: 'rename', name: 'Ana', other: 'bo' });
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  test('"change our names" asks for both names and nothing else, and then goes on', () => {
    const visit = known().says({ type: 'rename', name: null, other: null });
    expect(visit.heard).toEqual(['rename.both', 'rename.ask']);
    visit.says({ type: 'names', name: 'Sam', other: null }).says({ type: 'names', name: 'Kim', other: null });
    expect(visit.names).toEqual({ a: 'Sam', b: 'Kim' });
    expect(visit.heard[0]).toBe('rename.done');
    expect(visit.asked).toBe('welcome.ask');
  });

  test('that are never understood stay as they were', () => {
    const visit = known().says({ type: 'rename', name: null, other: null }).says('unclear');
    expect(visit.heard).toEqual(['missed.rename', 'rename.ask-again']);
    expect(visit.says('unclear').says('unclear').isOver).toBe(true);
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  test('are never the same, even if nothing more is understood', () => {
    const visit = known().says({ type: 'rename', name: null, other: null });
    visit.says({ type: 'names', name: 'Bo', other: null }).says('stop');
    expect(visit.names).toEqual({ a: 'Bo', b: null });
  });

  test('are never the same, even if the second is passed over', () => {
    const visit = known().says({ type: 'rename', name: null, other: null });
    visit.says({ type: 'names', name: 'Bo', other: null }).says('skip');
    expect(visit.names).toEqual({ a: 'Bo', b: null });
  });

  test('are asked for by the names they have, whoever talks first', () => {
    const visit = new Visit(household({ next: 'b' })).says('launch');
    visit.says({ type: 'rename', name: null, other: null });
    expect(visit.said('rename.ask')?.name).toBe('Ana');
    visit.says({ type: 'names', name: 'Sam', other: null });
    expect(visit.said('rename.ask')?.name).toBe('Bo');
    visit.says({ type: 'names', name: 'Kim', other: null });
    expect(visit.said('welcome.plan')?.name).toBe('Kim');
  });

  test.each(['skip', 'next'] as const)('%s leaves a name as it was', (word) => {
    const visit = known().says({ type: 'rename', name: null, other: null }).says(word);
    expect(visit.names.a).toBe('Ana');
  });

  test('in the middle of a check-in the place is kept', () => {
    const visit = askedAt('get-it.a').says({ type: 'rename', name: null, other: null });
    visit.says({ type: 'names', name: 'Sam', other: 'Kim' });
    expect(visit.place?.step).toBe('get-it.a');
    expect(visit.asked).toBe('carry-on.ask');
  });

  test('two who keep nothing are not asked to keep anything again', () => {
    const visit = atConsent().says('no').says('yes');
    visit.says({ type: 'rename', name: null, other: null });
    visit.says({ type: 'names', name: 'Sam', other: 'Kim' });
    expect(visit.asked).not.toBe('consent.ask');
  });
});

describe('"change my name to Annie"', () => {
  const annie = { type: 'rename', name: null, other: 'Annie' } as const;
  const asked = () => new Visit(household()).says('launch').says(annie);

  test('changes the name of the one whose voice is known', () => {
    const voices = { a: null, b: 'a voice' };
    const visit = new Visit(household({ voices }), { speaker: 'a voice' }).says('launch').says(annie);
    expect(visit.names).toEqual({ a: 'Ana', b: 'Annie' });
    expect(visit.heard).toEqual(['rename.one', 'welcome.again']);
  });

  test('asks whose it is otherwise, and a yes, a no or a name answers', () => {
    expect(asked().said('rename.whose')).toEqual({ name: 'Ana', instead: 'Annie' });
    expect(asked().says('yes').names).toEqual({ a: 'Annie', b: 'Bo' });
    expect(asked().says({ type: 'names', name: 'bo', other: null }).names).toEqual({ a: 'Ana', b: 'Annie' });
    const others = asked().says('no');
    expect(others.said('rename.whose')).toEqual({ name: 'Bo', instead: 'Annie' });
    expect(others.says('yes').names).toEqual({ a: 'Ana', b: 'Annie' });
  });

  test.each(['skip', 'rather-not', 'done'] as const)('%s leaves both names', (word) => {
    const visit = asked().says(word);
    expect(visit.heard).toEqual(['rename.stays', 'welcome.again']);
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  test('that is meant for neither leaves both names', () => {
    expect(asked().says('no').says('no').heard[0]).toBe('rename.stays');
  });

  test('in the middle of a turn leaves its quiet', () => {
    const visit = doing('check-in', 20).interrupts(annie, 'talk.a', 60);
    expect(visit.asked).toBe('rename.whose');
    expect(visit.says('yes').quiet).toBe(60);
    expect(visit.names.a).toBe('Annie');
  });

  test('is not the name of the other', () => {
    const visit = new Visit(household()).says('launch');
    visit.says({ type: 'rename', name: null, other: 'bo' }).says('yes');
    expect(visit.heard[0]).toBe('names.same');
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  });
});
