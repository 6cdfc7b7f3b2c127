import { describe, expect, test } from 'vitest';
import type { Appreciation } from '../../../lambda/conversation/model/effect.ts';
import { household, SUNDAY, thanks, Visit } from '../couple.ts';

const coffee: Appreciation = {
  id: `${(SUNDAY - 5_000).toString(36)}-x`,
  text: 'You made the coffee.',
  from: 'a',
  to: 'b',
  day: '2026-11-22',
  at: SUNDAY - 5_000,
};
const recalled = { page: [coffee], next: null };
const COFFEE = { id: coffee.id, day: coffee.day };

/** What is asked to be taken back, or is. */
const takenBack = (visit: Visit): unknown[] =>
  visit.effects.flatMap((effect) => (effect.effect === 'take-back' ? [effect.appreciation] : []));

/** Ana has said that Bo made the walk long, and it was kept. */
function afterTheWalk(surroundings = {}): Visit {
  return new Visit(household(), { recalled, ...surroundings })
    .says(thanks('That long walk.', { from: 'Ana' }))
    .says('yes');
}

/** They have kept a question of their own, and nothing else in this session. */
function afterTheQuestion(): Visit {
  return new Visit(household(), { recalled })
    .says('launch')
    .says({ type: 'keep-question', text: 'What makes you laugh?' })
    .says('yes');
}

describe('"delete the coffee one"', () => {
  test('means the appreciation, also if a question of theirs was kept last', () => {
    const visit = afterTheQuestion().says({ type: 'take-back', about: ['coffee'] });
    expect(visit.heard).toEqual(['retract.found', 'retract.ask']);
    expect(takenBack(visit)).toEqual([]);
    expect(takenBack(visit.says('yes'))).toEqual([COFFEE]);
  });

  test('of one of them is about what that one said: nothing else is asked for', () => {
    const ofBo = { ...coffee, id: `${(SUNDAY - 9_000).toString(36)}-y`, from: 'b', to: 'a' } as const;
    const wish = { type: 'take-back', about: ['coffee'], from: 'Bo' } as const;
    const asking = new Visit(household(), { recalled: null }).says(wish);
    expect(asking.effects).toMatchObject([
      { effect: 'recall', confirmedFrom: { a: null, b: expect.any(Number) } },
    ]);
    const visit = new Visit(household(), { recalled: { page: [ofBo], next: null } })
      .says('launch')
      .says(wish);
    expect(visit.said('retract.found')?.name).toBe('Bo');
    expect(takenBack(visit.says('yes'))).toEqual([{ id: ofBo.id, day: ofBo.day }]);
  });

  test('can be about a question of theirs, and asks first', () => {
    const visit = afterTheQuestion();
    const id = visit.state.last?.id ?? '';
    visit.in({ own: [{ id, text: 'Which tea makes you happy?', from: null, at: SUNDAY }] });
    visit.says({ type: 'take-back', about: ['tea'] });
    expect(visit.heard).toEqual(['own.newest', 'retract.ask']);
    expect(takenBack(visit)).toEqual([]);
  });

  test('deletes nothing as long as nobody can see which one that is', () => {
    const visit = new Visit(household(), { recalled })
      .says('launch')
      .says(thanks('That long walk.', { from: 'Ana' }))
      .says('yes')
      .in({ recalled: 'unreachable' })
      .says({ type: 'take-back', about: ['coffee'] });
    expect(takenBack(visit)).toEqual([]);
    expect(visit.heard[0]).toBe('recap.out-of-reach');
  });
});

describe('"let me say it differently"', () => {
  test('leaves what is stored until the other one is kept in its place', () => {
    const visit = new Visit(household(), { recalled })
      .says('launch')
      .says(thanks('That long walk.', { from: 'Ana' }))
      .says('yes');
    const { last } = visit.state;
    visit.says('reword');
    expect(visit.asked).toBe('adding.text');
    expect(takenBack(visit)).toEqual([]);
    visit.says(thanks('That long walk in the rain.')).says('yes');
    expect(visit.effects).toContainEqual(
      expect.objectContaining({
        appreciation: expect.objectContaining({ text: 'That long walk in the rain.' }),
      }),
    );
    expect(takenBack(visit)).toEqual([{ id: last?.id, day: '2026-11-22' }]);
    expect(visit.effects.at(-1)).not.toMatchObject({ effect: 'keep' });
    expect(visit.state.last?.id).not.toBe(last?.id);
  });

  test('says that it stays if they leave it after all', () => {
    const visit = new Visit(household(), { recalled })
      .says('launch')
      .says(thanks('That long walk.', { from: 'Ana' }))
      .says('yes')
      .says('reword')
      .says('skip');
    expect(visit.heard[0]).toBe('retract.stays');
    expect(takenBack(visit)).toEqual([]);
  });

  test.each([
    ['at the question for another one', thanks('')],
    ['at the question who said it', thanks('Your soup.')],
    ['at the question for one of their own', { type: 'keep-question', text: '' } as const],
  ])('%s deletes nothing that was kept before', (_where, event) => {
    const visit = new Visit(household(), { recalled })
      .says('launch')
      .says(thanks('That long walk.', { from: 'Ana' }))
      .says('yes')
      .says(event)
      .says('reword');
    expect(takenBack(visit)).toEqual([]);
    expect(visit.says('skip').effects.some(({ effect }) => effect === 'take-back')).toBe(false);
    expect(visit.state.last).not.toBeNull();
  });

  test('asks first whether to delete a question of theirs', () => {
    const visit = afterTheQuestion();
    const id = visit.state.last?.id ?? '';
    visit
      .in({ own: [{ id, text: 'What makes you laugh?', from: null, at: SUNDAY }] })
      .in({ recalled: { page: [], next: null } })
      .says('reword');
    expect(visit.heard).toEqual(['own.newest', 'retract.ask']);
    expect(takenBack(visit)).toEqual([]);
    expect(takenBack(visit.says('yes'))).toEqual([{ id, kind: 'question' }]);
  });
});

test('a deletion that is left for an exercise is said not to be done', () => {
  const visit = new Visit(household()).says('launch').says({ type: 'forget', what: 'us' });
  visit.says({ type: 'choose', exercise: 'listening', minutes: 10 });
  expect(visit.heard[0]).toBe('forget.stays');
  const other = afterTheWalk().another({ recalled }).says('launch').says('take-back').says('start-over');
  expect(other.heard[0]).toBe('retract.stays');
});

test('two sentences that end together are told once, whatever meant the end', () => {
  const visit = new Visit(household()).says('launch').says({ type: 'choose', exercise: null, minutes: 10 });
  visit
    .interrupts(thanks('Your soup.'), 'talk.a', 60)
    .says({ type: 'keep-question', text: 'What makes you laugh?' })
    .says('distress')
    .says('done');
  expect(visit.heard.filter((key) => key === 'confirm.none-saved').length).toBeLessThanOrEqual(1);
  expect(visit.heard).toContain('confirm.none-saved');
});
