import { describe, expect, test } from 'vitest';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import type { Household, Minutes } from '../../../lambda/conversation/model/household.ts';
import { askedAt, atTheDoorOf, doing, household, returningTo, unfinished, Visit } from '../couple.ts';

describe('beginning and carrying on', () => {
  test('a check-in begins by putting phones away, and the one whose turn it is to start talks first', () => {
    const visit = doing('check-in', 20, { next: 'b' });
    expect(visit.heard.slice(0, 2)).toEqual(['open.check-in', 'talk.floor']);
    expect(visit.said('talk.floor')).toMatchObject({ name: 'Bo' });
    expect(visit.said('listen.mind')).toMatchObject({ name: 'Ana', partner: 'Bo' });
    expect(visit.place).toMatchObject({ first: 'b', minutes: 20, began: visit.place?.touched });
  });

  test('the usual length is the one they chose first, or twice in a row: a short night is none', () => {
    const length = (minutes: Minutes): Event => ({ type: 'choose', exercise: 'check-in', minutes });
    const usualAfter = (known: Partial<Household>, ...chosen: (Minutes | null)[]): Minutes => {
      let settings = household(known).settings;
      for (const minutes of chosen) {
        const visit = new Visit(household({ ...known, settings }));
        const begun = minutes === null ? visit.says('launch').says('yes') : visit.says(length(minutes));
        settings = begun.state.household.settings;
      }
      return settings.minutes;
    };
    expect(usualAfter({ counts: { finished: 0, listened: 0 } }, 5)).toBe(5);
    expect(usualAfter({}, 5)).toBe(20);
    expect(usualAfter({}, 5, 5)).toBe(5);
    expect(usualAfter({}, 5, null, 5)).toBe(20);
    expect(usualAfter({}, 5, 10, 5)).toBe(20);
  });

  test('without a wish the usual length begins', () => {
    const again = new Visit(household({ settings: { minutes: 5 } })).says('launch').says('yes');
    expect(again.place?.minutes).toBe(5);
  });

  test('a place that was kept goes on at the beginning of its step', () => {
    const visit = returningTo(unfinished({ step: 'say-back.b' }))
      .says('launch')
      .says('yes');
    expect(visit.heard.slice(0, 2)).toEqual(['carry-on.go', 'say-back.start']);
    expect(visit.quiet).toBe(55);
  });
});

describe('a turn that another session began', () => {
  const back = () =>
    returningTo(unfinished({ step: 'talk.b' }))
      .says('launch')
      .says('yes');

  test('is not given again: it is asked whether something is left to say', () => {
    expect(back().heard).toEqual(['carry-on.go', 'talk.left']);
  });

  test('goes on for a minute and a half at most after a yes', () => {
    const more = back().says('yes');
    expect([more.heard, more.quiet]).toEqual([['quiet.more-time', 'talk.finished'], 90]);
    expect(more.says('no').quiet).toBe(60);
  });

  test('is whole if it had not begun: at the question whether they are ready, or in the arrival', () => {
    const atDoor = atTheDoorOf('talk.a', 'check-in').says('stop').another().says('launch');
    expect(atDoor.says('yes').heard[1]).toMatch(/^talk\.(floor|known)$/u);
    const ended = atTheDoorOf('talk.a', 'check-in').says('ended').another().says('launch');
    expect(ended.says('yes').heard[1]).toMatch(/^talk\.(floor|known)$/u);
    const arriving = doing('check-in', 20).interrupts('stop', 'arrive', 5).another().says('launch');
    expect(arriving.says('yes').heard[1]).toBe('talk.floor');
  });

  test('that was heard to its end is not begun again, if the session ended there', () => {
    const visit = doing('check-in', 20).says('ended').another().says('launch');
    expect(visit.says('yes').heard).toEqual(['carry-on.go', 'talk.left']);
  });

  test('is over after a no, or if nobody answers', () => {
    expect(back().says('no').heard).toContain('say-back.start');
    const visit = back();
    visit.saysNothing();
    expect(visit.heard).toContain('say-back.start');
  });
});

describe('an exercise that fades', () => {
  test('is finished once its first part is over, however they leave', () => {
    for (const leave of ['stop', 'ended'] as const) {
      const together = askedAt('together.1', 'together', 20).says(leave);
      expect(together.place).toBeNull();
      expect(together.state.household.counts.finished).toBe(4);
      expect(askedAt('another.1', 'questions', 10).says(leave).place).toBeNull();
    }
  });

  test('is not offered at the next visit', () => {
    const next = askedAt('another.1', 'questions', 10).says('stop').another();
    expect(next.says('launch').asked).toBe('welcome.ask');
  });

  test('keeps its place before that', () => {
    expect(doing('together', 20).interrupts('stop', 'together.1', 120).place?.exercise).toBe('together');
    expect(doing('questions', 10).interrupts('stop', 'question.1.b', 20).place?.exercise).toBe('questions');
  });
});

test('a night without saving offers nothing the next day, not even an older place', () => {
  const visit = returningTo(unfinished()).says('dont-save');
  expect(visit.state.savingOff?.place).toBeNull();
});
