import { describe, expect, test } from 'vitest';
import { askedAt, doing, firstVisit, household, Visit, withoutKeeping } from '../couple.ts';

describe('stop', () => {
  test('keeps the place, says so in one line and closes the microphone', () => {
    const visit = askedAt('talk.a').says('stop');
    expect(visit.heard).toEqual(['stop.saved']);
    expect([visit.asked, visit.isOver, visit.saved]).toEqual([null, true, true]);
    expect(visit.place?.step).toBe('talk.a');
  });

  test('keeps the step that was heard when somebody said it', () => {
    const visit = askedAt('get-it.a').says('yes').interrupts('stop', 'more.a', 20);
    expect(visit.place).toMatchObject({ step: 'more.a', from: 'more.a' });
  });

  test('promises no place if none is kept', () => {
    expect(firstVisit().says('stop').heard).toEqual(['stop.bye']);
    expect(withoutKeeping().says('stop').heard).toEqual(['stop.bye']);
    expect(new Visit(household()).says('launch').says('stop').heard).toEqual(['stop.bye']);
  });
});

test('sound that cannot be played closes kindly, and the place is kept', () => {
  const visit = doing('check-in', 20).interrupts('sound-failed', 'talk.a', 170);
  expect(visit.heard).toEqual(['sound.failed']);
  expect([visit.isOver, visit.place?.step]).toEqual([true, 'talk.a']);
});

test('sound that cannot be played promises no place to two who keep nothing', () => {
  expect(withoutKeeping().says('sound-failed').heard).not.toContain('sound.failed');
});
