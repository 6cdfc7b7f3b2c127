import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exercises, stepsOf } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { openSession } from '../../lambda/conversation/exercise/lifecycle.ts';
import { type Metrics, metricsOf } from '../../lambda/conversation/metrics.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import type { Minutes } from '../../lambda/conversation/model/household.ts';
import { answer, anyBeginning, anyHappening } from './anything.ts';
import { appreciation, askedAt, DAY, doing, household, SUNDAY, Visit } from './couple.ts';

const NOTHING: Metrics = { started: 0, resumed: 0, steps: 0, finished: 0, unclear: 0 };

/** Steps in which a no ends the exercise, and a yes brings another question or exercise. */
const ENDS: ReadonlySet<string> = new Set(['another', 'direction']);

/** How many steps were done before the question of talk.a: the arrival. */
const ARRIVED: Metrics = { ...NOTHING, steps: 1 };

/** A visit whose replies are counted as the adapter does it. */
class Counted {
  readonly sum: Metrics = { ...NOTHING };
  last: Metrics = NOTHING;

  constructor(
    readonly visit: Visit,
    private now = SUNDAY,
  ) {}

  says(said: Parameters<Visit['says']>[0]): this {
    return this.count(said, (event) => this.visit.says(event));
  }

  interrupts(said: Parameters<Visit['says']>[0], step: string, quietLeft: number): this {
    return this.count(said, (event) => this.visit.interrupts(event, step, quietLeft));
  }

  /** Nobody answers, and somebody says this after the reprompt. */
  saysAfterSilence(said: Parameters<Visit['says']>[0]): this {
    return this.count(said, (event) => this.visit.saysNothing().says(event));
  }

  goesOnToTheClose(): this {
    for (let turns = 0; turns < 60 && !this.visit.isOver; turns += 1) {
      const { place, isInStep } = this.visit;
      if (isInStep && place?.step.startsWith('appreciate')) this.says(appreciation('the tea'));
      else this.says(isInStep && ENDS.has(place?.step ?? '') ? 'no' : 'yes');
    }
    return this;
  }

  private count(said: Parameters<Visit['says']>[0], answer: (event: Event) => Visit): this {
    const event = typeof said === 'string' ? ({ type: said } as Event) : said;
    this.now += 60_000;
    const before = this.visit.in({ now: this.now }).state;
    const { reply } = answer(event);
    if (reply === null) throw new Error('expected a reply');
    this.last = metricsOf(before, event, reply, this.now);
    for (const key of Object.keys(this.sum) as (keyof Metrics)[]) this.sum[key] += this.last[key];
    return this;
  }
}

/** A couple to whom every exercise is open. */
const known = () => {
  const { tried } = household();
  return new Counted(new Visit(household({ tried: { ...tried, listening: 3 } })));
};

const lengthOf = (exercise: ExerciseId, minutes: Minutes): number =>
  stepsOf({ exercise, minutes, first: 'a' }).length;

const every = (Object.keys(exercises) as ExerciseId[]).flatMap((exercise) =>
  exercises[exercise].lengths.map((minutes): [ExerciseId, Minutes] => [exercise, minutes]),
);

describe('an exercise from beginning to close', () => {
  test.each(every)('counts each of its steps once, and itself once: %s, %i minutes', (exercise, minutes) => {
    const couple = known().says({ type: 'choose', exercise, minutes }).goesOnToTheClose();
    expect(couple.sum).toEqual({
      ...NOTHING,
      started: 1,
      steps: lengthOf(exercise, minutes),
      finished: 1,
    });
  });

  test('counts the same if nobody ever answers before silence has led on', () => {
    const couple = known().says({ type: 'choose', exercise: 'check-in', minutes: 10 });
    for (let turns = 0; turns < 60 && !couple.visit.isOver; turns += 1) couple.saysAfterSilence('next');
    expect(couple.sum).toEqual({ ...NOTHING, started: 1, steps: lengthOf('check-in', 10), finished: 1 });
  });

  test('counts nothing for two who were only welcomed and say no', () => {
    expect(known().says('launch').says('no').sum).toEqual(NOTHING);
  });
});

describe('a step', () => {
  test.each(['repeat', 'where', 'help', 'time-left'] as const)(
    'is counted once, whatever is asked in it: %s',
    (aside) => {
      const couple = new Counted(askedAt('get-it.a')).says(aside).says(aside);
      expect(couple.sum).toEqual(NOTHING);
      expect(couple.says('yes').last.steps).toBe(2);
    },
  );

  test('that is interrupted is counted when it is over, and the steps before it at once', () => {
    const couple = new Counted(askedAt('talk.a')).says('yes');
    couple.interrupts('pause', 'say-back.b', 20);
    const before = couple.sum.steps;
    couple.says('resume').goesOnToTheClose();
    const whole = new Counted(askedAt('talk.a')).goesOnToTheClose();
    expect(before).toBeGreaterThan(0);
    expect(couple.sum).toEqual(whole.sum);
  });

  test('is not over while the two are still talking', () => {
    const couple = new Counted(askedAt('talk.a')).says('unclear').says({ type: 'more-time', seconds: 60 });
    expect(couple.sum).toEqual(ARRIVED);
  });

  test('is counted again if they go back to it for another question', () => {
    const couple = known().says({ type: 'choose', exercise: 'questions', minutes: 5 });
    couple.says('another').goesOnToTheClose();
    expect(couple.sum.finished).toBe(1);
    expect(couple.sum.steps).toBeGreaterThanOrEqual(lengthOf('questions', 5));
  });
});

describe('an exercise that was left', () => {
  test('is resumed once in the next session, and all its steps add up', () => {
    const evening = known()
      .says({ type: 'choose', exercise: 'check-in', minutes: 20 })
      .says('yes')
      .says('yes')
      .says('stop');
    expect(evening.sum).toMatchObject({ started: 1, resumed: 0, finished: 0 });
    const next = new Counted(evening.visit.another({ now: SUNDAY + DAY }), SUNDAY + DAY).says('launch');
    expect(next.sum).toEqual(NOTHING);
    next.says('yes');
    expect(next.last).toMatchObject({ started: 0, resumed: 1 });
    next.goesOnToTheClose();
    expect(next.sum).toMatchObject({ started: 0, resumed: 1, finished: 1 });
    expect(evening.sum.steps + next.sum.steps).toBe(lengthOf('check-in', 20));
  });

  test('is not resumed by a pause, nor finished by a stop', () => {
    const couple = new Counted(askedAt('talk.a')).says('pause').says('resume').says('stop');
    expect(couple.sum).toEqual(ARRIVED);
  });

  test('begins again by starting over, and its steps are counted from the first', () => {
    const couple = new Counted(askedAt('talk.b')).says('start-over').says('yes');
    expect(couple.last).toMatchObject({ started: 1, resumed: 0, finished: 0 });
    couple.goesOnToTheClose();
    expect(couple.sum).toEqual({ ...NOTHING, started: 1, finished: 1, steps: lengthOf('check-in', 20) });
  });
});

describe('what is deleted', () => {
  test('is not counted as finished', () => {
    const couple = new Counted(doing('check-in', 20)).says({ type: 'forget', what: 'us' }).says('yes');
    expect(couple.visit.place).toBeNull();
    expect(couple.sum).toEqual(NOTHING);
  });
});

describe('whatever happens', () => {
  test('no count is negative, and no event counts more than once as a beginning, a return or a close', () => {
    fc.assert(
      fc.property(
        anyBeginning,
        fc.array(anyHappening, { maxLength: 60, size: 'max' }),
        (kept, happenings) => {
          let state = openSession(kept, SUNDAY);
          for (const happening of happenings) {
            const { reply, context } = answer(state, happening);
            const { steps, ...once } = metricsOf(state, happening.event, reply, context.now);
            expect(Number.isInteger(steps) && steps >= 0).toBe(true);
            for (const count of Object.values(once)) expect([0, 1]).toContain(count);
            expect(once.started + once.finished).toBeLessThanOrEqual(1);
            state = reply.state;
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('an exercise that they would rather not do today is not counted as finished', () => {
  const counted = new Counted(askedAt('agree', 'small-thing', 10));
  counted.says('no');
  expect(counted.visit.isOver).toBe(true);
  expect(counted.last.finished).toBe(0);
});
