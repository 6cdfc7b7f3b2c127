import { describe, expect, it } from 'vitest';
import type { Event } from '../../lambda/conversation/event.ts';
import { stepsOf } from '../../lambda/conversation/exercises/all.ts';
import { newState } from '../../lambda/conversation/state.ts';
import { type Tally, tally } from '../../lambda/conversation/tally.ts';
import { askedAt, atTheDoorOf, doing, household, returningTo, SUNDAY, unfinished, Visit } from './couple.ts';

const NOTHING: Tally = { started: 0, resumed: 0, steps: 0, finished: 0, unclear: 0 };

/** What is counted when this happens in a visit. */
function counted(visit: Visit, event: Event | Parameters<Visit['says']>[0]): Tally {
  const before = visit.state;
  visit.says(event);
  return tally(before, typeof event === 'string' ? ({ type: event } as Event) : event, visit.state);
}

/** A visit to its end, with yes to everything and nothing to keep; what was counted, added up. */
function toTheEnd(visit: Visit, first: Parameters<Visit['says']>[0]): Tally {
  const sum = { ...counted(visit, first) };
  while (visit.scene !== 'closed') {
    const appreciating = visit.place?.step.startsWith('appreciate') && visit.scene === 'step';
    const more = counted(visit, appreciating ? 'skip' : 'yes');
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += more[key];
  }
  return sum;
}

describe('a check-in', () => {
  it('is started once, and every one of its steps is left behind once', () => {
    const sum = toTheEnd(new Visit(household()), { type: 'choose', exercise: 'check-in', minutes: 20 });
    const steps = stepsOf({ exercise: 'check-in', minutes: 20, first: 'a' }).length;
    expect(sum).toEqual({ ...NOTHING, started: 1, steps, finished: 1 });
  });

  it.each([5, 10] as const)('is counted so at %i minutes too', (minutes) => {
    const sum = toTheEnd(new Visit(household()), { type: 'choose', exercise: 'check-in', minutes });
    expect(sum).toMatchObject({
      started: 1,
      finished: 1,
      steps: stepsOf({ exercise: 'check-in', minutes, first: 'a' }).length,
    });
  });

  it('that goes on where it was left is resumed, and not started', () => {
    const visit = returningTo(unfinished({ step: 'get-it.a' }));
    expect(counted(visit, 'launch')).toEqual(NOTHING);
    expect(counted(visit, 'yes')).toMatchObject({ started: 0, resumed: 1, finished: 0 });
    expect(counted(visit, 'yes')).toMatchObject({ resumed: 0 });
  });

  it('that is begun anew in place of an older one is started, and not resumed', () => {
    const visit = returningTo(unfinished({ step: 'get-it.a' }))
      .says('launch')
      .says('no');
    expect(counted(visit, 'yes')).toMatchObject({ started: 1, resumed: 0 });
  });

  it('counts steps that silence led past when the next words come', () => {
    const visit = askedAt('talk.a');
    const before = visit.state;
    visit.saysNothing();
    const { place } = visit.state.household;
    expect(place?.step).not.toBe('talk.a');
    const found = { ...visit.state, household: { ...visit.state.household, place: before.household.place } };
    visit.says('yes');
    expect(tally(found, { type: 'yes' }, visit.state).steps).toBeGreaterThan(1);
  });

  it('leaves nothing behind with a repeat, a pause, help, or more time', () => {
    for (const event of ['repeat', 'help', 'pause', 'where', 'time-left', 'no'] as const)
      expect(counted(askedAt('talk.a'), event), event).toEqual(NOTHING);
  });

  it('is not finished by being forgotten, nor by a stop', () => {
    expect(counted(askedAt('talk.a'), 'stop')).toEqual(NOTHING);
    const visit = askedAt('talk.a').says({ type: 'forget', what: 'us' });
    expect(counted(visit, 'yes')).toEqual(NOTHING);
  });
});

describe('words that were not understood', () => {
  it('are counted at a question, and not while somebody may be talking', () => {
    expect(counted(new Visit(household()).says('launch'), 'unclear').unclear).toBe(1);
    expect(counted(new Visit(household()), 'unclear').unclear).toBe(1);
    expect(counted(askedAt('talk.a'), 'unclear').unclear).toBe(0);
    expect(counted(atTheDoorOf('talk.b'), 'unclear').unclear).toBe(0);
    expect(counted(doing('check-in', 20).says('pause'), 'unclear').unclear).toBe(0);
  });
});

it('counts nothing where nothing is', () => {
  const state = newState(null);
  expect(tally(state, { type: 'launch' }, { ...state, counter: SUNDAY })).toEqual(NOTHING);
});
