import { describe, expect, test } from 'vitest';
import { exercises } from '../../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { ExerciseId } from '../../../lambda/conversation/model/exercise-id.ts';
import { askedAt, atConsent, doing, household, returningTo, unfinished, Visit } from '../couple.ts';

const welcomed = () => new Visit(household()).says('launch');

describe('who starts', () => {
  test('is the one they name, and the other one next time', () => {
    const visit = welcomed().says({ type: 'first', who: { name: 'bo' } });
    expect(visit.heard).toEqual(['choose.first', 'welcome.ask']);
    expect(visit.says('yes').place?.first).toBe('b');
    while (!visit.isOver) visit.says(visit.asked === 'appreciate.keep' ? 'skip' : 'yes');
    expect(visit.state.household.next).toBe('a');
  });

  test('can be the other one, or the second partner for two without names', () => {
    expect(welcomed().says({ type: 'first', who: 'other' }).says('yes').place?.first).toBe('b');
    expect(welcomed().says({ type: 'first', who: 'b' }).says('yes').place?.first).toBe('b');
  });

  test('is asked about if nobody was named, because a voice does not tell who it is', () => {
    const visit = welcomed().says({ type: 'first', who: null });
    expect(visit.said('choose.first-who')).toEqual({ a: 'Ana', b: 'Bo' });
    expect(visit.says({ type: 'names', name: 'bo', other: null }).heard).toEqual([
      'choose.first',
      'welcome.ask',
    ]);
    expect(visit.says('yes').place?.first).toBe('b');
  });

  test('is asked for again by "repeat" and by "help"', () => {
    const asking = () => welcomed().says({ type: 'first', who: null });
    expect(asking().says('repeat').heard).toEqual(['repeat.lead', 'choose.first-who']);
    expect(asking().says('help').heard).toEqual(['choose.first-how', 'choose.first-who']);
    const visit = asking().says('help').says({ type: 'names', name: 'Bo', other: null });
    expect(visit.heard).toEqual(['choose.first', 'welcome.ask']);
    expect(visit.at).toBe('welcome');
    expect(visit.says('yes').place?.first).toBe('b');
  });

  test('is not a name that is neither of theirs', () => {
    const visit = welcomed().says({ type: 'first', who: { name: 'Cleo' } });
    expect(visit.heard).toEqual(['choose.first-how', 'welcome.ask']);
  });

  test('can still be changed while they arrive', () => {
    const arriving = doing('check-in', 20).interrupts({ type: 'first', who: 'b' }, 'arrive', 5);
    expect(arriving.place?.first).toBe('b');
    expect(arriving.said('talk.floor')).toMatchObject({ name: 'Bo' });
  });

  test('said out of the blue begins a check-in', () => {
    const visit = new Visit(household()).says({ type: 'first', who: 'b' });
    expect(visit.place).toMatchObject({ exercise: 'check-in', first: 'b' });
  });
});

describe('how deep', () => {
  test('is remembered until they begin', () => {
    const visit = welcomed().says({ type: 'depth', depth: 'light' });
    expect(visit.heard).toEqual(['choose.light', 'welcome.ask']);
    expect(visit.says('yes').place?.depth).toBe('light');
  });

  test('is the lighter one if they differ', () => {
    const visit = welcomed().says({ type: 'depth', depth: 'deep', other: 'light' });
    expect(visit.heard[0]).toBe('choose.lighter-of-two');
    expect(visit.says('yes').place?.depth).toBe('light');
  });

  test('because of company is light, and questions unless they asked for something', () => {
    const welcome = welcomed().says({ type: 'depth', depth: 'company' });
    expect(welcome.heard).toEqual(['choose.company', 'welcome.ask']);
    expect(welcome.says('yes').place).toMatchObject({ exercise: 'questions', depth: 'light' });
    const cold = new Visit(household()).says({ type: 'depth', depth: 'company' });
    expect(cold.place).toMatchObject({ exercise: 'questions', depth: 'light' });
    const within = askedAt('another.1', 'questions', 10).says({ type: 'depth', depth: 'company' });
    expect(within.place).toMatchObject({ exercise: 'questions', depth: 'light' });
  });

  test('said before they carry on, keeps the place for later, and begins light questions cold', () => {
    const company = { type: 'depth', depth: 'company' } as const;
    const offered = returningTo(unfinished()).says('launch').says(company);
    expect([offered.heard, offered.place?.step]).toEqual([['pause.long'], 'talk.a']);
    expect(returningTo(unfinished()).says(company).place?.exercise).toBe('questions');
  });

  test('pauses what is only for the two of them, if company comes in', () => {
    const visit = doing('check-in', 20).interrupts({ type: 'depth', depth: 'company' }, 'talk.a', 60);
    expect([visit.heard[0], visit.place?.step]).toEqual(['pause.lead', 'talk.a']);
  });

  test('said out of the blue begins with a question of that depth', () => {
    const visit = new Visit(household()).says({ type: 'depth', depth: 'light' });
    expect(visit.place).toMatchObject({ exercise: 'questions', depth: 'light' });
  });

  test('in the middle of a turn counts from the next question on', () => {
    const visit = doing('check-in', 20).interrupts({ type: 'depth', depth: 'light' }, 'talk.a', 60);
    expect(visit.heard[0]).toBe('choose.light');
    expect(visit.place).toMatchObject({ depth: 'light', step: 'talk.a' });
  });

  const LIGHT_QUESTION = { type: 'choose', exercise: 'questions', minutes: null, depth: 'light' } as const;

  test('"a light question" in a turn decides about the question that is still to come, and leaves nothing', () => {
    const visit = doing('check-in', 20).interrupts(LIGHT_QUESTION, 'talk.a', 90);
    expect(visit.heard.slice(0, 2)).toEqual(['choose.light', 'talk.still']);
    expect([visit.quiet, visit.dialogs]).toEqual([90, []]);
    expect(visit.place).toMatchObject({ exercise: 'check-in', step: 'talk.a', depth: 'light' });
  });

  test('"a question about appreciation" likewise decides what it is about', () => {
    const about = { type: 'choose', exercise: 'questions', minutes: null, theme: 'appreciation' } as const;
    const visit = askedAt('talk.a').says(about);
    expect(visit.heard).toEqual(['choose.noted', 'talk.finished-again']);
    expect(visit.place).toMatchObject({ exercise: 'check-in', theme: 'appreciation' });
  });

  test.each([
    [
      'no question is still to come in the short one',
      () => doing('check-in', 5).interrupts(LIGHT_QUESTION, 'talk.a', 20),
    ],
    ['it was asked before', () => askedAt('appreciate.a').says(LIGHT_QUESTION)],
    [
      'it is just "a question"',
      () => askedAt('talk.a').says({ type: 'choose', exercise: 'questions', minutes: null }),
    ],
    ['it has a length', () => askedAt('talk.a').says({ ...LIGHT_QUESTION, minutes: 10 })],
  ])('they are asked whether to leave the exercise for a light question if %s', (_, reach) => {
    const visit = reach();
    expect(visit.dialogs).toMatchObject([{ id: 'start-over', wish: { exercise: 'questions' } }]);
    expect(visit.place?.exercise).toBe('check-in');
  });

  test('is not remembered for another day', () => {
    const visit = welcomed().says({ type: 'depth', depth: 'light' }).says('yes');
    while (!visit.isOver) visit.says(visit.asked === 'appreciate.keep' ? 'skip' : 'yes');
    expect(visit.another().says('launch').says('yes').place?.depth).toBeNull();
  });
});

describe('while an exercise is set aside', () => {
  test('how deep they want to go is meant for that exercise', () => {
    const paused = doing('check-in', 20)
      .interrupts('pause', 'talk.a', 60)
      .says({ type: 'depth', depth: 'light' });
    expect(paused.says('yes').place?.depth).toBe('light');
    const carrying = returningTo(unfinished()).says('launch').says({ type: 'depth', depth: 'light' });
    expect(carrying.says('yes').place?.depth).toBe('light');
    expect(carrying.state.wish).toBeNull();
  });

  test('who starts has been decided', () => {
    const visit = returningTo(unfinished()).says('launch').says({ type: 'first', who: 'b' });
    expect(visit.heard).toEqual(['choose.first-later', 'carry-on.again']);
  });

  test('"whatever you like" does not mean that it may be left', () => {
    const visit = returningTo(unfinished()).says('launch').says({ type: 'you-choose', what: null });
    expect([visit.asked, visit.place?.step]).toEqual(['carry-on.again', 'talk.a']);
  });

  test('a length is taken for the exercise that was asked for', () => {
    const visit = doing('check-in', 20)
      .interrupts({ type: 'choose', exercise: 'listening', minutes: null }, 'talk.a', 60)
      .says({ type: 'choose', exercise: null, minutes: 10 });
    expect(visit.asked).toBe('start-over.other-again');
    expect(visit.says('yes').place).toMatchObject({ exercise: 'listening', minutes: 10 });
  });
});

describe('what is left to the skill', () => {
  test('the exercise is of a practice they have tried least', () => {
    const tried = { openness: 4, listening: 4, together: 4, validation: 1, appreciation: 4 };
    const visit = new Visit(household({ tried })).says('launch').says({ type: 'you-choose', what: null });
    expect(visit.heard[0]).toBe('choose.picked');
    expect(visit.place?.exercise).toBe('validation');
  });

  test('practices come out even over time', () => {
    let kept = household({
      tried: { openness: 0, listening: 0, together: 0, validation: 0, appreciation: 0 },
    });
    for (let evening = 0; evening < 10; evening += 1) {
      const visit = new Visit(kept, { seed: evening }).says({ type: 'you-choose', what: null });
      while (!visit.isOver) visit.says(visit.asked === 'appreciate.keep' ? 'skip' : 'yes');
      kept = visit.state.household;
    }
    expect(Object.values(kept.tried)).toEqual([2, 2, 2, 2, 2]);
  });

  test('who starts alternates, and the depth is the usual one', () => {
    const visit = welcomed()
      .says({ type: 'first', who: 'b' })
      .says({ type: 'depth', depth: 'light' })
      .says({ type: 'you-choose', what: 'first' })
      .says({ type: 'you-choose', what: 'depth' });
    expect(visit.heard[0]).toBe('choose.yours');
    expect(visit.says('yes').place).toMatchObject({ first: 'a', depth: null });
  });
});

describe('an exercise by name', () => {
  test.each(Object.keys(exercises) as ExerciseId[])('%s begins at once, in its own words', (exercise) => {
    const tried = { ...household().tried, listening: 3 };
    const visit = new Visit(household({ tried })).says({ type: 'choose', exercise, minutes: null });
    expect(visit.place?.exercise).toBe(exercise);
    expect(visit.heard[0]).toBe(`open.${exercise}`);
  });

  test('takes as long as it usually does, and a check-in as long as the last one', () => {
    const settings = { minutes: 5 as const };
    const minutes = (exercise: ExerciseId) =>
      new Visit(household({ settings })).says({ type: 'choose', exercise, minutes: null }).place?.minutes;
    expect([minutes('check-in'), minutes('together'), minutes('appreciation')]).toEqual([5, 20, 5]);
  });

  test('in a length that it does not have takes the nearest one, and says so', () => {
    const visit = new Visit(household()).says({ type: 'choose', exercise: 'good-news', minutes: 180 });
    expect(visit.said('choose.nearest')).toEqual({ time: { seconds: 600 } });
    expect(visit.place?.minutes).toBe(10);
    expect(visit.state.household.settings.minutes).toBe(20);
  });

  test('asks first if it would leave another one unfinished', () => {
    const choose = { type: 'choose', exercise: 'good-news', minutes: null } as const;
    expect(doing('check-in', 20).interrupts(choose, 'talk.a', 60).asked).toBe('start-over.other');
  });

  test('waits until two who are new have said yes', () => {
    const visit = atConsent().says({ type: 'choose', exercise: 'openness', minutes: 5 });
    expect(visit.heard).toEqual(['choose.noted', 'consent.again']);
    expect(visit.says('yes').says('yes').place).toMatchObject({ exercise: 'openness', minutes: 5 });
  });
});

describe('a depth where no question is still to come', () => {
  test('if it is a lighter one, offers to leave for light questions', () => {
    const visit = askedAt('get-it.a', 'listening', 10).says({ type: 'depth', depth: 'lighter' });
    expect(visit.at).toBe('hard-moment.instead');
    visit.says({ type: 'depth', depth: 'light' });
    expect(visit.place?.exercise).toBe('questions');
  });

  test('if it is a deeper one, tells how to leave', () => {
    const visit = askedAt('get-it.a', 'listening', 10).says({ type: 'depth', depth: 'deeper' });
    expect(visit.heard[0]).toBe('menu.later');
    expect(visit.place?.exercise).toBe('listening');
  });
});

describe('what is said at a question that begins something', () => {
  const bo = { type: 'first', who: { name: 'Bo' } } as const;

  test.each<[string, () => Visit]>([
    ['whether to start over', () => askedAt('talk.a').says('start-over')],
    [
      'whether to leave it for another exercise',
      () => askedAt('talk.a').says({ type: 'choose', exercise: 'listening', minutes: 10 }),
    ],
    ['whether to do something short', () => welcomed().says('reluctant')],
  ])('%s holds for what begins then', (_where, reach) => {
    const first = reach().says(bo);
    expect(first.heard[0]).toBe('choose.first');
    expect(first.says('yes').place?.first).toBe('b');
    expect(reach().says({ type: 'depth', depth: 'light' }).says('yes').place?.depth).toBe('light');
  });

  test('leaves who starts to the skill', () => {
    const visit = welcomed()
      .says({ type: 'learn', about: 'listening' })
      .says({ type: 'first', who: null })
      .says({ type: 'you-choose', what: null });
    expect(visit.heard[0]).toBe('choose.first');
    visit.says('yes');
    expect(visit.place).toMatchObject({ exercise: 'listening', first: 'a' });
  });
});

describe('a wish for another theme', () => {
  test('while the partner answers changes the next question, and not the one that both are asked', () => {
    const visit = doing('questions', 20);
    const first = visit.said('question.text');
    visit.interrupts({ type: 'choose', exercise: null, minutes: null, theme: 'together' }, 'reply.1.b', 20);
    expect(visit.place?.theme).toBe('together');
    expect(visit.steps).toEqual(['reply.1.b', 'question.1.b', 'reply.1.a', 'another.1']);
    expect(visit.said('question.text')).toEqual(first);
  });
});

test('who starts is remembered for the exercise that the self-check leads to', () => {
  const visit = askedAt('direction', 'self-check', 5).says({ type: 'first', who: { name: 'Bo' } });
  expect(visit.heard[0]).toBe('choose.first');
  visit.says({ type: 'choose', exercise: 'listening', minutes: null });
  expect(visit.place).toMatchObject({ exercise: 'listening', first: 'b' });
});

describe('in the first turn', () => {
  test.each([{ name: 'Bo' }, 'other', 'b'] as const)('the other one can start after all: %j', (who) => {
    const visit = doing('check-in', 20).interrupts({ type: 'first', who }, 'talk.a', 90);
    expect(visit.heard.slice(0, 2)).toEqual(['choose.first', 'talk.floor']);
    expect(visit.said('talk.floor')?.name).toBe('Bo');
    expect(visit.place).toMatchObject({ first: 'b', step: 'talk.b' });
    expect(visit.goesOnTo('talk.a').place?.first).toBe('b');
  });

  test('nobody is interrupted by "I start", or by "who starts?"', () => {
    const visit = doing('check-in', 20).interrupts({ type: 'first', who: null }, 'talk.a', 90);
    expect(visit.heard.slice(0, 2)).toEqual(['choose.first-how', 'talk.still']);
    expect(visit.quiet).toBe(90);
  });

  test('it is too late once that turn is over', () => {
    const visit = askedAt('talk.a').says({ type: 'first', who: { name: 'Bo' } });
    expect(visit.heard[0]).toBe('choose.first-later');
    expect(visit.place).toMatchObject({ first: 'a', step: 'talk.a' });
  });

  test('it stays as it is if it is theirs already, and later in any case', () => {
    const same = doing('check-in', 20).interrupts({ type: 'first', who: { name: 'Ana' } }, 'talk.a', 90);
    expect(same.place?.first).toBe('a');
    const later = askedAt('talk.b').says({ type: 'first', who: { name: 'Bo' } });
    expect(later.heard[0]).toBe('choose.first-later');
  });

  test('the same question is for the other one', () => {
    const visit = doing('questions', 20);
    const asked = visit.said('question.text');
    visit.interrupts({ type: 'first', who: { name: 'Bo' } }, 'question.1.a', 20);
    expect(visit.steps[0]).toBe('question.1.b');
    expect(visit.said('question.text')).toEqual(asked);
  });
});

test('"not Ana, Bo" at the welcome is about who starts, and changes no name', () => {
  const visit = welcomed().says({ type: 'rename', name: 'Ana', other: 'Bo' });
  expect(visit.heard[0]).toBe('choose.first');
  expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  expect(visit.says('yes').place?.first).toBe('b');
});
