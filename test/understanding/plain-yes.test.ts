/** Whether a yes is said as plainly as a question needs it. */
import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { english } from '../skill.ts';
import { asked, decided, NO_PHRASE } from './decided.ts';

describe('a yes to saving a sentence', () => {
  const judged = (probability: number) => [{ sense: 'yes', probability }];

  it('has to be likely if no word of it says yes, and more so in many words', () => {
    const confirm = asked('adding.confirm');
    expect(decided(`the ${NO_PHRASE}`, judged(0.5), confirm)).toEqual({ type: 'unclear' });
    expect(decided(`the ${NO_PHRASE}`, judged(0.7), confirm)).toEqual({ type: 'yes' });
    expect(decided(`he was a ${NO_PHRASE} all week`, judged(0.97), confirm)).toEqual({ type: 'unclear' });
    expect(decided(`yes he was a ${NO_PHRASE} all week`, judged(0.97), confirm)).toEqual({ type: 'yes' });
  });
});

describe('a yes to being remembered', () => {
  it('has to be plain or likely', () => {
    const judged = (probability: number) => [{ sense: 'yes', probability }];
    for (const question of ['consent.a', 'consent.b', 'voice.b']) {
      expect(decided(`the ${NO_PHRASE}`, judged(0.85), asked(question, 'allows'))).toEqual({
        type: 'unclear',
      });
      expect(decided(`the ${NO_PHRASE}`, judged(0.95), asked(question, 'allows'))).toEqual({ type: 'yes' });
      expect(decided(`yes ${NO_PHRASE}`, judged(0.4), asked(question, 'allows'))).toEqual({ type: 'yes' });
    }
    expect(decided(`the ${NO_PHRASE}`, judged(0.4), asked('recap.more'))).toEqual({ type: 'yes' });
  });

  it('has to be likely at any question if no word of it is known', () => {
    expect(decided(NO_PHRASE, [{ sense: 'yes', probability: 0.9 }], asked('recap.more'))).toEqual({
      type: 'unclear',
    });
    expect(decided(NO_PHRASE, [{ sense: 'yes', probability: 0.95 }], asked('recap.more'))).toEqual({
      type: 'yes',
    });
  });

  it.each(['the short one please', 'is that the cat', 'the telly is too loud'])('is not "%s"', (said) => {
    expect(english.listener.understand(said, heardIn('consent')).event.type).not.toBe('yes');
  });
});

/** The questions at which a yes deletes something. */
const DELETING = ['forget.us', 'forget.person', 'forget.words', 'take-back', 'parting'].map((id) =>
  asked(id, 'deletes'),
);
const DELETES = ['yes', 'delete-it'];
const eventTypes = (said: string): string[] =>
  DELETING.map((heard) => english.listener.understand(said, heard).event.type);

describe('a yes to deleting', () => {
  it.each(['yes', 'yes please', 'yes delete it', 'yes, please delete it'])('is "%s"', (said) => {
    for (const type of eventTypes(said)) expect(DELETES).toContain(type);
  });

  it.each([
    'keep it',
    'save it',
    'yes keep it',
    'please keep it',
    'keep everything',
    "i'm good",
    "we're good",
    'wait',
    'hold on',
    'wait yes',
    'yes wait',
    'yes hold on',
    'no',
    'no no',
    'nope',
    'no delete nothing',
    'delete nothing',
    "don't delete it",
    "don't delete anything",
    'please do not delete it',
    'not yet',
    'yes but not today',
    'later',
    'maybe',
    "i don't know",
    'never mind',
    'leave it',
    'leave it alone',
    'stop',
    'what',
    'um',
    'huh',
    'mm',
    'mm mm',
    'yes no',
    'no yes no',
    '',
  ])('is not "%s"', (said) => {
    for (const type of eventTypes(said)) expect(DELETES).not.toContain(type);
  });

  it('has to be said, however sure the senses are', () => {
    for (const heard of DELETING)
      for (const sense of DELETES) {
        expect(decided(NO_PHRASE, [{ sense, probability: 1 }], heard)).toEqual({ type: 'unclear' });
        expect(decided('keep it quartz', [{ sense, probability: 1 }], heard)).toEqual({ type: 'unclear' });
      }
  });

  it('may be less plain where nothing is deleted', () => {
    expect(decided(NO_PHRASE, [{ sense: 'yes', probability: 1 }], heardIn('welcome'))).toEqual({
      type: 'yes',
    });
  });
});

describe('a yes of the other one', () => {
  const at = (id: string, said: string) =>
    english.listener.understand(said, asked(id, id === 'forget.us' ? 'deletes' : 'allows')).event;

  it.each(['bo says yes', "he's nodding", "she says it's fine", "ana doesn't mind"])(
    'reported by "%s" allows nothing',
    (said) => {
      for (const id of ['consent.b', 'voice.b'])
        expect(at(id, said)).toEqual({ type: 'yes', reported: true });
    },
  );

  it.each(['yes, and bo says yes too', "yes, i'm fine with it"])(
    'in "%s" stands beside their own',
    (said) => {
      expect(at('consent.a', said)).toEqual({ type: 'yes' });
    },
  );
});

describe('a yes to deleting everything', () => {
  const deletion = (said: string) =>
    english.listener.understand(said, asked('parting', 'deletes')).event.type;

  it.each(['yes yes go on', 'what, why would you, oh whatever, yes', "yes, let's do the game"])(
    'is not "%s"',
    (said) => {
      expect(['yes', 'delete-it', 'forget']).not.toContain(deletion(said));
    },
  );

  it.each(['yes', 'yes please', 'yes, delete all of it, I want it gone'])('is "%s"', (said) => {
    expect(['yes', 'delete-it', 'forget']).toContain(deletion(said));
  });
});
