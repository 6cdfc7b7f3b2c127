/** What follows a yes or a no. */
import { describe, expect, it } from 'vitest';
import { heardIn, type Moment } from '../../interaction-models/costs/examples.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { EventType } from '../../lambda/conversation/model/event.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import type { Clues } from '../../lambda/understanding/evidence.ts';
import { type Meant, withRestOfAnswer } from '../../lambda/understanding/rest-of-answer.ts';

const { cluesIn } = createClues(enUS.hearing.phrases);

/** The type of the event of an answer, if it means one thing and its rest another. */
function meant(
  said: string,
  moment: Moment,
  whole: EventType,
  rest: EventType,
  probability = 0.95,
): EventType {
  const { question, names } = heardIn(moment);
  const clues: Clues = cluesIn(said, question, names);
  const as = (type: EventType): Meant =>
    ({ event: { type }, clues, judged: [{ sense: type, probability }] }) as unknown as Meant;
  return withRestOfAnswer(as(whole), () => as(rest), enUS.hearing.secondThoughts.joining).type;
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
