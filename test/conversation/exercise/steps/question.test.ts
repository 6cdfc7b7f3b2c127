import { describe, expect, test } from 'vitest';
import { askedAt, atTheDoorOf, type Visit } from '../../couple.ts';

/** Ana and Bo in a check-in, in the reply with the question. */
const asking = (): Visit => askedAt('get-it.b', 'check-in', 10).says('yes');

describe('a reflection question', () => {
  test('is the same for both, with equal quiet, and the microphone stays closed', () => {
    const visit = asking();
    const from = visit.acts.findIndex((act) => act.do === 'mark' && act.step === 'question.a');
    const to = visit.acts.findIndex((act) => act.do === 'mark' && act.step === 'appreciate.a');
    const question = visit.acts.slice(from, to);
    const [first, reply, second, replyToo] = question.flatMap((act) =>
      act.do === 'hold' ? [act.seconds] : [],
    );
    expect([first, second]).toEqual([22, 22]);
    expect([reply, replyToo]).toEqual([12, 12]);
    const read = question.flatMap((act) =>
      act.do === 'say' && act.line.key === 'question.text' ? [act.line.with] : [],
    );
    expect(read).toHaveLength(2);
    expect(read[1]).toEqual(read[0]);
    expect(question.filter((act) => act.do === 'ask')).toEqual([]);
    expect(visit.said('question.first')?.name).toBe('Ana');
    expect(visit.said('question.second')?.name).toBe('Bo');
  });

  test('is noted as heard, and stays the question of this check-in', () => {
    const visit = asking();
    const id = visit.place?.question;
    expect(visit.state.household.heard).toBe(id);
    expect(visit.interrupts('where', 'question.a', 20).place?.question).toBe(id);
    expect(visit.state.household.heard.split(' ')).toHaveLength(1);
  });

  test('is not used up while it waits for their yes', () => {
    const visit = atTheDoorOf('question.a');
    expect(visit.place?.question).toBeNull();
    expect(visit.state.household.heard).toBe('');
  });

  test('goes on to the reply and the second one if the first one says "next" early', () => {
    const visit = asking().interrupts('next', 'question.a', 15);
    expect(visit.steps.slice(0, 2)).toEqual(['reply.b', 'question.b']);
    expect(visit.said('question.second')?.name).toBe('Bo');
    expect(visit.quiets.slice(0, 2)).toEqual([12, 22]);
  });

  test('is over after the reply if the second one says "next" early', () => {
    const visit = asking().interrupts('next', 'question.b', 15);
    expect(visit.steps.slice(0, 2)).toEqual(['reply.a', 'appreciate.a']);
  });

  test('more time for the second stays with the second', () => {
    const visit = asking().interrupts({ type: 'more-time', seconds: 60 }, 'question.b', 20);
    expect(visit.said('question.still')?.name).toBe('Bo');
    expect(visit.quiets[0]).toBe(80);
  });

  test('is said again to whoever was answering it', () => {
    const first = asking().interrupts('where', 'question.a', 20);
    expect(first.said('question.still')?.name).toBe('Ana');
    expect(first.quiets.slice(0, 3)).toEqual([20, 12, 22]);
    const second = asking().interrupts('where', 'question.b', 15);
    expect(second.said('question.still')?.name).toBe('Bo');
    expect(second.quiets[0]).toBe(15);
  });

  test('is read to the second partner too', () => {
    const visit = asking().interrupts('next', 'reply.b', 5);
    expect(visit.heard.slice(0, 2)).toEqual(['question.second', 'question.text']);
    expect(visit.said('question.text')).toEqual({ question: { question: visit.place?.question } });
  });

  test('can be passed over', () => {
    expect(atTheDoorOf('question.a').says('skip').steps[0]).toBe('appreciate.a');
  });
});

describe('a reply to an answer', () => {
  test('comes from the other one, after each answer, and has a quiet of its own', () => {
    const replies = asking().acts.flatMap((act) =>
      act.do === 'say' && act.line.key === 'reply.start' ? [act.line.with] : [],
    );
    expect(replies).toEqual([
      { name: 'Bo', partner: 'Ana' },
      { name: 'Ana', partner: 'Bo' },
    ]);
  });

  test('goes on where it was interrupted', () => {
    const visit = asking().interrupts('where', 'reply.b', 7);
    expect(visit.heard.slice(0, 2)).toEqual(['reply.where', 'reply.still']);
    expect(visit.quiets[0]).toBe(7);
  });

  test.each(['skip', 'next'] as const)(
    '%s leaves it out, and the same question goes to the other one',
    (word) => {
      const visit = asking().interrupts(word, 'reply.b', 7);
      expect(visit.steps[0]).toBe('question.b');
    },
  );

  test('is left out if the question was passed over: there is nothing to reply to', () => {
    const visit = asking().interrupts('skip', 'question.a', 15);
    expect(visit.heard[0]).toBe('skip.lead');
    expect(visit.steps[0]).toBe('question.b');
    expect(visit.interrupts('skip', 'question.b', 15).steps[0]).toBe('appreciate.a');
  });
});
