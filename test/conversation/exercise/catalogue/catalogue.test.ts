import { describe, expect, test } from 'vitest';
import { enUS } from '../../../../lambda/content/en-US/en-us.ts';
import { exercises } from '../../../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { ExerciseId } from '../../../../lambda/conversation/model/exercise-id.ts';
import type { Minutes, Partner } from '../../../../lambda/conversation/model/household.ts';
import { quietOf, type Step } from '../../../../lambda/conversation/model/step.ts';
import { render } from '../../../../lambda/speech/render.ts';
import { createWording } from '../../../../lambda/speech/wording.ts';
import { doing, type Visit } from '../../couple.ts';

const ids = Object.keys(exercises) as ExerciseId[];

const every = ids.flatMap((exercise) =>
  exercises[exercise].lengths.map((minutes) => [exercise, minutes] as const),
);

const stepsOf = (exercise: ExerciseId, minutes: Minutes, first: Partner = 'a'): Step[] =>
  exercises[exercise].steps({ minutes, first });

/** Seconds of quiet in the steps of one partner. */
function quietFor(who: Partner, steps: readonly Step[]): number {
  return steps.reduce((sum, step) => {
    const quiet = quietOf(step);
    if ('who' in step) return sum + (step.who === who ? quiet : 0);
    return sum + (step.kind === 'arrive' ? 0 : quiet / 2);
  }, 0);
}

const wording = createWording(enUS);

const ANSWER = 4;

/** The length of an exercise if every answer is yes, and both partners keep an appreciation. */
function minutesOf(visit: Visit, seed: number): number {
  let seconds = 0;
  for (;;) {
    const { timeline, asks } = render(visit.acts, wording, seed);
    seconds += timeline.seconds;
    if (!asks) return seconds / 60;
    seconds += ANSWER;
    if (visit.asked === 'direction.first') return seconds / 60;
    const sentence = visit.asked?.startsWith('appreciate.') ?? false;
    visit.says(
      sentence ? { type: 'appreciation', text: 'I appreciate how you listen.', barbed: false } : 'yes',
    );
  }
}

/** Seconds that a reply and its reprompt may have (docs/architecture.md). */
const LONGEST = [230, 85] as const;

describe.each(every)('%s, %i minutes, spoken slowly,', (exercise, minutes) => {
  test('has no reply and no reprompt that is too long for Alexa', () => {
    for (const seed of [1, 2, 3]) {
      const visit = doing(exercise, minutes);
      visit.state = { ...visit.state, slow: true };
      for (let answers = 0; answers < 60 && !visit.isOver; answers += 1) {
        const sentence = visit.asked?.startsWith('appreciate.') ?? false;
        visit.says(
          sentence ? { type: 'appreciation', text: 'I appreciate how you listen.', barbed: false } : 'yes',
        );
        const [main, silent] = [visit.acts, visit.reply?.ifSilent?.acts ?? []].map(
          (acts) => render(acts, wording, seed, undefined, { slow: true }).timeline.seconds,
        );
        expect(main).toBeLessThanOrEqual(LONGEST[0]);
        expect(silent).toBeLessThanOrEqual(LONGEST[1]);
      }
      expect(visit.isOver || visit.asked === 'direction.first').toBe(true);
    }
  });
});

describe.each(every)('%s, %i minutes', (exercise, minutes) => {
  test('has an id for each step that no other step has', () => {
    const all = stepsOf(exercise, minutes).map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
  });

  test('has the same steps every time', () => {
    expect(stepsOf(exercise, minutes)).toEqual(stepsOf(exercise, minutes));
  });

  test('ends with a close, and has no other', () => {
    const closes = stepsOf(exercise, minutes).map(({ kind }) => kind === 'close');
    expect(closes.indexOf(true)).toBe(closes.length - 1);
  });

  test('gives both the same quiet', () => {
    const steps = stepsOf(exercise, minutes);
    expect(quietFor('a', steps)).toBe(quietFor('b', steps));
    expect(quietFor('a', steps)).toBeGreaterThan(0);
  });

  test('is the same if the other one is first', () => {
    const swapped = stepsOf(exercise, minutes, 'b').map(({ id }) => id);
    const mirrored = stepsOf(exercise, minutes, 'a').map(({ id }) =>
      id.replace(/\.([ab])$/, (_, who) => (who === 'a' ? '.b' : '.a')),
    );
    expect(swapped).toEqual(mirrored);
  });

  test('takes about the minutes that were promised', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const taken = minutesOf(doing(exercise, minutes), seed);
      expect(taken).toBeGreaterThanOrEqual(minutes * 0.9);
      expect(taken).toBeLessThanOrEqual(minutes * 1.1);
    }
  });
});

test('step ids are the ones that places were kept with', () => {
  expect(stepsOf('check-in', 20).map(({ id }) => id)).toEqual([
    'arrive',
    'talk.a',
    'say-back.b',
    'get-it.a',
    'more.a',
    'more-back.b',
    'sense.b',
    'feeling.b',
    'talk.b',
    'say-back.a',
    'get-it.b',
    'more.b',
    'more-back.a',
    'sense.a',
    'feeling.a',
    'deepest.a',
    'deepest.b',
    'question.a',
    'reply.b',
    'question.b',
    'reply.a',
    'appreciate.a',
    'appreciate.b',
    'word.a',
    'word.b',
    'close',
  ]);
});

test('the short check-in has a talk, a say-back and what makes sense for each, then an appreciation from each', () => {
  expect(stepsOf('check-in', 5).map(({ id }) => id)).toEqual([
    'arrive',
    'talk.a',
    'say-back.b',
    'sense.b',
    'talk.b',
    'say-back.a',
    'sense.a',
    'appreciate.a',
    'appreciate.b',
    'close',
  ]);
});
