import { describe, expect, test } from 'vitest';
import { enUS } from '../../../lambda/content/en-US/en-us.ts';
import { exercises, stepsOf } from '../../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { goThrough, stepAt, stepSeconds } from '../../../lambda/conversation/exercise/sequencer.ts';
import { type Act, ask, chime, hold, line, mark, say } from '../../../lambda/conversation/model/act.ts';
import { MINUTES } from '../../../lambda/conversation/model/household.ts';
import { type ExerciseState, IN_STEP, newState } from '../../../lambda/conversation/model/state.ts';
import { render } from '../../../lambda/speech/render.ts';
import { createWording } from '../../../lambda/speech/wording.ts';
import { atTheDoorOf, context, doing, household, returningTo, unfinished } from '../couple.ts';

/** Seconds that a response and its reprompt may last if they are rendered (docs/architecture.md, the limits). */
const LONGEST_RESPONSE = 230;
const LONGEST_REPROMPT = 85;

const wording = createWording(enUS);
/** How long these acts are heard, in seconds. */
const secondsOf = (acts: readonly Act[]): number => render(acts, wording, 1).timeline.seconds;

describe('a reply', () => {
  test('runs several steps into one reply until one of them asks something', () => {
    const visit = doing('check-in', 10).goesOnTo('get-it.a').says('yes');
    expect(visit.steps).toEqual(['sense.b', 'feeling.b', 'talk.b']);
    expect(visit.asked).toBe('talk.finished');
  });

  test('asks whether they are ready if a step does not fit into the same reply', () => {
    const visit = atTheDoorOf('talk.b');
    expect(visit.asked).toBe('ready.talk');
    expect(visit.steps.at(-1)).toBe('talk.b');
    expect(visit.says('yes').steps).toEqual(['talk.b']);
    expect(visit.quiet).toBe(150);
  });

  test.each(['check-in', 'listening'] as const)('never lasts longer than Alexa plays: %s', (exercise) => {
    for (const minutes of MINUTES) {
      const visit = doing(exercise, minutes);
      while (!visit.isOver) {
        expect(secondsOf(visit.acts)).toBeLessThanOrEqual(LONGEST_RESPONSE);
        expect(secondsOf(visit.reply?.ifSilent?.acts ?? [])).toBeLessThanOrEqual(LONGEST_REPROMPT);
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
    expect(visit.quiet).toBeLessThan(LONGEST_REPROMPT);
    expect(visit.said('talk.floor')?.time).toEqual({ seconds: visit.quiet });
  });
});

describe('the place', () => {
  test('is the step that asked, and holds the step that the reply began with', () => {
    expect(doing('check-in', 10).goesOnTo('get-it.a').says('yes').place).toMatchObject({
      from: 'sense.b',
      step: 'talk.b',
    });
  });

  test('is the beginning of the exercise, if a later release does not have its step', () => {
    const { step, index } = stepAt(unfinished({ step: 'dance.a' }));
    expect([step.id, index]).toEqual(['arrive', 0]);
    expect(
      returningTo(unfinished({ step: 'dance.a' }))
        .says('launch')
        .says('yes').heard,
    ).toContain('talk.floor');
  });
});

describe('taking a step up again', () => {
  const talking: ExerciseState = {
    ...newState(null),
    household: household(),
    session: 'open',
    stack: { exercise: { place: unfinished(), phase: IN_STEP, suspended: null }, dialogs: [] },
  };
  const indexOfTalk = exercises['check-in']
    .steps({ minutes: 20, first: 'a' })
    .findIndex(({ id }) => id === 'talk.a');

  test('gives what is left of its quiet', () => {
    const { acts } = goThrough(talking, indexOfTalk, context(), { left: 60 });
    expect(acts).toEqual([
      mark('talk.a'),
      say(line('talk.still', { name: 'Ana' })),
      hold(60),
      chime,
      ask(line('talk.finished', { name: 'Ana' })),
    ]);
  });

  test('only asks, if next to nothing is left', () => {
    const { acts } = goThrough(talking, indexOfTalk, context(), { left: 2 });
    expect(acts.map((act) => act.do)).toEqual(['mark', 'ask']);
  });

  test('announces the last half minute only while it is still to come', () => {
    const cues = (left: number): number =>
      goThrough(talking, indexOfTalk, context(), { left }).acts.filter(
        (act) => act.do === 'say' && act.line.key === 'talk.half-minute',
      ).length;
    expect([cues(160), cues(50)]).toEqual([1, 0]);
  });
});

test('the estimate for a step counts its words, its quiet and its question', () => {
  const state = {
    ...newState(null),
    stack: { exercise: { place: unfinished(), phase: IN_STEP, suspended: null }, dialogs: [] },
  };
  const seconds = (id: string): number => {
    const step = stepsOf(unfinished()).find((one) => one.id === id);
    return step === undefined ? 0 : stepSeconds(step, state);
  };
  expect(seconds('talk.a')).toBeGreaterThan(150 + seconds('get-it.a'));
  expect(seconds('get-it.a')).toBeGreaterThan(0);
  expect(seconds('sense.b')).toBeGreaterThan(45);
});
