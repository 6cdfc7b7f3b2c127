import { describe, expect, test } from 'vitest';
import { DAY, returningTo, SUNDAY, unfinished } from '../couple.ts';

describe('a place that was left', () => {
  test('is said, with the name of the one who had the floor, before the question', () => {
    const visit = returningTo(unfinished({ step: 'say-back.b' })).says('launch');
    expect(visit.heard).toEqual(['carry-on.lead', 'say-back.where', 'carry-on.ask']);
    expect(visit.said('say-back.where')).toEqual({ name: 'Bo', partner: 'Ana' });
  });

  test('includes the question they were on', () => {
    const visit = returningTo(unfinished({ step: 'question.a', question: 'tl1', round: 1 })).says('launch');
    expect(visit.said('question.where')).toEqual({ question: { question: 'tl1' } });
    expect(visit.says('yes').said('question.text')).toEqual({ question: { question: 'tl1' } });
  });

  test('goes on with the first step of the last reply, which may not have been heard', () => {
    expect(returningTo(unfinished({ from: 'more.a', step: 'talk.b' })).place?.step).toBe('more.a');
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

  test.each(['no', 'skip', 'rather-not'] as const)('is dropped with %s, and is not offered again', (word) => {
    const visit = returningTo(unfinished()).says('launch').says(word);
    expect([visit.place, visit.saved]).toEqual([null, true]);
    expect(visit.says('no').heard).toEqual(['welcome.no']);
    expect(visit.another().says('launch').asked).toBe('welcome.ask');
  });

  test.each(['keep-it', 'stop'] as const)('is kept for another day with %s', (word) => {
    const visit = returningTo(unfinished()).says('launch').says(word);
    expect([visit.isOver, visit.place?.step]).toEqual([true, 'talk.a']);
    expect(visit.another().says('launch').heard).toContain('carry-on.ask');
  });

  test('is said to be gone if another exercise takes its place', () => {
    const fun = { type: 'choose', exercise: 'play', minutes: null } as const;
    const visit = returningTo(unfinished()).says('launch').says(fun);
    expect([visit.heard[0], visit.place?.exercise]).toEqual(['carry-on.no', 'play']);
  });

  test('that was dropped does not come back: "go on" begins the fresh one', () => {
    const visit = returningTo(unfinished()).says('launch').says('no').says('resume');
    expect(visit.heard.slice(0, 2)).toEqual(['fresh.go', 'open.check-in']);
  });

  test('that was dropped by mistake comes back if they say so at once', () => {
    const visit = returningTo(unfinished()).says('launch').says('no').says('keep-it');
    expect([visit.heard[0], visit.asked, visit.place?.step]).toEqual(['fresh.no', 'carry-on.ask', 'talk.a']);
    expect(visit.says('yes').heard[0]).toBe('carry-on.go');
  });

  test('of long ago is still there if they say that it is not over', () => {
    const visit = returningTo(unfinished({ touched: SUNDAY - 5 * DAY }))
      .says('launch')
      .says('keep-it');
    expect([visit.heard[0], visit.asked]).toEqual(['fresh.no', 'carry-on.ask']);
  });

  test('of long ago is dropped if it is declined after the fresh one', () => {
    const visit = returningTo(unfinished({ touched: SUNDAY - 5 * DAY }))
      .says('launch')
      .says('no')
      .says('no');
    expect(visit.heard).toEqual(['carry-on.no', 'welcome.no']);
    expect([visit.place, visit.isOver]).toEqual([null, true]);
  });

  test('of more than three days ago is offered after a fresh one', () => {
    const visit = returningTo(unfinished({ touched: SUNDAY - 5 * DAY })).says('launch');
    expect(visit.heard).toEqual(['fresh.lead', 'fresh.ask']);
    expect(visit.said('fresh.lead')).toEqual({ time: { seconds: 5 * 86_400 } });
    expect(visit.says('no').heard).toEqual(['fresh.no', 'talk.where', 'carry-on.ask']);
    expect(visit.says('yes').steps[0]).toBe('talk.a');
  });

  test('of three days ago is still offered first', () => {
    expect(returningTo(unfinished({ touched: SUNDAY - 3 * DAY })).says('launch').asked).toBe('carry-on.ask');
  });

  test('"resume" takes up at once the exercise that a fresh start was offered instead of', () => {
    const visit = returningTo(unfinished({ touched: 0 }))
      .says('launch')
      .says('resume');
    expect(visit.heard[0]).toBe('carry-on.go');
  });
});
