import { describe, expect, it } from 'vitest';
import { heardIn, type Moment } from '../../interaction-models/costs/examples.ts';
import { english } from '../skill.ts';

const QUESTIONS: readonly Moment[] = [
  'welcome',
  'consent',
  'get-it',
  'talk-end',
  'recap-ask',
  'carry-on',
  'paused',
  'take-back',
  'forget',
];

describe('words that the skill has never heard', () => {
  it.each(QUESTIONS)('are no answer at %s, where most answers are a yes', (moment) => {
    for (const said of ['zebra', 'banana boat', 'purple monkey dishwasher'])
      expect(english.listener.understand(said, heardIn(moment)).event, said).toEqual({ type: 'unclear' });
  });
});
