/** Yes and no are no bag of synonyms: what each word means depends on what was asked. */
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../lambda/conversation/model/effect.ts';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import type { LineKey } from '../../../lambda/conversation/model/lines.ts';
import {
  appreciation,
  askedAt,
  atConsent,
  DAY,
  household,
  returningTo,
  SUNDAY,
  unfinished,
  Visit,
} from '../couple.ts';
import type { SimpleEvent } from '../plain-events.ts';

const known = (): Visit => new Visit(household()).says('launch');
const effectsOf = (visit: Visit): Effect['effect'][] =>
  visit.effects.map(({ effect }) => effect).filter((effect) => effect !== 'save');
const sentence = {
  id: 's',
  text: 'You listen.',
  from: 'a',
  to: 'b',
  day: '2026-11-20',
  at: SUNDAY - DAY,
} as const;
const found = { recalled: { page: [sentence], next: null } };

/** Each deletion: how to get to its question, what it does, and what is said if nothing is deleted. */
const deletions: readonly (readonly [string, () => Visit, Effect['effect'], LineKey])[] = [
  ['all', () => known().says({ type: 'forget', what: 'us' }), 'forget', 'forget.stays'],
  ['one partner', () => known().says({ type: 'forget', what: { person: 'Bo' } }), 'erase', 'forget.stays'],
  ['what one said', () => known().says({ type: 'forget', what: { saidBy: 'Bo' } }), 'erase', 'forget.stays'],
  [
    'the newest sentence',
    () => new Visit(household(), found).says('launch').says('take-back'),
    'take-back',
    'retract.stays',
  ],
];

describe.each(deletions)('at the question whether to delete %s', (_what, reach, effect, stays) => {
  test.each(['yes', 'delete-it'] as const)('%s deletes', (word) => {
    expect(effectsOf(reach().says(word))).toEqual([effect]);
  });

  test.each(['no', 'keep-it', 'done', 'resume', 'skip', 'rather-not', 'stop'] as const)(
    '%s deletes nothing, and it says so',
    (word) => {
      const visit = reach().says(word);
      expect(effectsOf(visit)).toEqual([]);
      expect(visit.heard[0]).toBe(stays);
    },
  );

  test.each<SimpleEvent>(['not-quite', 'next', 'unclear', 'it-is-me'])(
    '%s deletes nothing, says so, and asks once more what is meant',
    (word) => {
      const visit = reach();
      const { at } = visit;
      visit.says(word);
      expect(effectsOf(visit)).toEqual([]);
      expect([visit.heard[0], visit.at]).toEqual(['missed.delete', at]);
    },
  );

  test('the same words once more are no yes', () => {
    const again: Event = effect === 'take-back' ? { type: 'take-back' } : { type: 'forget', what: 'us' };
    expect(effectsOf(reach().says(again))).toEqual([]);
  });

  test('something else in its place deletes nothing, and it says so', () => {
    const visit = reach().says({ type: 'remind', day: null, time: null });
    expect(effectsOf(visit)).toEqual([]);
    expect(visit.heard[0]).toBe(stays);
  });
});

describe('at the question whether to start over', () => {
  const asked = (): Visit => askedAt('talk.b').says('start-over');

  test.each(['yes', 'delete-it'] as const)('%s begins again', (word) => {
    expect(asked().says(word).heard[0]).toBe('fresh.go');
  });

  test.each(['no', 'keep-it', 'done', 'resume', 'skip', 'rather-not'] as const)(
    '%s goes on where they were',
    (word) => {
      const visit = asked().says(word);
      expect([visit.heard[0], visit.at]).toEqual(['carry-on.go', 'check-in/talk.b']);
    },
  );

  test.each(['not-quite', 'next', 'start-over'] as const)('%s asks what is meant', (word) => {
    const visit = asked().says(word);
    expect(visit.heard).toEqual(['missed.start-over', 'start-over.again']);
    expect(visit.place?.step).toBe('talk.b');
  });
});

describe.each<[string, () => Visit]>([
  ['in a step', () => askedAt('appreciate.a').says(appreciation('You listen.'))],
  ['anywhere', () => known().says(appreciation('You listen.')).says('yes')],
])('at the question whether to keep a sentence %s', (_where, reach) => {
  test.each(['yes', 'keep-it'] as const)('%s keeps it', (word) => {
    expect(effectsOf(reach().says(word))).toEqual(['keep']);
  });

  test('"delete it" drops it, and says so', () => {
    const visit = reach().says('delete-it');
    expect(effectsOf(visit)).toEqual([]);
    expect(visit.heard[0]).toBe('confirm.dropped');
  });

  test.each(['not-quite', 'done', 'resume', 'unclear'] as const)(
    '%s neither keeps nor drops it: it is asked once more',
    (word) => {
      const visit = reach().says(word);
      expect(visit.heard).toEqual(['missed.keep', 'confirm.keep-again']);
      expect(effectsOf(visit)).toEqual([]);
      expect(effectsOf(visit.says('yes'))).toEqual(['keep']);
    },
  );
});

describe('at the question for a yes to keeping', () => {
  test('"keep it" is a yes, and "delete it" a no', () => {
    expect(atConsent().says('keep-it').heard[0]).toBe('consent.thanks');
    expect(atConsent().says('delete-it').heard[0]).toBe('consent.no');
  });

  test('"almost" is asked about', () => {
    const visit = atConsent().says('not-quite');
    expect(visit.heard).toEqual(['missed.yes-no', 'consent.again']);
    expect(visit.state.household.consent.a).toBeNull();
  });

  test('of a voice, "keep it" is a yes, and "delete it" a no', () => {
    const asked = (): Visit =>
      new Visit(household(), { speaker: 'a voice' }).says('launch').says({ type: 'learn-voice', name: 'Bo' });
    expect(asked().says('keep-it').state.household.voices.b).toBe('a voice');
    expect(asked().says('delete-it').heard[0]).toBe('voice.not');
  });
});

describe.each<[string, () => Visit]>([
  ['the welcome', known],
  ['carrying on', () => returningTo(unfinished()).says('launch')],
  ['a fresh one', () => returningTo(unfinished({ touched: 0 })).says('launch')],
  ['a check-in of which nothing is kept', () => atConsent().says('no')],
  ['a pause', () => askedAt('talk.a').says('pause')],
])('at the question whether they are ready: %s', (_what, reach) => {
  test.each(['not-quite', 'done'] as const)('%s waits a moment, and asks again', (word) => {
    const visit = reach();
    const { at } = visit;
    visit.says(word);
    expect([visit.quiet, visit.at]).toEqual([40, at]);
    expect(visit.asked).toMatch(/again$/);
  });

  test('"go on" goes on', () => {
    expect(reach().says('resume').at).toMatch(/^check-in\//);
  });

  test('"keep it" begins nothing, and drops nothing', () => {
    const visit = reach();
    const { place } = visit;
    visit.says('keep-it');
    expect([visit.place?.step, effectsOf(visit)]).toEqual([place?.step, []]);
    expect(visit.at).not.toMatch(/^check-in\//);
  });
});

describe('in an exercise', () => {
  test('"almost", when asked whether it was got, is one more try', () => {
    const visit = askedAt('get-it.a').says('not-quite');
    expect(visit.heard).toEqual(['get-it.fix', 'get-it.closer']);
    expect(visit.says('not-quite').heard[0]).toBe('get-it.close-enough');
  });

  test.each(['not-quite', 'no', 'resume'] as const)('%s at the end of a talk is one more minute', (word) => {
    const visit = askedAt('talk.a').says(word);
    expect([visit.heard[0], visit.quiet]).toEqual(['quiet.minute', 60]);
  });

  test('"done" at the end of a talk is the end of it', () => {
    expect(askedAt('talk.a').says('done').steps[0]).toBe('say-back.b');
  });

  test('"not yet" in time together is more of it', () => {
    expect(askedAt('together.1', 'together', 10).says('not-quite').heard[0]).toBe('together.stay');
  });

  test('"done" when asked for one more is enough', () => {
    expect(askedAt('another.1', 'questions', 10).says('done').heard[0]).toBe('another.enough');
  });
});

describe('a recap', () => {
  const more = { recalled: { page: [sentence], next: { id: 's', day: '2026-11-20' } } } as const;
  const reading = (): Visit =>
    new Visit(household(), more)
      .says('launch')
      .says({ type: 'recap', period: 'week', whose: null })
      .says('another');

  test('goes on with "go on", and ends with "done"', () => {
    expect(reading().at).toBe('recap.more');
    expect(reading().says('resume').heard[0]).toBe('recap.item');
    expect(reading().says('done').heard[0]).toBe('recap.left');
  });

  test('waits for "not yet"', () => {
    expect(reading().says('not-quite').quiet).toBe(40);
  });
});

test('a reminder is neither set nor dropped on "mostly"', () => {
  const visit = known().says({ type: 'remind', day: 'sunday', time: '19:00' }).says('not-quite');
  expect(visit.heard).toEqual(['missed.yes-no', 'remind.sure-again']);
  expect(effectsOf(visit)).toEqual([]);
});

test.each<[string, Event]>([
  ['the reminder', { type: 'unremind' }],
  ['the time of the reminder', { type: 'when-reminded' }],
  ['who is right', { type: 'judge' }],
])('what is to be deleted is still asked about after a word about %s', (_what, event) => {
  const visit = new Visit(household(), { reminded: { outcome: 'none' as const } });
  visit.says('launch').says('yes').says({ type: 'forget', what: 'us' }).says(event);
  expect(visit.asked).toBe('forget.us-again');
});

test.each(['us', 'said'] as const)(
  'the same words again delete nothing, and are asked about once more (%s)',
  (what) => {
    const again = known().says({ type: 'forget', what }).says({ type: 'forget', what });
    expect(effectsOf(again)).toEqual([]);
    expect(again.heard).toEqual([what === 'us' ? 'forget.us-again' : 'forget.words-of-both-again']);
  },
);
