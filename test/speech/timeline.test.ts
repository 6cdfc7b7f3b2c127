import { describe, expect, test } from 'vitest';
import { playingAt, spokenSeconds, type Timeline } from '../../lambda/speech/timeline.ts';

/**
 * Speech before the first step until 3 s. `more.a`: speech until 8 s, quiet until 53 s. `sense.b`: speech until 60 s,
 * two quiets. A question until 150 s.
 */
const timeline: Timeline = {
  seconds: 150,
  steps: [
    { id: 'more.a', at: 3, quiet: [[8, 53]] },
    {
      id: 'sense.b',
      at: 55,
      quiet: [
        [60, 105],
        [112, 142],
      ],
    },
  ],
};

describe('what was playing when somebody spoke', () => {
  test.each([
    [0, 'more.a', 45, false],
    [5, 'more.a', 45, false],
    [20, 'more.a', 33, false],
    [54, 'more.a', 0, false],
    [55, 'sense.b', 75, false],
    [100, 'sense.b', 35, false],
    [108, 'sense.b', 30, false],
    [132, 'sense.b', 10, false],
    [143, 'sense.b', 0, true],
    [147, 'sense.b', 0, true],
    [500, 'sense.b', 0, true],
  ])('after %i s: %s with %i s of quiet left, over: %s', (elapsed, step, quietLeft, over) => {
    expect(playingAt(timeline, elapsed)).toEqual({ step, quietLeft, over });
  });

  test('nothing, if nothing has a name', () => {
    expect(playingAt({ seconds: 10, steps: [] }, 2)).toEqual({ step: null, quietLeft: 0, over: true });
  });

  test('a reply without quiet is over from its beginning: an answer to it is an answer', () => {
    expect(playingAt({ seconds: 9, steps: [{ id: 'get-it.a', at: 0, quiet: [] }] }, 1).over).toBe(true);
  });

  test('quiet that runs to the very end is not over before its last seconds', () => {
    const closing: Timeline = { seconds: 40, steps: [{ id: 'word', at: 0, quiet: [[5, 40]] }] };
    expect(playingAt(closing, 30)).toEqual({ step: 'word', quietLeft: 10, over: false });
    expect(playingAt(closing, 38).over).toBe(true);
  });
});

describe('how long words take', () => {
  test('more words take longer, and so does a full stop', () => {
    expect(spokenSeconds('')).toBe(0);
    expect(spokenSeconds('one two three four five')).toBe(2);
    expect(spokenSeconds('One two. Three four five.')).toBeGreaterThan(
      spokenSeconds('One two three four five.'),
    );
  });

  test('signs alone are no words', () => {
    expect(spokenSeconds('— & …')).toBe(0);
  });
});
