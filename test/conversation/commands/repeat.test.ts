import { describe, expect, test } from 'vitest';
import { askedAt, doing, returningTo, unfinished } from '../couple.ts';

describe('repeat', () => {
  test('says the turn again with only the quiet that is left', () => {
    const visit = doing('check-in', 20).interrupts('repeat', 'talk.a', 120);
    expect(visit.heard.slice(0, 3)).toEqual(['repeat.lead', 'talk.floor', 'topic.mind']);
    expect(visit.quiet).toBe(120);
  });

  test('says the reflection question again, for whoever is answering it', () => {
    const first = doing('check-in', 5).interrupts('repeat', 'question.a', 90);
    expect(first.heard).toContain('question.text');
    const second = doing('check-in', 5).interrupts('repeat', 'question.b', 40);
    expect(second.heard).toContain('question.text');
    expect(second.quiets[0]).toBe(40);
  });

  test('says who has the floor in the last half minute of a turn', () => {
    const visit = doing('check-in', 20).interrupts('repeat', 'talk.a', 20);
    expect(visit.heard).toEqual(expect.arrayContaining(['talk.floor']));
    expect(visit.quiet).toBe(20);
  });

  test('leaves the time to correct what was said back', () => {
    const visit = askedAt('get-it.a').says('no').interrupts('repeat', 'get-it.a', 30);
    expect(visit.quiet).toBe(30);
  });

  test('does nothing a second time', () => {
    const visit = askedAt('appreciate.a').says('repeat');
    expect(visit.heard.slice(0, 2)).toEqual(['repeat.lead', 'appreciate.prompt']);
    expect(visit.effects).toEqual([]);
    expect(visit.asked).toBe('appreciate.keep-again');
  });

  test('says a question outside of an exercise again, whole', () => {
    expect(returningTo(unfinished()).says('launch').says('repeat').heard).toEqual([
      'repeat.lead',
      'carry-on.lead',
      'talk.where',
      'carry-on.ask',
    ]);
  });
});
