import { describe, expect, test } from 'vitest';
import { askedAt, household, SUNDAY, thanks, Visit } from '../couple.ts';

describe('an appreciation said at any moment', () => {
  test('is asked whose it is, read back, and kept on a yes; then it is over', () => {
    const visit = new Visit(household()).says(thanks('I love your soup.'));
    expect(visit.asked).toBe('adding.who');
    expect(visit.says('no').heard).toEqual(['adding.read', 'confirm.keep']);
    visit.says('yes');
    expect(visit.effects).toContainEqual(
      expect.objectContaining({
        effect: 'keep',
        appreciation: expect.objectContaining({ text: 'I love your soup.', from: 'b', to: 'a' }),
      }),
    );
    expect(visit.isOver).toBe(true);
  });

  test('in a turn gives the rest of the turn back', () => {
    const visit = askedAt('talk.a')
      .interrupts(thanks('I love your soup.'), 'talk.a', 40)
      .says('yes')
      .says('yes');
    expect(visit.heard).toEqual(['adding.kept', 'carry-on.go', 'talk.still', 'talk.finished']);
    expect(visit.place?.step).toBe('talk.a');
  });

  test('at the end of a turn is taken for words to each other', () => {
    const visit = askedAt('talk.a').says(thanks('I love your soup.'));
    expect(visit.heard[0]).toBe('quiet.more');
  });

  test('asks about the one whose turn it is first, because it is likely to be theirs', () => {
    const visit = askedAt('talk.b').interrupts(thanks('I love your soup.'), 'talk.b', 40);
    expect(visit.acts.at(-1)).toMatchObject({ line: { key: 'adding.who', with: { name: 'Bo' } } });
  });

  test.each<[object, string]>([
    [{ from: 'bo' }, 'b'],
    [{ to: 'BO' }, 'a'],
  ])('with %j needs no question', (more, from) => {
    const visit = new Visit(household()).says(thanks('I love your soup.', more)).says('yes');
    expect(visit.effects).toContainEqual(
      expect.objectContaining({ appreciation: expect.objectContaining({ from }) }),
    );
  });

  test('is from somebody else if they say so at the last moment', () => {
    const visit = new Visit(household()).says(thanks('I love your soup.')).says('yes');
    visit.says({ type: 'names', name: 'Bo', other: null });
    expect(visit.heard).toEqual(['adding.read', 'confirm.keep']);
    visit.says('yes');
    expect(visit.effects).toContainEqual(
      expect.objectContaining({ appreciation: expect.objectContaining({ from: 'b' }) }),
    );
  });

  test('that is said differently is asked again whose it is, if that was not known', () => {
    const visit = new Visit(household()).says('launch').says(thanks('I love your soup.'));
    expect(visit.asked).toBe('adding.who');
    visit.says('reword').says(thanks('I love your bread.'));
    expect(visit.asked).toBe('adding.who');
  });

  test('of "him" is asked about again, and nothing is said about who starts', () => {
    const visit = new Visit(household()).says(thanks('I love your soup.')).says({ type: 'first', who: null });
    expect(visit.heard).toEqual(['missed.name', 'adding.who-again']);
  });

  test('can be said in other words, and it is still known whose it is', () => {
    const visit = new Visit(household()).says(thanks('I love your soup.')).says('no').says('reword');
    expect(visit.asked).toBe('adding.another-way');
    expect(visit.says(thanks('I love your bread.')).heard[0]).toBe('adding.read');
  });

  test.each([
    ['whose it is', [], ['confirm.replaced', 'adding.who']],
    ['whether to save it', ['yes'], ['confirm.replaced', 'adding.read', 'confirm.keep']],
  ] as const)(
    'is replaced by another one while it is asked %s, and they hear that',
    (_what, answers, heard) => {
      const visit = new Visit(household()).says(thanks('I love your soup.'));
      for (const answer of answers) visit.says(answer);
      visit.says(thanks('I love your bread.'));
      expect(visit.heard).toEqual(heard);
      expect(JSON.stringify(visit.state)).not.toContain('soup');
    },
  );

  test('is read back with the change that they ask for', () => {
    const visit = new Visit(household()).says(thanks('I love your soup, haha.')).says('yes');
    const edit = { out: ['haha'], put: [], replaces: false, splits: false };
    visit.says({ type: 'reword', edit });
    expect(visit.said('adding.read')).toMatchObject({ text: 'I love your soup' });
    expect(visit.says('yes').effects).toContainEqual(
      expect.objectContaining({ appreciation: expect.objectContaining({ text: 'I love your soup' }) }),
    );
  });

  test('is asked for again if what they want changed is not in it, and in a step too', () => {
    const edit = { out: ['stew'], put: [], replaces: false, splits: false };
    const visit = new Visit(household()).says(thanks('I love your soup.')).says('yes');
    expect(visit.says({ type: 'reword', edit }).asked).toBe('adding.another-way');
    const step = askedAt('appreciate.a').says(thanks('I love your soup.')).says('reword');
    expect(step.asked).toBe('appreciate.another-way');
    step.says(thanks('I love your bread.')).says('reword');
    expect([step.asked, step.effects]).toEqual(['appreciate.another-way', []]);
  });

  test('means what it means without the change, if that is not in the sentence', () => {
    const edit = { out: ['stew'], put: [], replaces: false, splits: false };
    const visit = new Visit(household()).says(thanks('I love your soup.')).says('yes');
    expect(visit.says({ type: 'reword', edit, or: 'yes' }).heard).toContain('adding.kept');
  });

  test('is too long with some changes', () => {
    const text = `I love your soup ${'and your bread '.repeat(18)}`.trim();
    const edit = { out: ['soup'], put: ['soup'.repeat(20)], replaces: true, splits: false };
    const visit = new Visit(household()).says(thanks(text)).says('yes');
    expect(visit.says({ type: 'reword', edit }).asked).toBe('adding.another-way');
  });

  test('is not replaced if the same is said again', () => {
    const visit = new Visit(household()).says(thanks('I love your soup.')).says(thanks('i love your soup'));
    expect(visit.heard).toEqual(['adding.who']);
  });

  test('in a step is replaced by another one, and they hear that', () => {
    const visit = askedAt('appreciate.a').says(thanks('I love your soup.'));
    visit.says(thanks('I love your bread.'));
    expect(visit.heard).toEqual(['confirm.replaced', 'confirm.read-back', 'confirm.keep']);
  });

  test('is let go if nobody answers, and the turn goes on', () => {
    const visit = askedAt('talk.a').interrupts(thanks('I love your soup.'), 'talk.a', 40).says('yes');
    expect(visit.reply?.ifSilent?.acts.map((act) => ('line' in act ? act.line.key : act.do))).toContain(
      'confirm.unsaved',
    );
    expect(visit.saysNothing().at).toBe('check-in/talk.a');
  });

  test('is not taken from two who are new, and their first visit begins', () => {
    const visit = new Visit(null).says(thanks('I love your soup.'));
    expect(visit.heard[0]).toBe('adding.not-yet');
    expect(visit.asked).toBe('names.first');
    expect(JSON.stringify(visit.state)).not.toContain('soup');
  });

  const saved = (): Visit =>
    new Visit(household()).says('launch').says(thanks('I love your soup.')).says('yes').says('yes');

  test('is read once more before it is taken back in the same session', () => {
    const visit = saved();
    const key = visit.state.last;
    if (key === null || !('day' in key)) throw new Error('nothing was kept');
    const { id, day, from } = key;
    const kept = { id, day, from, to: 'b' as const, text: 'I love your soup.', at: SUNDAY };
    visit.in({ recalled: { page: [kept], next: null } }).says('take-back');
    expect(visit.acts.flatMap((act) => (act.do === 'say' ? [act.line.with] : []))).toEqual([
      { name: 'Ana', text: 'I love your soup' },
    ]);
    expect(visit.asked).toBe('retract.ask');
    expect(JSON.stringify(visit.state)).not.toContain('soup');
    expect(visit.says('repeat').heard).toEqual(['retract.sentence', 'retract.ask-again']);
    visit.says('yes');
    expect(visit.effects).toContainEqual({
      effect: 'take-back',
      appreciation: { id: key.id, day: key.day },
    });
    expect(visit.heard[0]).toBe('retract.done');
    expect(visit.asked).toBe('welcome.again');
  });

  test('is taken back with a yes even if the store does not list it yet', () => {
    const visit = saved()
      .in({ recalled: { page: [], next: null } })
      .says('take-back');
    expect(visit.heard).toEqual(['retract.last', 'retract.ask']);
    expect(visit.says('yes').effects.map(({ effect }) => effect)).toContain('take-back');
  });

  test('is not the only one that can be taken back: "the other one" asks about the one before it', () => {
    const one = (id: string, at: number) =>
      ({ id, at, text: `${id} helped`, from: 'a', to: 'b', day: '2026-11-22' }) as const;
    const page = [one('first', 1), one('third', 3), one('second', 2)];
    const visit = new Visit(household(), { recalled: { page, next: null } }).says('take-back');
    expect(visit.said('retract.sentence')).toMatchObject({ text: 'third helped' });
    expect(visit.says('another').said('retract.before')).toMatchObject({ text: 'second helped' });
    expect(visit.says('another').said('retract.before')).toMatchObject({ text: 'first helped' });
    const deleting = visit.says('yes').effects;
    expect(deleting).toContainEqual({
      effect: 'take-back',
      appreciation: { id: 'first', day: '2026-11-22' },
    });
    const none = new Visit(household(), { recalled: { page: [one('only', 1)], next: null } })
      .says('take-back')
      .says('another');
    expect([none.heard[0], none.effects]).toEqual(['retract.no-other', []]);
  });

  test('is found by what their words are about, or else it is the newest', () => {
    const one = (id: string, at: number, text: string) =>
      ({ id, at, text, from: 'a', to: 'b', day: '2026-11-22' }) as const;
    const page = [one('first', 1, 'You made coffee at four.'), one('second', 2, 'You fixed the bike.')];
    const taking = (...about: string[]) =>
      new Visit(household(), { recalled: { page, next: null } }).says({ type: 'take-back', about });
    expect(taking('coffee').said('retract.found')).toMatchObject({ text: 'You made coffee at four' });
    expect(taking('soup').said('retract.sentence')).toMatchObject({ text: 'You fixed the bike' });
    expect(taking('coffee').says('yes').effects).toContainEqual({
      effect: 'take-back',
      appreciation: { id: 'first', day: '2026-11-22' },
    });
  });

  test('is taken back as soon as possible if the store cannot be reached', () => {
    const visit = saved().in({ recalled: 'unreachable' }).says('take-back');
    expect(visit.effects.map(({ effect }) => effect)).toContain('take-back');
  });
});

describe('an appreciation that names one of the two', () => {
  test.each([
    ['bo made me laugh so hard', 'a'],
    ["I loved Ana's laugh today", 'b'],
    ['ANA was so kind.', 'b'],
  ] as const)('%s: the author is the other one', (text, from) => {
    const visit = new Visit(household()).says(thanks(text));
    expect(visit.heard).toEqual(['adding.read', 'confirm.keep']);
    expect(visit.says('yes').effects).toContainEqual(
      expect.objectContaining({ effect: 'keep', appreciation: expect.objectContaining({ from, text }) }),
    );
  });

  test.each(['Ana and Bo are lovely', 'I like your bonnet', 'I love her laugh'])(
    '%s: it is said what it is taken for, and asked who said it',
    (text) => {
      const visit = new Visit(household()).says(thanks(text));
      expect(visit.heard).toEqual(['adding.as-one', 'adding.who']);
    },
  );
});
