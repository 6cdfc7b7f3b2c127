import { describe, expect, test } from 'vitest';
import { CONCERNS, type Concern } from '../../../lambda/conversation/model/event.ts';
import { withoutSaving } from '../../../lambda/conversation/model/state.ts';
import {
  askedAt,
  atConsent,
  DAY,
  doing,
  firstVisit,
  household,
  returningTo,
  SUNDAY,
  unfinished,
  Visit,
} from '../couple.ts';

/** What is said before the number of a danger that is hardly in doubt. */
const BEFORE: Partial<Record<Concern, string>> = {
  unsafe: 'support.leave',
  coercion: 'support.leave',
  'hurt-someone': 'support.apart',
};
/** What is heard of a danger. */
const told = (about: Concern): string[] => [BEFORE[about] ?? [], `support.${about}`, 'support.ask'].flat();

const dangers = CONCERNS.filter((about): about is Concern => about !== 'asked' && about !== 'counsel');

describe('support before a check-in has begun', () => {
  test.each([
    ['the second name', () => firstVisit().says({ type: 'names', name: 'Ana', other: null })],
    ['a consent', () => atConsent().says('yes')],
    ['the beginning', () => new Visit(household()).says('launch')],
  ])('leads back to %s when they want to go on', (_what, reach) => {
    const visit = reach();
    const { at, asked } = visit;
    const names = { ...visit.names };
    visit.says({ type: 'support', about: 'asked' }).says('resume');
    expect(visit.at).toBe(at);
    expect(visit.asked).toBe(asked);
    expect(visit.names).toEqual(names);
  });
});

describe('support', () => {
  test.each(CONCERNS)('%s gives fixed words, and asks nothing but whether to repeat them', (about) => {
    const visit = doing('check-in', 20).interrupts({ type: 'support', about }, 'talk.a', 90);
    expect(visit.heard).toEqual(told(about));
    expect(visit.quiet).toBe(0);
  });

  test.each(CONCERNS)('%s sends nobody away if it may be none', (about) => {
    const visit = askedAt('talk.a').says({ type: 'support', about, doubtful: true });
    expect(visit.heard).toEqual([`support.${about}`, 'support.ask']);
  });

  test('is said again as often as they like', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'unsafe' });
    for (let times = 0; times < 4; times += 1)
      expect(visit.says('yes').heard).toEqual(['support.slowly', 'support.unsafe', 'support.ask']);
  });

  test('after a danger is said again once to words that ask for nothing, and then only offered', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'self-harm' });
    expect(visit.says('unclear').heard).toEqual(['support.slowly', 'support.self-harm', 'support.ask']);
    expect(visit.says('distress').heard).toEqual(['support.again']);
    expect(visit.says('unclear').heard).toEqual(['support.again']);
    expect(visit.says('yes').heard).toEqual(['support.slowly', 'support.self-harm', 'support.ask']);
  });

  test.each(['unsafe', 'coercion'] as const)(
    'after %s is not said again unasked, since the other one may listen: it is offered once, and then it ends',
    (about) => {
      const visit = askedAt('talk.a').says({ type: 'support', about });
      expect(visit.says('unclear').heard).toEqual(['support.again']);
      visit.says('unclear');
      expect(visit.isOver).toBe(true);
      expect(visit.heard.filter((key) => key.startsWith('support'))).toEqual([]);
    },
  );

  test('after fear of the other one, the question where they are ends nothing, however often', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'unsafe' });
    for (let times = 0; times < 3; times += 1) expect(visit.says('where').heard).toEqual(['support.again']);
  });

  test('after a danger deletes nothing because somebody tells whom it is about, or takes back what was said', () => {
    const danger = { type: 'support', about: 'other-self-harm' } as const;
    const visit = askedAt('talk.a').says(danger).says('parting');
    expect(visit.heard).toEqual(['support.slowly', 'support.other-self-harm', 'support.ask']);
    visit.says({ type: 'forget', what: { person: 'Ana' } });
    expect(visit.heard).toEqual(['support.close']);
  });

  test('after a danger nothing else begins', () => {
    for (const event of ['shorter', 'path', 'faster', { type: 'depth', depth: 'company' }] as const) {
      const visit = askedAt('talk.a').says({ type: 'support', about: 'self-harm' }).says(event);
      expect(visit.heard).toEqual(['support.slowly', 'support.self-harm', 'support.ask']);
    }
  });

  test('for a danger that may be none keeps the place, and goes back to it only if they ask for that', () => {
    const doubtful = { type: 'support', about: 'unsafe', doubtful: true } as const;
    const visit = askedAt('talk.a').says(doubtful);
    expect(visit.heard).toEqual(['support.unsafe', 'support.ask']);
    expect(visit.says('resume').heard[0]).toBe('carry-on.go');
    const ended = askedAt('talk.a').says(doubtful).says('stop');
    expect(ended.another().says('launch').heard).toContain('carry-on.ask');
  });

  test.each(['no', 'next', 'skip'] as const)(
    'after what may be no danger, %s asks whether they want to go on, since it may have been a mistake',
    (word) => {
      const doubtful = { type: 'support', about: 'unsafe', doubtful: true } as const;
      const visit = askedAt('talk.a').says(doubtful).says(word);
      expect([visit.heard, visit.at]).toEqual([['hard-moment.on'], 'hard-moment.on']);
      expect(visit.says('yes').asked).toMatch(/^talk\.finished/);
      expect(askedAt('talk.a').says(doubtful).says(word).says('no').heard).toEqual(['hard-moment.close']);
    },
  );

  test('for a danger that may be none can be heard again after they were asked whether to go on', () => {
    const doubtful = { type: 'support', about: 'unsafe', doubtful: true } as const;
    for (const again of ['repeat', { type: 'support', about: 'asked' }] as const) {
      const visit = askedAt('talk.a').says(doubtful).says('no').says(again);
      expect(visit.heard).toEqual(['support.unsafe', 'support.ask']);
      expect(visit.says('resume').heard).toEqual(['carry-on.go', 'talk.finished-again']);
    }
  });

  test('for a danger that may be none, heard before they carry on, leads back to the place, after a pause too', () => {
    const doubtful = { type: 'support', about: 'unsafe', doubtful: true } as const;
    const visit = returningTo(unfinished())
      .says('launch')
      .says(doubtful)
      .says('no')
      .says('pause')
      .says('yes');
    expect(visit.heard.length).toBeGreaterThan(0);
    expect(visit.isOver).toBe(false);
  });

  test('for a danger that may be none is not said again unasked: it is offered, and then they are asked to go on', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'unsafe', doubtful: true });
    expect(visit.says('unclear').heard).toEqual(['support.again']);
    expect(visit.says('unclear').heard).toEqual(['hard-moment.on']);
    expect(visit.says('yes').asked).toMatch(/^talk\.finished/);
  });

  test('is the same after an emergency, whatever they tell then', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'emergency' });
    visit.says({ type: 'support', about: 'other-self-harm' });
    expect(visit.heard).toEqual(['support.slowly', 'support.emergency', 'support.ask']);
    visit.says({ type: 'support', about: 'asked' });
    expect(visit.heard).toEqual(['support.slowly', 'support.emergency', 'support.ask']);
  });

  test('is another one for another danger, and is not read out again for the same', () => {
    const child = () => askedAt('talk.a').says({ type: 'support', about: 'child' });
    const doubtful = { type: 'support', about: 'emergency', doubtful: true } as const;
    expect(child().says(doubtful).heard[0]).toBe('support.emergency');
    expect(child().says({ type: 'support', about: 'child' }).heard).toEqual(['support.again']);
    const fire = askedAt('talk.a').says(doubtful);
    expect(fire.says({ type: 'support', about: 'unsafe' }).heard.slice(0, 2)).toEqual([
      'support.leave',
      'support.unsafe',
    ]);
    const both = askedAt('talk.a').says(doubtful);
    expect(both.says({ type: 'support', about: 'self-harm', doubtful: true }).heard[0]).toBe(
      'support.self-harm',
    );
  });

  test('ends without the exercise, unless they ask for it', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'asked' });
    expect(visit.says('no').heard).toEqual(['support.close']);
    expect(visit.isOver).toBe(true);
    const back = askedAt('talk.a').says({ type: 'support', about: 'asked' }).says('resume');
    expect(back.heard[0]).toBe('carry-on.go');
  });

  test('in the middle of a turn gives back the quiet that was left, if they want to go on', () => {
    const visit = doing('check-in', 20).interrupts({ type: 'support', about: 'asked' }, 'talk.a', 90);
    visit.says('resume');
    expect(visit.heard).toEqual(['carry-on.go', 'talk.still', 'talk.finished']);
    expect(visit.quiet).toBe(90);
  });

  test('after a question asks that again, if they want to go on', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'asked' }).says('resume');
    expect(visit.heard).toEqual(['carry-on.go', 'talk.finished-again']);
  });

  test('leaves no trace of the reason', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'self-harm' });
    expect(JSON.stringify(visit.state.household)).not.toContain('self-harm');
    expect(visit.effects.filter(({ effect }) => effect !== 'save')).toEqual([]);
  });

  test('is offered before anything was agreed to', () => {
    expect(firstVisit().says({ type: 'support', about: 'asked' }).heard).toEqual([
      'support.asked',
      'support.ask',
    ]);
  });

  test.each(['yes', 'repeat', 'slower', 'another'] as const)(
    'says the number again, slowly, after %s',
    (again) => {
      const visit = askedAt('talk.a').says({ type: 'support', about: 'child' }).says(again);
      expect(visit.heard).toEqual(['support.slowly', 'support.child', 'support.ask']);
      expect(visit.acts.some((act) => act.do === 'say' && act.slowly === true)).toBe(true);
    },
  );

  test('says the number again when they ask for a number, and other words after another danger', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'unsafe' });
    expect(visit.says({ type: 'support', about: 'asked' }).heard[1]).toBe('support.unsafe');
    expect(visit.says({ type: 'support', about: 'emergency' }).heard[0]).toBe('support.emergency');
  });

  test('gives numbers to whoever asks for them after a counselor', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'counsel' });
    expect(visit.says({ type: 'support', about: 'asked' }).heard[0]).toBe('support.asked');
  });

  test.each(['asked', 'counsel'] as const)('that they asked for (%s) keeps the place', (about) => {
    const visit = askedAt('talk.a').says({ type: 'support', about }).says('no');
    expect(visit.another().says('launch').at).toBe('carry-on');
  });
});

describe.each(dangers)('after a danger (%s)', (about) => {
  const danger = { type: 'support', about } as const;

  test.each([
    ['in the quiet of a turn', () => doing('check-in', 20).interrupts(danger, 'talk.a', 90)],
    ['at a question', () => askedAt('talk.a').says(danger)],
    ['in a pause', () => askedAt('talk.a').says('pause').says(danger)],
    [
      'when they are asked to carry on',
      () => new Visit(household(), {}, unfinished()).says('launch').says(danger),
    ],
    ['cold', () => new Visit(household(), {}, unfinished()).says(danger)],
  ])('%s nothing is left to carry on with, and the next visit begins plainly', (_when, reach) => {
    const visit = reach();
    expect(visit.heard).toEqual(told(about));
    expect(visit.place).toBeNull();
    expect(visit.saved).toBe(true);
    visit.says('no');
    expect(visit.heard).toEqual(['support.close']);
    expect(visit.place).toBeNull();
    for (const days of [0, 1, 5]) {
      const next = visit.another({ now: SUNDAY + days * DAY + 3_600_000 }).says('launch');
      expect(next.at).toBe('welcome');
    }
  });

  test('"go on" does not go back to what was under way, and it says so', () => {
    const visit = askedAt('talk.a').says(danger).says('resume');
    const isFeared = about === 'unsafe' || about === 'coercion';
    expect(visit.heard).toEqual([isFeared ? 'support.close' : 'support.rest']);
    expect(visit.isOver).toBe(true);
  });

  test('an exercise begins if they ask for one, from its beginning', () => {
    const visit = askedAt('get-it.a').says(danger);
    visit.says({ type: 'choose', exercise: 'check-in', minutes: null });
    expect(visit.place?.step).not.toBe('get-it.a');
    expect(visit.heard).not.toContain('start-over.ask');
    expect(visit.place?.exercise).toBe('check-in');
  });

  test('an appreciation on its way is gone', () => {
    const visit = new Visit(household()).says('launch');
    visit.says({ type: 'appreciation', text: 'you made tea', barbed: false, from: 'Ana', to: 'Bo' });
    expect(JSON.stringify(visit.state)).toContain('you made tea');
    visit.says(danger);
    expect(JSON.stringify(visit.state)).not.toContain('you made tea');
    expect(visit.effects.filter(({ effect }) => effect === 'keep')).toEqual([]);
    for (const next of ['yes', 'no'] as const)
      expect(visit.says(next).effects.filter(({ effect }) => effect === 'keep')).toEqual([]);
  });

  test('an appreciation that may have been kept, though nobody was told so, is taken back', () => {
    const visit = new Visit(household()).says('launch');
    visit.says({ type: 'appreciation', text: 'you made tea', barbed: false, from: 'Ana', to: 'Bo' });
    visit.says('not-kept').says(danger);
    expect(visit.effects.map(({ effect }) => effect)).toContain('take-back');
  });

  test('not even what was kept before they asked not to save has a place', () => {
    const visit = askedAt('talk.a');
    visit.state = withoutSaving(visit.state, SUNDAY + DAY);
    visit.says(danger);
    expect(visit.state.savingOff?.place).toBeNull();
  });

  test('silence is asked once whether to repeat it, and then it is over', () => {
    const visit = askedAt('talk.a').says(danger).saysNothing();
    expect(visit.heard).toEqual(['support.again']);
    visit.says('ended');
    expect(visit.heard).toEqual([]);
    expect(visit.isOver).toBe(true);
    expect(visit.place).toBeNull();
  });

  test('an exercise that runs on another device is not touched', () => {
    const visit = new Visit(household(), { elsewhere: true }, unfinished()).says(danger);
    expect(visit.place).toEqual(unfinished());
    expect(visit.says('resume').heard).toEqual(['support.close']);
  });

  test('the names of a first visit are not asked on', () => {
    const visit = atConsent().says(danger).says('resume');
    expect(visit.isOver).toBe(true);
  });
});

describe('talk of something else after somebody is afraid of the other one', () => {
  test.each(['unsafe', 'coercion'] as const)('ends it without another word about it (%s)', (about) => {
    const visit = new Visit(household()).says({ type: 'support', about }).says('off-topic');
    expect(visit.isOver).toBe(true);
    expect(visit.heard.filter((key) => key.startsWith('support'))).toEqual([]);
  });

  test('is answered with the number after any other danger', () => {
    const visit = new Visit(household()).says({ type: 'support', about: 'self-harm' }).says('off-topic');
    expect(visit.heard).toContain('support.self-harm');
  });
});
