import { describe, expect, test } from 'vitest';
import { atTheDoorOf, doing } from '../../couple.ts';

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

  test('is noted as heard, and stays the question of this check-in', () => {
    const visit = doing('check-in', 5);
    const id = visit.place?.question;
    expect(visit.state.household.heard).toBe(id);
    expect(visit.interrupts('where', 'question.a', 30).place?.question).toBe(id);
    expect(visit.state.household.heard.split(' ')).toHaveLength(1);
  });

  test('is not used up while it waits for their yes', () => {
    const visit = atTheDoorOf('question.a');
    expect(visit.place?.question).toBeNull();
    expect(visit.state.household.heard).toBe('');
  });

  test('goes on to the second one if the first one says "next" early', () => {
    const visit = doing('check-in', 5).interrupts('next', 'question.a', 35);
    expect(visit.said('question.second')?.name ?? visit.said('question.still')?.name).toBe('Bo');
    expect(visit.quiets[0]).toBe(52);
  });

  test('is over if the second one says "next" early', () => {
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

  test('can be passed over', () => {
    expect(atTheDoorOf('question.a').says('skip').steps[0]).toBe('appreciate.a');
  });
});
