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

  it.each([
    'delete all our appreciations',
    'delete the appreciations but keep our names',
    'erase what we said',
  ])('"%s" asks about what they saved alone', (said) => {
    for (const id of ['forget.us', null])
      expect(inTheEnd(said, { type: 'forget', what: 'us' }, id)).toEqual({ type: 'forget', what: 'said' });
  });

  it.each(['just the appreciations', 'no, only what we saved'])(
    '"%s" asks about what they saved alone, whatever else it could mean',
    (said) => {
      const appreciation = { type: 'choose', exercise: 'appreciation', minutes: null } as const;
      for (const event of [{ type: 'no' }, { type: 'yes' }, { type: 'unclear' }, appreciation] as const)
        expect(inTheEnd(said, event, 'forget.us')).toEqual({ type: 'forget', what: 'said' });
    },
  );

  it.each([
    'forget us and delete the appreciations',
    'forget it all, and the kind things we said',
    'delete everything, the appreciations too',
    'delete the appreciations and our names',
    'delete everything except the appreciations',
    'delete everything but the appreciations',
    'delete everything',
  ])('"%s" is about everything', (said) => {
    const all = { type: 'forget', what: 'us' } as const;
    expect(inTheEnd(said, all, null)).toEqual(all);
  });

  it.each([
    'no, just read us the appreciations',
    'no I only wanted to know what we said',
    'no I just think the appreciations are lovely',
  ])('"%s" is a no', (said) => {
    expect(inTheEnd(said, { type: 'no' }, 'forget.us')).toEqual({ type: 'no' });
  });

  it('that was asked about already is answered by the same words', () => {
    const yes = { type: 'yes' } as const;
    for (const id of ['forget.words', 'parting'])
      expect(inTheEnd('yes delete all the appreciations', yes, id)).toEqual(yes);
  });

  it('is none if they would rather do the appreciations', () => {
    const appreciation = { type: 'choose', exercise: 'appreciation', minutes: null } as const;
    expect(inTheEnd("no let's do the appreciations", appreciation, 'forget.us')).toEqual(appreciation);
  });

  it('is asked for of one of them at any time', () => {
    expect(inTheEnd('delete only mine', { type: 'take-back' }, null)).toEqual({
      type: 'forget',
      what: 'said-by-me',
    });
    expect(inTheEnd('delete the last one', { type: 'take-back' }, null)).toEqual({ type: 'take-back' });
  });
});

describe('a sentence that is read back', () => {
  it.each([
    ["save it but it's from bo", 'Bo'],
    ["no it's the other way round, it's from Ana to Bo", 'Ana'],
    ['that one was by Bo', 'Bo'],
  ])('"%s" corrects who said it', (said, name) => {
    for (const type of ['yes', 'no', 'unclear', 'reword'] as const)
      expect(inTheEnd(said, { type }, 'adding.confirm')).toEqual({ type: 'first', who: { name } });
  });

  it('is no other one because of a name in it', () => {
    for (const said of [
      'yes save what Bo said',
      "no, it's about Bo",
      "no it shouldn't be from Bo",
      'yes, the tea came from Bo',
    ])
      expect(inTheEnd(said, { type: 'yes' }, 'adding.confirm')).toEqual({ type: 'yes' });
    // A question of theirs has no author to correct.
    for (const id of ['welcome', 'own.confirm'])
      expect(inTheEnd("it's from Bo", { type: 'yes' }, id)).toEqual({ type: 'yes' });
  });
});
