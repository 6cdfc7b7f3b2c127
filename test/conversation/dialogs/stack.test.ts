/** Dialogs that come in between, and what goes on after them. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import {
  askedAt,
  atTheDoorOf,
  DAY,
  doing,
  household,
  returningTo,
  SUNDAY,
  unfinished,
  Visit,
} from '../couple.ts';

const known = () => new Visit(household());
const support: Event = { type: 'support', about: 'asked' };
const forget: Event = { type: 'forget', what: 'us' };
const remind: Event = { type: 'remind', day: null, time: null };

describe('the way back', () => {
  test('leads to the question whether they are ready, if that was asked last', () => {
    const visit = atTheDoorOf('talk.b').says({ type: 'recap', period: 'week', whose: null });
    expect(visit.heard).toEqual(['recap.none', 'recap.invite']);
    expect(visit.says('no').heard).toEqual(['recap.left', 'carry-on.go', 'ready.again']);
  });

  test('from one aside in another is the way back of the first', () => {
    const visit = askedAt('talk.a').interrupts({ type: 'remind', day: null, time: null }, 'talk.a', 40);
    visit.says({ type: 'forget', what: 'us' });
    expect(visit.asked).toBe('forget.us');
    expect(visit.says('no').heard.slice(0, 2)).toEqual(['forget.stays', 'carry-on.go']);
    expect(visit.place?.step).toBe('talk.a');
  });

  test('is found after words that nobody understood', () => {
    const visit = askedAt('talk.a').interrupts({ type: 'send' }, 'talk.a', 40);
    for (let times = 0; times < 3; times += 1) visit.says('unclear');
    expect(visit.at).toBe('check-in/talk.a');
  });
});

describe('an aside', () => {
  test('takes the place of another one, and the exercise beneath stays where it was', () => {
    const visit = doing('check-in', 20).interrupts(remind, 'talk.a', 40).says(forget);
    expect(visit.dialogs).toMatchObject([{ id: 'forget' }]);
    expect(visit.says('no').quiet).toBe(40);
    expect(visit.dialogs).toEqual([]);
  });

  test('in a question that stays waits above it, and takes the place of another aside there too', () => {
    const visit = known().says('launch').says(remind).says(forget);
    expect(visit.dialogs).toMatchObject([{ id: 'welcome' }, { id: 'forget' }]);
    expect(visit.says('no').heard).toEqual(['forget.stays', 'welcome.again']);
    expect(visit.dialogs).toMatchObject([{ id: 'welcome' }]);
  });

  test('that is asked for again takes the place of itself', () => {
    const visit = known().says('launch').says(forget).says({ type: 'forget', what: 'me' });
    expect(visit.dialogs).toMatchObject([{ id: 'welcome' }, { id: 'forget', what: 'person' }]);
  });

  test.each<[string, Event]>([
    ['a reminder', remind],
    ['forgetting', forget],
  ])('out of the blue ends the session when it is over: %s', (_what, aside) => {
    const visit = known().says(aside);
    expect(visit.dialogs).toHaveLength(1);
    expect(visit.says('no').isOver).toBe(true);
    expect(visit.asked).toBeNull();
    expect(visit.dialogs).toEqual([]);
  });

  test('out of the blue takes up no exercise that was left another time', () => {
    const visit = returningTo(unfinished()).says(forget).says('no');
    expect(visit.heard).toEqual(['forget.stays']);
    expect(visit.isOver).toBe(true);
    expect(visit.place).toEqual(unfinished());
  });

  test('that broke off a reply of an exercise offers to carry on with it', () => {
    const visit = returningTo(unfinished(), { brokeOff: true }).says(forget).says('no');
    expect(visit.heard).toEqual(['forget.stays', 'carry-on.again']);
    expect(visit.says('yes').heard.slice(0, 2)).toEqual(['carry-on.go', 'talk.left']);
  });
});

describe('a question that stays', () => {
  test('is asked again on the same page of the menu', () => {
    const visit = known().says('launch').says('menu').says('menu').says('menu');
    expect(visit.asked).toBe('menu.longer');
    expect(visit.says(forget).says('no').heard).toEqual(['forget.stays', 'menu.longer-again']);
    expect(visit.says('menu').asked).toBe('menu.practice');
  });

  test('is asked again for the last time, if the other way on was declined before', () => {
    const visit = returningTo(unfinished()).says('launch').says('no');
    expect(visit.asked).toBe('fresh.ask');
    visit.says(forget).says('no');
    expect(visit.dialogs).toMatchObject([{ id: 'fresh', last: true }]);
    expect(visit.says('no').heard).toEqual(['welcome.no']);
    const stale = returningTo(unfinished({ touched: SUNDAY - 5 * DAY }))
      .says('launch')
      .says('no');
    expect(stale.says(forget).says('no').dialogs).toEqual([{ id: 'carry-on', last: true }]);
    expect(stale.says('no').heard).toEqual(['carry-on.no', 'welcome.no']);
  });

  test('keeps what they wish for', () => {
    const visit = known()
      .says('launch')
      .says({ type: 'first', who: 'b' })
      .says(forget)
      .says('no')
      .says('yes');
    expect(visit.place?.first).toBe('b');
  });

  test('takes the place of another question that stays: that is not asked again', () => {
    const visit = known().says('launch').says({ type: 'rename', name: null, other: null });
    expect(visit.dialogs).toMatchObject([{ id: 'names' }]);
  });
});

describe('an exercise beneath', () => {
  test('is set aside with the step that was heard, not with the one that asked', () => {
    const visit = askedAt('get-it.a').says('yes').interrupts(forget, 'more.a', 20).says('no');
    expect(visit.steps).toEqual(['more.a', 'more-back.b', 'sense.b', 'feeling.b', 'talk.b']);
    expect(visit.quiets[0]).toBe(20);
  });

  test('is set aside once: what is asked in between does not change what was left of it', () => {
    const visit = doing('check-in', 20).interrupts(support, 'talk.a', 90);
    visit.interrupts('help', 'talk.a', 5).interrupts('time-left', 'talk.a', 3);
    expect(visit.says('resume').quiet).toBe(90);
  });

  test('is not begun by an aside in the quiet that they asked for before it', () => {
    const visit = atTheDoorOf('talk.b').says('no').interrupts(forget, 'talk.b', 25).says('no');
    expect(visit.heard).toEqual(['forget.stays', 'carry-on.go', 'ready.again']);
    expect(visit.quiet).toBe(25);
    expect(visit.says('yes').quiet).toBe(150);
  });

  test('goes on after silence, with the rest of its quiet', () => {
    const visit = doing('check-in', 20).interrupts(forget, 'talk.a', 30).saysNothing();
    expect(visit.heard).toEqual(['forget.stays', 'carry-on.go', 'talk.finished-again']);
    expect(visit.quiet).toBe(30);
    expect([visit.at, visit.dialogs]).toEqual(['check-in/talk.a', []]);
    expect(visit.says('yes').steps[0]).toBe('say-back.b');
  });

  test.each<[string, Event]>([
    ['support', support],
    ['starting over', { type: 'start-over' }],
  ])('waits through silence, if they have to say that it goes on: %s', (_what, aside) => {
    const visit = doing('check-in', 20).interrupts(aside, 'talk.a', 30);
    const { at } = visit;
    expect(visit.saysNothing().at).toBe(at);
    expect(visit.dialogs).toHaveLength(1);
  });

  test('keeps its place after three misses in what was asked above it, and nobody gets a turn', () => {
    const visit = doing('check-in', 20).interrupts(forget, 'talk.a', 40);
    expect(visit.says('unclear').says('unclear').dialogs).toHaveLength(1);
    expect(visit.says('unclear').heard).toEqual(['forget.stays', 'unclear.kept']);
    expect([visit.isOver, visit.place?.step, visit.saved]).toEqual([true, 'talk.a', true]);
  });
});

test('silence in an aside above a question that stays is answered by the aside', () => {
  const visit = known().says('launch').says(forget).saysNothing();
  expect(visit.heard).toEqual(['forget.us-again']);
  expect(visit.dialogs).toMatchObject([{ id: 'welcome' }, { id: 'forget' }]);
});
