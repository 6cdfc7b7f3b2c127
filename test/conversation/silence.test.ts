import { describe, expect, test } from 'vitest';
import { opensMicrophone } from '../../lambda/conversation/model/act.ts';
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
  withoutKeeping,
} from './couple.ts';

describe('silence means they are ready', () => {
  test('after a turn, the other says it back, with quiet of its own', () => {
    const visit = askedAt('talk.a').saysNothing();
    expect(visit.heard).toEqual(['say-back.start', 'get-it.ask']);
    expect(visit.quiet).toBe(55);
  });

  test('after "did they get it", the next step begins or is asked about', () => {
    const visit = askedAt('get-it.a').saysNothing();
    expect(visit.steps[0]).toBe('more.a');
    expect(visit.asked).toBe('ready.on');
    expect(visit.says('yes').steps[0]).toBe('more-back.b');
  });

  test('at the question whether they are ready for a turn, the turn begins', () => {
    expect(atTheDoorOf('talk.b').saysNothing().heard).toEqual([
      'talk.floor',
      'topic.mind',
      'listen.mind',
      'talk.rest',
    ]);
  });

  test("at the question for a sentence, it stays between them and it is the other one's turn", () => {
    const visit = askedAt('appreciate.a').saysNothing();
    expect(visit.heard.slice(0, 2)).toEqual(['appreciate.between-you', 'appreciate.prompt']);
    expect(visit.place?.step).toBe('appreciate.b');
  });

  test('for two who keep nothing, nothing is said of keeping', () => {
    const visit = withoutKeeping().goesOnTo('appreciate.a').saysNothing();
    expect(visit.heard).not.toContain('appreciate.between-you');
  });

  test('the end waits for a yes, and is counted then', () => {
    const visit = askedAt('appreciate.b').saysNothing();
    expect(visit.asked).toBe('ready.close');
    expect(visit.says('yes').state.household.counts.finished).toBe(4);
  });
});

describe('silence changes nothing', () => {
  test('if an appreciation waits for its yes: it is asked about again', () => {
    const visit = askedAt('appreciate.a').says(appreciation('I appreciate your calm.')).saysNothing();
    expect(visit.heard).toEqual(['confirm.keep-again']);
    expect(visit.at).toBe('check-in/appreciate.a.confirm');
  });

  test.each([
    ['the first name', () => firstVisit(), 'names.first-again'],
    ['a yes to keeping', () => atConsent(), 'consent.again'],
    ['the welcome', () => new Visit(household()).says('launch'), 'welcome.again'],
    ['carrying on', () => returningTo(unfinished()).says('launch'), 'carry-on.again'],
    ['support', () => askedAt('talk.a').says({ type: 'support', about: 'asked' }), 'support.again'],
  ] as const)('at %s: the question comes in other words', (_, reach, key) => {
    const visit = reach();
    const { at } = visit;
    expect(visit.saysNothing().asked).toBe(key);
    expect(visit.at).toBe(at);
  });

  test('a pause gets one more quiet minute', () => {
    const visit = askedAt('talk.a').says('pause').saysNothing();
    expect(visit.heard).toEqual(['pause.still', 'pause.ready-again']);
    expect(visit.quiet).toBe(60);
  });
});

test('a check-in in which every other question meets silence goes on to its end, and never leaves silence without a question', () => {
  const visit = doing('check-in', 20);
  for (let replies = 0; replies < 12 && visit.asked !== null; replies += 1) {
    const silent = visit.reply?.ifSilent;
    expect(opensMicrophone(silent?.acts ?? [])).toBe(true);
    visit.saysNothing();
    visit.says('yes');
  }
  expect(visit.isOver).toBe(true);
  expect(visit.heard).toContain('close.check-in');
});

test('the next visit goes on at the place that silence led to', () => {
  const visit = askedAt('talk.a').saysNothing();
  expect(visit.another().place?.step).toBe('say-back.b');
});

test('a session that ends at the question whether they are ready goes on with that step', () => {
  const visit = atTheDoorOf('question.a');
  visit.says('ended');
  expect(visit.another().place?.step).toBe('question.a');
});

test('what they heard and answered is not said again on another day', () => {
  const visit = askedAt('appreciate.a', 'check-in', 5).says(appreciation('I appreciate your calm.'));
  expect(visit.at).toBe('check-in/appreciate.a.confirm');
  expect(visit.another().place?.step).toBe('appreciate.a');
});
