/** What follows a yes or a no. */
import { describe, expect, it } from 'vitest';
import { heardIn, type Moment } from '../../interaction-models/costs/examples.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { Event, EventType } from '../../lambda/conversation/model/event.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import type { Clues } from '../../lambda/understanding/evidence.ts';
import { type Meant, withRestOfAnswer } from '../../lambda/understanding/rest-of-answer.ts';

const { cluesIn } = createClues(enUS.hearing.phrases);

/** The type of the event of an answer, if it means one thing and its rest another. */
function meant(...given: Parameters<typeof wholly>): EventType {
  return wholly(...given).type;
}

/** The same, with all of the event. */
function wholly(
  said: string,
  moment: Moment,
  whole: EventType,
  rest: EventType | Event,
  probability = 0.95,
): Event {
  const { question, names } = heardIn(moment);
  const clues: Clues = cluesIn(said, question, names);
  const as = (event: EventType | Event): Meant => {
    const { type } = typeof event === 'string' ? { type: event } : event;
    const own = typeof event === 'string' ? { type } : event;
    return { event: own, clues, judged: [{ sense: type, probability }] } as unknown as Meant;
  };
  return withRestOfAnswer(as(whole), () => as(rest), enUS.hearing.secondThoughts);
}

describe('after a no', () => {
  it('a wish counts', () => {
    expect(meant('no, just read us what he said', 'welcome', 'no', 'recap')).toBe('recap');
  });

  it('a wish that is not likely does not', () => {
    expect(meant('no, just read us what he said', 'welcome', 'no', 'recap', 0.5)).toBe('no');
  });

  it('a reason not to carry on now keeps the place', () => {
    expect(meant("no, she's still in the bathroom", 'carry-on', 'no', 'alone')).toBe('keep-it');
  });

  it('a reason does not', () => {
    expect(meant('no, the dog wants out', 'welcome', 'no', 'interrupted')).toBe('no');
  });
});

describe('after a yes', () => {
  it('a wish does not count, for the yes says what they want', () => {
    expect(meant('yes, and read us the recap later', 'welcome', 'yes', 'recap')).toBe('yes');
  });

  it.each(['time-out', 'parting'] as const)('%s counts, wherever it is said', (rest) => {
    expect(meant('yeah, we are done with each other', 'carry-on', 'yes', rest)).toBe(rest);
  });

  it('a question comes first if the yes would delete or allow something', () => {
    expect(meant('yes, but what do you keep', 'consent', 'yes', 'kept')).toBe('kept');
    expect(meant('yes, but what do you keep', 'forget', 'yes', 'kept')).toBe('kept');
    expect(meant('yes, but what do you keep', 'welcome', 'yes', 'kept')).toBe('yes');
  });

  it('that deletes is one, whatever they do then, and not beside it', () => {
    expect(meant("yes, and then we're done for tonight", 'take-back', 'stop', 'yes')).toBe('yes');
    expect(meant("yeah, I'm finished", 'confirm', 'done', 'yes')).toBe('done');
  });

  it('to carrying on, "from the beginning" does not carry on', () => {
    expect(meant('yes, but from the beginning', 'carry-on', 'yes', 'start-over')).toBe('start-over');
  });
});

describe('at the question whether to save it', () => {
  const more = { type: 'appreciation', text: 'he rang the doctor', barbed: false } as const;

  it.each(['yes', 'appreciation', 'reword'] as const)(
    'one more sentence after a yes is added to the first, and nothing is saved yet if both are too long (%s)',
    (whole) => {
      expect(wholly('yes, and he rang the doctor', 'confirm', whole, more)).toEqual({
        type: 'reword',
        edit: { more: 'and he rang the doctor' },
        or: 'unclear',
      });
    },
  );

  it('a wish after a yes adds nothing to it', () => {
    expect(meant('yes, and read us the recap', 'confirm', 'yes', 'recap')).toBe('yes');
    expect(meant('yes, he rang the doctor', 'confirm', 'yes', more)).toBe('yes');
    const thanks = { ...more, text: 'thank you for listening' };
    expect(meant('yes, and thank you for listening', 'confirm', 'yes', thanks)).toBe('yes');
    const authored = { ...more, from: 'Bo' };
    expect(meant('yes, and one from Bo', 'confirm', 'yes', authored)).toBe('yes');
  });
});

describe('after help was offered', () => {
  it.each(['resume', 'next'] as const)('a no that wants to go on (%s) is no end', (rest) => {
    expect(meant("no thanks, let's carry on", 'support', 'no', rest)).toBe('resume');
    expect(meant('no thanks, the kettle is on', 'support', 'no', 'interrupted')).toBe('no');
    expect(meant("no thanks, let's carry on", 'welcome', 'no', rest)).toBe('no');
    // "No, go on, he always does this" is about somebody.
    expect(meant('no, he will go on like this', 'support', 'no', rest)).toBe('no');
  });
});

describe('a length', () => {
  it('that is said in place of another one counts', () => {
    expect(meant('the twenty, no, the short one', 'length', 'choose', 'shorter')).toBe('shorter');
    expect(meant('the twenty, actually the short one', 'length', 'choose', 'shorter')).toBe('shorter');
  });

  it('with something else behind it stays', () => {
    expect(meant('the twenty, sorry, the cat', 'length', 'choose', 'none' as EventType)).toBe('choose');
    expect(meant('no, the short one', 'length', 'shorter', 'choose')).toBe('shorter');
    expect(meant('the short one, no longer', 'length', 'shorter', 'more-time')).toBe('shorter');
  });
});
