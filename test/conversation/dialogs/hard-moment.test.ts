import { describe, expect, test } from 'vitest';
import {
  appreciation,
  askedAt,
  atConsent,
  atTheDoorOf,
  doing,
  firstVisit,
  household,
  returningTo,
  unfinished,
  Visit,
} from '../couple.ts';

const inTalk = () => doing('check-in', 20).interrupts('distress', 'talk.a', 90);

describe('somebody to whom it is too much', () => {
  test('hears one sentence for it, and is asked what would help', () => {
    const visit = inTalk();
    expect(visit.heard).toEqual(['hard-moment.lead', 'hard-moment.choices']);
    expect(visit.quiet).toBe(0);
    expect(visit.place?.step).toBe('talk.a');
  });

  test.each(['yes', 'pause'] as const)('has a pause with %s, and then the rest of the turn', (word) => {
    const visit = inTalk().says(word);
    expect(visit.heard).toEqual(['pause.lead', 'pause.ready']);
    expect(visit.quiet).toBe(170);
    expect(visit.dialogs.map(({ id }) => id)).toEqual(['paused']);
    expect(visit.says('yes').heard.slice(0, 2)).toEqual(['carry-on.go', 'talk.still']);
    expect(visit.quiet).toBe(90);
  });

  test('is asked about a light question each, with "lighter" in a turn; a yes begins them', () => {
    const visit = inTalk().says({ type: 'depth', depth: 'lighter' });
    expect(visit.heard).toEqual(['hard-moment.instead']);
    expect(visit.place).toMatchObject({ step: 'talk.a', depth: 'light' });
    visit.says('yes');
    expect(visit.heard[0]).toBe('hard-moment.lighter');
    expect(visit.place).toMatchObject({ exercise: 'questions', minutes: 5, depth: 'light', first: 'a' });
  });

  test('is asked the same with "a light question"', () => {
    const visit = inTalk().says({ type: 'choose', exercise: 'questions', minutes: null, depth: 'light' });
    expect(visit.heard).toEqual(['hard-moment.instead']);
  });

  test('goes on with the turn after a no to the light questions', () => {
    const visit = inTalk().says({ type: 'depth', depth: 'lighter' }).says('no');
    expect(visit.heard.slice(0, 2)).toEqual(['hard-moment.back', 'talk.still']);
    expect(visit.quiet).toBe(90);
  });

  test('hears a lighter question at once, if one was being answered', () => {
    const visit = askedAt('another.1', 'questions', 10)
      .says({ type: 'depth', depth: 'deeper' })
      .interrupts('distress', 'question.2.a', 40)
      .says({ type: 'depth', depth: 'lighter' });
    expect(visit.heard).toContain('question.text');
    expect(visit.place?.depth).toBe('light');
    expect(visit.steps[0]).toBe('question.2.a');
  });

  test('keeps the place with "stop" and with "we are done"', () => {
    for (const word of ['stop', 'done'] as const) {
      const visit = inTalk().says(word);
      expect(visit.heard).toEqual(['stop.saved']);
      expect([visit.isOver, visit.place?.step]).toEqual([true, 'talk.a']);
    }
  });

  test('goes on gently with a no, where it was', () => {
    expect(inTalk().says('no').heard.slice(0, 2)).toEqual(['hard-moment.back', 'talk.still']);
    const asked = askedAt('talk.a').says('distress').says('no');
    expect(asked.heard).toEqual(['hard-moment.back', 'talk.finished-again']);
  });

  test.each(['skip', 'reluctant'] as const)('may pass the step with %s', (word) => {
    const visit = inTalk().says(word);
    expect(visit.heard.slice(0, 2)).toEqual(['reluctant.passed', 'talk.floor']);
    expect(visit.place?.step).toBe('talk.b');
  });

  test('is asked again after silence, with support named, and nothing goes on by itself', () => {
    const visit = inTalk().saysNothing();
    expect(visit.heard).toEqual(['hard-moment.choices-again']);
    expect(visit.at).toBe('hard-moment.choices');
    for (let times = 0; times < 3; times += 1) visit.says('unclear');
    expect([visit.isOver, visit.place?.step]).toEqual([true, 'talk.a']);
  });

  test('may say it again', () => {
    expect(inTalk().says('distress').heard).toEqual(['hard-moment.lead', 'hard-moment.choices-again']);
  });

  test('is not taken into somebody else’s turn by a yes to being ready', () => {
    const visit = atTheDoorOf('talk.b').says('distress').says('yes').says('yes');
    expect(visit.heard).toContain('ready.again');
    expect(visit.isAtDoor).toBe(true);
  });

  test('is asked about the sentence that waits for its yes when they go on', () => {
    const visit = askedAt('appreciate.a').says(appreciation('I appreciate your calm.')).says('distress');
    expect(visit.heard).toEqual(['hard-moment.lead', 'hard-moment.choices']);
    expect(visit.says('resume').heard).toEqual(['hard-moment.back', 'confirm.read-back', 'confirm.keep']);
    const paused = askedAt('appreciate.a').says(appreciation('I appreciate your calm.')).says('distress');
    expect(paused.says('pause').says('yes').heard).toEqual(['confirm.read-back', 'confirm.keep']);
  });

  test('hears that the sentence is not kept if the step is passed, or the session ends', () => {
    for (const event of ['skip', 'stop'] as const) {
      const visit = askedAt('appreciate.a').says(appreciation('I appreciate your calm.')).says('distress');
      expect(visit.says(event).heard[0]).toBe('confirm.unsaved');
    }
  });

  test('goes from there to support and back', () => {
    const visit = inTalk().says({ type: 'support', about: 'asked' }).says('resume');
    expect(visit.asked).toBe('hard-moment.choices');
  });

  test('leaves no trace of it', () => {
    const visit = inTalk().says('stop');
    expect(JSON.stringify([visit.state.household, visit.place])).not.toMatch(/hard|distress/);
  });
});

describe('somebody to whom it is too much, before an exercise,', () => {
  test('is offered something short and light at the welcome, and a no closes kindly', () => {
    const visit = new Visit(household()).says('launch').says('distress');
    expect(visit.heard).toEqual(['hard-moment.lead', 'short-one.ask']);
    expect(visit.says('yes').place).toMatchObject({ exercise: 'questions', minutes: 5, depth: 'light' });
    const no = new Visit(household()).says('launch').says('distress').says('no');
    expect([no.heard, no.isOver]).toEqual([['welcome.no'], true]);
  });

  test.each([
    ['the first name', () => firstVisit(), 'names.first-again'],
    ['a consent', () => atConsent(), 'consent.again'],
  ])('is asked at %s whether to go on; a yes asks it again, a no closes', (_what, reach, question) => {
    const visit = reach().says('distress');
    expect(visit.heard).toEqual(['hard-moment.lead', 'hard-moment.on']);
    expect(visit.says('yes').heard).toEqual(['hard-moment.back', question]);
    expect(reach().says('distress').says('no').heard).toEqual(['hard-moment.close']);
  });

  test('is only answered, if it is said out of the blue by two who are new, or while it runs elsewhere', () => {
    const closing = ['hard-moment.lead', 'hard-moment.close'];
    expect(new Visit(null).says('distress').heard).toEqual(closing);
    expect(returningTo(unfinished(), { elsewhere: true }).says('distress').heard).toEqual(closing);
    expect(new Visit(household()).says('distress').asked).toBe('short-one.ask');
  });

  test('in something that was asked out of the blue is not asked that again', () => {
    const visit = new Visit(household()).says({ type: 'remind', day: null, time: null }).says('distress');
    expect(visit.heard).toEqual(['hard-moment.lead', 'remind.dropped', 'hard-moment.close']);
    expect(visit.isOver).toBe(true);
  });
});

describe('the question whether to go on after help was offered', () => {
  const byText = { type: 'support', about: 'asked', byText: true } as const;
  const details = { type: 'support', about: 'asked', details: true } as const;
  const doubted = (about: 'unsafe' | 'emergency') =>
    askedAt('talk.a').says({ type: 'support', about, doubtful: true }).says('no');

  test('leads to where they can write, but not in an emergency', () => {
    expect(doubted('unsafe').says(byText).heard).toEqual(['support.by-text', 'support.ask']);
    expect(doubted('emergency').says(byText).heard).toEqual(['support.emergency', 'support.ask']);
  });

  test('a question about who answers there is answered, and no number is read out', () => {
    expect(doubted('unsafe').says(details).heard).toEqual(['support.details', 'hard-moment.on-again']);
  });
});
