import { describe, expect, test } from 'vitest';
import { isRunning, withFrame } from '../../../lambda/conversation/model/state.ts';
import { askedAt, doing, household, returningTo, unfinished, Visit } from '../couple.ts';

describe('repeat', () => {
  test('says the turn again with only the quiet that is left', () => {
    const visit = doing('check-in', 20).interrupts('repeat', 'talk.a', 120);
    expect(visit.heard.slice(0, 3)).toEqual(['repeat.lead', 'talk.floor', 'topic.mind']);
    expect(visit.quiet).toBe(120);
  });

  test('says the reflection question again, for whoever is answering it', () => {
    const asking = () => doing('questions', 10);
    const first = asking().interrupts('repeat', 'question.1.a', 30);
    expect(first.heard).toContain('question.text');
    const second = asking().interrupts('repeat', 'question.1.b', 20);
    expect(second.heard).toContain('question.text');
    expect(second.quiets[0]).toBe(20);
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

  test('says once more what a turn was about when its quiet is over, and asks again whether it is finished', () => {
    const visit = askedAt('talk.a').says('repeat');
    expect(visit.heard).toEqual(['repeat.lead', 'topic.mind', 'talk.finished-again']);
    expect(visit.quiet).toBe(0);
  });

  test('says what it was about when they were asked whether the other one understood', () => {
    expect(askedAt('get-it.a').says('repeat').heard).toEqual([
      'repeat.lead',
      'get-it.where',
      'get-it.ask-again',
    ]);
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

describe('slower', () => {
  test('says again what was said last, and stays slow', () => {
    const visit = doing('check-in', 20).interrupts('slower', 'talk.a', 120);
    expect(visit.heard.slice(0, 3)).toEqual(['repeat.lead', 'talk.floor', 'topic.mind']);
    expect([visit.quiet, visit.state.slow]).toEqual([120, true]);
    expect(visit.says('slower').state.slow).toBe(true);
    expect(visit.says('yes').state.slow).toBe(true);
    // Also once another exercise has begun.
    visit.says('start-over').says('yes');
    expect(visit.another().state.slow).toBe(true);
  });

  test('outside of an exercise says the question again, whole', () => {
    const visit = returningTo(unfinished()).says('launch').says('slower');
    expect(visit.heard).toEqual(['repeat.lead', 'carry-on.lead', 'talk.where', 'carry-on.ask']);
  });

  test('at the beginning of a session opens it, and is remembered for the next', () => {
    const visit = returningTo(unfinished()).says('slower');
    expect([visit.heard[0], visit.asked]).toEqual(['slower.lead', 'carry-on.ask']);
    expect([visit.state.slow, visit.saved]).toEqual([true, true]);
    expect(visit.another().state.slow).toBe(true);
  });

  test('is undone by asking for the usual pace', () => {
    const slow = askedAt('talk.a').says('slower');
    const usual = slow.says('faster');
    expect(usual.heard).toEqual(['faster.lead', 'talk.finished-again']);
    expect([usual.state.slow, usual.saved, usual.another().state.slow]).toEqual([false, true, false]);
  });
});

describe('chimes', () => {
  const chimeless = (visit: Visit) => visit.state.household.settings.chimeless;

  test('are left out from the middle of a quiet on, which goes on, and in later sessions too', () => {
    const visit = doing('check-in', 20).interrupts({ type: 'chimes', on: false }, 'talk.a', 60);
    expect([visit.heard[0], visit.quiet, visit.saved]).toEqual(['chimes.off', 60, true]);
    expect(chimeless(visit.another())).toBe(true);
  });

  test('come back if they ask for that', () => {
    const visit = askedAt('talk.a').says({ type: 'chimes', on: false }).says({ type: 'chimes', on: true });
    expect(visit.heard).toEqual(['chimes.on', 'talk.finished-again']);
    expect(chimeless(visit)).toBeUndefined();
  });

  test('can be turned off without a check-in', () => {
    const visit = new Visit(household()).says({ type: 'chimes', on: false });
    expect([visit.heard, visit.isOver]).toEqual([['chimes.off'], true]);
    expect(chimeless(visit.another())).toBe(true);
  });
});

describe('"what was the question?" while the other one answers', () => {
  test('says the question, and then what to do', () => {
    const visit = doing('questions', 20);
    const asked = visit.said('question.text');
    visit.interrupts('repeat', 'reply.1.b', 20);
    expect(visit.heard[1]).toBe('question.where');
    expect(visit.said('question.where')).toEqual(asked);
    expect(visit.heard[2]).toMatch(/^reply\./);
  });

  test('says it at the question whether they are ready to answer it, too', () => {
    const visit = doing('questions', 20);
    const { state } = visit;
    if (!isRunning(state)) throw new Error('expected an exercise');
    const place = { ...state.stack.exercise.place, step: 'reply.1.b', from: 'reply.1.b' };
    visit.state = withFrame(state, { place, phase: { at: 'awaiting-ready' } });
    expect(visit.says('repeat').heard).toEqual(['repeat.lead', 'question.where', 'ready.on']);
  });
});
