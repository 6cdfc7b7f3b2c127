import { describe, expect, test } from 'vitest';
import {
  askedAt,
  atTheDoorOf,
  doing,
  firstVisit,
  household,
  returningTo,
  unfinished,
  Visit,
} from '../couple.ts';

describe('shorter', () => {
  test('goes on with the next shorter form, from the same step', () => {
    const visit = askedAt('talk.b').says('shorter');
    expect(visit.heard).toEqual(['shorter.from-here', 'talk.finished-again']);
    expect(visit.place).toMatchObject({ minutes: 10, step: 'talk.b' });
    expect(visit.says('shorter').place).toMatchObject({ minutes: 5, step: 'talk.b' });
  });

  test('cuts the quiet that is playing to the one of the shorter form', () => {
    const visit = doing('check-in', 20).interrupts('shorter', 'talk.a', 120);
    expect(visit.heard.slice(0, 2)).toEqual(['shorter.from-here', 'talk.still']);
    expect(visit.quiet).toBe(72);
  });

  test('never makes a quiet longer', () => {
    expect(doing('check-in', 20).interrupts('shorter', 'talk.a', 20).quiet).toBe(20);
  });

  test('goes on with the next step that the shorter form has', () => {
    // Bo is first.
    const visit = atTheDoorOf('question.b').says('shorter').says('shorter');
    expect(visit.place).toMatchObject({ minutes: 5, step: 'appreciate.b' });
  });

  test('asks again whether they are ready, if that was asked', () => {
    const visit = atTheDoorOf('talk.b').says('shorter');
    expect(visit.heard).toEqual(['shorter.from-here', 'ready.again']);
  });

  test('is also meant by a length, if nobody is talking', () => {
    const five = { type: 'choose', exercise: null, minutes: 5 } as const;
    expect(askedAt('appreciate.a').says(five).place).toMatchObject({ minutes: 5, step: 'appreciate.a' });
    expect(atTheDoorOf('talk.b').says(five).place).toMatchObject({ minutes: 5, step: 'talk.b' });
    const more = askedAt('talk.a').says(five);
    expect([more.heard[0], more.place?.minutes]).toEqual(['quiet.more-time', 20]);
  });

  test('never ends a turn in the middle: it takes the shortest form that has the step', () => {
    const five = { type: 'choose', exercise: null, minutes: 5 } as const;
    expect(askedAt('get-it.a').says(five).place).toMatchObject({ minutes: 10, step: 'get-it.a' });
    const within = askedAt('talk.2.b', 'validation', 20).says('shorter');
    expect([within.heard[0], within.place?.minutes]).toEqual(['shorter.not-here', 20]);
  });

  test('leaves each their own small thing', () => {
    const visit = askedAt('get-it.happened.b', 'small-thing', 20).says('shorter');
    expect([visit.heard[0], visit.place?.minutes]).toEqual(['shorter.not-here', 20]);
  });

  test('says so if there is no shorter form', () => {
    const visit = askedAt('talk.a', 'check-in', 5).says('shorter');
    expect([visit.heard[0], visit.place?.minutes]).toEqual(['shorter.least', 5]);
  });

  test('in a pause changes what comes after it', () => {
    const visit = askedAt('talk.a').says('pause').says('shorter');
    expect([visit.heard[0], visit.place?.minutes]).toEqual(['shorter.from-here', 10]);
    expect(visit.says('yes').asked).toBe('talk.finished-again');
  });

  test('at the offer to carry on does so, in the shorter form', () => {
    const visit = returningTo(unfinished({ step: 'talk.b' }))
      .says('launch')
      .says('shorter');
    expect(visit.heard).toEqual(['shorter.from-here', 'talk.left']);
    expect(visit.place?.minutes).toBe(10);
  });

  test('at the beginning of a session shortens what they stopped', () => {
    const visit = returningTo(unfinished({ step: 'talk.b' })).says('shorter');
    expect([visit.heard[0], visit.asked, visit.place?.minutes]).toEqual([
      'shorter.from-here',
      'carry-on.ask',
      10,
    ]);
  });

  test('at the welcome begins a short one, and at the first visit chooses it', () => {
    const visit = new Visit(household()).says('launch').says('shorter');
    expect([visit.heard[0], visit.place?.minutes]).toEqual(['shorter.begin', 5]);
    const cold = new Visit(household()).says('shorter');
    expect(cold.place?.minutes).toBe(5);
  });

  test('before the names are known is noted for when they begin', () => {
    expect(firstVisit().says('launch').says('shorter').state.wish?.minutes).toBe(5);
  });
});

describe('a usual length', () => {
  test('of two who are not remembered is the length of this time', () => {
    const visit = firstVisit().says({ type: 'usual', minutes: 10 });
    expect(visit.heard).not.toContain('usual.set');
    expect(visit.state.wish?.minutes).toBe(10);
  });

  test('is remembered, and begins at once if they are asked how to begin', () => {
    const visit = new Visit(household()).says('launch').says({ type: 'usual', minutes: 10 });
    expect([visit.heard[0], visit.place?.minutes]).toEqual(['usual.set', 10]);
    expect(visit.state.household.settings).toEqual({ minutes: 10 });
  });

  test('said in an exercise holds from the next one on', () => {
    const visit = askedAt('talk.a').says({ type: 'usual', minutes: 10 });
    expect(visit.heard).toEqual(['usual.set', 'talk.finished-again']);
    expect([visit.place?.minutes, visit.state.household.settings.minutes]).toEqual([20, 10]);
  });

  test('is the nearest one there is', () => {
    const visit = new Visit(household()).says({ type: 'usual', minutes: 7 });
    expect([visit.heard, visit.state.household.settings.minutes, visit.saved]).toEqual([
      ['usual.set'],
      5,
      true,
    ]);
  });
});
