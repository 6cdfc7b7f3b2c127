/** A sentence that waits for its yes, while something else is said or done. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import type { LineKey } from '../../../lambda/conversation/model/lines.ts';
import { askedAt, household, returningTo, thanks, unfinished, Visit } from '../couple.ts';

describe('an appreciation that was read back', () => {
  test('waits for its yes while something else is only said in between', () => {
    const visit = new Visit(household(), { own: [], recalled: { page: [], next: null } });
    visit.says(thanks('I love your soup.')).says('yes').says('send');
    expect(visit.heard).toEqual(['send.none', 'confirm.keep-again']);
    expect(visit.says('yes').effects).toMatchObject([{ appreciation: { text: 'I love your soup.' } }, {}]);
  });

  const listening: Event = { type: 'choose', exercise: 'listening', minutes: 5 };

  test.each(['yes', 'delete-it'] as const)(
    'is asked about before the exercise that they ask for in its place, which begins after %s',
    (answer) => {
      const visit = new Visit(household()).says(thanks('I love your soup.')).says('yes').says(listening);
      expect(visit.heard).toEqual(['confirm.first', 'adding.read', 'confirm.keep']);
      visit.says(answer);
      expect(visit.heard.slice(0, 2)).toEqual([
        answer === 'yes' ? 'adding.kept' : 'confirm.dropped',
        'open.listening',
      ]);
      expect(visit.place).toMatchObject({ exercise: 'listening', minutes: 5 });
    },
  );

  test('is asked about before they are asked whether to leave the exercise under way', () => {
    const visit = askedAt('talk.a').interrupts(thanks('I love your soup.'), 'talk.a', 40).says('yes');
    expect(visit.says(listening).heard).toEqual(['confirm.first', 'adding.read', 'confirm.keep']);
    expect(visit.says('yes').heard).toEqual(['adding.kept', 'start-over.other']);
    expect(visit.effects).toContainEqual(expect.objectContaining({ effect: 'keep' }));
  });

  test('in a step is asked about first, and then whether to leave the exercise', () => {
    const visit = askedAt('appreciate.a').says(thanks('I love your soup.')).says(listening);
    expect(visit.heard).toEqual(['confirm.first', 'confirm.read-back', 'confirm.keep']);
    expect(visit.says('yes').heard).toEqual(['adding.kept', 'start-over.other']);
    expect(visit.effects).toContainEqual(expect.objectContaining({ effect: 'keep' }));
    expect(visit.says('yes').place?.exercise).toBe('listening');
  });

  const RECAPLESS = { own: [], recalled: { page: [], next: null }, reminded: { outcome: 'none' as const } };

  test.each<[string, Event, Event, LineKey]>([
    ['a recap', { type: 'recap', period: 'week', whose: null }, { type: 'no' }, 'adding.read'],
    ['a reminder', { type: 'remind', day: null, time: null }, { type: 'no' }, 'adding.read'],
    ['a deletion that is not wanted', { type: 'forget', what: 'us' }, { type: 'no' }, 'adding.read'],
    ['support', { type: 'support', about: 'asked' }, { type: 'resume' }, 'adding.read'],
    [
      'a danger that may be none',
      { type: 'support', about: 'unsafe', doubtful: true },
      { type: 'resume' },
      'adding.read',
    ],
    ['something that is too much', { type: 'distress' }, { type: 'yes' }, 'adding.read'],
  ])('waits beneath %s, and is read again after it', (_what, event, answer, key) => {
    const visit = new Visit(household(), RECAPLESS).says(thanks('I love your soup.')).says('yes').says(event);
    expect(visit.at).not.toBe('adding.confirm');
    expect(visit.heard).not.toContain('confirm.unsaved');
    visit.says(answer);
    expect(visit.heard).toContain(key);
    expect(visit.at).toBe('adding.confirm');
    expect(visit.says('yes').effects).toMatchObject([{ appreciation: { text: 'I love your soup.' } }, {}]);
  });

  test('that waits beneath another question is told to be gone if that ends the session', () => {
    const visit = new Visit(household(), RECAPLESS).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'remind', day: null, time: null }).says('stop');
    expect(visit.heard).toEqual(['confirm.unsaved', 'stop.bye']);
    expect(JSON.stringify(visit.state)).not.toContain('soup');
  });

  test('that waits beneath another question is not lost in silence', () => {
    const visit = askedAt('talk.a').in(RECAPLESS).interrupts(thanks('I love your soup.'), 'talk.a', 40);
    visit.says('yes').says({ type: 'remind', day: null, time: null }).saysNothing();
    expect(visit.at).toBe('remind.when');
  });

  test('is asked about before an exercise begins, even from beneath another question', () => {
    const visit = new Visit(household(), RECAPLESS).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'remind', day: null, time: null }).says(listening);
    expect(visit.heard).toEqual(['confirm.first', 'adding.read', 'confirm.keep']);
    expect(visit.says('yes').place?.exercise).toBe('listening');
  });

  test('is asked about before an exercise begins in place of another one', () => {
    const visit = askedAt('talk.a').in(RECAPLESS).interrupts(thanks('I love your soup.'), 'talk.a', 40);
    visit.says('yes').says('distress').says('another');
    expect(visit.asked).toBe('hard-moment.instead');
    expect(visit.says('yes').heard).toContain('confirm.first');
    expect(visit.at).toBe('adding.confirm');
  });

  test('is told to be gone if another one is said beneath which it waited', () => {
    const visit = new Visit(household(), RECAPLESS).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'recap', period: 'week', whose: null }).says(thanks('I love your bread.'));
    expect(visit.heard[0]).toBe('confirm.unsaved');
    expect(JSON.stringify(visit.state)).not.toContain('soup');
  });

  test('does not wait any longer once they ask not to save', () => {
    const visit = new Visit(household(), RECAPLESS).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'keep-question', text: 'what makes you laugh' }).says('dont-save');
    expect(visit.heard).toEqual(['confirm.unsaved', 'saving.off']);
    expect(visit.isOver).toBe(true);
  });

  test('with a wish and a question of theirs beside it is heard to be kept before the next is asked about', () => {
    const visit = new Visit(household(), RECAPLESS).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'keep-question', text: 'what makes you laugh' }).says(listening).says('no');
    expect(visit.heard).toEqual(['own.dropped', 'confirm.first', 'adding.read', 'confirm.keep']);
    expect(visit.says('yes').heard.slice(0, 2)).toEqual(['adding.kept', 'open.listening']);
  });

  test('in a session opened for it alone gives up the place that is stored, if an exercise is asked for', () => {
    const visit = returningTo(unfinished({ step: 'talk.b' })).in(RECAPLESS);
    visit.says(thanks('I love your soup.')).says('yes').says(listening).says('yes');
    expect(visit.heard[0]).toBe('adding.kept');
    expect(visit.place?.exercise).toBe('listening');
  });

  test('is asked about once they have heard enough after a danger that may be none', () => {
    const visit = new Visit(household(), RECAPLESS).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'support', about: 'unsafe', doubtful: true }).says('no');
    expect(visit.heard).toEqual(['carry-on.go', 'adding.read', 'confirm.keep']);
  });

  test.each(['anywhere', 'step'] as const)(
    'is dropped by a no, if an exercise comes after it: %s',
    (origin) => {
      const visit =
        origin === 'step'
          ? askedAt('appreciate.a').says(thanks('I love your soup.'))
          : new Visit(household()).says(thanks('I love your soup.')).says('yes');
      expect(visit.says(listening).says('no').heard[0]).toBe('confirm.dropped');
      expect(visit.heard[1]).toBe(origin === 'step' ? 'start-over.other' : 'open.listening');
    },
  );

  test('and a question of theirs are told to be gone in one sentence', () => {
    const visit = new Visit(household(), RECAPLESS).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'keep-question', text: 'what makes you laugh' }).says('launch');
    expect(visit.heard[0]).toBe('confirm.none-saved');
    expect(JSON.stringify(visit.state)).not.toMatch(/soup|laugh/);
  });

  test('waits beside a question of theirs: both are asked about', () => {
    const visit = new Visit(household(), RECAPLESS).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'keep-question', text: 'what makes you laugh' });
    expect(visit.at).toBe('own.confirm');
    visit.says('yes');
    expect(visit.heard).toEqual(['own.kept', 'adding.read', 'confirm.keep']);
  });
});
