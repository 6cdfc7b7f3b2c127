import { describe, expect, test } from 'vitest';
import {
  appreciation,
  askedAt,
  atTheDoorOf,
  doing,
  firstVisit,
  household,
  returningTo,
  unfinished,
  Visit,
  withoutKeeping,
} from '../couple.ts';

describe('stop', () => {
  test('keeps the place, says so in one line and closes the microphone', () => {
    const visit = askedAt('talk.a').says('stop');
    expect(visit.heard).toEqual(['stop.saved']);
    expect([visit.asked, visit.isOver, visit.saved]).toEqual([null, true, true]);
    expect(visit.place?.step).toBe('talk.a');
  });

  test('keeps the step that was heard when somebody said it', () => {
    const visit = askedAt('get-it.a').says('yes').interrupts('stop', 'more.a', 20);
    expect(visit.place).toMatchObject({ step: 'more.a', from: 'more.a' });
  });

  test('promises no place if none is kept', () => {
    expect(firstVisit().says('stop').heard).toEqual(['stop.bye']);
    expect(withoutKeeping().says('stop').heard).toEqual(['stop.bye']);
    expect(new Visit(household()).says('launch').says('stop').heard).toEqual(['stop.bye']);
  });
});

test('sound that cannot be played closes kindly, and the place is kept', () => {
  const visit = doing('check-in', 20).interrupts('sound-failed', 'talk.a', 170);
  expect(visit.heard).toEqual(['sound.failed']);
  expect([visit.isOver, visit.place?.step]).toEqual([true, 'talk.a']);
});

test('sound that cannot be played promises no place to two who keep nothing', () => {
  expect(withoutKeeping().says('sound-failed').heard).not.toContain('sound.failed');
});

describe('a time-out', () => {
  test('ends it at once, with time apart and how to come back, and keeps the place', () => {
    const visit = doing('check-in', 20).interrupts('time-out', 'talk.a', 90);
    expect(visit.heard).toEqual(['time-out.stop', 'time-out.kept']);
    expect([visit.asked, visit.isOver, visit.saved, visit.quiet]).toEqual([null, true, true, 0]);
    expect(visit.place?.step).toBe('talk.a');
    expect(visit.another().says('launch').asked).toBe('carry-on.ask');
  });

  test('promises no place if none is kept', () => {
    const unkept = ['time-out.stop', 'time-out.unkept'];
    expect(withoutKeeping().says('time-out').heard).toEqual(unkept);
    expect(new Visit(household()).says('launch').says('time-out').heard).toEqual(unkept);
    expect(new Visit(household()).says('time-out').heard).toEqual(unkept);
    expect(firstVisit().says('time-out').heard).toEqual(unkept);
  });

  test('keeps the place that was suspended for something else', () => {
    const visit = askedAt('talk.b').says({ type: 'forget', what: 'us' }).says('time-out');
    expect(visit.heard).toEqual(['forget.stays', 'time-out.stop', 'time-out.kept']);
    expect(visit.place?.step).toBe('talk.b');
  });
});

describe('a long pause', () => {
  test('ends it until they come back, and then asks whether something is left to say', () => {
    const visit = doing('check-in', 20).interrupts('long-pause', 'talk.a', 90);
    expect(visit.heard).toEqual(['pause.long']);
    expect([visit.asked, visit.isOver, visit.saved]).toEqual([null, true, true]);
    const back = visit.another().says('launch');
    expect(back.says('yes').heard).toEqual(['carry-on.go', 'talk.left']);
    expect(back.place?.step).toBe('talk.a');
  });

  test('says what is not deleted because of it', () => {
    const visit = askedAt('talk.a').says({ type: 'forget', what: 'us' }).says('long-pause');
    expect(visit.heard).toEqual(['forget.stays', 'pause.long']);
  });

  test('promises no place if none is kept', () => {
    expect(withoutKeeping().says('long-pause').heard).toEqual(['pause.long-unkept']);
    expect(new Visit(household()).says('launch').says('long-pause').heard).toEqual(['pause.long-unkept']);
  });
});

describe('one who is alone now', () => {
  test('hears that the place is safe, and no turn begins', () => {
    const visit = askedAt('talk.a').says('alone');
    expect(visit.heard).toEqual(['alone.kept']);
    expect([visit.isOver, visit.place?.step]).toEqual([true, 'talk.a']);
    expect(returningTo(unfinished()).says('launch').says('alone').heard).toEqual(['alone.kept']);
    expect(askedAt('talk.a').says('pause').says('alone').heard).toEqual(['alone.kept']);
  });

  test('is promised no place if none is kept', () => {
    expect(withoutKeeping().says('alone').heard).toEqual(['alone.unkept']);
  });

  test('hears what one alone can do, if no exercise is under way', () => {
    expect(new Visit(household()).says('launch').says('alone').heard).toEqual(['alone.could']);
    expect(new Visit(household()).says('alone').heard).toEqual(['alone.could']);
    expect(returningTo(unfinished()).says('alone').heard).toEqual(['alone.could']);
    expect(firstVisit().says('alone').heard).toEqual(['alone.bye']);
  });

  test('does not lose the sentence that one alone can say', () => {
    const visit = new Visit(household()).says(appreciation('You listen.')).says('alone');
    expect(visit.heard).toEqual(['alone.enough', 'adding.who-again']);
  });
});

describe('an exercise that may end anywhere', () => {
  test.each(['long-pause', 'alone'] as const)(
    'is not finished by "%s", since they mean to come back',
    (event) => {
      const visit = askedAt('another.1', 'questions', 10).says(event);
      expect(visit.isOver).toBe(true);
      expect(visit.place?.exercise).toBe('questions');
      expect(visit.state.household.counts.finished).toBe(household().counts.finished);
    },
  );
});

describe('a session that ends by itself in a pause', () => {
  test('keeps the question that they had heard, as one without a pause does', () => {
    const paused = askedAt('talk.a').says('pause').says('ended');
    const left = askedAt('talk.a').says('ended');
    expect(paused.place?.from).toBe(left.place?.from);
    expect(paused.place?.from).toBe('talk.a');
  });

  test('keeps the question whether they are ready', () => {
    const paused = atTheDoorOf('talk.b');
    paused.says('pause').says('ended');
    const left = atTheDoorOf('talk.b').says('ended');
    expect(paused.place?.from).toBe(left.place?.from);
  });
});
