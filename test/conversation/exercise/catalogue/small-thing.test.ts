import { describe, expect, test } from 'vitest';
import { askedAt, doing, household, Visit } from '../../couple.ts';

const practiced = (listening: number) =>
  household({ tried: { openness: 0, listening, together: 0, validation: 0, appreciation: 0 } });

/** Both have said yes to it. */
const begun = () => doing('small-thing', 10).says('yes');

const asking = (visit: Visit) => visit.says({ type: 'choose', exercise: 'small-thing', minutes: null });

describe('one small thing between the two', () => {
  test('says first that the big one stays outside, lets them choose, and begins if both want to', () => {
    const visit = doing('small-thing', 10);
    expect(visit.heard).toEqual(['open.small-thing', 'agree.choose', 'agree.ask']);
    expect(visit.says('yes').heard).toEqual(['happened.start', 'say-back.happened', 'get-it.ask']);
    expect(visit.said('happened.start')).toEqual({ name: 'Ana', partner: 'Bo' });
    expect(visit.said('say-back.happened')).toEqual({ name: 'Bo', partner: 'Ana' });
  });

  test('has what happened, what one felt and what one needs, each said back, then a request and the other side', () => {
    const visit = doing('small-thing', 10);
    const steps = [...visit.steps];
    while (!visit.isOver) steps.push(...visit.says('yes').steps);
    expect([...new Set(steps)]).toEqual([
      'arrive',
      'agree',
      'happened.a',
      'say-back.happened.b',
      'get-it.happened.a',
      'felt.a',
      'say-back.felt.b',
      'get-it.felt.a',
      'need.a',
      'say-back.need.b',
      'get-it.need.a',
      'request.a',
      'can-do.b',
      'side.b',
      'say-back.side.a',
      'get-it.side.b',
      'thanks.b',
      'thanks.a',
      'close',
    ]);
  });

  test('in twenty minutes is a small thing of each', () => {
    const visit = doing('small-thing', 20).goesOnTo('get-it.happened.b');
    expect(visit.said('get-it.ask')).toMatchObject({ name: 'Bo' });
  });

  test('comes in pieces of thirty to forty seconds', () => {
    const pieces = doing('small-thing', 10).says('yes').quiets;
    for (const seconds of pieces) expect([seconds >= 30, seconds <= 40]).toEqual([true, true]);
  });

  test('leaves a piece that is passed, and what would be said back of it', () => {
    const visit = begun().interrupts('skip', 'happened.a', 30);
    expect(visit.heard.slice(0, 2)).toEqual(['skip.lead', 'felt.start']);
  });

  test('does not begin without a yes, and never in silence', () => {
    for (const event of ['no', 'reluctant', 'skip', 'next'] as const) {
      const visit = doing('small-thing', 10).says(event);
      expect(visit.heard).toEqual(['agree.not-today']);
      expect([visit.isOver, visit.place, visit.state.household.counts.finished]).toEqual([true, null, 3]);
    }
    for (const event of ['done', 'resume'] as const)
      expect(doing('small-thing', 10).says(event).asked).toBe('agree.ask-again');
    expect(doing('small-thing', 10).saysNothing().heard).toEqual(['agree.ask-again']);
    expect(doing('small-thing', 10).says('unclear').heard[0]).toMatch(/^quiet\./u);
  });

  test('asks somebody who would rather not what would help, and goes no further', () => {
    const visit = askedAt('get-it.happened.a', 'small-thing', 10).says('reluctant');
    expect(visit.heard).toEqual(['hard-moment.choices']);
    expect(visit.says('skip').heard).not.toContain('hard-moment.choices');
  });

  test('lets the other one begin, until it has begun', () => {
    const visit = doing('small-thing', 10).says({ type: 'first', who: 'b' });
    expect(visit.heard).toEqual(['choose.first', 'agree.ask-again']);
    expect(visit.says('yes').said('happened.start')).toEqual({ name: 'Bo', partner: 'Ana' });
  });

  test('goes on without asking whether they got it, if saying it back was passed', () => {
    const visit = begun().interrupts('skip', 'say-back.happened.b', 30);
    expect(visit.heard.slice(0, 2)).toEqual(['skip.lead', 'felt.start']);
  });

  test('stops for a time-out, and leads to a counselor if it is too big', () => {
    const stopped = begun().interrupts('time-out', 'happened.a', 30);
    expect([stopped.isOver, stopped.heard[0]]).toEqual([true, 'time-out.stop']);
    const tooBig = begun().interrupts({ type: 'support', about: 'counsel' }, 'happened.a', 30);
    expect(tooBig.heard).toEqual(['support.counsel', 'support.ask']);
  });
});

describe('before they have listened three times', () => {
  const before = () => new Visit(practiced(2)).says('launch');

  test('it says so, and offers the listening exercise', () => {
    const visit = asking(before());
    expect(visit.heard).toEqual(['choose.not-yet', 'try.ask']);
    expect(visit.says('yes').place?.exercise).toBe('listening');
  });

  test('it says so to whoever begins a session with it', () => {
    const visit = asking(new Visit(practiced(0)));
    expect([visit.heard, visit.place]).toEqual([['choose.not-yet', 'try.ask'], null]);
    expect(asking(new Visit(null)).heard).toEqual(['choose.not-yet', 'try.ask']);
  });

  test('it says so in the middle of another exercise, and goes on', () => {
    const visit = new Visit(practiced(2)).says({ type: 'choose', exercise: 'check-in', minutes: 10 });
    expect(asking(visit).heard[0]).toBe('choose.not-yet');
    expect(visit.place?.exercise).toBe('check-in');
  });

  test('it says so to a couple who are choosing a direction', () => {
    const visit = new Visit(practiced(2)).says({ type: 'choose', exercise: 'self-check', minutes: null });
    expect(asking(visit).heard[0]).toBe('choose.not-yet');
    expect(visit.place?.exercise).toBe('self-check');
  });

  test('and after the third time it begins', () => {
    expect(asking(new Visit(practiced(3))).place?.exercise).toBe('small-thing');
  });
});
