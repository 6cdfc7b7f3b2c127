import { describe, expect, test } from 'vitest';
import { openSession } from '../../lambda/conversation/scenes/returning.ts';
import { stateId } from '../../lambda/conversation/state.ts';
import { DAY, doing, household, returningTo, SUNDAY, unfinished, Visit } from './couple.ts';

describe('two who are known', () => {
  test('hear where they are in one welcome, one question, and they are in', () => {
    const visit = new Visit(household({ next: 'b' })).says('launch');
    expect(visit.heard).toEqual(['welcome.back', 'welcome.plan', 'welcome.ask']);
    expect(visit.said('welcome.plan')).toEqual({ name: 'Bo', time: { seconds: 1200 } });
    expect(visit.says('yes').said('talk.floor')?.name).toBe('Bo');
  });

  test('may say no', () => {
    const visit = new Visit(household()).says('launch').says('no');
    expect(visit.heard).toEqual(['welcome.no']);
    expect(visit.scene).toBe('closed');
    expect(visit.state.household).toEqual(household());
  });

  test('take turns in starting', () => {
    const visit = doing('check-in', 5);
    while (visit.scene !== 'closed') visit.says('skip');
    expect(visit.said('close-next.check-in')).toEqual({ name: 'Bo' });
    const nextWeek = new Visit(visit.state.household).says('launch');
    expect(nextWeek.said('welcome.plan')?.name).toBe('Bo');
  });
});

describe('a place that was left', () => {
  test('is named, with who had the floor, before the question', () => {
    const visit = returningTo(unfinished({ step: 'say-back.b' })).says('launch');
    expect(visit.heard).toEqual(['carry-on.lead', 'say-back.where', 'carry-on.ask']);
    expect(visit.said('say-back.where')).toEqual({ name: 'Bo', partner: 'Ana' });
  });

  test('names the question they were on', () => {
    const visit = returningTo(unfinished({ step: 'question.a', question: 'tl1', round: 1 })).says('launch');
    expect(visit.said('question.where')).toEqual({ question: { question: 'tl1' } });
    expect(visit.says('yes').said('question.text')).toEqual({ question: { question: 'tl1' } });
  });

  test('goes on with the first step of what may not have been heard', () => {
    const state = openSession(household({ place: unfinished({ from: 'more.a', step: 'talk.b' }) }), SUNDAY);
    expect(state.household.place?.step).toBe('more.a');
  });

  test('does not go back to arriving', () => {
    const visit = returningTo(unfinished({ from: 'arrive', step: 'talk.a' }))
      .says('launch')
      .says('yes');
    expect(visit.steps).toEqual(['talk.a']);
  });

  test('can be left for a fresh one', () => {
    const visit = returningTo(unfinished()).says('launch').says('no');
    expect(visit.heard).toEqual(['carry-on.no', 'fresh.ask']);
    expect(visit.says('yes').heard.slice(0, 2)).toEqual(['fresh.go', 'open.check-in']);
  });

  test('both declined is a goodbye, and the place stays', () => {
    const visit = returningTo(unfinished()).says('launch').says('no').says('no');
    expect(visit.heard).toEqual(['welcome.no']);
    expect(visit.place?.step).toBe('talk.a');
  });

  test('of more than three days ago comes after a fresh one', () => {
    const visit = returningTo(unfinished({ touched: SUNDAY - 5 * DAY })).says('launch');
    expect(visit.heard).toEqual(['fresh.lead', 'fresh.ask']);
    expect(visit.said('fresh.lead')).toEqual({ time: { seconds: 5 * 86_400 } });
    expect(visit.says('no').heard).toEqual(['fresh.no', 'talk.where', 'carry-on.ask']);
    expect(visit.says('yes').steps[0]).toBe('talk.a');
  });

  test('of three days ago is still offered first', () => {
    expect(returningTo(unfinished({ touched: SUNDAY - 3 * DAY })).says('launch').asked).toBe('carry-on.ask');
  });

  test('"resume" takes up at once what a fresh start was offered for', () => {
    const visit = returningTo(unfinished({ touched: 0 }))
      .says('launch')
      .says('resume');
    expect(visit.heard[0]).toBe('carry-on.go');
  });
});

describe('a check-in that runs on another speaker', () => {
  const elsewhere = () => returningTo(unfinished(), { elsewhere: true }).says('launch');

  test('is said to, and may be taken over', () => {
    const visit = elsewhere();
    expect(visit.heard).toEqual(['elsewhere.lead', 'elsewhere.ask']);
    expect(visit.says('yes').heard.slice(0, 2)).toEqual(['elsewhere.go', 'talk.floor']);
  });

  test('is left where it is after a no, and nothing is written', () => {
    const visit = elsewhere().says('no');
    expect(visit.heard).toEqual(['elsewhere.no']);
    expect(visit.saved).toBe(false);
  });

  test('is not thrown away by choosing a length', () => {
    const visit = elsewhere().says({ type: 'choose', exercise: null, minutes: 10 });
    expect(visit.place?.step).toBe('talk.a');
    expect(visit.place?.minutes).toBe(20);
  });
});

test('the id of a state says what the next words are listened to as', () => {
  expect(stateId(new Visit(null).says('launch').state)).toBe('names.a@NamesIntent.name');
  expect(stateId(doing('check-in', 20).state)).toBe('check-in/talk.a');
  expect(stateId(doing('check-in', 5).state)).toBe('check-in/appreciate.a@AppreciationIntent.appreciation');
});
