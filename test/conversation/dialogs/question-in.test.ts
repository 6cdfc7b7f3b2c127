import { describe, expect, test } from 'vitest';
import { questionIn } from '../../../lambda/conversation/dialogs/question-in.ts';
import { kinds } from '../../../lambda/conversation/exercise/steps/registry.ts';
import type { Context } from '../../../lambda/conversation/model/context.ts';
import type { DialogId, DialogState } from '../../../lambda/conversation/model/dialog-state.ts';
import type { ExerciseId } from '../../../lambda/conversation/model/exercise-id.ts';
import type { Minutes } from '../../../lambda/conversation/model/household.ts';
import type { Question } from '../../../lambda/conversation/model/question.ts';
import type { StepKindName } from '../../../lambda/conversation/model/step.ts';
import {
  appreciation,
  askedAt,
  atConsent,
  atTheDoorOf,
  DAY,
  doing,
  firstVisit,
  household,
  SUNDAY,
  Visit,
  withoutKeeping,
} from '../couple.ts';

const wish = { exercise: 'listening', minutes: null, depth: null, theme: null, first: null } as const;
const reading = { after: null, done: 0 };

/** A state of every dialog. */
const everyDialog: { readonly [Id in DialogId]: DialogState<Id> } = {
  names: { id: 'names', who: 'a', tries: 0, renaming: false },
  rename: { id: 'rename', who: 'a', name: 'Annie', last: false },
  consent: { id: 'consent', who: 'a' },
  length: { id: 'length' },
  welcome: { id: 'welcome' },
  'carry-on': { id: 'carry-on', last: false },
  fresh: { id: 'fresh', last: false },
  elsewhere: { id: 'elsewhere' },
  menu: { id: 'menu', page: 0 },
  try: { id: 'try', exercise: 'listening' },
  'who-starts': { id: 'who-starts', wish },
  'start-over': { id: 'start-over', wish },
  paused: { id: 'paused' },
  support: { id: 'support', about: 'asked' },
  'hard-moment': { id: 'hard-moment', part: 'choices' },
  'short-one': { id: 'short-one', wish },
  path: { id: 'path', part: 'offer', number: 1, opens: true },
  parting: { id: 'parting' },
  appreciation: {
    id: 'appreciation',
    origin: 'anywhere',
    part: 'text',
    text: '',
    barbed: false,
    from: null,
    voice: null,
    key: '',
    at: SUNDAY,
    failed: false,
    tries: 0,
  },
  'keep-question': {
    id: 'keep-question',
    part: 'text',
    text: '',
    from: null,
    key: '',
    at: SUNDAY,
    failed: false,
    tries: 0,
  },
  recap: {
    id: 'recap',
    part: 'ask',
    period: 'week',
    by: null,
    mine: null,
    last: { ...reading, read: 0 },
    next: reading,
  },
  remind: { id: 'remind', part: 'when', day: null, time: null, tries: 0 },
  voice: { id: 'voice', who: 'a', mark: 'a voice' },
  forget: { id: 'forget', what: 'us', who: null, failed: false },
  'take-back': { id: 'take-back', key: { id: 'an id', day: '2026-11-20' } },
  send: { id: 'send' },
};

const openIn = ({ state }: Pick<Visit, 'state'>): Question =>
  questionIn(state) ?? expect.fail('nothing is asked');
const atDialog = (dialog: DialogState): Question => {
  const { state } = new Visit(household()).says('launch');
  return openIn({ state: { ...state, stack: { ...state.stack, dialogs: [dialog] } } });
};

describe('what is open', () => {
  test('is nothing before a session and after it', () => {
    const visit = new Visit(household());
    expect(questionIn(visit.state)).toBeNull();
    expect(questionIn(visit.says('launch').says('no').state)).toBeNull();
  });

  test('comes with the names that are known', () => {
    expect(openIn(firstVisit()).names).toEqual({ a: null, b: null });
    expect(openIn(firstVisit().says({ type: 'names', name: 'Ana', other: null })).names.a).toBe('Ana');
    expect(openIn(askedAt('talk.a')).names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  test.each(Object.values(everyDialog).map((dialog) => [dialog.id, dialog] as const))(
    'at %s, its events are listed',
    (_id, dialog) => {
      const { answers } = atDialog(dialog);
      expect(answers.length).toBeGreaterThan(2);
      expect(new Set(answers).size).toBe(answers.length);
      expect(answers).not.toContain('unclear');
    },
  );

  test('is a name, an appreciation, a day or a time, if words are listened for', () => {
    expect(openIn(firstVisit()).listensFor).toBe('name');
    expect(openIn(askedAt('appreciate.a')).listensFor).toBe('appreciation');
    expect(atDialog({ ...everyDialog.remind, day: 'sunday' }).listensFor).toBe('time');
    expect(atDialog({ ...everyDialog.remind, time: '19:00' }).listensFor).toBe('day');
    expect(openIn(askedAt('talk.a')).listensFor).toBeNull();
  });

  test('says whether "keep it" is a yes', () => {
    const visit = askedAt('appreciate.a').says(appreciation('You listen.'));
    expect(openIn(visit)).toMatchObject({ id: 'check-in/appreciate.a.confirm', keeps: true });
    expect(openIn(atConsent())).toMatchObject({ id: 'consent.a', keeps: true });
    expect(atDialog(everyDialog.voice)).toMatchObject({ keeps: true });
    expect(atDialog(everyDialog.forget).keeps).toBeUndefined();
    expect(openIn(askedAt('talk.a')).keeps).toBeUndefined();
  });
});

/** Every kind of step that asks something: an exercise with it, the step, and its length. */
const asking: Readonly<Partial<Record<StepKindName, [string, ExerciseId, Minutes]>>> = {
  talk: ['talk.a', 'check-in', 20],
  'did-they-get-it': ['get-it.a', 'check-in', 20],
  appreciate: ['appreciate.a', 'check-in', 20],
  together: ['together.1', 'together', 10],
  another: ['another.1', 'questions', 10],
  direction: ['direction', 'self-check', 5],
  agree: ['agree', 'small-thing', 10],
};

const week: Partial<Context> = {
  recalled: {
    page: [{ id: 's', text: 'You listen.', from: 'a', to: 'b', day: '2026-11-20', at: SUNDAY - DAY }],
    next: null,
  },
};

/** The same for the kinds that need more than that. */
const askingMore: Readonly<Partial<Record<StepKindName, () => Visit>>> = {
  deepest: () => doing('questions', 10).says({ type: 'depth', depth: 'deepest' }),
  recap: () => new Visit(household(), week).says({ type: 'choose', exercise: 'weekly', minutes: null }),
};

test('every kind of step that asks something is tried here', () => {
  const all = (Object.keys(kinds) as StepKindName[]).filter((kind) => kinds[kind].question !== undefined);
  expect(Object.keys({ ...asking, ...askingMore }).toSorted()).toEqual(all.toSorted());
});

describe('in an exercise', () => {
  test.each(Object.entries(askingMore))(
    'at %s, its events and those of any step are listed',
    (kind, reach) => {
      const { id, answers, talking } = openIn(reach());
      expect(id).toContain(`/${kind}`);
      expect(answers).toEqual(expect.arrayContaining(['yes', 'no', 'next', 'skip', 'resume', 'more-time']));
      expect(talking).toBe(false);
    },
  );

  test('what only leads to a miss is no answer', () => {
    expect(atDialog(everyDialog.forget).answers).toEqual(expect.arrayContaining(['yes', 'delete-it', 'no']));
    expect(atDialog(everyDialog['start-over']).answers).not.toContain('next');
    expect(atDialog(everyDialog['take-back']).answers).not.toContain('take-back');
  });

  test.each(Object.values(asking))('at %s of %s, its events and those of any step are listed', (...at) => {
    const { answers } = openIn(askedAt(...at));
    expect(answers).toEqual(expect.arrayContaining(['yes', 'no', 'next', 'skip', 'more-time', 'choose']));
    expect(answers).not.toContain('unclear');
  });

  test('at the question whether they are ready, its own events are listed, and no step is open', () => {
    const { answers, id, talking } = openIn(atTheDoorOf('talk.b'));
    expect([id, talking]).toEqual(['check-in/talk.b.ready', false]);
    expect(answers).toEqual(expect.arrayContaining(['yes', 'no', 'next', 'resume', 'skip', 'more-time']));
    expect(answers).not.toContain('another');
  });

  test('two may still be talking at the end of a turn, in a pause, and when nothing is kept', () => {
    expect(openIn(askedAt('talk.a')).talking).toBe(true);
    expect(openIn(askedAt('talk.a').says('pause')).talking).toBe(true);
    expect(openIn(withoutKeeping().goesOnTo('appreciate.a')).talking).toBe(true);
    expect(openIn(askedAt('appreciate.a')).talking).toBe(false);
    expect(openIn(askedAt('get-it.a')).talking).toBe(false);
    expect(openIn(doing('questions', 10)).talking).toBe(false);
  });
});
