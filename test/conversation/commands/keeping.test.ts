import { describe, expect, test } from 'vitest';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import type { LineKey } from '../../../lambda/conversation/model/lines.ts';
import { appreciation, askedAt, doing, firstVisit, household, Visit, withoutKeeping } from '../couple.ts';

type Asking = Extract<Event['type'], 'kept' | 'how-long' | 'listening' | 'what-heard'>;

const answers: readonly [Asking, readonly LineKey[]][] = [
  ['how-long', ['kept.how-long', 'kept.clear']],
  ['listening', ['listening.closed', 'listening.amazon']],
  ['what-heard', ['listening.answer']],
];

describe.each(answers)('%s', (type, keys) => {
  const event = { type } as Event;

  test('is answered, and the question is asked again', () => {
    expect(askedAt('talk.a').says(event).heard).toEqual([...keys, 'talk.finished-again']);
    expect(new Visit(household()).says('launch').says(event).heard).toEqual([...keys, 'welcome.again']);
  });

  test('in a turn is followed by the rest of it', () => {
    const visit = doing('check-in', 20).interrupts(event, 'talk.a', 90);
    expect(visit.heard.slice(0, keys.length + 1)).toEqual([...keys, 'talk.still']);
    expect(visit.quiet).toBe(90);
  });

  test('out of the blue is answered, and no session stays open', () => {
    const visit = new Visit(household()).says(event);
    expect([visit.heard, visit.isOver]).toEqual([keys, true]);
  });

  test('saves nothing', () => {
    expect(askedAt('talk.a').says(event).effects).toEqual([]);
  });
});

describe('before anything is kept', () => {
  test('it is said what would be, and for how long', () => {
    expect(firstVisit().says('kept').heard).toEqual(['kept.nothing', 'kept.would', 'names.first-again']);
    expect(new Visit(null).says('kept').heard).toEqual(['kept.nothing', 'kept.would']);
    expect(new Visit(null).says('how-long').heard).toEqual(['kept.nothing', 'kept.would-go']);
    expect(withoutKeeping().says('how-long').heard.slice(0, 2)).toEqual(['kept.nothing', 'kept.would-go']);
  });
});

test('what was heard is read back, if it is a sentence that waits for its yes', () => {
  const visit = askedAt('appreciate.a').says(appreciation('I appreciate your calm.')).says('what-heard');
  expect(visit.heard).toEqual(['confirm.read-back', 'confirm.keep-again']);
});

describe('what is kept', () => {
  test('is told with their names', () => {
    const visit = new Visit(household()).says('launch').says('kept');
    expect(visit.heard.slice(0, 2)).toEqual(['kept.what', 'kept.how-long']);
  });

  test('is told without names, if one of them has none', () => {
    const visit = new Visit(household({ names: { a: 'Ana', b: null } })).says('launch').says('kept');
    expect(visit.heard[0]).toBe('kept.unnamed');
  });
});
