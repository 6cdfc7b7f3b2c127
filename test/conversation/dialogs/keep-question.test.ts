import { describe, expect, it } from 'vitest';
import type { OwnQuestion } from '../../../lambda/conversation/model/effect.ts';
import type { Event } from '../../../lambda/conversation/model/event.ts';
import { MOST_OWN } from '../../../lambda/conversation/model/own-question.ts';
import { askedAt, DAY, firstVisit, household, SUNDAY, Visit } from '../couple.ts';

const LAUGH = 'what makes you laugh';
const question = (text: string): Event => ({ type: 'keep-question', text });
const aQuestion = (index: number, change: Partial<OwnQuestion> = {}): OwnQuestion => ({
  id: `${(SUNDAY - DAY).toString(36)}-${index}`,
  text: `question ${index}`,
  from: null,
  at: SUNDAY - DAY,
  ...change,
});
const couple = (own: readonly OwnQuestion[] | 'unreachable' = []): Visit => new Visit(household(), { own });

describe('a question of their own', () => {
  it('is asked for, read back, and kept after a yes', () => {
    const visit = couple().says(question(''));
    expect(visit.asked).toBe('own.text');
    visit.says(question(LAUGH));
    expect(visit.said('own.read-back')).toEqual({ text: `${LAUGH}?` });
    expect(visit.asked).toBe('own.save');
    expect(visit.effects).toEqual([]);
    visit.says('yes');
    expect(visit.effects).toMatchObject([
      { effect: 'keep-question', question: { text: LAUGH, from: null, at: SUNDAY } },
      { effect: 'save' },
    ]);
  });

  it('has an id that derives from its request, so that a retry keeps the same one', () => {
    const kept = (now: number) => {
      const visit = couple().in({ now }).says(question(LAUGH)).says('yes');
      return visit.effects.flatMap((one) => (one.effect === 'keep-question' ? [one.question.id] : []));
    };
    expect(kept(SUNDAY)).toHaveLength(1);
    expect(kept(SUNDAY)).toEqual(kept(SUNDAY));
    expect(kept(SUNDAY + 1000)).not.toEqual(kept(SUNDAY));
  });

  it('is from the partner whose voice said it', () => {
    const known = household({ voices: { a: null, b: "Bo's voice" } });
    const visit = new Visit(known, { speaker: "Bo's voice" }).says(question(LAUGH)).says('yes');
    expect(visit.effects).toMatchObject([{ question: { from: 'b' } }, {}]);
  });

  it.each([
    'no',
    'delete-it',
    'skip',
    'rather-not',
    'take-back',
    'take-question-back',
    'stop',
    'dont-save',
  ] as const)('is not kept after %s', (answer) => {
    const visit = couple().says(question(LAUGH)).says(answer);
    expect(visit.effects.some(({ effect }) => effect === 'keep-question')).toBe(false);
    expect(JSON.stringify(visit.state)).not.toContain(LAUGH);
  });

  it.each(['next', 'done', 'unclear'] as const)('is neither kept nor dropped after %s', (answer) => {
    const visit = couple().says(question(LAUGH)).says(answer);
    expect(visit.effects).toEqual([]);
    expect(visit.at).toBe('own.confirm');
  });

  it('is forgotten at once if what is said is a cry for help', () => {
    for (const said of ['', LAUGH]) {
      const visit = couple().says(question(said)).says({ type: 'support', about: 'self-harm' });
      expect(visit.asked).toBe('support.ask');
      expect(JSON.stringify(visit.state)).not.toContain(LAUGH);
    }
  });

  it('is asked for again if it is too long, and left after some tries', () => {
    const visit = couple().says(question('why '.repeat(100)));
    expect(visit.asked).toBe('own.shorter');
    visit.says(question(''));
    expect(visit.asked).toBe('own.text-again');
    visit.says(question(''));
    expect(visit.heard).toContain('missed.own');
  });

  it('needs the yes of both to being remembered', () => {
    expect(firstVisit().says(question(LAUGH)).heard).toContain('own.not-yet');
  });

  it('is not kept on a night without saving', () => {
    const visit = askedAt('talk.a').says('dont-save').says(question(LAUGH));
    expect(visit.heard).toContain('own.not-saving');
    expect(visit.effects).toEqual([]);
  });

  it('is not taken if there are as many as they can have, or if those cannot be read', () => {
    const full = Array.from({ length: MOST_OWN }, (_, index) => aQuestion(index));
    expect(couple(full).says(question(LAUGH)).heard).toEqual(['own.full']);
    expect(couple('unreachable').says(question(LAUGH)).heard).toEqual(['own.out-of-reach']);
  });

  it('is offered again if it could not be stored, and taken back if they leave it then', () => {
    const visit = couple().says(question(LAUGH)).says('not-kept');
    expect(visit.asked).toBe('own.try-again');
    visit.says('no');
    expect(visit.effects).toMatchObject([{ effect: 'take-back', appreciation: { kind: 'question' } }]);
  });

  it('comes between, and the exercise goes on after it', () => {
    const visit = askedAt('get-it.a').says(question(LAUGH)).says('yes');
    expect(visit.heard.slice(0, 2)).toEqual(['own.kept', 'carry-on.go']);
    expect(visit.place?.step).toBe('get-it.a');
  });
});

describe('"take that question back"', () => {
  it('says which is the newest, asks, and deletes it after a yes', () => {
    const visit = couple([aQuestion(1), aQuestion(2)]).says('take-question-back');
    expect(visit.said('own.newest')).toEqual({ text: 'question 2?' });
    expect(visit.effects).toEqual([]);
    visit.says('yes');
    expect(visit.effects).toEqual([
      { effect: 'take-back', appreciation: { id: aQuestion(2).id, kind: 'question' } },
    ]);
  });

  it('asks about the one before it, if that is the one they mean', () => {
    const visit = couple([aQuestion(1), aQuestion(2)])
      .says('take-question-back')
      .says('another');
    expect(visit.said('own.before')).toEqual({ text: 'question 1?' });
    expect(visit.says('another').heard[0]).toBe('retract.no-other');
    expect(visit.effects).toEqual([]);
  });

  it.each(['take-question-back', 'take-back', 'delete-it'] as const)(
    'deletes the one of this session at once, as %s',
    (event) => {
      const visit = askedAt('get-it.a').says(question(LAUGH)).says('yes');
      const key = visit.state.last;
      visit.in({ own: [{ id: key?.id ?? '', text: LAUGH, from: null, at: SUNDAY }] }).says(event);
      expect(visit.heard.slice(0, 2)).toEqual(['own.newest', 'retract.done']);
      expect(visit.effects).toMatchObject([{ effect: 'take-back', appreciation: { id: key?.id } }]);
      expect(visit.state.last).toBeNull();
    },
  );

  it('says that there is none', () => {
    expect(couple().says('take-question-back').heard).toEqual(['own.none']);
  });
});

describe('"one of ours"', () => {
  const texts = (visit: Visit) => visit.said('question.text')?.question;

  it('says how to add one if there is none, before they agreed too', () => {
    expect(couple().says('own-question').heard).toEqual(['own.none']);
    expect(firstVisit().says('own-question').heard).toContain('own.none');
  });

  it('asks one of theirs to both, and not the same one until all were asked', () => {
    const own = [aQuestion(1), aQuestion(2), aQuestion(3)];
    let visit = couple(own).says('own-question');
    const heard = [texts(visit)];
    expect(visit.heard.filter((key) => key === 'question.text')).toHaveLength(2);
    visit.says('yes');
    heard.push(texts(visit));
    for (let times = 0; times < 2; times += 1) {
      visit.says('stop');
      visit = visit.another({ own }).says('own-question');
      heard.push(texts(visit));
    }
    expect(heard).toEqual(['question 1?', 'question 2?', 'question 3?', 'question 1?']);
  });

  it('goes on with other questions once all of theirs were asked', () => {
    const visit = couple([aQuestion(1)])
      .says('own-question')
      .says('yes');
    expect(texts(visit)).toEqual({ question: expect.stringMatching(/^[olt]l1$/u) });
  });

  it('is asked in place of another question', () => {
    const visit = askedAt('another.1', 'questions', 10).in({ own: [aQuestion(1)] });
    expect(texts(visit.says('own-question'))).toBe('question 1?');
  });

  it('needs to read them first, and says so as an effect', () => {
    const visit = couple().in({ own: null }).says('own-question');
    expect(visit.effects).toEqual([{ effect: 'recall-own' }]);
  });

  it('goes on with its text in another session, and with another question if it was deleted', () => {
    const own = [aQuestion(1)];
    const left = couple(own).says('own-question').interrupts('stop', 'question.1.a', 30);
    expect(texts(left.another({ own }).says('launch').says('yes'))).toBe('question 1?');
    expect(JSON.stringify(left.place)).not.toContain('question 1');
    const place = left.place;
    if (place === null) throw new Error('expected a place');
    const at = { ...place, step: 'question.1.b', from: 'question.1.b' };
    expect(texts(new Visit(household(), { own }, at).says('launch').says('yes'))).toBe('question 1?');
    const gone = new Visit(household(), { own: [] }, at).says('launch').says('yes');
    expect(texts(gone)).toEqual({ question: expect.stringMatching(/^[olt]l1$/u) });
  });

  it('is never one that was deleted for somebody, even if it is still stored', () => {
    for (const from of ['b', null] as const) {
      const forgotten = household({ erased: { a: null, b: SUNDAY } });
      const visit = new Visit(forgotten, { own: [aQuestion(1, { from })] }).says('own-question');
      expect(visit.heard).toEqual(['own.none']);
    }
  });
});
