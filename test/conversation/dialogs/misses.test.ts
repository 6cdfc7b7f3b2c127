/** Words that are no answer: at every question it is said what can be answered, and nothing is lost. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import type { LineKey } from '../../../lambda/conversation/model/lines.ts';
import {
  appreciation,
  askedAt,
  atConsent,
  atLength,
  atTheDoorOf,
  DAY,
  doing,
  firstVisit,
  household,
  returningTo,
  SUNDAY,
  unfinished,
  Visit,
  withoutKeeping,
} from '../couple.ts';

const known = (): Visit => new Visit(household()).says('launch');
const sentence = {
  id: 's',
  text: 'You listen.',
  from: 'a',
  to: 'b',
  day: '2026-11-20',
  at: SUNDAY - DAY,
} as const;
const withOne = (): Visit =>
  new Visit(household(), { recalled: { page: [sentence], next: null } }).says('launch');
const later = { id: 's', day: '2026-11-20' } as const;
const withMore = (): Visit =>
  new Visit(household(), { recalled: { page: [sentence], next: later } }).says('launch');
const remind = (day: 'sunday' | null, time: string | null): Event => ({ type: 'remind', day, time });
const recap: Event = { type: 'recap', period: 'week', whose: null };
const name = (called: string): Event => ({ type: 'names', name: called, other: null });

/** How to get to each question, and what is said at the first miss. */
const questions: readonly (readonly [string, () => Visit, LineKey])[] = [
  ['the first name', firstVisit, 'missed.names'],
  ['the second name', () => firstVisit().says(name('Ana')), 'missed.names'],
  ['other names', () => known().says({ type: 'rename', name: null, other: null }), 'missed.rename'],
  ['whose name', () => known().says({ type: 'rename', name: null, other: 'Annie' }), 'missed.name'],
  ['the first yes', atConsent, 'missed.yes-no'],
  ['the second yes', () => atConsent().says('yes'), 'missed.yes-no'],
  ['the length', atLength, 'missed.length'],
  ['the length, with nothing remembered', () => atConsent().says('no'), 'missed.length'],
  ['the welcome', known, 'missed.ready'],
  ['carrying on', () => returningTo(unfinished()).says('launch'), 'missed.carry-on'],
  ['a fresh one', () => returningTo(unfinished({ touched: 0 })).says('launch'), 'missed.fresh'],
  ['a fresh one only', () => returningTo(unfinished()).says('launch').says('no'), 'missed.yes-no'],
  ['here instead', () => returningTo(unfinished(), { elsewhere: true }).says('launch'), 'missed.yes-no'],
  ['the menu', () => known().says('menu'), 'missed.menu'],
  ['trying one', () => known().says({ type: 'learn', about: 'trust' }), 'missed.yes-no'],
  ['who starts', () => known().says({ type: 'first', who: null }), 'missed.who-starts'],
  ['starting over', () => askedAt('talk.a').says('start-over'), 'missed.start-over'],
  ['support', () => known().says({ type: 'support', about: 'asked' }), 'missed.yes-no'],
  ['a sentence', () => known().says(appreciation('')), 'missed.sentence'],
  ['whose sentence', () => known().says(appreciation('You listen.')), 'missed.name'],
  ['keeping it', () => known().says(appreciation('You listen.')).says('yes'), 'missed.keep'],
  ['keeping it in a step', () => askedAt('appreciate.a').says(appreciation('You listen.')), 'missed.keep'],
  ['who asks', () => known().says({ ...recap, whose: 'by-me' } as Event), 'missed.name'],
  ['a good time', () => withOne().says(recap), 'missed.yes-no'],
  ['reading on', () => withMore().says(recap).says('another'), 'missed.yes-no'],
  ['adding one', () => known().says(recap), 'missed.yes-no'],
  ['a day and a time', () => known().says(remind(null, null)), 'missed.remind'],
  ['a day', () => known().says(remind(null, '19:00')), 'missed.day'],
  ['a time', () => known().says(remind('sunday', null)), 'missed.time'],
  ['setting it', () => known().says(remind('sunday', '19:00')), 'missed.yes-no'],
  [
    'a voice',
    () =>
      new Visit(household(), { speaker: 'a voice' })
        .says('launch')
        .says({ type: 'learn-voice', name: 'Ana' }),
    'missed.yes-no',
  ],
  ['deleting all', () => known().says({ type: 'forget', what: 'us' }), 'missed.delete'],
  ['whom to forget', () => known().says({ type: 'forget', what: 'me' }), 'missed.name'],
  ['taking it back', () => withOne().says('take-back'), 'missed.delete'],
  ['sending them', () => withOne().says('send'), 'missed.yes-no'],
  ['ready for a step', () => atTheDoorOf('talk.b'), 'missed.ready'],
  ['whether it was got', () => askedAt('get-it.a'), 'missed.get-it'],
  ['the sentence in a step', () => askedAt('appreciate.a'), 'missed.sentence'],
  ['another question', () => askedAt('another.1', 'questions', 10), 'missed.another'],
  ['a direction', () => askedAt('direction', 'self-check', 5), 'missed.menu'],
  [
    'the deepest',
    () =>
      new Visit(household()).says({ type: 'choose', exercise: 'questions', minutes: null, depth: 'deepest' }),
    'missed.yes-no',
  ],
];

describe.each(questions)('at the question for %s', (_what, reach, key) => {
  test('the first miss says in a sentence what can be answered, and asks in other words', () => {
    const visit = reach();
    const { at, place, names } = visit;
    visit.says('unclear');
    expect([visit.heard[0], visit.heard.length, visit.quiet]).toEqual([key, 2, 0]);
    expect(visit.asked).not.toBeNull();
    expect([visit.at, visit.names]).toEqual([at, names]);
    expect(visit.place?.step).toBe(place?.step);
  });

  test('the second is shorter, and asks again', () => {
    const visit = reach().says('unclear').says('unclear');
    expect(visit.heard[0]).toMatch(/^missed\..*-again$/);
    expect([visit.heard.length, visit.quiet]).toEqual([2, 0]);
  });

  test('the third waits: nothing moves on, and nothing is kept, deleted or lost', () => {
    const visit = reach();
    const { place, names, state } = visit;
    visit.says('unclear').says('unclear').says('unclear');
    expect(visit.heard.at(-1)).toBe(place === null ? 'unclear.close' : 'unclear.kept');
    expect([visit.isOver, visit.asked, visit.quiet]).toEqual([true, null, 0]);
    expect(visit.names).toEqual(names);
    expect(visit.place?.step).toBe(place?.step);
    expect(visit.state.household.counts).toEqual(state.household.counts);
    expect(visit.effects.filter(({ effect }) => effect !== 'save')).toEqual([]);
  });
});

test.each<[string, () => Visit]>([
  ['the end of a talk', () => askedAt('talk.a')],
  ['time together', () => askedAt('together.1', 'together', 10)],
  ['a sentence that is only said', () => withoutKeeping().goesOnTo('appreciate.a')],
  ['a pause', () => askedAt('talk.a').says('pause')],
])('at %s two may still be talking to each other: that is no miss, however often', (_what, reach) => {
  const visit = reach();
  for (let times = 0; times < 4; times += 1) {
    visit.says('unclear');
    expect(visit.quiet).toBeGreaterThan(20);
    expect(visit.asked).not.toBeNull();
  }
});

test('a miss in the quiet of a step leaves its quiet', () => {
  const visit = doing('check-in', 20).interrupts('it-is-me', 'talk.a', 80);
  expect([visit.quiet, visit.asked]).toEqual([80, 'talk.finished']);
});

test('a sentence that was not confirmed is said not to be kept, whatever comes in its place', () => {
  const pending = (): Visit => known().says(appreciation('You listen.')).says('yes');
  expect(pending().says('unclear').says('unclear').says('unclear').heard[0]).toBe('confirm.unsaved');
  expect(pending().says('stop').heard).toEqual(['confirm.unsaved', 'stop.bye']);
  expect(pending().says({ type: 'support', about: 'self-harm' }).heard[0]).toBe('support.self-harm');
});
