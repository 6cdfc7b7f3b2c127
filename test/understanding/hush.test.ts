/** What somebody says after help was offered who cannot talk now. */
import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { english } from '../skill.ts';

describe('after help was offered', () => {
  it.each(["I can't talk, he's here", "shh, he'll hear", 'be quiet', "he's in the room", 'not so loud'])(
    '"%s" ends it, and no number is read out',
    (said) => {
      expect(english.listener.understand(said, heardIn('support')).event).toEqual({ type: 'stop' });
    },
  );

  it.each(['say it again', 'what was the number'])('"%s" does not', (said) => {
    expect(english.listener.understand(said, heardIn('support')).event.type).not.toBe('stop');
  });
});
