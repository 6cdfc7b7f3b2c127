import { describe, expect, test } from 'vitest';
import type { Appreciation } from '../../../lambda/conversation/model/effect.ts';
import { other, type Partner, type Period } from '../../../lambda/conversation/model/household.ts';
import { DAY, household, SUNDAY, unfinished, Visit } from '../couple.ts';

function kept(from: Partner, daysAgo: number, text = `${from} ${daysAgo}`): Appreciation {
  const at = SUNDAY - daysAgo * DAY;
  return { id: `${at.toString(36)}-x`, text, from, to: other(from), day: '2026-11-20', at };
}

const read = (visit: Visit): unknown[] =>
  visit.acts.flatMap((act) =>
    act.do === 'say' && act.line.key === 'recap.item' ? [act.line.with.text] : [],
  );

describe('the week', () => {
  test('is offered at the welcome, noted, and goes on to the check-in whatever they say', () => {
    const recalled = { page: [kept('a', 2)], next: null };
    const visit = new Visit(household({ appreciated: SUNDAY - DAY }), { recalled }).says('launch');
    expect(visit.heard).toEqual(['welcome.back', 'recap.offer']);
    expect(visit.state.household.recap.offered).toBe(SUNDAY);
    expect(visit.says('no').asked).toBe('welcome.again');
    expect(visit.says('yes').place?.exercise).toBe('check-in');
  });

  test('names only the author if the other one has no nickname', () => {
    const recalled = { page: [kept('a', 2), kept('b', 1)], next: null };
    const visit = new Visit(household({ names: { a: 'Ana', b: null } }), { recalled });
    visit.says({ type: 'recap', period: 'week', whose: null }).says('yes');
    expect(visit.heard).toEqual(['recap.lead', 'recap.item-by', 'recap.item', 'recap.week']);
  });

  test('is not offered if an exercise waits that was left a short time ago', () => {
    const recalled = { page: [kept('a', 2)], next: null };
    const visit = new Visit(household({ appreciated: SUNDAY - DAY }), { recalled }, unfinished());
    expect(visit.says('launch').asked).toBe('carry-on.ask');
  });

  test('reads on with one more, and says again what it read last', () => {
    const page = [6, 5, 4, 3, 2, 1].map((days) => kept('a', days));
    const visit = new Visit(household(), { recalled: { page, next: null } });
    visit.says({ type: 'recap', period: 'week', whose: null }).says('yes');
    expect(read(visit)).toEqual(['a 6', 'a 5', 'a 4', 'a 3']);
    visit.says('repeat');
    expect(read(visit)).toEqual(['a 6', 'a 5', 'a 4', 'a 3']);
    visit.says('another');
    expect(read(visit)).toEqual(['a 2']);
    visit.says('yes');
    expect(read(visit)).toEqual(['a 1']);
    expect(visit.heard.at(-1)).toBe('recap.week');
    expect(visit.acts.slice(-2).map((act) => act.do)).toEqual(['hold', 'chime']);
    expect(visit.isOver).toBe(true);
    expect(visit.state.household.recap.heard).toBe(SUNDAY);
  });

  test.each(['yes', 'next', 'resume'] as const)(
    'reads on with %s when asked whether it shall go on',
    (word) => {
      const page = [6, 5, 4, 3, 2, 1].map((days) => kept('a', days));
      const visit = new Visit(household(), { recalled: { page, next: null } });
      visit.says({ type: 'recap', period: 'week', whose: null }).says('yes');
      expect(visit.asked).toBe('recap.more');
      expect(read(visit.says(word))).toEqual(['a 2', 'a 1']);
    },
  );
});

describe('only what one of them said, of what was offered', () => {
  const only = (whose: { by: string } | 'by-me' | 'for-me', period: Period = 'week') =>
    ({ type: 'recap', period, whose, only: true }) as const;
  const offered = (): Visit =>
    new Visit(household(), { recalled: { page: [kept('a', 3)], next: null } }).says({
      type: 'recap',
      period: 'week',
      whose: null,
    });
  const ofBo = expect.objectContaining({
    effect: 'recall',
    confirmedFrom: { a: null, b: expect.any(Number) },
  });

  test('is looked for, and read at once', () => {
    const visit = offered();
    expect(visit.in({ recalled: null }).says(only({ by: 'Bo' })).effects).toContainEqual(ofBo);
    const recalled = { page: [kept('b', 2)], next: null };
    expect(
      read(
        offered()
          .in({ recalled })
          .says(only({ by: 'Bo' })),
      ),
    ).toEqual(['b 2']);
  });

  test('is asked about if it is not known who asks', () => {
    const visit = offered().says(only('for-me'));
    expect(visit.asked).toBe('recap.who');
    visit.in({ recalled: null }).says({ type: 'names', name: 'Ana', other: null });
    expect(visit.effects).toContainEqual(ofBo);
  });

  test('is asked about if the name is not theirs', () => {
    expect(offered().says(only({ by: 'Carl' })).asked).toBe('recap.by');
  });

  test('of another time is another recap', () => {
    expect(offered().says(only({ by: 'Bo' }, 'today')).asked).toBe('recap.hear');
  });

  test('is nothing if the other one said nothing', () => {
    const visit = offered()
      .in({ recalled: { page: [], next: null } })
      .says(only({ by: 'Bo' }));
    expect(visit.heard).toEqual(['recap.none']);
  });
});

describe('old ones, when they ask for them', () => {
  const many = Array.from({ length: 12 }, (_, index) => kept(index % 2 === 0 ? 'a' : 'b', 300 - index * 20));
  const asking = (period: Period, page: readonly Appreciation[], seed = 7): Visit =>
    new Visit(household(), { recalled: { page, next: null }, seed }).says({
      type: 'recap',
      period,
      whose: null,
    });

  test.each(['old', 'oldest', 'year-ago'] as const)(
    '%s: three at most after a yes, and then only quiet',
    (period) => {
      const visit = asking(period, many);
      expect(visit.asked).toBe('recap.hear');
      visit.says('yes');
      expect(visit.heard[0]).toBe('recap.old-lead');
      expect(read(visit)).toHaveLength(3);
      expect(visit.heard.at(-1)).toBe('recap.old-done');
      expect(visit.acts.slice(-2).map((act) => act.do)).toEqual(['hold', 'chime']);
      expect(visit.isOver).toBe(true);
    },
  );

  test('our oldest are the oldest', () => {
    expect(read(asking('oldest', many).says('yes'))).toEqual(['a 300', 'b 280', 'a 260']);
  });

  test('the seed chooses others at another time', () => {
    const chosen = [1, 2, 3, 4, 5].map((seed) => read(asking('old', many, seed).says('yes')).join());
    expect(new Set(chosen).size).toBeGreaterThan(2);
  });

  test('are from before this week, and about a year ago means that', () => {
    const from = (period: Period) => {
      const visit = new Visit(household(), { recalled: null }).says({ type: 'recap', period, whose: null });
      const effect = visit.effects.find((one) => one.effect === 'recall');
      if (effect?.effect !== 'recall') throw new Error('nothing was asked of the store');
      return [SUNDAY - effect.from, SUNDAY - effect.to].map((ago) => Math.round(ago / DAY));
    };
    expect(from('old')).toEqual([401, 8]);
    expect(from('oldest')).toEqual([401, 8]);
    expect(from('year-ago')).toEqual([401, 301]);
  });

  test.each([1, 2, 3, 4, 5, 6])(
    'are never the same twice in a row in a session, with %i of them',
    (count) => {
      const page = many.slice(0, count);
      const visit = new Visit(household(), { recalled: { page, next: null } }).says('launch');
      const ask = (seed: number): string[] =>
        read(visit.in({ seed }).says({ type: 'recap', period: 'old', whose: null }).says('yes')) as string[];
      let last = ask(1);
      for (const seed of [1, 2, 3, 4]) {
        const next = ask(seed);
        expect(next.filter((text) => last.includes(text))).toEqual([]);
        if (next.length === 0) expect(visit.heard[0]).toBe('recap.old-all');
        last = next;
      }
    },
  );

  test('with none of them it says so kindly, and asks for nothing', () => {
    const visit = asking('old', []);
    expect(visit.heard).toEqual(['recap.none-old']);
    expect([visit.isOver, visit.asked]).toEqual([true, null]);
  });

  test('of one of the two are only theirs', () => {
    const visit = new Visit(household(), { recalled: null });
    visit.says({ type: 'recap', period: 'old', whose: { by: 'Bo' } });
    expect(visit.effects).toContainEqual(
      expect.objectContaining({ effect: 'recall', confirmedFrom: { a: null, b: expect.any(Number) } }),
    );
  });
});

describe('only those of one of them', () => {
  const page = [kept('a', 6), kept('b', 5), kept('a', 4), kept('b', 3), kept('a', 2), kept('b', 1)];
  const ofBo = page.filter(({ from }) => from === 'b');
  const onlyBos = { type: 'recap', period: 'week', whose: { by: 'Bo' }, only: true } as const;

  test('are read from the first one, also after some of both were read', () => {
    const visit = new Visit(household(), { recalled: { page, next: null } });
    visit.says({ type: 'recap', period: 'week', whose: null }).says('yes');
    expect(read(visit)).toEqual(['a 6', 'b 5', 'a 4', 'b 3']);
    visit.in({ recalled: { page: ofBo, next: null } }).says(onlyBos);
    expect(read(visit)).toEqual(['b 5', 'b 3', 'b 1']);
  });
});

describe('a week that they have just heard', () => {
  const page = [kept('a', 2), kept('b', 1)];
  const wanted = { type: 'recap', period: 'week', whose: null } as const;

  test('is read again at once, and later only after a yes', () => {
    const visit = new Visit(household(), { recalled: { page, next: null } }).says('launch');
    expect(visit.says(wanted).asked).toBe('recap.hear');
    visit.says('yes');
    expect(read(visit)).toEqual(['a 2', 'b 1']);
    visit.in({ now: SUNDAY + 60_000 }).says(wanted);
    expect(read(visit)).toEqual(['a 2', 'b 1']);
    expect(visit.in({ now: SUNDAY + DAY }).says(wanted).asked).toBe('recap.hear');
  });
});

describe('the welcome after a recap', () => {
  const page = [kept('a', 2), kept('b', 1)];
  const afterIt = (): Visit =>
    new Visit(household({ appreciated: SUNDAY - DAY }), { recalled: { page, next: null } })
      .says('launch')
      .says('yes');

  test('leaves them time to talk about what they heard, as often as they need', () => {
    const visit = afterIt();
    expect(visit.asked).toBe('welcome.again');
    for (let times = 0; times < 4; times += 1) {
      visit.says('unclear');
      expect(visit.heard).toEqual(['quiet.more', 'welcome.again']);
      expect(visit.quiet).toBeGreaterThan(0);
    }
    expect(visit.says('yes').place?.exercise).toBe('check-in');
  });

  test('reads the week again if they ask for that', () => {
    const visit = afterIt().says('repeat');
    expect(read(visit)).toEqual(['a 2', 'b 1']);
    expect(visit.asked).toBe('welcome.again');
  });

  test('is as before if nothing was read', () => {
    const visit = new Visit(household()).says('launch').says('unclear');
    expect(visit.heard[0]).toBe('missed.ready');
  });
});
