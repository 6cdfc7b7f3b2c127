/** How many words Alexa says before the first one talks. People came to talk to each other, and not to listen to her. */
import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { Act } from '../../lambda/conversation/model/act.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { household, TWENTY_MINUTES, Visit } from '../conversation/couple.ts';
import type { SimpleEvent } from '../conversation/plain-events.ts';
import { variantsOf, wordsOf } from './wordings.ts';

/** The acts until the end of the arrival: what follows tells the first one to talk. */
function untilTheTurn(acts: readonly Act[]): readonly Act[] {
  const arrival = acts.findIndex((act) => act.do === 'hold');
  return arrival === -1 ? acts : acts.slice(0, arrival);
}

/** The words of these acts, each in its longest wording, with names of one word. */
function mostWords(acts: readonly Act[]): number {
  let words = 0;
  for (const act of acts) {
    if (act.do !== 'say' && act.do !== 'ask') continue;
    const lengths = variantsOf(enUS, act.line.key).map(
      (text) => wordsOf(text.replace('{{time}}', '20 minutes')).length,
    );
    words += Math.max(...lengths);
  }
  return words;
}

/** The words of a whole visit until the first turn, reply by reply. */
function wordsOfVisit(visit: Visit, said: readonly (Event | SimpleEvent)[]): number {
  let words = 0;
  for (const event of said) words += mostWords(untilTheTurn(visit.says(event).acts));
  expect(visit.place?.exercise).toBe('check-in');
  return words;
}

const name = (name: string): Event => ({ type: 'names', name, other: null });
const shortOne: Event = { type: 'choose', exercise: null, minutes: 5 };

describe('before the first one talks, in the longest wordings', () => {
  it.each([
    ['twenty minutes', TWENTY_MINUTES],
    ['the short one', shortOne],
  ])('a first visit has under ninety words (%s)', (_, length) => {
    const said = ['launch', name('Ana'), name('Bo'), 'yes', 'yes', length] as const;
    expect(wordsOfVisit(new Visit(null), said)).toBeLessThan(90);
  });

  it('a first visit of two who are not remembered has under ninety words', () => {
    const said = ['launch', name('Ana'), name('Bo'), 'no', TWENTY_MINUTES] as const;
    expect(wordsOfVisit(new Visit(null), said)).toBeLessThan(90);
  });

  it.each([1, 2, 30])('a visit after %i finished ones has under thirty', (finished) => {
    const known = household({ counts: { finished, listened: finished * 20 } });
    expect(wordsOfVisit(new Visit(known), ['launch', 'yes'])).toBeLessThan(30);
  });
});
