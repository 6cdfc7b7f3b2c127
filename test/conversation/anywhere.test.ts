import { describe, expect, test } from 'vitest';
import type { Param } from '../../lambda/conversation/lines.ts';
import {
  askedAt,
  atConsent,
  atTheDoorOf,
  doing,
  firstVisit,
  household,
  returningTo,
  unfinished,
  Visit,
  withoutKeeping,
} from './couple.ts';

const secondsOf = (time: Param | undefined): number =>
  typeof time === 'object' && 'seconds' in time ? time.seconds : Number.NaN;

describe('stop', () => {
  test('keeps the place, says so in one line and closes the microphone', () => {
    const visit = askedAt('talk.a').says('stop');
    expect(visit.heard).toEqual(['stop.saved']);
    expect([visit.asked, visit.scene, visit.saved]).toEqual([null, 'closed', true]);
    expect(visit.place?.step).toBe('talk.a');
  });

  test('keeps the step that was heard when somebody said it', () => {
    const visit = askedAt('get-it.a').says('yes').interrupts('stop', 'more.a', 20);
    expect(visit.place).toMatchObject({ step: 'more.a', from: 'more.a' });
  });

  test('promises no place where none is kept', () => {
    expect(firstVisit().says('stop').heard).toEqual(['stop.bye']);
    expect(withoutKeeping().says('stop').heard).toEqual(['stop.bye']);
    expect(new Visit(household()).says('launch').says('stop').heard).toEqual(['stop.bye']);
  });
});

describe('help', () => {
  test.each([
    ['a name', () => firstVisit(), 'help.names', 'names.first'],
    ['a yes', () => atConsent(), 'help.consent', 'consent.ask'],
    ['the welcome', () => new Visit(household()).says('launch'), 'help.welcome', 'welcome.ask'],
    ['a pause', () => askedAt('talk.a').says('pause'), 'help.paused', 'pause.ready'],
    [
      'support',
      () => askedAt('talk.a').says({ type: 'support', about: 'asked' }),
      'help.support',
      'support.ask',
    ],
    ['a step', () => askedAt('talk.a'), 'help.exercise', 'talk.finished-again'],
    ['a door', () => atTheDoorOf('talk.b'), 'help.exercise', 'ready.again'],
  ] as const)('says what can be said at %s, and asks again', (_, reach, key, question) => {
    const visit = reach().says('help');
    expect(visit.heard[0]).toBe(key);
    expect(visit.asked).toBe(question);
  });

  test('names the numbers at setup, and tells a stranger what this is', () => {
    const visit = new Visit(null).says('help');
    expect(visit.heard).toEqual(expect.arrayContaining(['help.what', 'help.safety']));
    expect(visit.asked).toBe('names.first');
  });

  test('during a turn leaves the quiet that was left', () => {
    const visit = doing('check-in', 20).interrupts('help', 'talk.a', 90);
    expect(visit.quiet).toBe(90);
    expect(visit.saved).toBe(false);
  });
});

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

  test('says who has the word in the last half minute of a turn', () => {
    const visit = doing('check-in', 20).interrupts('repeat', 'talk.a', 20);
    expect(visit.heard).toEqual(expect.arrayContaining(['talk.floor']));
    expect(visit.quiet).toBe(20);
  });

  test('leaves the time to mend what was said back', () => {
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

describe('where are we', () => {
  test('says who has the floor, and gives the quiet that is left', () => {
    const visit = doing('check-in', 20).interrupts('where', 'talk.a', 70);
    expect(visit.said('talk.where')).toEqual({ name: 'Ana', partner: 'Bo' });
    expect(visit.quiet).toBe(70);
  });

  test('says it during a pause as well', () => {
    expect(askedAt('talk.a').says('pause').says('where').heard).toEqual(['talk.where', 'pause.ready-again']);
  });

  test('says that nothing has begun, where nothing has', () => {
    expect(new Visit(household()).says('launch').says('where').heard[0]).toBe('where.beginning');
  });

  test.each([
    ['asked in passing', () => returningTo(unfinished()).says('where')],
    ['asked to carry on', () => returningTo(unfinished()).says('launch').says('where')],
    ['asked about starting over', () => askedAt('talk.a').says('start-over').says('where')],
    ['offered support', () => askedAt('talk.a').says({ type: 'support', about: 'asked' }).says('where')],
  ] as const)('never says that nothing has begun when a place is kept: %s', (_, reach) => {
    expect(reach().heard).not.toContain('where.beginning');
  });
});

describe('how long left', () => {
  test('says what is left of the turn and of the whole', () => {
    const visit = doing('check-in', 20).interrupts('time-left', 'talk.a', 70);
    expect(visit.said('time-left.turn')).toEqual({ name: 'Ana', time: { seconds: 70 } });
    expect(secondsOf(visit.said('time-left.whole')?.time)).toBeGreaterThan(600);
    expect(visit.quiet).toBe(70);
  });

  test('grows shorter as they go on', () => {
    const left = (visit: Visit): number => secondsOf(visit.says('time-left').said('time-left.whole')?.time);
    const whole = ['talk.a', 'get-it.a', 'get-it.b', 'appreciate.a'].map((step) => left(askedAt(step)));
    expect(whole).toEqual(whole.toSorted((x, y) => y - x));
  });

  test('counts the turn that waits at the door', () => {
    const atDoor = atTheDoorOf('talk.b').says('time-left').said('time-left.whole')?.time;
    const after = atTheDoorOf('talk.b').says('yes').says('time-left').said('time-left.whole')?.time;
    expect(secondsOf(atDoor)).toBeGreaterThanOrEqual(secondsOf(after) + 170);
  });

  test('is the length of the whole before it begins', () => {
    const visit = new Visit(household({ settings: { minutes: 10 } })).says('launch').says('time-left');
    expect(visit.said('time-left.length')).toEqual({ time: { seconds: 600 } });
  });
});

describe('a moment where no exercise runs', () => {
  test.each(['pause', 'more-time'] as const)('%s at the welcome waits, and asks again', (word) => {
    const visit = new Visit(household()).says('launch');
    visit.says(word === 'pause' ? 'pause' : { type: 'more-time', seconds: null });
    expect(visit.quiet).toBeGreaterThan(30);
    expect(visit.asked).toBe('welcome.again');
  });

  test('"pause" at the beginning of a session asks nothing that a yes would not answer', () => {
    const visit = new Visit(household()).says('pause');
    if (visit.asked !== null) expect(visit.says('yes').heard).toContain('talk.floor');
  });
});

test('sound that cannot be played closes kindly, and the place is kept', () => {
  const visit = doing('check-in', 20).interrupts('sound-failed', 'talk.a', 170);
  expect(visit.heard).toEqual(['sound.failed']);
  expect([visit.scene, visit.place?.step]).toEqual(['closed', 'talk.a']);
});

test('sound that cannot be played promises no place to two who keep nothing', () => {
  expect(withoutKeeping().says('sound-failed').heard).not.toContain('sound.failed');
});

test('three times not understood outside of an exercise is a kind goodbye', () => {
  const visit = new Visit(household()).says('launch').says('unclear');
  expect(visit.heard).toEqual(['unclear.once', 'welcome.again']);
  expect(visit.says('unclear').heard).toEqual(['unclear.example', 'welcome.again']);
  expect(visit.says('unclear').heard).toEqual(['unclear.close']);
});
