import { describe, expect, test } from 'vitest';
import type { QuestionFacts } from '../../../../lambda/conversation/model/context.ts';
import type { Household } from '../../../../lambda/conversation/model/household.ts';
import { household, someQuestions, Visit } from '../../couple.ts';

const questions: readonly QuestionFacts[] = [
  ...someQuestions,
  ...[1, 2, 3, 4, 5, 6, 7].map((number) => ({ id: `f${number}`, practice: 'fun', depth: 'light' }) as const),
];

const playing = (more: Partial<Household> = {}) =>
  new Visit(household(more), { questions }).says({ type: 'choose', exercise: 'play', minutes: null });

const asked = ({ acts }: Visit) =>
  acts.flatMap((act) =>
    act.do === 'say' && act.line.key === 'question.text' ? [act.line.with.question] : [],
  );

describe('play', () => {
  test('asks a fun question; the other one guesses the answer, and they say it on three', () => {
    const visit = playing();
    expect(visit.heard).toEqual([
      'open.play',
      'guess.turn',
      'question.text',
      'guess.count',
      'guess.second',
      'question.text',
      'guess.count',
      'another.ask',
    ]);
    expect(visit.said('guess.turn')).toEqual({ name: 'Ana', partner: 'Bo' });
    expect(visit.steps).toEqual(['arrive', 'guess.1.a', 'guess.2.b', 'another.2']);
  });

  test('goes on with the fun question after the last one, also another day', () => {
    expect(asked(playing({ heard: 'ol1 f2' }))).toEqual([{ question: 'f3' }, { question: 'f4' }]);
    expect(playing({ heard: 'ol1 f2' }).state.household.heard).toBe('ol1 f4');
    expect(asked(playing({ heard: 'f7' }))).toEqual([{ question: 'f1' }, { question: 'f2' }]);
  });

  test('ends with one for both, and is counted', () => {
    const visit = playing().says('yes').says('yes');
    expect(visit.heard.slice(-4)).toEqual(['guess.open', 'question.text', 'close.play', 'close-next.play']);
    expect(visit.isOver).toBe(true);
    expect(visit.state.household.counts).toEqual({ finished: 4, listened: 65 });
  });

  test('ends with a no', () => {
    expect(playing().says('no').heard.slice(0, 2)).toEqual(['another.enough', 'close.play']);
  });

  test.each(['skip', 'another'] as const)('%s in its quiet brings a different one', (word) => {
    const visit = playing({ heard: 'f2' }).interrupts(word, 'guess.2.b', 20);
    expect(visit.steps[0]).toBe('guess.2.b');
    expect(asked(visit)).toEqual([{ question: 'f5' }]);
  });

  test.each([
    [{ type: 'depth', depth: 'deeper' }],
    [{ type: 'choose', exercise: 'play', minutes: null }],
    [{ type: 'you-choose', what: null }],
  ] as const)('%o between two questions brings another fun one', (event) => {
    const visit = playing({ heard: 'f2' }).says(event);
    expect(visit.heard[0]).toBe('question.instead');
    expect(asked(visit)[0]).toEqual({ question: 'f5' });
  });

  test('asks the same question again after an interruption, and the same ones after it', () => {
    const visit = playing({ heard: 'f6' }).interrupts('where', 'guess.1.a', 20);
    expect(asked(visit)).toEqual([{ question: 'f7' }, { question: 'f1' }]);
    expect(visit.state.household.heard).toBe('f1');
  });

  test('says the question again after an interruption, with the quiet that is left', () => {
    const thinking = playing({ heard: 'f2' }).interrupts('where', 'guess.1.a', 32);
    expect(thinking.heard.slice(0, 3)).toEqual(['guess.still', 'question.text', 'guess.count']);
    expect(thinking.quiets.slice(0, 2)).toEqual([5, 27]);
    const told = playing({ heard: 'f2' }).interrupts('where', 'guess.1.a', 12);
    expect(told.heard.slice(0, 3)).toEqual(['guess.still', 'question.text', 'guess.second']);
    expect(told.quiets[0]).toBe(12);
  });

  test('has fun questions of its own: no other exercise asks them', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const visit = new Visit(household(), { questions, seed }).says({
        type: 'choose',
        exercise: 'questions',
        minutes: null,
      });
      expect((asked(visit)[0] as { question: string }).question).not.toMatch(/^f/);
    }
  });
});
