import { describe, expect, test } from 'vitest';
import { askedAt, atTheDoorOf, doing, returningTo, unfinished, withoutKeeping } from './couple.ts';

describe('a reflection question', () => {
  test('is the same for both, with equal quiet, and the microphone stays closed', () => {
    const visit = doing('check-in', 5);
    const from = visit.acts.findIndex((act) => act.do === 'mark' && act.step === 'question.a');
    const to = visit.acts.findIndex((act) => act.do === 'mark' && act.step === 'appreciate.a');
    const question = visit.acts.slice(from, to);
    expect(question.flatMap((act) => (act.do === 'hold' ? [act.seconds] : []))).toEqual([52, 52]);
    expect(question.filter((act) => act.do === 'ask')).toEqual([]);
    expect(visit.said('question.first')?.name).toBe('Ana');
    expect(visit.said('question.second')?.name).toBe('Bo');
  });

  test('is remembered as heard, and belongs to this check-in from then on', () => {
    const visit = doing('check-in', 5);
    const id = visit.place?.question;
    expect(visit.state.household.heard).toBe(id);
    expect(visit.interrupts('where', 'question.a', 30).place?.question).toBe(id);
    expect(visit.state.household.heard.split(' ')).toHaveLength(1);
  });

  test('is not used up while they wait at its door', () => {
    const visit = atTheDoorOf('question.a');
    expect(visit.place?.question).toBeNull();
    expect(visit.state.household.heard).toBe('');
  });

  test('goes over to the second when the first is done early', () => {
    const visit = doing('check-in', 5).interrupts('next', 'question.a', 35);
    expect(visit.said('question.second')?.name ?? visit.said('question.still')?.name).toBe('Bo');
    expect(visit.quiets[0]).toBe(52);
  });

  test('is over when the second is done early', () => {
    expect(doing('check-in', 5).interrupts('next', 'question.b', 35).steps[0]).toBe('appreciate.a');
  });

  test('more time for the second stays with the second', () => {
    const visit = doing('check-in', 5).interrupts({ type: 'more-time', seconds: 60 }, 'question.b', 30);
    expect(visit.said('question.still')?.name).toBe('Bo');
    expect(visit.quiets[0]).toBe(90);
  });

  test('is said again to whoever was answering it', () => {
    const first = doing('check-in', 5).interrupts('where', 'question.a', 30);
    expect(first.said('question.still')?.name).toBe('Ana');
    expect(first.quiets.slice(0, 2)).toEqual([30, 52]);
    const second = doing('check-in', 5).interrupts('where', 'question.b', 20);
    expect(second.said('question.still')?.name).toBe('Bo');
    expect(second.quiets[0]).toBe(20);
  });

  test('can be passed on', () => {
    expect(atTheDoorOf('question.a').says('skip').steps[0]).toBe('appreciate.a');
  });
});

describe('the end', () => {
  const closing = () => askedAt('appreciate.b').says('skip');

  test('is one word each, a thank you, and who talks first next time', () => {
    const visit = closing();
    expect(visit.heard).toEqual([
      'appreciate.between-you',
      'word.first',
      'word.second',
      'close.check-in',
      'close-next.check-in',
    ]);
    expect(visit.quiets).toEqual([10, 10]);
    expect(visit.said('close-next.check-in')).toEqual({ name: 'Bo' });
    expect([visit.asked, visit.scene]).toEqual([null, 'closed']);
  });

  test('counts it, clears the place and lets the other start next time', () => {
    const visit = closing();
    expect(visit.state.household).toMatchObject({
      place: null,
      next: 'b',
      counts: { finished: 4, listened: 80 },
      met: '2026-11-22',
    });
    expect(visit.saved).toBe(true);
  });

  test('promises nothing for next time to two who keep nothing', () => {
    const visit = withoutKeeping().goesOnTo('appreciate.b').says('yes');
    expect(visit.heard.slice(-2)).toEqual(['close.check-in', 'close.unkept']);
  });

  test('that was left can be taken up and finished', () => {
    const visit = returningTo(unfinished({ step: 'word.b' })).says('launch');
    expect(visit.heard).toContain('word.where');
    expect(visit.says('yes').heard.at(-1)).toBe('close-next.check-in');
  });
});
