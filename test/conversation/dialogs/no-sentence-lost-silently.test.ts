/** A sentence that waits for its yes is never discarded without a word, whatever is said in its place. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import type { LineKey } from '../../../lambda/conversation/model/lines.ts';
import { everyEvent } from '../../walk/events.ts';
import { askedAt, household, Visit } from '../couple.ts';

const SOUP = 'I love your soup.';
const said: Event = { type: 'appreciation', text: SOUP, barbed: false };
const surroundings = { recalled: { page: [], next: null }, own: [], reminded: { outcome: 'none' as const } };
const known = (): Visit => new Visit(household(), surroundings);

/** Where a sentence waits, and how to get there. */
const waiting: [string, () => Visit][] = [
  ['whose it is', () => known().says(said)],
  ['whose it is, in an exercise', () => askedAt('talk.a').in(surroundings).interrupts(said, 'talk.a', 40)],
  ['whether to save it', () => known().says(said).says('yes')],
  ['whether to save it, in a step', () => askedAt('appreciate.a').in(surroundings).says(said)],
  ['whether to save a question', () => known().says({ type: 'keep-question', text: SOUP })],
];

/** The lines that say what becomes of it. */
const TELLING: ReadonlySet<LineKey> = new Set<LineKey>([
  'confirm.dropped',
  'confirm.unsaved',
  'confirm.none-saved',
  'confirm.replaced',
  'own.dropped',
  'own.replaced',
  'adding.another-way',
  'appreciate.another-way',
  'own.another-way',
  'saving.off',
  'adding.not-saving',
  'forget.us-done',
]);

/** Nobody is there to hear it, or something else comes first, and nothing before it. */
const UNHEARD: ReadonlySet<Event['type']> = new Set(['ended', 'conflict', 'support', 'parting']);

describe.each(waiting)('a sentence, while it is asked %s', (_what, open) => {
  const events = everyEvent.filter(({ type }) => !UNHEARD.has(type));
  test.each(events.map((event) => [JSON.stringify(event).slice(0, 80), event] as const))(
    'is still there, saved, or told to be gone after %s',
    (_event, event) => {
      const before = open();
      expect(JSON.stringify(before.state)).toContain(SOUP);
      const visit = before.says(event);
      const kept = JSON.stringify([visit.state, visit.effects]).includes(SOUP);
      expect(kept || visit.heard.some((key) => TELLING.has(key)) ? [] : visit.heard).toEqual([]);
    },
  );
});

/** Other questions beneath which a sentence waits. */
const others: readonly Event[] = [
  { type: 'remind', day: null, time: null },
  { type: 'recap', period: 'week', whose: null },
  { type: 'forget', what: { saidBy: 'Ana' } },
  { type: 'rename', name: null, other: 'Anna' },
  { type: 'path' },
  { type: 'distress' },
  { type: 'keep-question', text: '' },
  { type: 'pause' },
];

describe.each(waiting)('a sentence beneath another question, while it is asked %s', (_what, open) => {
  const events = everyEvent.filter(({ type }) => !UNHEARD.has(type));
  test.each(others.map((other) => [other.type, other] as const))(
    'is not lost silently: %s',
    (_type, other) => {
      const lost = events.filter((event) => {
        const visit = open().says(other);
        if (!JSON.stringify(visit.state).includes(SOUP)) return false;
        visit.says(event);
        const kept = JSON.stringify([visit.state, visit.effects]).includes(SOUP);
        return !kept && !visit.heard.some((key) => TELLING.has(key));
      });
      expect(lost).toEqual([]);
    },
  );
});
