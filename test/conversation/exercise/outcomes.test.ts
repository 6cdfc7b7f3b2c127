import { describe, expect, test } from 'vitest';
import { askedAt, atTheDoorOf, doing } from '../couple.ts';

describe('more time', () => {
  test('is added to the quiet that is playing', () => {
    const visit = doing('check-in', 20).interrupts({ type: 'more-time', seconds: null }, 'talk.a', 40);
    expect(visit.heard[0]).toBe('quiet.more-time');
    expect(visit.quiet).toBe(100);
    expect(visit.asked).toBe('talk.finished');
  });

  test('comes before the question is asked again, if it was asked already', () => {
    const visit = askedAt('talk.a').says({ type: 'more-time', seconds: 90 });
    expect(visit.quiets).toEqual([90]);
    expect(visit.asked).toBe('talk.finished-again');
    expect(visit.place?.step).toBe('talk.a');
  });

  test.each([
    [36_000, 200],
    [0, 10],
  ])('%i seconds is as much as one reply can give: %i', (seconds, given) => {
    expect(askedAt('talk.a').says({ type: 'more-time', seconds }).quiet).toBe(given);
  });

  test('never takes time away', () => {
    const visit = doing('listening', 20);
    visit.interrupts({ type: 'more-time', seconds: null }, 'talk.a', 173);
    expect(visit.quiet).toBeGreaterThanOrEqual(173);
  });

  test('"two minutes" in the middle of a turn is more time for that turn', () => {
    const visit = doing('check-in', 20).interrupts(
      { type: 'choose', exercise: null, minutes: 2 },
      'talk.a',
      30,
    );
    expect(visit.quiet).toBe(150);
    expect(visit.asked).toBe('talk.finished');
  });

  test('"two minutes" takes no turn away, even if the reply already led into the next one', () => {
    const visit = askedAt('get-it.a', 'check-in', 10).says('yes');
    expect(visit.steps).toEqual(['sense.b', 'feeling.b', 'talk.b']);
    visit.interrupts({ type: 'choose', exercise: null, minutes: 2 }, 'sense.b', 20);
    expect(visit.asked).toBe('ready.talk');
    expect(visit.says('yes').heard).toContain('talk.floor');
  });
});

describe('when it asks whether they are ready', () => {
  test('a yes begins it', () => {
    expect(atTheDoorOf('talk.b').says('yes').heard[0]).toBe('talk.floor');
  });

  test('a no gives more quiet, and asks again in other words', () => {
    const visit = atTheDoorOf('talk.b').says('no');
    expect(visit.quiet).toBe(40);
    expect(visit.asked).toBe('ready.again');
    expect(visit.says('yes').steps).toEqual(['talk.b']);
  });

  test('"skip" leaves out all of that turn', () => {
    const visit = atTheDoorOf('talk.b').says('skip');
    expect(visit.heard[0]).toBe('skip.lead');
    expect(visit.steps[0]).toBe('question.a');
  });

  test('words it does not know never start a turn: the third time it waits, with the place kept', () => {
    const visit = atTheDoorOf('talk.b').says('unclear');
    expect(visit.heard).toEqual(['missed.ready', 'ready.again']);
    expect(visit.says('unclear').heard).toEqual(['missed.ready-again', 'ready.again']);
    expect(visit.says('unclear').heard).toEqual(['unclear.kept']);
    expect([visit.isOver, visit.place?.step]).toEqual([true, 'talk.b']);
    expect(visit.another().place?.step).toBe('talk.b');
  });

  test.each(['not-quite', 'done'] as const)('%s waits, and asks again in other words', (word) => {
    const visit = atTheDoorOf('talk.b').says(word);
    expect([visit.quiet, visit.asked]).toEqual([40, 'ready.again']);
  });

  test('"we are done" at the last question closes', () => {
    const visit = askedAt('appreciate.b').saysNothing();
    expect(visit.asked).toBe('ready.close');
    expect(visit.says('done').heard).toContain('close.check-in');
  });

  test('"go on" begins it', () => {
    expect(atTheDoorOf('talk.b').says('resume').heard[0]).toBe('talk.floor');
  });

  test.each(['next', 'yes'] as const)(
    '%s during the quiet before a turn begins that turn, and skips nobody',
    (word) => {
      const visit = atTheDoorOf('talk.b').says('no').interrupts(word, 'talk.b', 25);
      expect(visit.steps).toEqual(['talk.b']);
      expect(visit.quiet).toBe(150);
    },
  );

  test.each(['where', 'time-left', 'help'] as const)(
    '%s during the quiet before a turn leaves the whole turn',
    (word) => {
      const visit = atTheDoorOf('talk.b').says('no').interrupts(word, 'talk.b', 25);
      if (visit.isAtDoor) visit.says('yes');
      expect(visit.quiet).toBe(150);
    },
  );
});

describe('words that nobody understood', () => {
  test('mean that they are still talking, however often', () => {
    const visit = askedAt('talk.a');
    for (let times = 0; times < 5; times += 1) {
      visit.says('unclear');
      expect(visit.heard).toEqual(['quiet.more', 'talk.finished-again']);
      expect(visit.quiet).toBe(45);
    }
  });

  test('are followed in other steps by what can be said, and then it waits: nothing moves on', () => {
    const visit = askedAt('get-it.a').says('unclear');
    expect(visit.heard).toEqual(['missed.get-it', 'get-it.ask-again']);
    expect(visit.says('unclear').heard).toEqual(['missed.get-it-again', 'get-it.ask-again']);
    expect(visit.says('unclear').heard).toEqual(['unclear.kept']);
    expect([visit.isOver, visit.place?.step]).toEqual([true, 'get-it.a']);
  });

  test('are counted with whatever else is no answer, and anything else begins the count anew', () => {
    const visit = askedAt('get-it.a').says('unclear').says('keep-it');
    expect(visit.heard[0]).toBe('missed.get-it-again');
    expect(visit.says('help').says('unclear').heard[0]).toBe('missed.get-it');
  });

  test('of thanks at the end of a talk are said to each other, unless they say that they should be saved', () => {
    const said = { type: 'appreciation', text: 'You made biryani.', barbed: false } as const;
    expect(askedAt('talk.a').says(said).heard[0]).toBe('quiet.more');
    const saved = askedAt('talk.a').says({ ...said, toSave: true });
    expect(saved.at).toMatch(/^adding\./);
    expect(saved.place?.step).toBe('talk.a');
  });

  test('such as "keep it" at the end of a talk are said to each other', () => {
    expect(askedAt('talk.a').says('keep-it').heard).toEqual(['quiet.more', 'talk.finished-again']);
  });
});

describe('"resume" while nothing is paused', () => {
  test('goes on with the quiet that is left', () => {
    const visit = doing('check-in', 20).interrupts('resume', 'talk.a', 100);
    expect(visit.quiet).toBe(100);
    expect(visit.asked).toBe('talk.finished');
  });

  test('takes no turn away', () => {
    const visit = askedAt('get-it.a', 'check-in', 10).says('yes').interrupts('resume', 'sense.b', 20);
    expect(visit.heard).toContain('talk.floor');
  });
});
