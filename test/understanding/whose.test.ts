/** Whose sentences something is limited to, at the questions at which it matters. */
import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { createLimitedToOne } from '../../lambda/understanding/whose.ts';
import { asked } from './decided.ts';

const { cluesIn } = createClues(enUS.hearing.phrases);
const limitedToOne = createLimitedToOne(enUS.hearing);

/** The event in the end, if these words were taken for an event at a question, or without one. */
function inTheEnd(said: string, event: Event, id: string | null): Event {
  const question = id === null ? null : asked(id).question;
  return limitedToOne(event, cluesIn(said, question, ['Ana', 'Bo']));
}

const week = { type: 'recap', period: 'week', whose: null } as const;

describe('a recap that is offered', () => {
  it.each([
    ["yes, but only bo's", { by: 'Bo' }],
    ['just the one from ana', { by: 'Ana' }],
    ['only the ones for bo', { for: 'Bo' }],
    ['just his one', 'for-me'],
    ['hers only please', 'for-me'],
    ['only what he said', 'for-me'],
    ['just the ones about me', 'for-me'],
    ['just mine', 'by-me'],
  ] as const)('"%s" begins it with these alone', (said, whose) => {
    for (const event of [{ type: 'yes' }, week] as const)
      expect(inTheEnd(said, event, 'recap.ask')).toEqual({ ...week, whose, only: true });
  });

  it.each(['yes just read it', 'yes, just before his dinner', 'only if he wants to', 'yes he is here'])(
    '"%s" is about both',
    (said) => {
      expect(inTheEnd(said, { type: 'yes' }, 'recap.ask')).toEqual({ type: 'yes' });
    },
  );
});

it('a recap of one of them can be asked for at any time', () => {
  expect(inTheEnd("just play bo's", week, null)).toEqual({ ...week, whose: { by: 'Bo' } });
});

describe('a deletion of everything', () => {
  it.each([
    ['yes, but only mine', 'said-by-me'],
    ['only his', 'said-by-other'],
    ['just the ones from bo', { saidBy: 'Bo' }],
  ] as const)('"%s" asks about that alone', (said, what) => {
    for (const id of ['forget.us', 'parting'])
      for (const type of ['yes', 'no', 'delete-it', 'take-back'] as const)
        expect(inTheEnd(said, { type }, id)).toEqual({ type: 'forget', what });
    expect(inTheEnd(said, { type: 'forget', what: 'us' }, 'parting')).toEqual({ type: 'forget', what });
  });

  it.each(['just keep mine', 'no, leave just his'])('"%s" deletes nothing', (said) => {
    expect(inTheEnd(said, { type: 'no' }, 'forget.us')).toEqual({ type: 'no' });
  });

  it('is asked for of one of them at any time', () => {
    expect(inTheEnd('delete only mine', { type: 'take-back' }, null)).toEqual({
      type: 'forget',
      what: 'said-by-me',
    });
    expect(inTheEnd('delete the last one', { type: 'take-back' }, null)).toEqual({ type: 'take-back' });
  });
});
