/** The event of a sense, with the names and the sentence that were said. */
import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import type { Heard } from '../../lambda/understanding/listener.ts';
import { asked, decided } from './decided.ts';

describe('the wish to say something nice', () => {
  it('is no sentence to save, unless one was asked for', () => {
    const judged = [{ sense: 'appreciation', probability: 1 }];
    expect(decided('something nice', judged)).toEqual({ type: 'appreciation', text: '', barbed: false });
    expect(decided('something nice', judged, heardIn('keep-what'))).toMatchObject({ text: 'something nice' });
  });
});

describe('a name', () => {
  it('in words about who starts is given, where it was asked for', () => {
    const judged = [{ sense: 'first', probability: 1 }];
    const said = 'well I think that would be Xanthippe and not me first';
    expect(decided(said, judged, heardIn('names.a')).type).toBe('names');
    expect(decided(said, judged, heardIn('who-starts')).type).toBe('first');
  });

  it('that is corrected at the question whether to be remembered is the right one', () => {
    const judged = [{ sense: 'rename', probability: 1 }];
    expect(decided('Xanthippe instead', judged, heardIn('consent'))).toEqual({
      type: 'rename',
      name: null,
      other: 'Xanthippe instead',
    });
    expect(decided("it should be Maeve not Bo, she's called Maeve", judged, heardIn('consent'))).toEqual({
      type: 'rename',
      name: 'Bo',
      other: 'Maeve',
    });
  });
});

describe('a depth', () => {
  it('that is turned down is a lighter one', () => {
    const judged = [{ sense: 'choose', probability: 1 }];
    for (const said of ['nothing serious tonight please', 'not too deep today'])
      expect(decided(said, judged, heardIn('welcome'))).toMatchObject({ depth: 'lighter' });
    expect(decided('something serious tonight', judged, heardIn('welcome'))).toMatchObject({ depth: 'deep' });
  });
});

describe('an answer to the question for a time', () => {
  const when = (listensFor: 'time' | null): Heard => {
    const { question, names } = heardIn('remind-when');
    if (question === null) return expect.fail('nothing is asked');
    return { question: { ...question, id: 'remind.time', listensFor }, names };
  };

  it.each([
    ['two', '14:00'],
    ['half past two', '14:30'],
    ['seven in the evening', '19:00'],
  ])('is "%s", even if the same is said beside it elsewhere', (said, time) => {
    const judged = [{ sense: 'none', probability: 1 }];
    expect(decided(said, judged, when('time'))).toEqual({ type: 'remind', day: null, time });
    expect(decided(said, judged, when(null))).toEqual({ type: 'unclear' });
  });

  it('is nothing that means something else, or goes on', () => {
    expect(decided('two', [{ sense: 'skip', probability: 1 }], when('time'))).toEqual({ type: 'skip' });
    const longer = 'it is ten past four in delhi just now mum';
    expect(decided(longer, [{ sense: 'none', probability: 1 }], when('time'))).toEqual({ type: 'unclear' });
  });
});

describe('the author of a sentence', () => {
  it.each([
    ['that was for Bo', 'Ana'],
    ['it was about Ana', 'Bo'],
    ['from Ana to Bo', 'Ana'],
    ['no, not Ana', 'Bo'],
    ['no, Bo said that', 'Bo'],
    ['from Bo', 'Bo'],
  ])('in "%s" is %s', (said, name) => {
    const judged = [{ sense: 'first', probability: 1 }];
    expect(decided(said, judged, heardIn('who-said'))).toEqual({ type: 'first', who: { name } });
  });
});

describe('the name of the one who asks', () => {
  it('is not turned into the other one: "for Bo" is Bo, where it is asked who "me" is', () => {
    const judged = [{ sense: 'first', probability: 1 }];
    expect(decided('the ones for Bo', judged, asked('recap.who'))).toEqual({
      type: 'first',
      who: { name: 'Bo' },
    });
  });
});
