/** What somebody says after help was offered who cannot talk now. */
import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { english } from '../skill.ts';

describe('after help was offered', () => {
  it.each([
    "I can't talk, he's here",
    "shh, he'll hear",
    'be quiet',
    "he's in the room",
    'not so loud',
    'he just walked in',
    "she's at the door",
    'sorry, wrong room, play some music',
    "please don't tell Bo",
    'okay okay, he is home now, cut it',
    "don't read it again, he can hear",
    "don't say the number, he's right here",
    'shut up shut up',
    "stop, he's looking",
    "I shouldn't have said that, he's asking who I'm talking to",
    'no no wait, he is coming, say nothing',
    'okay called, they are coming, keep it quiet please',
  ])('"%s" ends it, and no number is read out', (said) => {
    expect(english.listener.understand(said, heardIn('support')).event).toEqual({ type: 'stop' });
  });

  it.each([
    'say it again',
    'what was the number',
    "what's the number, he's in the room",
    "help me, he's in the room",
    "he's home, drunk, and hitting me",
    "he's coming to kill me",
    "my husband can't speak",
    "mum can't talk properly",
    'my daughter is here',
    'the ambulance is here',
    "he's coming back round",
    "he's grabbing my hair",
    'he told me to shut up and pushed me',
    "she's looking really pale",
    'he fell on the stairs',
    "she can hear me but she won't answer",
    "I can't talk to her, she won't answer",
  ])('"%s" does not', (said) => {
    expect(english.listener.understand(said, heardIn('support')).event.type).not.toBe('stop');
  });

  it.each(["no it's not me, it's my sister", "no, he's not asleep, I think he's gone"])(
    '"%s" is no "no, thank you"',
    (said) => {
      expect(english.listener.understand(said, heardIn('support')).event.type).not.toBe('no');
    },
  );

  it.each([
    "sorry, it's an expression",
    'it was a joke',
    'goodness no, nobody is in danger',
    "no, we're fine, don't need a helpline",
    'he says it is only wind',
    'sorry, wrong word',
  ])('"%s" is one, though a danger may be in it', (said) => {
    expect(english.listener.understand(said, heardIn('support')).event).toEqual({ type: 'no' });
  });

  it.each([
    "it's no joke",
    "I'm not joking",
    'nobody is coming',
    'I took the lot, I did not mean it',
    'I thought it was heartburn and now my arm hurts',
    "everyone thinks I'm fine",
    'not serious bleeding',
    'it was a joke but he held me down',
    'nobody is in danger but he has a knife',
    "I don't like that look in his eyes",
  ])('"%s" is none', (said) => {
    expect(english.listener.understand(said, heardIn('support')).event.type).not.toBe('no');
  });

  it('what is a danger beyond doubt is one, whatever they deny', () => {
    const said = "it was a joke but now he isn't breathing, help";
    expect(english.listener.understand(said, heardIn('support')).event.type).toBe('support');
  });

  it.each(["no thanks, we're fine", 'no, go on please'])('"%s" is one', (said) => {
    expect(['no', 'resume']).toContain(english.listener.understand(said, heardIn('support')).event.type);
  });
});

it('who would be overheard and asks where to write hears that', () => {
  const said = "he'd hear me if I call, can I text somebody";
  expect(english.listener.understand(said, heardIn('support')).event).toEqual({
    type: 'support',
    about: 'asked',
    byText: true,
  });
});

it.each([
  'my son took all the pills, can I text somebody',
  "I can't stop thinking about dying, is there a chat",
])('a danger for a life counts before the wish to write: "%s"', (said) => {
  const { event } = english.listener.understand(said, heardIn('support'));
  expect(event).toMatchObject({ type: 'support' });
  expect(event).not.toHaveProperty('byText');
});
