import { describe, expect, test } from 'vitest';
import { ask, chime, hold, mark, say } from '../../lambda/conversation/act.ts';
import { exercises } from '../../lambda/conversation/exercises/all.ts';
import { MINUTES } from '../../lambda/conversation/household.ts';
import { line } from '../../lambda/conversation/lines.ts';
import { newState } from '../../lambda/conversation/state.ts';
import {
  REPLY_SECONDS,
  REPROMPT_SECONDS,
  roughSeconds,
  stepAt,
  walk,
} from '../../lambda/conversation/walk.ts';
import { atTheDoorOf, context, doing, household, returningTo, unfinished } from './couple.ts';

describe('one reply after the other', () => {
  test('runs several steps into one reply until one of them asks something', () => {
    const visit = doing('check-in', 10).goesOnTo('get-it.a').says('yes');
    expect(visit.steps).toEqual(['sense.b', 'feeling.b', 'talk.b']);
    expect(visit.asked).toBe('talk.finished');
  });

  test('asks whether they are ready where a step does not fit into the same reply', () => {
    const visit = atTheDoorOf('talk.b');
    expect(visit.asked).toBe('ready.talk');
    expect(visit.steps.at(-1)).toBe('talk.b');
    expect(visit.says('yes').steps).toEqual(['talk.b']);
    expect(visit.quiet).toBe(166);
  });

  test.each(['check-in', 'listening'] as const)('never lasts longer than Alexa plays: %s', (exercise) => {
    for (const minutes of MINUTES) {
      const visit = doing(exercise, minutes);
      while (visit.scene !== 'closed') {
        expect(roughSeconds(visit.acts)).toBeLessThanOrEqual(REPLY_SECONDS);
        expect(roughSeconds(visit.reply?.ifSilent?.acts ?? [])).toBeLessThanOrEqual(REPROMPT_SECONDS);
        visit.says('yes');
        if (visit.asked === 'appreciate.one-sentence') visit.says('skip');
      }
    }
  });

  test('nobody is told it is time to swap before anybody has talked', () => {
    for (const exercise of ['check-in', 'listening'] as const)
      for (const minutes of MINUTES)
        expect(doing(exercise, minutes).heard, `${exercise}, ${minutes} minutes`).not.toContain('ready.talk');
  });

  test('a turn that begins in a reprompt is shorter, and its length is said as it is', () => {
    const visit = atTheDoorOf('talk.b').saysNothing();
    expect(visit.steps).toEqual(['talk.b']);
    expect(visit.quiet).toBeGreaterThanOrEqual(30);
    expect(visit.quiet).toBeLessThan(REPROMPT_SECONDS);
    expect(visit.said('talk.floor')?.time).toEqual({ seconds: visit.quiet });
  });
});

describe('the place', () => {
  test('is the step that asked, and remembers the step that the reply began with', () => {
    expect(doing('check-in', 10).goesOnTo('get-it.a').says('yes').place).toMatchObject({
      from: 'sense.b',
      step: 'talk.b',
    });
  });

  test('that a later release has no step for is the beginning of its exercise', () => {
    const { step, index } = stepAt(unfinished({ step: 'dance.a' }));
    expect([step.id, index]).toEqual(['arrive', 0]);
    expect(
      returningTo(unfinished({ step: 'dance.a' }))
        .says('launch')
        .says('yes').heard,
    ).toContain('talk.floor');
  });

  test('is needed to walk at all', () => {
    expect(() => walk(newState(household()), 0, context())).toThrow(RangeError);
  });
});

describe('taking a step up again', () => {
  const talking = () =>
    ({ ...newState(household({ place: unfinished() })), scene: { id: 'step', tries: 0 } }) as const;
  const indexOfTalk = exercises['check-in']
    .steps({ minutes: 20, first: 'a' })
    .findIndex(({ id }) => id === 'talk.a');

  test('gives what is left of its quiet', () => {
    const { acts } = walk(talking(), indexOfTalk, context(), { left: 60 });
    expect(acts).toEqual([
      mark('talk.a'),
      say(line('talk.still', { name: 'Ana' })),
      hold(60),
      chime,
      ask(line('talk.finished', { name: 'Ana' })),
    ]);
  });

  test('only asks, when next to nothing is left', () => {
    const { acts } = walk(talking(), indexOfTalk, context(), { left: 2 });
    expect(acts.map((act) => act.do)).toEqual(['mark', 'ask']);
  });

  test('says the half minute only while it is still to come', () => {
    const cues = (left: number): number =>
      walk(talking(), indexOfTalk, context(), { left }).acts.filter(
        (act) => act.do === 'say' && act.line.key === 'talk.half-minute',
      ).length;
    expect([cues(160), cues(50)]).toEqual([1, 0]);
  });
});

test('a rough estimate counts words, questions, chimes and quiet', () => {
  expect(roughSeconds([])).toBe(0);
  expect(roughSeconds([mark('talk.a')])).toBe(0);
  const short = roughSeconds([say(line('topic.mind')), hold(30)]);
  expect(short).toBeGreaterThan(30);
  expect(roughSeconds([say(line('topic.mind')), hold(30), chime, ask(line('ready.on'))])).toBeGreaterThan(
    short,
  );
});
