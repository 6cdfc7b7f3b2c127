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
import type { SimpleEvent } from '../plain-events.ts';

describe('somebody who would rather not, in a step,', () => {
  test('passes in a turn, with a kind word, and the steps that build on it are passed too', () => {
    const visit = askedAt('talk.a').says('reluctant');
    expect(visit.heard.slice(0, 2)).toEqual(['reluctant.passed', 'talk.floor']);
    expect(visit.place?.step).toBe('talk.b');
  });

  test('passes in the middle of a quiet as a skip does', () => {
    const passed = doing('check-in', 20).interrupts('reluctant', 'talk.a', 90);
    const skipped = doing('check-in', 20).interrupts('skip', 'talk.a', 90);
    expect(passed.place).toEqual(skipped.place);
    expect(passed.heard).toEqual(['reluctant.passed', ...skipped.heard.slice(1)]);
  });

  test('gets another question for the one that is private', () => {
    const visit = doing('questions', 10).interrupts('reluctant', 'question.1.a', 30);
    expect(visit.heard[0]).toBe('reluctant.passed');
    expect(visit.heard).toContain('question.text');
    expect(visit.steps[0]).toBe('question.1.a');
  });

  test('ends the questions when asked for another', () => {
    expect(askedAt('another.1', 'questions', 10).says('reluctant').heard[0]).toBe('another.enough');
  });

  test('passes what they are asked to be ready for', () => {
    const visit = atTheDoorOf('talk.b').says('reluctant');
    expect(visit.heard[0]).toBe('reluctant.passed');
    expect(visit.place?.step).not.toBe('talk.b');
  });

  test('leaves no trace: what is kept is the same as after any other step', () => {
    const passed = askedAt('talk.a').says('reluctant');
    expect(passed.state.household).toEqual(askedAt('talk.a').says('skip').state.household);
  });
});

describe('somebody who would rather not, outside of a step,', () => {
  test('gives no name, and says no to keeping, as a no would', () => {
    expect(firstVisit().says('reluctant').heard).toEqual(firstVisit().says('no').heard);
    expect(atConsent().says('reluctant').heard).toEqual(atConsent().says('no').heard);
  });

  test('leaves whatever else was asked', () => {
    const adding = new Visit(household()).says(appreciation('You listen.')).says('reluctant');
    expect(adding.heard).toEqual(['confirm.dropped']);
    const recap = askedAt('talk.a')
      .says({ type: 'recap', period: 'week', whose: 'for-me' })
      .says('reluctant');
    expect(recap.heard[0]).toBe('recap.left');
    const elsewhere = returningTo(unfinished(), { elsewhere: true }).says('launch').says('reluctant');
    expect(elsewhere.heard).toEqual(['elsewhere.no']);
  });

  test('hears the welcome out of the blue', () => {
    expect(new Visit(household()).says('reluctant').asked).toBe('welcome.ask');
  });
});

/** What is answered in one line, after which it goes on as it was. */
const short = [
  ['contempt', 'contempt.again'],
  ['judge', 'judge.no-side'],
  ['off-topic', 'off-topic.elsewhere'],
  ['thanks', 'thanks.welcome'],
  ['louder', 'louder.volume'],
] as const satisfies [SimpleEvent, string][];

describe.each(short)('%s', (event, key) => {
  test('is answered in one line, and the question is asked again', () => {
    const visit = askedAt('talk.a').says(event);
    expect(visit.heard).toEqual([key, 'talk.finished-again']);
    expect(visit.saved).toBe(false);
  });

  test('in a turn is followed by the rest of it', () => {
    const visit = doing('check-in', 20).interrupts(event, 'talk.a', 90);
    expect(visit.heard.slice(0, 2)).toEqual([key, 'talk.still']);
    expect(visit.quiet).toBe(90);
  });

  test('outside of an exercise is followed by the question again', () => {
    expect(new Visit(household()).says('launch').says(event).heard).toEqual([key, 'welcome.again']);
    expect(askedAt('talk.a').says('pause').says(event).heard).toEqual([key, 'pause.ready-again']);
  });
});

describe('out of the blue', () => {
  test.each([
    ['judge', 'judge.no-side'],
    ['off-topic', 'off-topic.elsewhere'],
    ['thanks', 'thanks.bye'],
    ['louder', 'louder.volume'],
  ] as const)('%s is answered, and no session stays open', (event, key) => {
    const visit = new Visit(household()).says(event);
    expect([visit.heard, visit.isOver]).toEqual([[key], true]);
  });
});

test('thanks at the very end is taken as a yes to ending', () => {
  const visit = askedAt('appreciate.b').saysNothing();
  expect(visit.asked).toBe('ready.close');
  expect(visit.says('thanks').heard[0]).toBe('close.check-in');
  expect(visit.isOver).toBe(true);
});

describe('after support was offered', () => {
  const support = () => doing('check-in', 20).interrupts({ type: 'support', about: 'unsafe' }, 'talk.a', 90);

  test('nobody is told how to speak to the other, or to come back', () => {
    expect(support().says('contempt').heard).toEqual(['support.again']);
    expect(support().says('time-out').heard).toEqual(['support.close']);
    expect(support().says('reluctant').heard).toEqual(['support.close']);
  });

  test('somebody who is alone now, in tears, or not understood is offered it again', () => {
    for (const said of ['alone', 'distress', 'unclear', 'judge'] as const)
      expect(support().says(said).heard).toEqual(['support.again']);
  });

  test('thanks ends it', () => {
    expect(support().says('thanks').heard).toEqual(['support.close']);
  });
});
