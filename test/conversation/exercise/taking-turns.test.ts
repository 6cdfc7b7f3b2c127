import { describe, expect, test } from 'vitest';
import { askedAt, doing, firstVisit } from '../couple.ts';

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
    expect(visit.said('talk.floor')).toEqual({ name: 'Ana', partner: 'Bo', time: { seconds: 166 } });
    expect(visit.acts.map((act) => act.do).filter((act) => act === 'ask')).toHaveLength(1);
    expect(visit.asked).toBe('talk.finished');
  });

  test('announces the last half minute, if it is long enough', () => {
    expect(doing('check-in', 20).quiets).toEqual([8, 136, 30]);
    expect(doing('check-in', 10).heard).not.toContain('talk.half-minute');
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
});

describe('making sense of it', () => {
  const making = () => askedAt('get-it.a', 'check-in', 10).says('yes');

  test('asks the listener for what makes sense, then to guess the feeling, each with its own quiet', () => {
    expect(making().heard.slice(0, 3)).toEqual(['get-it.good', 'sense.start', 'feeling.start']);
    expect(making().quiets.slice(0, 2)).toEqual([25, 20]);
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
