import { describe, expect, test } from 'vitest';
import { exercises } from '../../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { stepAt } from '../../../lambda/conversation/exercise/sequencer.ts';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import type { ExerciseId } from '../../../lambda/conversation/model/exercise-id.ts';
import type { Param } from '../../../lambda/conversation/model/lines.ts';
import { quietOf } from '../../../lambda/conversation/model/step.ts';
import { askedAt, atTheDoorOf, doing, household, returningTo, unfinished, Visit } from '../couple.ts';

const secondsOf = (time: Param | undefined): number =>
  typeof time === 'object' && 'seconds' in time ? time.seconds : Number.NaN;

describe('where are we', () => {
  test('says who has the floor, and gives the quiet that is left', () => {
    const visit = doing('check-in', 20).interrupts('where', 'talk.a', 70);
    expect(visit.said('talk.where')).toEqual({ name: 'Ana', partner: 'Bo' });
    expect(visit.quiet).toBe(70);
  });

  test('says it during a pause as well', () => {
    expect(askedAt('talk.a').says('pause').says('where').heard).toEqual(['talk.where', 'pause.ready-again']);
  });

  test('says that nothing has begun, if nothing has', () => {
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

  test('becomes shorter as they go on', () => {
    const left = (visit: Visit): number => secondsOf(visit.says('time-left').said('time-left.whole')?.time);
    const whole = ['talk.a', 'get-it.a', 'get-it.b', 'appreciate.a'].map((step) => left(askedAt(step)));
    expect(whole).toEqual(whole.toSorted((x, y) => y - x));
  });

  const everyLength = Object.entries(exercises).flatMap(([id, { lengths }]) =>
    lengths.map((minutes) => [id as ExerciseId, minutes] as const),
  );

  test.each(everyLength)(
    'just after %s in %i minutes began is at most that, and nearly all of it',
    (id, minutes) => {
      const visit = doing(id, minutes);
      const [first = ''] = visit.steps;
      const { place } = visit;
      expect(place?.minutes).toBe(minutes);
      const quiet = place === null ? 0 : quietOf(stepAt({ ...place, step: first }).step);
      const left = secondsOf(visit.interrupts('time-left', first, quiet).said('time-left.whole')?.time);
      expect(left).toBeLessThanOrEqual(minutes * 60);
      expect(left).toBeGreaterThan(minutes * 60 * 0.85);
    },
  );

  test('is never more than the length in slow speech, and never less than what is left of the turn', () => {
    const slow = doing('questions', 5).says('slower').interrupts('time-left', 'arrive', 5);
    expect(secondsOf(slow.said('time-left.whole')?.time)).toBeLessThanOrEqual(300);
    const longer = askedAt('talk.b', 'check-in', 10).interrupts('time-left', 'talk.b', 700);
    expect(secondsOf(longer.said('time-left.whole')?.time)).toBeGreaterThanOrEqual(700);
  });

  test('includes the turn that waits for their yes', () => {
    const atDoor = atTheDoorOf('talk.b').says('time-left').said('time-left.whole')?.time;
    const after = atTheDoorOf('talk.b').says('yes').says('time-left').said('time-left.whole')?.time;
    expect(secondsOf(atDoor)).toBeGreaterThanOrEqual(secondsOf(after) + 170);
  });

  test.each<[string, Event]>([
    ['support', { type: 'support', about: 'asked' }],
    ['forgetting', { type: 'forget', what: 'us' }],
    ['starting over', { type: 'start-over' }],
    ['a reminder', { type: 'remind', day: null, time: null }],
    ['a pause', { type: 'pause' }],
  ])('is what is really left while an exercise is set aside for %s', (_what, aside) => {
    const running = doing('check-in', 20).interrupts('time-left', 'talk.a', 70);
    const visit = doing('check-in', 20).interrupts(aside, 'talk.a', 70).says('time-left');
    expect(visit.said('time-left.length')).toBeNull();
    expect(visit.said('time-left.turn')).toEqual({ name: 'Ana', time: { seconds: 70 } });
    expect(visit.said('time-left.whole')).toEqual(running.said('time-left.whole'));
  });

  test('is only that of the whole, if the turn was heard to its end before the exercise was set aside', () => {
    const running = askedAt('talk.a').says('time-left');
    const visit = askedAt('talk.a').says({ type: 'support', about: 'asked' }).says('time-left');
    expect(visit.said('time-left.turn')).toBeNull();
    expect(visit.said('time-left.whole')).toEqual(running.said('time-left.whole'));
  });

  test('is the length of the whole before it begins', () => {
    const visit = new Visit(household({ settings: { minutes: 10 } })).says('launch').says('time-left');
    expect(visit.said('time-left.length')).toEqual({ time: { seconds: 600 } });
  });
});
