import { describe, expect, test } from 'vitest';
import { respond, unsaved } from '../../lambda/conversation/respond.ts';
import {
  askedAt,
  atConsent,
  context,
  doing,
  firstVisit,
  household,
  Visit,
  withoutKeeping,
} from './couple.ts';

describe('words without a meaning that may be those of somebody who is not all right', () => {
  const worrying = { type: 'unclear', worrying: true } as const;

  test.each(['get-it.a', 'talk.a'])(
    'are answered at %s as all others are, after a sentence that mentions support',
    (step) => {
      const plain = askedAt(step).says('unclear');
      const visit = askedAt(step).says(worrying);
      expect(visit.heard).toEqual(['missed.support', ...plain.heard]);
      expect(visit.state).toEqual(plain.state);
    },
  );

  test('are not answered so where help was offered already, nor with a goodbye', () => {
    const visit = askedAt('get-it.a').says({ type: 'support', about: 'unsafe' }).says(worrying);
    expect(visit.heard).not.toContain('missed.support');
    const third = askedAt('get-it.a').says('unclear').says('unclear').says(worrying);
    expect([third.isOver, third.heard]).toEqual([true, ['unclear.kept']]);
  });
});

describe('what is saved', () => {
  test('nothing, before both have said yes to it', () => {
    const visit = firstVisit();
    expect(visit.saved).toBe(false);
    visit.says({ type: 'names', name: 'Ana', other: null });
    expect(visit.saved).toBe(false);
    visit.says({ type: 'names', name: 'Bo', other: null });
    expect(visit.saved).toBe(false);
    visit.says('yes');
    expect(visit.saved).toBe(false);
    visit.says('yes');
    expect(visit.saved).toBe(true);
  });

  test('the place, each time it moves', () => {
    const visit = doing('check-in', 20);
    expect(visit.saved).toBe(true);
    expect(visit.says('yes').saved).toBe(true);
    expect(visit.place?.step).toBe('get-it.a');
  });

  test('nothing, when a question is only asked again', () => {
    const visit = askedAt('talk.a');
    expect(visit.says('repeat').saved).toBe(false);
    expect(visit.says('where').saved).toBe(false);
    expect(visit.says('help').saved).toBe(false);
  });

  test('the end of a session, after which another speaker need not ask for the exercise', () => {
    const visit = askedAt('talk.a');
    const before = visit.place;
    expect(visit.says('ended').saved).toBe(true);
    // Its question was heard, so the next session need not go through all of it again.
    expect(visit.place).toEqual({ ...before, from: 'talk.a' });
  });

  test('never anything for two who said no', () => {
    const visit = withoutKeeping();
    while (!visit.isOver) {
      expect(visit.effects).toEqual([]);
      visit.says('yes');
    }
    expect(visit.heard).toContain('close.unkept');
    expect(visit.effects).toEqual([]);
  });

  test('what could not be saved before, with the next reply', () => {
    const visit = askedAt('talk.a');
    visit.state = { ...visit.state, unsaved: true };
    expect(visit.says('repeat').saved).toBe(true);
  });

  test('nothing over what somebody else has written', () => {
    const visit = askedAt('talk.a').says({
      type: 'conflict',
      kept: { household: household(), place: null },
    });
    expect(visit.effects).toEqual([]);
    expect(visit.isOver).toBe(true);
  });

  test('what both agreed to on another device holds, also after a no to being remembered here', () => {
    const visit = askedAt('talk.a');
    visit.state = { ...visit.state, keeping: false };
    visit.says({ type: 'conflict', kept: { household: household(), place: null } });
    expect(visit.state.keeping).toBe(true);
  });
});

describe('a reply that could not be saved', () => {
  test('says so first, and still asks its question', () => {
    const { reply } = doing('check-in', 10);
    if (reply === null) throw new Error('expected a reply');
    const honest = unsaved(reply);
    expect(honest.acts[0]).toMatchObject({ do: 'say', line: { key: 'store.unsaved' } });
    expect(honest.acts.at(-1)).toMatchObject({ do: 'ask', line: { key: 'talk.finished' } });
    expect(honest.state.unsaved).toBe(true);
  });

  test('stays silent if nothing can be said any more', () => {
    const ended = askedAt('talk.a').says('ended').reply;
    if (ended === null) throw new Error('expected a reply');
    expect(unsaved(ended).acts).toEqual([]);
  });

  test('ends with the question of Alexa for a permission, if that is asked', () => {
    const visit = new Visit(household(), { reminded: { outcome: 'no-permission' } })
      .says('launch')
      .says({ type: 'remind', day: 'sunday', time: '19:00' })
      .says('yes');
    const { reply } = visit;
    if (reply === null) throw new Error('expected a reply');
    const { acts } = unsaved(reply);
    expect(acts[0]).toMatchObject({ line: { key: 'store.unsaved' } });
    expect(acts.at(-1)).toMatchObject({ do: 'ask-permission' });
  });

  test('makes no promise to go on from there after a long break', () => {
    const { reply } = askedAt('talk.a').says('long-pause');
    if (reply === null) throw new Error('expected a reply');
    const keys = unsaved(reply).acts.map((act) => ('line' in act ? act.line.key : act.do));
    expect(keys).toEqual(['pause.long-unkept', 'store.unsaved-goodbye']);
  });

  test('makes no promise to keep the place after three misses', () => {
    const visit = askedAt('get-it.a').says('unclear').says('unclear').says('unclear');
    const { reply } = visit;
    if (reply === null) throw new Error('expected a reply, got none');
    const keys = unsaved(reply).acts.map((act) => ('line' in act ? act.line.key : act.do));
    expect(keys).toEqual(['store.unsaved-goodbye']);
  });
});

describe('the end of a session', () => {
  test('a session that ends while the listener says it back keeps that place', () => {
    const visit = doing('check-in', 20).says('yes').interrupts('ended', 'say-back.b', 30);
    expect(visit.saved).toBe(true);
    expect(visit.place).toMatchObject({ step: 'say-back.b', from: 'say-back.b' });
    expect(visit.acts).toEqual([]);
  });

  test('what was forgotten elsewhere is said to be gone', () => {
    const visit = askedAt('talk.a').says({ type: 'conflict', kept: null });
    expect(visit.heard).toEqual(['conflict.gone']);
    expect(visit.asked).toBeNull();
  });
});

describe('words while a step is still heard', () => {
  test.each(['no', 'unclear', 'rather-not'] as const)(
    '%s is taken for words to each other: it says where they are and gives the quiet that is left',
    (word) => {
      const visit = doing('check-in', 20).interrupts(word, 'talk.a', 80);
      expect(visit.heard[0]).toBe('talk.where');
      expect(visit.quiet).toBe(80);
      expect(visit.asked).toBe('talk.finished');
      expect(visit.saved).toBe(false);
    },
  );

  test('"next" ends the step that is heard, not the one that was asked about last', () => {
    const visit = doing('check-in', 20).goesOnTo('get-it.a').says('yes');
    expect(visit.steps).toEqual(['more.a', 'more-back.b', 'sense.b', 'feeling.b', 'talk.b']);
    visit.interrupts('next', 'more.a', 20);
    expect(visit.steps[0]).toBe('more-back.b');
  });
});

test('each accepted event counts once', () => {
  const visit = new Visit(household());
  for (const [index, word] of (['launch', 'yes', 'unclear', 'help', 'pause', 'stop'] as const).entries())
    expect(visit.says(word).state.counter).toBe(index + 1);
});

test('the same words at the same time get the same reply', () => {
  const state = atConsent().says('yes').state;
  const once = respond(state, { type: 'yes' }, context());
  expect(respond(structuredClone(state), { type: 'yes' }, context())).toEqual(once);
});

test.each([
  ['time-out', 'time-out.unkept'],
  ['alone', 'alone.unkept'],
] as const)('a goodbye after %s that could not be saved promises no place', (event, key) => {
  const { reply } = askedAt('talk.a').says(event);
  if (reply === null) throw new Error('expected a reply');
  const keys = unsaved(reply).acts.flatMap((act) => (act.do === 'say' ? [act.line.key] : []));
  expect(keys.slice(-2)).toEqual([key, 'store.unsaved-goodbye']);
});
