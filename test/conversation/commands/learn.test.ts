import { describe, expect, test } from 'vitest';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import { type Household, PRACTICES } from '../../../lambda/conversation/model/household.ts';
import { lines, type Subject } from '../../../lambda/conversation/model/lines.ts';
import {
  askedAt,
  DAY,
  firstVisit,
  household,
  returningTo,
  SUNDAY,
  unfinished,
  Visit,
  withoutKeeping,
} from '../couple.ts';

const known = (more: Partial<Household> = {}) => new Visit(household(more));

const subjects = Object.keys(lines).flatMap((key) =>
  key.startsWith('learn.') ? [key.slice('learn.'.length) as Subject] : [],
);

describe('what is told on request', () => {
  test.each(subjects)(
    'about %s, out of the blue, ends with an offer to try it, and a yes begins it',
    (about) => {
      const visit = known().says({ type: 'learn', about });
      expect(visit.heard).toEqual([`learn.${about}`, 'try.ask']);
      expect(visit.says('yes').place).not.toBeNull();
    },
  );

  test('leads two who are new through their first visit, and then into the exercise that was offered', () => {
    const visit = new Visit(null).says({ type: 'learn', about: 'validation' });
    expect(visit.asked).toBe('try.ask');
    visit.says('yes');
    expect(visit.asked).toBe('names.first');
    for (const name of ['Ana', 'Bo']) visit.says({ type: 'names', name, other: null });
    expect(visit.says('yes').says('yes').place?.exercise).toBe('validation');
  });

  test('is followed by what was asked before, if they say no to trying it', () => {
    const visit = known().says('launch').says('tip').says('no');
    expect(visit.heard).toEqual(['try.no', 'welcome.again']);
    expect(known().says('tip').says('no').isOver).toBe(true);
  });

  test.each<Event>([{ type: 'learn', about: 'listening' }, { type: 'tip' }, { type: 'progress' }])(
    '$type in the middle of an exercise goes on with it, offering nothing',
    (event) => {
      const visit = askedAt('talk.a').says(event);
      expect(visit.asked).toBe('talk.finished-again');
      expect(visit.place?.step).toBe('talk.a');
    },
  );

  test('applies a length, a depth and who starts to the exercise that was offered', () => {
    const offered = () => known().says({ type: 'learn', about: 'listening' });
    expect(offered().says({ type: 'choose', exercise: null, minutes: 5 }).place).toMatchObject({
      exercise: 'listening',
      minutes: 5,
    });
    const visit = offered().says({ type: 'first', who: 'b' }).says('yes');
    expect(visit.place).toMatchObject({ exercise: 'listening', first: 'b' });
  });

  test('is told beside a check-in on another speaker, which is left as it is', () => {
    const visit = returningTo(unfinished(), { elsewhere: true }).says({ type: 'learn', about: 'trust' });
    expect([visit.asked, visit.isOver, visit.saved]).toEqual([null, true, false]);
  });

  test('asks before it leaves an unfinished exercise for another', () => {
    const visit = returningTo(unfinished()).says('tip').says('yes');
    expect(visit.asked).toBe('carry-on.ask');
  });
});

describe('the tip of the day', () => {
  const tipOn = (day: number) =>
    new Visit(household(), { now: SUNDAY + day * DAY }).says('tip').said('tip.text')?.tip;

  test('is the same all day, and a different one on each of the following days', () => {
    expect(
      new Visit(household(), { now: SUNDAY + 3_600_000, seed: 99 }).says('tip').said('tip.text')?.tip,
    ).toEqual(tipOn(0));
    const month = Array.from({ length: 30 }, (_, day) => JSON.stringify(tipOn(day)));
    expect(new Set(month).size).toBe(30);
  });
});

describe('how they are doing', () => {
  test('is how often they met, for how long, what they tried, and one thing they have not tried', () => {
    const visit = known().says('progress');
    expect(visit.heard).toEqual(['progress.met', 'progress.tried', 'progress.untried', 'try.ask']);
    expect(visit.said('progress.met')).toEqual({ times: { times: 3 }, time: { minutes: 60 } });
    expect(visit.says('yes').place?.exercise).toBe('openness');
  });

  test('counts what they finish, and which practices it was part of', () => {
    const visit = known({
      tried: { openness: 0, listening: 0, together: 0, validation: 0, appreciation: 0 },
    });
    visit.says({ type: 'choose', exercise: 'good-news', minutes: 5 });
    for (let answers = 0; answers < 9 && !visit.isOver; answers += 1) visit.says('yes');
    expect(visit.state.household.counts).toEqual({ finished: 4, listened: 65 });
    expect(visit.state.household.tried).toMatchObject({ listening: 1, openness: 0 });
  });

  test('does not count a self-check', () => {
    const visit = known().says({ type: 'choose', exercise: 'self-check', minutes: null });
    visit.says('no').says('no');
    expect([visit.isOver, visit.state.household.counts.finished, visit.place]).toEqual([true, 3, null]);
  });

  test('says so to two who have finished nothing yet, and to two who keep nothing', () => {
    expect(known({ counts: { finished: 0, listened: 0 } }).says('progress').heard[0]).toBe('progress.none');
    expect(withoutKeeping().says('progress').heard[0]).toBe('progress.unkept');
    expect(firstVisit().says('progress').asked).toBe('names.first');
  });

  test('says that they have tried all five, if they have', () => {
    const tried = Object.fromEntries(PRACTICES.map((practice) => [practice, 2])) as Household['tried'];
    expect(known({ tried }).says('progress').heard).toEqual(['progress.met', 'progress.all', 'try.ask']);
  });
});
