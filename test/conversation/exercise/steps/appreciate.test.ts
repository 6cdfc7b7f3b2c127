import { describe, expect, test } from 'vitest';
import type { Appreciation } from '../../../../lambda/conversation/model/effect.ts';
import { appreciation, askedAt, atTheDoorOf, DAY, type Visit, withoutKeeping } from '../../couple.ts';

const kept = (visit: Visit): Appreciation[] =>
  visit.effects.flatMap((effect) => (effect.effect === 'keep' ? [effect.appreciation] : []));

const read = (text: string, barbed = false): Visit =>
  askedAt('appreciate.a').says(appreciation(text, barbed));

describe('an appreciation', () => {
  test('is not kept on "that\'s enough": it is asked about once more', () => {
    const visit = read('You listen.').says('done');
    expect(visit.asked).toBe('confirm.keep-again');
    expect(kept(visit)).toEqual([]);
    expect(kept(visit.says('yes')).map(({ text }) => text)).toEqual(['You listen.']);
  });

  test('is said to the other first; then the microphone opens for one sentence', () => {
    const visit = askedAt('appreciate.a');
    expect(visit.heard.slice(-2)).toEqual(['appreciate.prompt', 'appreciate.keep']);
    expect(visit.acts.at(-1)).toMatchObject({ do: 'ask', listenFor: 'appreciation' });
  });

  test('is read back, and asked about, before it is kept', () => {
    const visit = read('I appreciate your calm.');
    expect(visit.heard).toEqual(['confirm.read-back', 'confirm.keep']);
    expect(visit.said('confirm.read-back')).toEqual({ text: 'I appreciate your calm' });
    expect(kept(visit)).toEqual([]);
  });

  test("is kept with a yes, in the words that were said, and then it is the other one's turn", () => {
    const visit = read('I appreciate your calm.').says('yes');
    expect(kept(visit)).toMatchObject([
      { text: 'I appreciate your calm.', from: 'a', to: 'b', day: '2026-11-22' },
    ]);
    expect(visit.effects.map(({ effect }) => effect)).toEqual(['keep', 'save']);
    expect(visit.heard.slice(0, 2)).toEqual(['confirm.kept', 'appreciate.prompt']);
  });

  test('has the id of its exercise and step, whatever is said, whenever, and however often', () => {
    const keyOf = (text: string, { seed, later = 0 }: { seed: number; later?: number }) => {
      const visit = askedAt('appreciate.a');
      const now = (visit.place?.began ?? 0) + later;
      visit.in({ seed, now }).says(appreciation(text)).says('yes');
      return kept(visit).map(({ id, day }) => ({ id, day }))[0];
    };
    const first = keyOf('I appreciate your calm.', { seed: 1 });
    expect(first?.id).toMatch(/^[0-9a-z]{8}-appreciate\.a$/);
    expect(keyOf('Thanks for your calm.', { seed: 2, later: 60_000 })).toEqual(first);
    const nextEvening = keyOf('I appreciate your calm.', { seed: 3, later: DAY });
    expect(nextEvening).toEqual(first);
  });

  test('has another id for the other partner, and if the exercise is carried on days later', () => {
    const idOf = (step: string, later: number): string | undefined => {
      const visit = askedAt(step);
      const now = (visit.place?.began ?? 0) + later;
      return kept(visit.in({ now }).says(appreciation('I appreciate your calm.')).says('yes'))[0]?.id;
    };
    const ids = [idOf('appreciate.a', 0), idOf('appreciate.b', 0), idOf('appreciate.a', 3 * DAY)];
    expect(new Set(ids).size).toBe(3);
  });

  test('can be said another way, once', () => {
    const visit = read('I appreciate your car.').says('no');
    expect(visit.heard).toEqual(['appreciate.another-way']);
    visit.says(appreciation('I appreciate your care.'));
    expect(kept(visit.says('yes'))).toMatchObject([{ text: 'I appreciate your care.' }]);
    const twice = read('one').says('no').says(appreciation('two')).says('no');
    expect(twice.heard[0]).toBe('confirm.dropped');
    expect(kept(twice)).toEqual([]);
  });

  test('can be corrected by saying it again', () => {
    const visit = read('I appreciate your car.').says(appreciation('I appreciate your care.'));
    expect(visit.said('confirm.read-back')).toEqual({ text: 'I appreciate your care' });
  });

  test('that may hurt is asked about in other words, and it is their choice', () => {
    const visit = read('Thanks for finally washing up.', true);
    expect(visit.asked).toBe('confirm.barbed');
    expect(kept(visit.says('yes'))).toHaveLength(1);
  });

  test.each(['no', 'skip', 'next', 'rather-not'] as const)(
    '%s passes it: perhaps nothing was said',
    (word) => {
      const visit = askedAt('appreciate.a').says(word);
      expect(visit.heard[0]).toBe('reluctant.passed');
      expect(visit.steps[0]).toBe('appreciate.b');
    },
  );

  test('said at the question whether they are ready for it is taken, and not asked for again', () => {
    const visit = atTheDoorOf('appreciate.a').says(appreciation('I appreciate your care.'));
    expect([visit.at, visit.asked]).toEqual(['check-in/appreciate.a.confirm', 'confirm.keep']);
    expect(kept(visit.says('yes'))).toHaveLength(1);
    expect(visit.steps).not.toContain('appreciate.a');
  });

  test.each(['next', 'unclear'] as const)(
    'is neither saved nor dropped by %s: it is asked about again',
    (word) => {
      const visit = read('I appreciate your car.').says(word);
      expect([visit.at, visit.asked, kept(visit)]).toEqual([
        'check-in/appreciate.a.confirm',
        'confirm.keep-again',
        [],
      ]);
    },
  );

  test('can be asked for early: "next" in the quiet asks what to keep', () => {
    const visit = askedAt('appreciate.a').interrupts('next', 'appreciate.a', 12);
    expect(visit.asked).toMatch(/^appreciate\.keep/);
    expect(visit.place?.step).toBe('appreciate.a');
  });

  test('a yes is not a sentence yet', () => {
    const visit = askedAt('appreciate.a').says('yes');
    expect(visit.heard).toEqual(['appreciate.one-sentence']);
    expect(visit.acts.at(-1)).toMatchObject({ listenFor: 'appreciation' });
  });

  test('that is too long is asked for in one sentence; after two tries it says what it needs', () => {
    const long = appreciation('so much '.repeat(50));
    const visit = askedAt('appreciate.a').says(long);
    expect(visit.heard).toEqual(['appreciate.shorter']);
    expect(visit.says(long).says(long).heard).toEqual(['missed.sentence', 'appreciate.keep-again']);
    visit.says(long);
    expect(visit.says(long).heard).toEqual(['unclear.kept']);
    expect([visit.isOver, visit.place?.step]).toEqual([true, 'appreciate.a']);
  });

  test('that is not said yet gets more quiet', () => {
    const visit = askedAt('appreciate.a').says('not-quite');
    expect([visit.quiet, visit.asked]).toEqual([30, 'appreciate.keep-again']);
  });

  test('is not asked for by a turn of the other: three misses keep the place', () => {
    const visit = askedAt('appreciate.a').says('unclear');
    expect(visit.heard).toEqual(['missed.sentence', 'appreciate.keep-again']);
    expect(visit.says('unclear').heard[0]).toBe('missed.sentence-again');
    expect(visit.says('unclear').heard).toEqual(['unclear.kept']);
    expect(visit.another().place?.step).toBe('appreciate.a');
  });

  test('that is empty is asked for again', () => {
    expect(read('  ').heard).toEqual(['appreciate.one-sentence']);
  });
});

describe('a confirmation', () => {
  test('that was not understood explains itself twice; then it waits, and says that nothing is kept', () => {
    const visit = read('You listen.').says('unclear');
    expect(visit.heard).toEqual(['missed.keep', 'confirm.keep-again']);
    expect(visit.says('unclear').heard).toEqual(['missed.keep-again', 'confirm.keep-again']);
    expect(visit.says('unclear').heard).toEqual(['confirm.unsaved', 'unclear.kept']);
    expect(kept(visit)).toEqual([]);
    expect(visit.another().place?.step).toBe('appreciate.a');
  });

  test('that could not be kept says so and offers to try once more', () => {
    const visit = read('You listen.').says('not-kept');
    expect(visit.heard).toEqual(['confirm.not-kept', 'confirm.try-again']);
    expect(kept(visit.says('yes'))).toHaveLength(1);
    const given = read('You listen.').says('not-kept').says('no');
    expect(given.heard[0]).toBe('confirm.dropped');
  });

  test('says the sentence again when asked to', () => {
    expect(read('You listen.').says('repeat').heard).toEqual([
      'repeat.lead',
      'confirm.read-back',
      'confirm.keep-again',
    ]);
  });

  test('survives "where are we" and "help"', () => {
    const visit = read('You listen.').says('where').says('help');
    expect(visit.asked).toBe('confirm.keep-again');
    expect(kept(visit.says('yes'))).toHaveLength(1);
  });

  test('is still a confirmation after some more time', () => {
    const visit = read('You listen.').says({ type: 'more-time', seconds: 30 });
    visit.interrupts('yes', 'appreciate.a', 15);
    expect(kept(visit)).toHaveLength(1);
  });

  test('that is stopped keeps nothing', () => {
    const visit = read('You listen.').says('stop');
    expect(visit.heard).toEqual(['confirm.unsaved', 'stop.saved']);
    expect(kept(visit)).toEqual([]);
    expect(JSON.stringify(visit.state)).not.toContain('You listen');
  });
});

describe('for two who keep nothing', () => {
  const saying = () => withoutKeeping().goesOnTo('appreciate.a');

  test('is only said to each other: nothing asks for a sentence', () => {
    expect(saying().heard.at(-1)).toBe('appreciate.said');
    expect(saying().acts.at(-1)).not.toHaveProperty('listenFor');
  });

  test('a no gives more time, a yes goes on', () => {
    expect(saying().says('no').quiet).toBe(30);
    expect(saying().says('not-quite').quiet).toBe(30);
    expect(saying().says('unclear').quiet).toBe(45);
    expect(saying().says('yes').steps[0]).toBe('appreciate.b');
  });

  test('a sentence that was heard all the same is not kept', () => {
    const visit = saying().says(appreciation('You listen.'));
    expect(visit.effects).toEqual([]);
    expect(JSON.stringify(visit.state)).not.toContain('You listen');
  });
});
