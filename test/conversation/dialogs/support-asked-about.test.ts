/** What somebody asks after help was offered: where to write, who answers, a moment for a pen. */
import { describe, expect, test } from 'vitest';
import { CONCERNS, type Concern } from '../../../lambda/conversation/model/event.ts';
import { askedAt, doing } from '../couple.ts';

const byText = { type: 'support', about: 'asked', byText: true } as const;
const dangers = CONCERNS.filter((about): about is Concern => about !== 'asked' && about !== 'counsel');

describe('support', () => {
  test('names where to write if they cannot call, and says that again as often as they like', () => {
    const visit = doing('check-in', 20).interrupts(byText, 'talk.a', 90);
    expect(visit.heard).toEqual(['support.by-text', 'support.ask']);
    for (const again of ['yes', 'repeat', { type: 'support', about: 'asked' }] as const)
      expect(visit.says(again).heard).toEqual(['support.slowly', 'support.by-text', 'support.ask']);
    expect(visit.says('resume').heard[0]).toBe('carry-on.go');
  });

  test.each(dangers.filter((about) => about !== 'emergency'))(
    'after %s names where to write if they ask for that, and what was under way stays over',
    (about) => {
      const visit = askedAt('talk.a').says({ type: 'support', about }).says(byText);
      expect(visit.heard).toEqual(['support.by-text', 'support.ask']);
      visit.says('resume');
      expect(visit.isOver).toBe(true);
      expect(visit.another().says('launch').heard).not.toContain('carry-on.ask');
    },
  );

  test('a question about who answers is answered with where to ask it, and the same is asked again', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'self-harm' });
    visit.says({ type: 'support', about: 'asked', details: true });
    expect(visit.heard).toEqual(['support.details', 'support.again']);
    expect(visit.says('yes').heard).toEqual(['support.slowly', 'support.self-harm', 'support.ask']);
  });

  test('waits while somebody gets a pen, and asks again', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'self-harm' }).says('pause');
    expect(visit.heard).toEqual(['quiet.more', 'support.again']);
    expect(visit.quiet).toBeGreaterThan(0);
    // "Wait, he's coming": nothing waits for somebody who is feared.
    const feared = askedAt('talk.a').says({ type: 'support', about: 'unsafe' }).says('pause');
    expect(feared.heard).toEqual(['support.again']);
    expect(feared.says('pause').isOver).toBe(true);
  });

  test('in an emergency names no number for texts, which are not answered everywhere', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'emergency' }).says(byText);
    expect(visit.heard).toEqual(['support.slowly', 'support.emergency', 'support.ask']);
  });

  test('for a danger that may be none can be had by text after they were asked whether to go on', () => {
    const doubtful = { type: 'support', about: 'unsafe', doubtful: true } as const;
    const visit = askedAt('talk.a').says(doubtful).says('no').says(byText);
    expect(visit.heard).toEqual(['support.by-text', 'support.ask']);
    expect(visit.says('resume').heard).toEqual(['carry-on.go', 'talk.finished-again']);
  });
});
