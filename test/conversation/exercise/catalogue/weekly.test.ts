import { describe, expect, test } from 'vitest';
import type { Appreciation } from '../../../../lambda/conversation/model/effect.ts';
import type { Partner } from '../../../../lambda/conversation/model/household.ts';
import { DAY, household, SUNDAY, Visit } from '../../couple.ts';

function kept(from: Partner, daysAgo: number, text = `${from} ${daysAgo}`): Appreciation {
  const to = from === 'a' ? 'b' : 'a';
  return { id: text, text, from, to, day: '2026-11-20', at: SUNDAY - daysAgo * DAY };
}

const weekly = (recalled: readonly Appreciation[] | 'unreachable' | null) =>
  new Visit(household(), {
    recalled: recalled === null || recalled === 'unreachable' ? recalled : { page: recalled, next: null },
  }).says({ type: 'choose', exercise: 'weekly', minutes: 20 });

describe('the weekly check-in', () => {
  test('asks first whether it is a good time to hear what they appreciated', () => {
    const visit = weekly([kept('a', 2)]);
    expect(visit.asked).toBe('recap.ask');
    expect(visit.heard).not.toContain('recap.item');
  });

  test('reads it with a yes: the oldest first, in turn, each in its own words, and leaves room to answer', () => {
    const visit = weekly([
      kept('b', 1, 'You waited'),
      kept('a', 3, 'You cooked.'),
      kept('a', 5, 'You laughed'),
    ]);
    visit.says('yes');
    const read = visit.acts.flatMap((act) =>
      act.do === 'say' && act.line.key === 'recap.item' ? [act.line.with] : [],
    );
    expect(read).toEqual([
      { name: 'Ana', partner: 'Bo', text: 'You laughed' },
      { name: 'Bo', partner: 'Ana', text: 'You waited' },
      { name: 'Ana', partner: 'Bo', text: 'You cooked' },
    ]);
    expect(visit.asked).toBe('ready.on');
  });

  test('reads out nothing if they have taken back what there was', () => {
    const visit = weekly([kept('a', 2)]).in({ recalled: { page: [], next: null } });
    expect(visit.says('yes').heard).not.toContain('recap.lead');
    expect(visit.place?.step).not.toBe('recap');
  });

  test('reads it again when asked, and comes back to it after a break', () => {
    const visit = weekly([kept('a', 2)]).says('yes');
    expect(visit.says('repeat').heard).toEqual(['recap.lead', 'recap.item', 'recap.week', 'ready.on']);
    expect(visit.place?.from).toBe('recap');
    expect(visit.says('no').asked).toBe('ready.again');
    expect(visit.says('yes').heard[0]).toBe('went-well.both');
  });

  test.each(['pause', 'start-over'] as const)('asks that after a %s while they arrive', (word) => {
    const visit = weekly([kept('a', 2)]).interrupts(word, 'arrive', 5);
    visit.says(word === 'pause' ? 'yes' : 'no');
    expect(visit.heard).toEqual(['carry-on.go', 'arrive.still', 'recap.ask']);
  });

  test('keeps nothing of what was read in its state', () => {
    const visit = weekly([kept('a', 2, 'You found the zebra')]).says('yes');
    expect(JSON.stringify(visit.state)).not.toContain('zebra');
    expect(JSON.stringify(visit.reply?.ifSilent)).not.toContain('zebra');
  });

  test.each(['no', 'skip', 'next'] as const)('goes on without after a %s', (word) => {
    const visit = weekly([kept('a', 2)]).says(word);
    expect(visit.heard.slice(0, 2)).toEqual(['recap.another-time', 'went-well.both']);
  });

  test('reads nothing aloud when nobody answers', () => {
    const visit = weekly([kept('a', 2)]).saysNothing();
    expect(visit.heard).not.toContain('recap.item');
  });

  test('does not mention appreciations if there are none of this week', () => {
    expect(weekly([]).heard).toEqual(['open.weekly', 'went-well.both', 'together.ask']);
  });

  test('says so when it cannot reach them, and goes on', () => {
    expect(weekly('unreachable').heard).toContain('recap.unreachable');
    expect(weekly('unreachable').asked).toBe('together.ask');
  });

  test('asks for them before that step is reached, even if it is interrupted', () => {
    const recall = expect.objectContaining({
      effect: 'recall',
      from: Date.parse('2026-11-15T00:00:00Z'),
      to: SUNDAY,
    });
    expect(weekly(null).effects).toContainEqual(recall);
    expect(weekly(null).interrupts('repeat', 'arrive', 5).effects).toContainEqual(recall);
  });

  test('has each wish said back before it is answered, by the one who heard it', () => {
    const visit = weekly([]);
    for (let answers = 0; answers < 6 && visit.place?.step !== 'wish.a'; answers += 1) visit.says('yes');
    visit.says('yes');
    expect(visit.heard.slice(0, 2)).toEqual(['wish-back.start', 'answer-wish.start']);
    expect(visit.said('wish-back.start')).toEqual({ name: 'Bo', partner: 'Ana' });
    expect(visit.quiets.slice(0, 2)).toEqual([40, 105]);
    visit.interrupts('where', 'wish-back.b', 12);
    expect(visit.heard.slice(0, 2)).toEqual(['wish-back.where', 'wish-back.still']);
    expect(visit.quiets[0]).toBe(12);
    expect(visit.interrupts('next', 'wish-back.b', 12).heard[0]).toBe('answer-wish.start');
  });

  test('goes on with a wish from each, which the other says back and answers, one small thing from each, and an appreciation from each', () => {
    const visit = weekly([]);
    const steps = [...visit.steps];
    for (let answers = 0; answers < 12 && !visit.isOver; answers += 1)
      steps.push(...visit.says(visit.asked === 'appreciate.keep' ? 'skip' : 'yes').steps);
    expect([...new Set(steps)]).toEqual([
      'arrive',
      'went-well',
      'wish.a',
      'wish-back.b',
      'answer-wish.b',
      'wish.b',
      'wish-back.a',
      'answer-wish.a',
      'small-thing.a',
      'small-thing.b',
      'appreciate.a',
      'appreciate.b',
      'word.a',
      'word.b',
      'close',
    ]);
  });
});
