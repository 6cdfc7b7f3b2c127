/** What is asked in between, and the way back from it. */
import { describe, expect, test } from 'vitest';
import type { Appreciation } from '../../lambda/conversation/effect.ts';
import type { Event } from '../../lambda/conversation/event.ts';
import type { Partner } from '../../lambda/conversation/household.ts';
import { BEGIN, isRecapDue, recalling } from '../../lambda/conversation/recap.ts';
import { askedAt, atTheDoorOf, DAY, household, SUNDAY, unfinished, Visit } from './couple.ts';

const thanks = (text: string, more: object = {}): Event => ({
  type: 'appreciation',
  text,
  barbed: false,
  ...more,
});

function kept(from: Partner, daysAgo: number, text = `${from} ${daysAgo}`): Appreciation {
  const at = SUNDAY - daysAgo * DAY;
  return { id: `${at.toString(36)}-x`, text, from, to: from === 'a' ? 'b' : 'a', day: '2026-11-20', at };
}

describe('an appreciation said at any moment', () => {
  test('is asked whose it is, read back, and kept on a yes; then it is over', () => {
    const visit = new Visit(household()).says(thanks('I love your soup.'));
    expect(visit.asked).toBe('adding.who');
    expect(visit.says('no').heard).toEqual(['adding.read', 'confirm.keep']);
    visit.says('yes');
    expect(visit.effects).toContainEqual(
      expect.objectContaining({
        effect: 'keep',
        appreciation: expect.objectContaining({ text: 'I love your soup.', from: 'b', to: 'a' }),
      }),
    );
    expect(visit.scene).toBe('closed');
  });

  test('in a turn gives the rest of the turn back', () => {
    const visit = askedAt('talk.a')
      .interrupts(thanks('I love your soup.'), 'talk.a', 40)
      .says('yes')
      .says('yes');
    expect(visit.heard).toEqual(['adding.kept', 'carry-on.go', 'talk.still', 'talk.finished']);
    expect(visit.place?.step).toBe('talk.a');
  });

  test('at the end of a turn, said to one another, is talk', () => {
    const visit = askedAt('talk.a').says(thanks('I love your soup.'));
    expect(visit.heard[0]).toBe('quiet.more');
  });

  test('names the one whose turn it is first, for it is likely to be theirs', () => {
    const visit = askedAt('talk.b').interrupts(thanks('I love your soup.'), 'talk.b', 40);
    expect(visit.acts.at(-1)).toMatchObject({ line: { key: 'adding.who', with: { name: 'Bo' } } });
  });

  test.each<[object, string]>([
    [{ from: 'bo' }, 'b'],
    [{ to: 'BO' }, 'a'],
  ])('with %j needs no question', (more, from) => {
    const visit = new Visit(household()).says(thanks('I love your soup.', more)).says('yes');
    expect(visit.effects).toContainEqual(
      expect.objectContaining({ appreciation: expect.objectContaining({ from }) }),
    );
  });

  test('is from somebody else where they say so at the last moment', () => {
    const visit = new Visit(household()).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'names', name: 'Bo', other: null });
    expect(visit.heard).toEqual(['adding.read', 'confirm.keep']);
    visit.says('yes');
    expect(visit.effects).toContainEqual(
      expect.objectContaining({ appreciation: expect.objectContaining({ from: 'b' }) }),
    );
  });

  test('put differently keeps whose it is', () => {
    const visit = new Visit(household()).says(thanks('I love your soup.')).says('no').says('reword');
    expect(visit.asked).toBe('adding.another-way');
    expect(visit.says(thanks('I love your bread.')).heard[0]).toBe('adding.read');
  });

  test('after nobody answered is let go, and the turn goes on', () => {
    const visit = askedAt('talk.a').interrupts(thanks('I love your soup.'), 'talk.a', 40).says('yes');
    expect(visit.reply?.ifSilent?.acts.map((act) => ('line' in act ? act.line.key : act.do))).toContain(
      'confirm.dropped',
    );
    expect(visit.reply?.ifSilent?.scene.id).toBe('step');
  });

  test('is not taken from two who have not met, and they meet', () => {
    const visit = new Visit(null).says(thanks('I love your soup.'));
    expect(visit.heard[0]).toBe('adding.not-yet');
    expect(visit.asked).toBe('names.first');
    expect(JSON.stringify(visit.state)).not.toContain('soup');
  });

  test('and taken back in the same session is gone at once', () => {
    const visit = new Visit(household())
      .says('launch')
      .says(thanks('I love your soup.'))
      .says('yes')
      .says('yes');
    const key = visit.state.last;
    visit.says('take-back');
    expect(visit.effects).toContainEqual({
      effect: 'take-back',
      appreciation: { id: key?.id, day: key?.day },
    });
    expect(visit.asked).toBe('welcome.again');
  });
});

describe('the way back', () => {
  test('to the question before a step is that question', () => {
    const visit = atTheDoorOf('talk.b').says({ type: 'recap', period: 'week', whose: null });
    expect(visit.heard).toEqual(['recap.none', 'recap.invite']);
    expect(visit.says('no').heard).toEqual(['recap.left', 'carry-on.go', 'ready.again']);
  });

  test('from one aside in another is that of the first', () => {
    const visit = askedAt('talk.a').interrupts({ type: 'remind', day: null, time: null }, 'talk.a', 40);
    visit.says({ type: 'forget', what: 'us' });
    expect(visit.asked).toBe('forget.us');
    expect(visit.says('no').heard.slice(0, 2)).toEqual(['forget.stays', 'carry-on.go']);
    expect(visit.place?.step).toBe('talk.a');
  });

  test('is found after words that nobody understood', () => {
    const visit = askedAt('talk.a').interrupts({ type: 'send' }, 'talk.a', 40);
    for (let times = 0; times < 3; times += 1) visit.says('unclear');
    expect(visit.scene).toBe('step');
  });
});

describe('a reminder in place of another', () => {
  test('is said back with the one that it replaces, and so again for whoever asks to hear it once more', () => {
    const reminder = { token: 't', day: 'sunday', time: '19:00' } as const;
    const visit = new Visit(household({ reminder }));
    visit.says({ type: 'remind', day: 'monday', time: '20:00' });
    expect(visit.heard).toEqual(['remind.plan', 'remind.instead', 'remind.sure']);
    expect(visit.says('repeat').heard).toEqual([
      'repeat.lead',
      'remind.plan',
      'remind.instead',
      'remind.sure',
    ]);
  });
});

describe('the week', () => {
  const due = (more: object) =>
    isRecapDue(household({ appreciated: SUNDAY - DAY, ...more }), { today: '2026-11-22', zone: 'UTC' });

  test('is offered once it is over, where there is something new to hear', () => {
    expect(due({})).toBe(true);
    expect(due({ appreciated: null })).toBe(false);
    expect(due({ since: SUNDAY - 6 * DAY })).toBe(false);
    expect(due({ recap: { heard: SUNDAY - 6 * DAY, offered: null } })).toBe(false);
    expect(due({ recap: { heard: SUNDAY - 8 * DAY, offered: SUNDAY - DAY } })).toBe(false);
    expect(due({ recap: { heard: SUNDAY - 8 * DAY, offered: null }, appreciated: SUNDAY - 9 * DAY })).toBe(
      false,
    );
  });

  test('is offered at the welcome, noted, and goes on to the check-in whatever they say', () => {
    const recalled = { page: [kept('a', 2)], next: null };
    const visit = new Visit(household({ appreciated: SUNDAY - DAY }), { recalled }).says('launch');
    expect(visit.heard).toEqual(['welcome.back', 'recap.offer']);
    expect(visit.state.household.recap.offered).toBe(SUNDAY);
    expect(visit.says('no').asked).toBe('welcome.again');
    expect(visit.says('yes').place?.exercise).toBe('check-in');
  });

  test('is not offered where an exercise waits that was left just now', () => {
    const recalled = { page: [kept('a', 2)], next: null };
    const visit = new Visit(household({ appreciated: SUNDAY - DAY, place: unfinished() }), { recalled });
    expect(visit.says('launch').asked).toBe('carry-on.ask');
  });

  test('has the days of their own clock', () => {
    const context = { now: Date.parse('2026-11-23T02:00:00Z'), zone: 'America/New_York' };
    const day = (moment: number): string => new Date(moment).toISOString();
    const of = (period: 'week' | 'today' | 'yesterday' | 'last-week') => {
      const { from, to } = recalling(period, household(), context);
      return [day(from), day(to)];
    };
    expect(of('today')).toEqual(['2026-11-22T05:00:00.000Z', '2026-11-23T02:00:00.000Z']);
    expect(of('yesterday')).toEqual(['2026-11-21T05:00:00.000Z', '2026-11-22T04:59:59.999Z']);
    expect(of('week')[0]).toBe('2026-11-15T05:00:00.000Z');
    expect(of('last-week')).toEqual(['2026-11-08T05:00:00.000Z', '2026-11-15T04:59:59.999Z']);
  });

  test('begins with the last recap, where that is longer ago, and no more than two weeks', () => {
    const context = { now: SUNDAY, zone: 'UTC' };
    const from = (heard: number) =>
      recalling('week', household({ recap: { heard, offered: null } }), context).from;
    const usual = Date.parse('2026-11-15T00:00:00Z');
    expect(from(SUNDAY - 9 * DAY)).toBe(SUNDAY - 9 * DAY);
    expect(from(SUNDAY - 2 * DAY)).toBe(usual);
    expect(from(SUNDAY - 20 * DAY)).toBe(usual);
  });

  test('reads on from where it was, one more, and says again what it read', () => {
    const page = [6, 5, 4, 3, 2, 1].map((days) => kept('a', days));
    const visit = new Visit(household(), { recalled: { page, next: null } });
    visit.says({ type: 'recap', period: 'week', whose: null }).says('yes');
    const read = (): unknown[] =>
      visit.acts.flatMap((act) =>
        act.do === 'say' && act.line.key === 'recap.item' ? [act.line.with.text] : [],
      );
    expect(read()).toEqual(['a 6', 'a 5', 'a 4', 'a 3']);
    visit.says('repeat');
    expect(read()).toEqual(['a 6', 'a 5', 'a 4', 'a 3']);
    visit.says('another');
    expect(read()).toEqual(['a 2']);
    visit.says('yes');
    expect(read()).toEqual(['a 1']);
    expect(visit.scene).toBe('closed');
    expect(visit.state.household.recap.heard).toBe(SUNDAY);
  });

  test.each<[string, object, Partner | null, object]>([
    ['of both, nothing is left out', {}, null, { a: 0, b: 0 }],
    ['of one, nothing of the other is asked for', {}, 'b', { a: null, b: 0 }],
    ['of each, what was deleted is left out', { erased: { a: 500, b: null } }, null, { a: 501, b: 0 }],
    ['what is older than the two of them is left out', { since: 900 }, null, { a: 900, b: 900 }],
    ['the later of the two counts', { since: 900, erased: { a: 500, b: 950 } }, null, { a: 900, b: 951 }],
  ])('asks for what may be heard: %s', (_what, kept, by, expected) => {
    const context = { now: SUNDAY, zone: 'UTC' };
    const asked = recalling('week', household({ since: null, ...kept }), context, BEGIN, by);
    expect(asked.confirmedFrom).toEqual(expected);
  });
});
