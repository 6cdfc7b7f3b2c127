import { describe, expect, it } from 'vitest';
import { heardIn, MOMENTS } from '../../interaction-models/costs/examples.ts';
import { english } from '../skill.ts';

/** Every moment with a question that does not ask for words of theirs. */
const QUESTIONS = MOMENTS.filter((moment) => heardIn(moment).question?.listensFor === null);
const UNKNOWN = [
  'zebra',
  'blorp',
  'xylophone',
  'banana boat',
  'gazpacho tornado',
  'purple monkey dishwasher',
];

describe('words that the skill has never heard', () => {
  it('are tried at many questions', () => {
    expect(QUESTIONS.length).toBeGreaterThan(20);
  });

  it.each(QUESTIONS)('are no answer at %s, where most answers are a yes', (moment) => {
    for (const said of UNKNOWN)
      expect(english.listener.understand(said, heardIn(moment)).event, said).toEqual({ type: 'unclear' });
  });

  it('are no consent either, if they are a murmur', () => {
    expect(english.listener.understand('mm', heardIn('consent')).event).toEqual({ type: 'unclear' });
    expect(english.listener.understand('mm hmm', heardIn('consent')).event).toEqual({ type: 'yes' });
  });
});
