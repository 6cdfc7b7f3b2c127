import { describe, expect, test } from 'vitest';
import { doing } from '../../couple.ts';

const together = () => doing('together', 20);

describe('time together', () => {
  test('is a prompt, a long quiet, and one question', () => {
    const visit = together();
    expect(visit.heard).toEqual(['open.together', 'lately.both', 'together.ask']);
    expect(visit.quiets.at(-1)).toBe(172);
  });

  test('goes on whatever is said: two who are talking need no command', () => {
    for (const word of ['yes', 'next', 'unclear'] as const)
      expect(together().says(word).steps).toEqual(['together.2']);
  });

  test('does not end while they are talking', () => {
    const visit = together();
    while (visit.place?.step !== 'together.6') visit.says('yes');
    expect(visit.says('unclear').heard).toEqual(['together.stay', 'together.ask-again']);
  });

  test('goes on by itself when nobody answers', () => {
    const visit = together().saysNothing();
    expect(visit.steps).toEqual(['together.2']);
    expect(visit.quiet).toBeGreaterThanOrEqual(30);
    expect(visit.asked).toBe('together.ask');
  });

  test('stays with a prompt if they say no', () => {
    const visit = together().says('no');
    expect(visit.heard).toEqual(['together.stay', 'together.ask-again']);
    expect(visit.place?.step).toBe('together.1');
  });

  test('changes nothing about whose turn it is to start', () => {
    const visit = together();
    for (let answers = 0; answers < 10 && !visit.isOver; answers += 1) visit.says('yes');
    expect(visit.state.household.next).toBe('a');
    expect(visit.state.household.counts.finished).toBe(4);
  });
});

describe('one feeling at a time', () => {
  test('offers words for a feeling when they are needed, and lets the one who feels it correct the guess', () => {
    const visit = doing('validation', 10).goesOnTo('get-feeling.1.a');
    expect(visit.heard).toEqual(['borrowed.start', 'feeling.start', 'get-feeling.ask']);
    expect(visit.says('no').heard).toEqual(['get-feeling.fix', 'get-feeling.closer']);
    expect(visit.says('no').heard[0]).toBe('get-feeling.close-enough');
  });
});
