import { describe, expect, test } from 'vitest';
import type { QuestionFacts } from '../../../lambda/conversation/model/context.ts';
import type { Place } from '../../../lambda/conversation/model/household.ts';
import { DAY, doing, household, returningTo, SUNDAY, Visit } from '../couple.ts';

const questions: readonly QuestionFacts[] = (['light', 'deeper', 'deepest'] as const).flatMap(
  (depth, level) =>
    [1, 2, 3].map((number) => ({ id: `o${'ldx'[level]}${number}`, practice: 'openness' as const, depth })),
);

const more: readonly QuestionFacts[] = [
  ...questions,
  { id: 'al1', practice: 'appreciation', depth: 'light' },
  { id: 'ad1', practice: 'appreciation', depth: 'deeper' },
];

/** Ana and Bo, who asked for a question. Ana answers first. */
function asking(): Visit {
  return new Visit(household(), { questions: more }).says({
    type: 'choose',
    exercise: 'questions',
    minutes: null,
    depth: 'light',
    theme: 'openness',
  });
}

const asked = (visit: Visit) => visit.said('question.text')?.question;

const depthOf = (visit: Visit) =>
  more.find(({ id }) => id === (asked(visit) as { question: string } | undefined)?.question)?.depth;

describe('questions on their own', () => {
  test('are the same for both, and then it asks whether they want another one', () => {
    const visit = asking();
    expect(visit.steps).toEqual([
      'arrive',
      'question.1.a',
      'reply.1.b',
      'question.1.b',
      'reply.1.a',
      'another.1',
    ]);
    expect(visit.asked).toBe('another.ask');
    const first = asked(visit);
    expect(asked(visit.says('yes'))).not.toEqual(first);
  });

  test.each(['yes', 'next', 'another'] as const)('%s brings another one', (word) => {
    expect(asking().says(word).steps).toContain('question.2.a');
  });

  test('a no is enough, and ends it', () => {
    const visit = asking().says('no');
    expect(visit.heard.slice(0, 2)).toEqual(['another.enough', 'close.questions']);
    expect(visit.isOver).toBe(true);
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  test.each(['no', 'done', 'rather-not'] as const)('%s ends it, after a silence too', (word) => {
    for (const visit of [asking(), asking().saysNothing()]) {
      expect(visit.asked).toMatch(/^another\./);
      expect(visit.says(word).heard.slice(0, 2)).toEqual(['another.enough', 'close.questions']);
      expect(visit.isOver).toBe(true);
    }
  });

  test('"not yet" waits a moment, and asks again', () => {
    const visit = asking().says('not-quite');
    expect(visit.quiet).toBe(40);
    expect(visit.asked).toBe('another.ask-again');
  });

  test.each(['skip', 'another'] as const)('%s in its quiet brings another one for both', (word) => {
    const visit = asking();
    const first = asked(visit);
    visit.interrupts(word, 'question.1.b', 20);
    expect(visit.steps[0]).toBe('question.1.a');
    expect(asked(visit)).not.toEqual(first);
  });

  test('stay the same for two who pause, or say something else, in the middle of one', () => {
    const visit = asking();
    const first = asked(visit);
    for (const word of ['where', 'help', 'repeat', 'rather-not'] as const) {
      visit.interrupts(word, 'question.1.a', 30);
      expect([word, asked(visit)]).toEqual([word, first]);
    }
    expect(asked(visit.interrupts('pause', 'question.1.a', 30).says('resume'))).toEqual(first);
    expect(visit.state.household.heard.split(' ')).toHaveLength(1);
  });

  test('a question about another theme is about that theme', () => {
    const visit = asking().says({
      type: 'choose',
      exercise: 'questions',
      minutes: null,
      theme: 'appreciation',
    });
    expect(asked(visit)).toEqual({ question: 'al1' });
  });

  test('become deeper by one level at a time, and lighter again', () => {
    const visit = asking();
    expect(depthOf(visit)).toBe('light');
    visit.says({ type: 'depth', depth: 'deeper' });
    expect([visit.heard[0], depthOf(visit)]).toEqual(['question.deeper', 'deeper']);
    visit.says({ type: 'depth', depth: 'lighter' });
    expect([visit.heard[0], depthOf(visit)]).toEqual(['question.lighter', 'light']);
    visit.interrupts({ type: 'depth', depth: 'lighter' }, 'question.3.a', 20);
    expect([visit.heard[0], depthOf(visit)]).toEqual(['question.lightest', 'light']);
  });

  test('are the lighter ones if the two want different depths', () => {
    const visit = asking().says({ type: 'depth', depth: 'deep', other: 'light' });
    expect(depthOf(visit)).toBe('light');
  });
});

describe('the deepest questions', () => {
  const wishing = () => asking().says({ type: 'depth', depth: 'deepest' });

  test('need a yes from each, and come after both', () => {
    const visit = wishing();
    expect([visit.asked, visit.said('deepest.ask')]).toEqual(['deepest.ask', { name: 'Ana' }]);
    visit.says('yes');
    expect([visit.asked, visit.said('deepest.ask-other')]).toEqual(['deepest.ask-other', { name: 'Bo' }]);
    visit.says('yes');
    expect([visit.heard[0], depthOf(visit)]).toEqual(['deepest.agreed', 'deepest']);
  });

  test('stay agreed on for this exercise, and no longer', () => {
    const visit = wishing().says('yes').says('yes').says('yes');
    expect(depthOf(visit)).toBe('deepest');
    const again = new Visit(household({ heard: visit.state.household.heard }), { questions: more }).says({
      type: 'choose',
      exercise: 'questions',
      minutes: null,
      depth: 'deepest',
    });
    expect(again.asked).toBe('deepest.ask');
  });

  test.each(['no', 'next', 'skip', 'rather-not', 'resume'] as const)(
    'do not come if either says %s, and nobody is told who it was',
    (word) => {
      for (const visit of [wishing().says(word), wishing().says('yes').says(word)]) {
        expect(visit.heard[0]).toBe('deepest.not-today');
        expect(visit.said('deepest.not-today')).toEqual({});
        expect(depthOf(visit)).toBe('deeper');
        expect(visit.place?.agreed).toBe(false);
      }
    },
  );

  test('have to be agreed on again on another day', () => {
    const place = { ...wishing().says('yes').says('yes').place } as Place;
    expect(place.agreed).toBe(true);
    const later = returningTo({ ...place, touched: SUNDAY - 2 * DAY }, { questions: more });
    later.says('launch').says('yes');
    expect(later.said('deepest.ask')).toEqual({ name: 'Ana' });
    expect(depthOf(later.says('yes').says('yes'))).toBe('deepest');
    // The second one answers a question that both have heard.
    const second = returningTo(
      { ...place, step: 'question.1.b', from: 'question.1.b', round: 1, touched: SUNDAY - 2 * DAY },
      { questions: more },
    );
    second.says('launch').says('yes');
    expect(second.heard).not.toContain('deepest.ask');
    const half = { ...wishing().says('yes').place, from: 'deepest.1.b', step: 'deepest.1.b' } as Place;
    const again = returningTo({ ...half, touched: SUNDAY - 2 * DAY }, { questions: more });
    expect(again.says('launch').says('yes').said('deepest.ask')).toEqual({ name: 'Ana' });
  });

  test('do not come after silence', () => {
    for (const visit of [wishing(), wishing().says('yes')]) {
      visit.saysNothing();
      expect(visit.heard[0]).toBe('deepest.not-today');
      visit.says('yes');
      expect(depthOf(visit)).not.toBe('deepest');
      expect(visit.place?.agreed).toBe(false);
    }
  });

  test('do not come after words that mean nothing, however often', () => {
    const visit = wishing();
    for (let times = 0; times < 4; times += 1) visit.says('unclear');
    expect(visit.place?.agreed).toBe(false);
    expect(visit.asked).not.toBe('deepest.ask-other');
  });

  test('are asked about if an exercise comes to them by itself, unless they want light questions', () => {
    const sharing = (depth?: 'light') =>
      new Visit(household(), { questions: more }).says({
        type: 'choose',
        exercise: 'openness',
        minutes: 20,
        ...(depth ? { depth } : {}),
      });
    const asks = (visit: Visit): boolean => {
      for (let answers = 0; answers < 12 && !visit.isOver; answers += 1) {
        if (visit.asked === 'deepest.ask') return true;
        visit.says('yes');
      }
      return false;
    };
    expect([asks(sharing()), asks(sharing('light'))]).toEqual([true, false]);
  });
});

describe('a preference', () => {
  test.each(['light', 'deep'] as const)(
    '%s, said before the question was heard, decides the depth of that question',
    (depth) => {
      for (let seed = 0; seed < 12; seed += 1) {
        const visit = new Visit(household(), { questions: more, seed }).says({
          type: 'choose',
          exercise: 'questions',
          minutes: 10,
        });
        visit.interrupts({ type: 'depth', depth }, 'arrive', 4);
        expect(depthOf(visit)).toBe(depth === 'light' ? 'light' : 'deeper');
      }
    },
  );

  test('"a light question" in an exercise with questions makes its question light', () => {
    const visit = new Visit(household(), { questions: more }).says({
      type: 'choose',
      exercise: 'openness',
      minutes: 10,
      depth: 'deep',
    });
    visit.interrupts(
      { type: 'choose', exercise: 'questions', minutes: null, depth: 'light' },
      'question.1.a',
      30,
    );
    expect([visit.place?.exercise, depthOf(visit)]).toEqual(['openness', 'light']);
  });
});

describe('openness', () => {
  const sharing = () =>
    new Visit(household(), { questions: more }).says({ type: 'choose', exercise: 'openness', minutes: 10 });

  test('begins with a light question, and the other one says thank you, with what stayed with them', () => {
    const visit = sharing();
    expect(depthOf(visit)).toBe('light');
    const thanks = visit.acts.flatMap((act) =>
      act.do === 'say' && act.line.key === 'thank.start' ? [act.line.with] : [],
    );
    expect(thanks).toEqual([
      { name: 'Bo', partner: 'Ana' },
      { name: 'Ana', partner: 'Bo' },
    ]);
    expect(visit.quiets).toEqual([6, 56, 16, 56, 16]);
    expect(visit.steps).toEqual([
      'arrive',
      'question.1.a',
      'thank.1.b',
      'question.1.b',
      'thank.1.a',
      'another.1',
    ]);
    expect(depthOf(visit.says('yes'))).toBe('deeper');
  });

  test('says that the next question is deeper before they say yes to it, and only then', () => {
    const visit = sharing();
    expect(visit.asked).toBe('another.deeper');
    expect(visit.says('not-quite').asked).toBe('another.deeper-again');
    expect(depthOf(visit.says('yes'))).toBe('deeper');
    expect(visit.asked).toBe('another.ask');
    expect(visit.says('not-quite').asked).toBe('another.ask-again');
  });

  test.each(['light', 'deep'] as const)(
    'announces no deeper question if they asked for a depth: %s',
    (depth) => {
      const visit = new Visit(household(), { questions: more }).says({
        type: 'choose',
        exercise: 'openness',
        minutes: 10,
        depth,
      });
      const before = depthOf(visit);
      expect(visit.asked).toBe('another.ask');
      expect(depthOf(visit.says('yes'))).toBe(before);
    },
  );

  test('a no to a deeper question is enough, and ends it', () => {
    const visit = sharing().says('no');
    expect(visit.heard.slice(0, 2)).toEqual(['another.enough', 'close.openness']);
    expect(visit.isOver).toBe(true);
  });

  test('waits through silence before a deeper question', () => {
    const visit = sharing().saysNothing();
    expect(visit.asked).toBe('another.deeper-again');
    expect(visit.place?.step).toBe('another.1');
  });

  test('can be passed over, and then nobody has to thank for it', () => {
    const visit = sharing().interrupts('skip', 'question.1.a', 30);
    expect(visit.steps.slice(0, 2)).toEqual(['question.1.b', 'thank.1.a']);
  });
});

test('a check-in asks about what they wish for', () => {
  const visit = new Visit(household(), { questions: more })
    .says({ type: 'choose', exercise: 'check-in', minutes: 10, theme: 'appreciation', depth: 'light' })
    .goesOnTo('appreciate.a')
    .says('where');
  expect(visit.place).toMatchObject({ theme: 'appreciation', depth: 'light', question: 'al1' });
});

test('the first few times everybody is asked something light', () => {
  const visit = doing('questions', 5, { counts: { finished: 0, listened: 0 } });
  expect(visit.place?.depth).toBeNull();
  expect(visit.said('question.text')).not.toBeNull();
});
