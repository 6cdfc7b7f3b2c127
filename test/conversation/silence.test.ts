import { describe, expect, test } from 'vitest';
import { opensMicrophone } from '../../lambda/conversation/act.ts';
import { openSession } from '../../lambda/conversation/scenes/returning.ts';
import {
  appreciation,
  askedAt,
  atConsent,
  atTheDoorOf,
  doing,
  firstVisit,
  household,
  returningTo,
  SUNDAY,
  unfinished,
  Visit,
  withoutKeeping,
} from './couple.ts';

describe('silence means they are ready', () => {
  test('after a turn, the other says it back, with quiet of its own', () => {
    const visit = askedAt('talk.a').saysNothing();
    expect(visit.heard).toEqual(['say-back.start', 'get-it.ask']);
    expect(visit.quiet).toBe(60);
  });

  test('after "did they get it", what comes next is asked for or begun', () => {
    const visit = askedAt('get-it.a').saysNothing();
    expect(visit.steps[0]).toBe('more.a');
    expect(visit.asked).toBe('ready.on');
    expect(visit.says('yes').steps[0]).toBe('sense.b');
  });

  test('at the door of a turn, the turn begins', () => {
    expect(atTheDoorOf('talk.b').saysNothing().heard).toEqual(['talk.floor', 'topic.mind', 'talk.finished']);
  });

  test('where a sentence could be kept, it stays between them and the next one has the word', () => {
    const visit = askedAt('appreciate.a').saysNothing();
    expect(visit.heard.slice(0, 2)).toEqual(['appreciate.between-you', 'appreciate.prompt']);
    expect(visit.place?.step).toBe('appreciate.b');
  });

  test('for two who keep nothing, nothing is said of keeping', () => {
    const visit = withoutKeeping().goesOnTo('appreciate.a').saysNothing();
    expect(visit.heard).not.toContain('appreciate.between-you');
  });

  test('the end waits for a yes, so that it is counted', () => {
    const visit = askedAt('appreciate.b').saysNothing();
    expect(visit.asked).toBe('ready.close');
    expect(visit.says('yes').state.household.counts.finished).toBe(4);
  });
});

describe('silence changes nothing', () => {
  test('where an appreciation waits for its yes: it is asked about again', () => {
    const visit = askedAt('appreciate.a').says(appreciation('I appreciate your calm.')).saysNothing();
    expect(visit.heard).toEqual(['confirm.keep-again']);
    expect(visit.scene).toBe('confirm');
  });

  test.each([
    ['the first name', () => firstVisit(), 'names.first-again'],
    ['a yes to keeping', () => atConsent(), 'consent.again'],
    ['the welcome', () => new Visit(household()).says('launch'), 'welcome.again'],
    ['carrying on', () => returningTo(unfinished()).says('launch'), 'carry-on.again'],
    ['support', () => askedAt('talk.a').says({ type: 'support', about: 'asked' }), 'support.again'],
  ] as const)('at %s: the question comes in other words', (_, reach, key) => {
    const visit = reach();
    const scene = visit.scene;
    expect(visit.saysNothing().asked).toBe(key);
    expect(visit.scene).toBe(scene);
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
  expect(visit.scene).toBe('closed');
  expect(visit.heard).toContain('close.check-in');
});

test('the place that silence leads to is where the next visit goes on', () => {
  const visit = askedAt('talk.a').saysNothing();
  expect(openSession(visit.state.household, SUNDAY).household.place?.step).toBe('say-back.b');
});

test('at the door of a step leads back to that door, however often it happens', () => {
  const visit = atTheDoorOf('question.a');
  visit.says('ended');
  expect(openSession(visit.state.household, SUNDAY).household.place?.step).toBe('question.a');
});

test('what they heard and answered is not said again the next day', () => {
  const visit = doing('check-in', 5).says(appreciation('I appreciate your calm.'));
  expect(visit.scene).toBe('confirm');
  expect(openSession(visit.state.household, SUNDAY).household.place?.step).toBe('appreciate.a');
});
