import { describe, expect, test } from 'vitest';
import type { ExerciseId } from '../../../lambda/conversation/model/exercise-id.ts';
import type { Household, Minutes } from '../../../lambda/conversation/model/household.ts';
import { askedAt, atTheDoorOf, doing, firstVisit, household } from '../couple.ts';

/** A couple who have listened to each other this many times. */
const listened = (times: number): Partial<Household> => ({
  tried: { ...household().tried, listening: times },
});

describe('arriving', () => {
  test('the first time it tells the one command worth knowing', () => {
    const arriving = (finished: number) => doing('check-in', 10, { counts: { finished, listened: 10 } });
    expect(arriving(0).heard.slice(0, 2)).toEqual(['open.check-in', 'arrive.early']);
    expect(arriving(1).heard).not.toContain('arrive.early');
    expect(firstVisit().heard).not.toContain('arrive.early');
  });

  test('can be passed over with "next"', () => {
    expect(doing('check-in', 10).interrupts('next', 'arrive', 5).heard[0]).toBe('talk.floor');
  });
});

describe('a turn to talk', () => {
  test('is not lost to "one more", which is one more minute at its end', () => {
    expect(doing('check-in', 20).interrupts('another', 'talk.a', 90).quiet).toBe(90);
    expect(askedAt('talk.a').says('another').quiet).toBe(60);
  });

  test('is announced with its length, and the microphone opens only at the end of it', () => {
    const visit = doing('check-in', 20);
    expect(visit.said('talk.floor')).toEqual({ name: 'Ana', time: { seconds: 150 } });
    expect(visit.acts.map((act) => act.do).filter((act) => act === 'ask')).toHaveLength(1);
    expect(visit.asked).toBe('talk.finished');
  });

  test('announces the last half minute, if it is long enough', () => {
    expect(doing('check-in', 20).quiets).toEqual([8, 120, 30]);
    expect(doing('check-in', 10).heard).not.toContain('talk.half-minute');
  });

  test('names the one who talks and the time, then what it can be about, then what the other one listens for', () => {
    const visit = doing('listening', 10);
    expect(visit.heard).toEqual([
      'open.listening',
      'talk.floor',
      'topic.outside',
      'listen.outside',
      'talk.half-minute',
      'talk.finished',
    ]);
    expect(visit.said('talk.floor')).toEqual({ name: 'Ana', time: { seconds: 115 } });
    expect(visit.said('listen.outside')).toEqual({ name: 'Bo', partner: 'Ana' });
  });

  test.each<[ExerciseId, Minutes, string]>([
    ['check-in', 20, 'listen.mind'],
    ['validation', 20, 'listen.feeling'],
    ['good-news', 10, 'listen.good-news'],
  ])('says what the other one listens for, by name: %s, %i minutes', (exercise, minutes, key) => {
    const visit = doing(exercise, minutes);
    const heard = visit.acts.flatMap((act) =>
      act.do === 'say' && act.line.key === key ? [act.line.with] : [],
    );
    expect(heard).toEqual([{ name: 'Bo', partner: 'Ana' }]);
  });

  test('can be told in pieces if it is long, and about anything', () => {
    expect(doing('check-in', 20).said('talk.pieces')).toEqual({ name: 'Ana', partner: 'Bo' });
    expect(doing('listening', 20).heard).toContain('talk.pieces');
    for (const short of [doing('check-in', 10), doing('listening', 10), doing('validation', 20)])
      expect(short.heard).not.toContain('talk.pieces');
  });

  test('is followed by the listener with a yes, or with "next"', () => {
    expect(askedAt('talk.a').says('yes').heard).toEqual(['say-back.start', 'get-it.ask']);
    expect(doing('check-in', 20).interrupts('next', 'talk.a', 100).heard).toEqual([
      'say-back.start',
      'get-it.ask',
    ]);
  });

  test('gives another minute when someone says they have not finished, as often as they say so', () => {
    const visit = askedAt('talk.a');
    for (let times = 0; times < 3; times += 1) {
      visit.says('no');
      expect(visit.heard).toEqual(['quiet.minute', 'talk.finished-again']);
      expect(visit.quiet).toBe(60);
    }
  });

  test('can be passed over and leaves no trace: the other one talks next', () => {
    const visit = askedAt('talk.a').says('skip');
    expect(visit.heard.slice(0, 2)).toEqual(['skip.lead', 'talk.floor']);
    expect(visit.said('talk.floor')?.name).toBe('Bo');
    expect(JSON.stringify(visit.state.household)).not.toContain('skip');
  });

  test('takes a name that was heard for words to each other', () => {
    const visit = askedAt('talk.a').says({ type: 'names', name: 'Sam', other: null });
    expect(visit.heard).toEqual(['quiet.more', 'talk.finished-again']);
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  });
});

describe('a turn of a couple who know how it goes', () => {
  test.each<[ExerciseId, Minutes]>([
    ['check-in', 5],
    ['check-in', 20],
    ['listening', 20],
  ])(
    'needs no instructions, neither for the talk nor for saying it back: %s, %i minutes',
    (exercise, minutes) => {
      const visit = doing(exercise, minutes, listened(3));
      const floor = visit.heard.filter((key) => /^(talk\.(floor|known|pieces)|topic\.|listen\.)/.test(key));
      expect(floor).toEqual(['talk.known']);
      const seconds = doing(exercise, minutes).said('talk.floor')?.time;
      expect(visit.said('talk.known')).toEqual({ name: 'Ana', time: seconds });
      visit.says('yes');
      expect(visit.heard[0]).toBe('say-back.known');
      expect(visit.said('say-back.known')).toEqual({ name: 'Bo', partner: 'Ana' });
    },
  );

  test('has the same quiet as that of any couple', () => {
    expect(doing('check-in', 20, listened(3)).quiets).toEqual(doing('check-in', 20).quiets);
  });

  test('has all instructions before they have listened to each other three times', () => {
    const visit = doing('check-in', 20, listened(2));
    expect(visit.heard).toContain('talk.floor');
    expect(visit.says('yes').heard[0]).toBe('say-back.start');
  });

  test('still tells what to talk about, if it is not about anything', () => {
    const visit = doing('validation', 20, listened(3));
    expect(visit.heard).toEqual(expect.arrayContaining(['talk.floor', 'topic.feeling', 'listen.feeling']));
    expect(visit.heard).not.toContain('talk.known');
  });
});

describe('a turn after a longer one', () => {
  test.each([
    ['a minute more at its end', () => askedAt('talk.a').says('no')],
    ['more time at its end', () => askedAt('talk.a').says({ type: 'more-time', seconds: 60 })],
    [
      'more time in the middle of it',
      () => doing('check-in', 20).interrupts({ type: 'more-time', seconds: 90 }, 'talk.a', 40),
    ],
  ])('may be longer too, which the other one is told: %s', (_what, longer) => {
    const visit = longer().goesOnTo('talk.b');
    expect(visit.said('talk.longer')).toEqual({ name: 'Bo' });
    expect(visit.heard.indexOf('talk.longer')).toBeGreaterThan(visit.heard.indexOf('talk.floor'));
    expect(visit.heard.indexOf('talk.longer')).toBeLessThan(visit.heard.indexOf('talk.half-minute'));
  });

  test('is told so too if they know how a turn goes', () => {
    const visit = doing('check-in', 20, listened(3)).says('no').goesOnTo('talk.b');
    expect(visit.heard.slice(0, 2)).toEqual(['talk.known', 'talk.longer']);
  });

  test('is told nothing of it if the first one got less than a minute more, or if somebody else did', () => {
    const less = askedAt('talk.a').says({ type: 'more-time', seconds: 50 }).goesOnTo('talk.b');
    expect(less.heard).not.toContain('talk.longer');
    const listener = askedAt('talk.a').says('yes');
    listener.interrupts({ type: 'more-time', seconds: 90 }, 'say-back.b', 10);
    expect(listener.goesOnTo('talk.b').heard).not.toContain('talk.longer');
    expect(doing('check-in', 20).goesOnTo('talk.b').heard).not.toContain('talk.longer');
  });
});

describe('a turn that begins in a reprompt, and so is cut short', () => {
  const cutShort = () => atTheDoorOf('talk.b').saysNothing();

  test('ends with an offer of the rest of its time', () => {
    const visit = cutShort();
    expect(visit.asked).toBe('talk.rest');
    expect(visit.said('talk.rest')).toEqual({ name: 'Bo' });
    expect(cutShort().says('unclear').asked).toBe('talk.rest-again');
  });

  test('a yes gives as much as was missing, and then asks whether that was all', () => {
    const visit = cutShort();
    const { quiet } = visit;
    visit.says('yes');
    expect(visit.heard).toEqual(['quiet.more-time', 'talk.finished']);
    expect(quiet + visit.quiet).toBe(150);
    expect(visit.says('yes').heard[0]).toBe('say-back.start');
  });

  test('a no after the rest was given is one more minute, as in any turn', () => {
    const visit = cutShort().says('yes').says('no');
    expect(visit.heard[0]).toBe('quiet.minute');
    expect(visit.quiet).toBe(60);
  });

  test.each(['no', 'next'] as const)('%s goes on without it', (word) => {
    const visit = cutShort().says(word);
    expect(visit.steps).toEqual(['say-back.a', 'get-it.b']);
    expect(visit.heard[0]).toBe('say-back.start');
  });

  test('is still offered it after "where are we" in the middle of it', () => {
    const visit = cutShort().interrupts('where', 'talk.b', 20);
    expect([visit.asked, visit.quiet]).toEqual(['talk.rest', 20]);
    expect(visit.says('yes').heard).toEqual(['quiet.more-time', 'talk.finished']);
  });

  test.each(['unclear', 'where', 'no'] as const)(
    'is asked whether that was all, and not offered the rest again, after it was given: %s',
    (word) => {
      const visit = cutShort().says('yes').says(word);
      expect(visit.asked).toBe('talk.finished-again');
      expect(visit.says('yes').heard[0]).toBe('say-back.start');
    },
  );

  test('is still offered it after a pause, and after more time in the middle of it', () => {
    const paused = cutShort().interrupts('pause', 'talk.b', 20).says('yes');
    const longer = cutShort().interrupts({ type: 'more-time', seconds: 60 }, 'talk.b', 20);
    for (const visit of [paused, longer]) {
      expect(visit.asked).toBe('talk.rest');
      expect(visit.says('yes').heard).toEqual(['quiet.more-time', 'talk.finished']);
    }
  });

  test('and is passed over gives the other one a whole turn, with no offer at its end', () => {
    const visit = doing('weekly', 20).goesOnTo('went-well').saysNothing();
    expect([visit.place?.step, visit.asked]).toEqual(['wish.a', 'talk.rest']);
    visit.says('skip');
    expect([visit.place?.step, visit.asked]).toEqual(['wish.b', 'talk.finished']);
  });

  test('is not followed by another offer: a turn that has all its time only asks whether that was all', () => {
    expect(cutShort().says('no').says('yes').asked).not.toMatch(/^talk\.rest/);
    expect(atTheDoorOf('talk.b').says('yes').asked).toBe('talk.finished');
  });
});

describe('saying it back', () => {
  test('is the task of the one who listened', () => {
    expect(askedAt('get-it.a').said('say-back.start')).toEqual({ name: 'Bo', partner: 'Ana' });
  });

  test('is not asked about if it was passed over', () => {
    const visit = askedAt('talk.a').says('yes').interrupts('skip', 'say-back.b', 40);
    expect(visit.asked).not.toBe('get-it.ask');
  });
});

describe('"did they get it?"', () => {
  test('is asked of the one who talked', () => {
    expect(askedAt('get-it.a').said('get-it.ask')).toEqual({ name: 'Ana', partner: 'Bo' });
  });

  test('a yes goes on', () => {
    expect(askedAt('get-it.a').says('yes').heard.slice(0, 2)).toEqual(['get-it.good', 'more.start']);
  });

  test('a no gives time to correct it, and a second no is close enough', () => {
    const visit = askedAt('get-it.a').says('no');
    expect(visit.heard).toEqual(['get-it.fix', 'get-it.closer']);
    expect(visit.quiet).toBe(45);
    expect(visit.says('no').heard.slice(0, 2)).toEqual(['get-it.close-enough', 'more.start']);
  });

  test.each(['more-time', 'pause', 'where'] as const)(
    'is corrected once, whatever comes in between: %s',
    (word) => {
      const between = word === 'more-time' ? ({ type: 'more-time', seconds: null } as const) : word;
      const visit = askedAt('get-it.a').says('no').interrupts(between, 'get-it.a', 20);
      if (visit.at === 'paused') visit.says('resume');
      expect(visit.says('no').heard).not.toContain('get-it.fix');
    },
  );

  test('more time during a correction is added to what is left', () => {
    const visit = askedAt('get-it.a').says('no');
    visit.interrupts({ type: 'more-time', seconds: 30 }, 'get-it.a', 20);
    expect(visit.quiet).toBe(50);
  });
});

describe('anything more', () => {
  test('is offered to the one who talked, without a question', () => {
    const visit = askedAt('get-it.a').says('yes');
    expect(visit.said('more.start')).toEqual({ name: 'Ana', partner: 'Bo' });
    expect(
      visit.acts
        .slice(
          0,
          visit.acts.findIndex((act) => act.do === 'chime'),
        )
        .map((act) => act.do),
    ).toEqual(['say', 'mark', 'say', 'hold']);
  });

  test('goes on where it was interrupted', () => {
    const visit = askedAt('get-it.a').says('yes').interrupts('where', 'more.a', 15);
    expect(visit.heard.slice(0, 2)).toEqual(['more.where', 'more.still']);
    expect(visit.quiets[0]).toBe(15);
  });

  test('is said back too, by the one who listened', () => {
    const visit = askedAt('get-it.a').says('yes');
    expect(visit.heard.slice(1, 3)).toEqual(['more.start', 'more-back.start']);
    expect(visit.said('more-back.start')).toEqual({ name: 'Bo', partner: 'Ana' });
    expect(visit.quiets.slice(0, 2)).toEqual([45, 20]);
    visit.interrupts('where', 'more-back.b', 9);
    expect(visit.heard.slice(0, 2)).toEqual(['more-back.where', 'more-back.still']);
    expect(visit.quiets[0]).toBe(9);
  });
});

describe('making sense of it', () => {
  const making = () => askedAt('get-it.a', 'check-in', 10).says('yes');

  test('asks the listener for what makes sense, then to guess the feeling, each with its own quiet', () => {
    expect(making().heard.slice(0, 3)).toEqual(['get-it.good', 'sense.start', 'feeling.start']);
    expect(making().quiets.slice(0, 2)).toEqual([22, 16]);
    expect(making().said('sense.start')).toEqual({ name: 'Bo', partner: 'Ana' });
  });

  test('takes up only the guess, if only that was left', () => {
    const visit = making().interrupts('where', 'feeling.b', 12);
    expect(visit.heard.slice(0, 2)).toEqual(['feeling.where', 'feeling.still']);
    expect(visit.quiets[0]).toBe(12);
  });

  test('more time for the guess stays with the guess', () => {
    const visit = making().interrupts({ type: 'more-time', seconds: 60 }, 'feeling.b', 12);
    expect(visit.heard).not.toContain('sense.start');
    expect(visit.quiets[0]).toBe(72);
  });
});
