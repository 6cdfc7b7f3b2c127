/** What is said beside a yes or a no. */
import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { Event, EventType } from '../../lambda/conversation/model/event.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { createSecondThoughts } from '../../lambda/understanding/second-thoughts.ts';

const { cluesIn } = createClues(enUS.hearing.phrases);
const withSecondThoughts = createSecondThoughts(enUS.hearing);

/** The event in the end, if these words were taken for an event at a question. */
function wholly(
  said: string,
  type: 'yes' | 'no' | 'skip' | 'dont-save' | 'unclear',
  id: string,
  yes?: 'deletes' | 'allows',
): Event {
  const question = {
    id,
    listensFor: null,
    talking: false,
    answers: [] satisfies EventType[],
    names: { a: 'Ana', b: 'Bo' },
    ...(yes && { yes }),
  };
  const event: Event = { type };
  return withSecondThoughts(event, cluesIn(said, question, ['Ana', 'Bo']));
}

const inTheEnd = (...of: Parameters<typeof wholly>): EventType => wholly(...of).type;

describe('at the question whether to save it', () => {
  const CONFIRM = 'check-in/appreciate.a.confirm';

  it.each(["no that's perfect", "that's not bad, keep that", 'nah leave it like that'])(
    '"%s" drops nothing: it is asked again',
    (said) => {
      expect(inTheEnd(said, 'no', CONFIRM)).toBe('unclear');
    },
  );

  it.each(["no I don't like that", 'no, not like that', "no, don't save that bit about tea"])(
    '"%s" is a no',
    (said) => {
      expect(inTheEnd(said, 'no', CONFIRM)).toBe('no');
    },
  );

  it.each(["no no, don't save that please", "no, don't keep it"])('"%s" wants no other wording', (said) => {
    expect(inTheEnd(said, 'no', CONFIRM)).toBe('skip');
  });

  it('the wish to leave out a part deletes no more than that', () => {
    const edit = wholly("delete the oh god bit, the rest's fine", 'unclear', CONFIRM);
    expect(edit).toMatchObject({ type: 'reword', edit: { out: ['god'] } });
  });

  it.each(['goodness, no, only the first part', 'no, just the bit about tea'])(
    '"%s" drops nothing',
    (said) => {
      expect(inTheEnd(said, 'no', CONFIRM)).toBe('reword');
    },
  );

  it('"fire, not stove" is taken for no yes, whatever it sounds like: they say it anew if there is no stove in it', () => {
    expect(wholly('fire, not stove', 'yes', CONFIRM)).toEqual({
      type: 'reword',
      edit: { out: ['stove'], put: ['fire'], replaces: true, splits: true },
      or: 'unclear',
    });
  });

  it.each(["that's not bad", 'yes, I could not have said it better'])('"%s" changes nothing', (said) => {
    expect(wholly(said, 'yes', CONFIRM)).toEqual({ type: 'yes' });
  });

  it('the question whether it was saved saves nothing', () => {
    expect(inTheEnd('did you save that', 'yes', CONFIRM)).toBe('unclear');
  });

  it('the wish to save it at the end is a yes', () => {
    expect(inTheEnd("you left out a bit, that's fine, save it please", 'unclear', CONFIRM)).toBe('keep-it');
    for (const said of [
      "it's fine, only don't save it",
      'did you save that',
      'wait till Bo says you can save it',
    ])
      expect(inTheEnd(said, 'unclear', CONFIRM)).toBe('unclear');
  });
});

describe('a yes', () => {
  it.each([
    'yes but not his',
    'yes, but only the appreciations',
    'yes except the one about tea',
    'yes, actually no',
    'yes. no wait',
    'yes, unless he minds',
  ])('"%s" deletes and shows nothing: it is asked about again', (said) => {
    expect(inTheEnd(said, 'yes', 'forget.us', 'deletes')).toBe('unclear');
    expect(inTheEnd(said, 'yes', 'send', 'allows')).toBe('unclear');
  });

  it.each(['yes but say stayed up', 'yes, minus the first part', 'yes, without the please remember'])(
    '"%s" saves nothing: they say it in other words',
    (said) => {
      for (const id of ['check-in/appreciate.a.confirm', 'adding.confirm', 'own.confirm'])
        expect(inTheEnd(said, 'yes', id)).toBe('reword');
    },
  );

  it('"i\'m good" deletes nothing', () => {
    expect(inTheEnd("i'm good", 'unclear', 'forget.us', 'deletes')).toBe('no');
  });

  it.each(['yes i want it kept', 'yes please leave it', "yeah i'd like it to stay"])(
    '"%s" deletes nothing',
    (said) => {
      expect(inTheEnd(said, 'yes', 'take-back', 'deletes')).toBe('unclear');
    },
  );

  it.each(["yes get rid of it, we'll do another later", "yes don't keep it", 'yes delete it'])(
    '"%s" deletes',
    (said) => {
      expect(inTheEnd(said, 'yes', 'take-back', 'deletes')).toBe('yes');
    },
  );

  it.each(['oh, whatever, yes', 'yes, who cares'])('"%s" does not delete everything', (said) => {
    expect(inTheEnd(said, 'yes', 'forget.us', 'deletes')).toBe('unclear');
  });

  it('to "forget that" does not delete everything', () => {
    expect(inTheEnd('forget that', 'yes', 'forget.us', 'deletes')).toBe('unclear');
    expect(inTheEnd('forget us', 'yes', 'forget.us', 'deletes')).toBe('yes');
  });

  it('that is taken back saves nothing', () => {
    expect(inTheEnd('yeah go on, actually no', 'yes', 'adding.confirm')).toBe('unclear');
  });

  it('with a condition reads nothing aloud', () => {
    expect(inTheEnd('yes but wait till she is here', 'yes', 'recap.ask')).toBe('unclear');
  });

  it.each([
    'yes',
    'yes please',
    'yes, save it',
    'yes that is lovely',
    'yes if you like',
    'why not',
    "yes save it, i'd be lost without her",
    "yes save it till we're old",
    "oh no that's so sweet yes save it",
  ])('"%s" is one', (said) => {
    expect(inTheEnd(said, 'yes', 'adding.confirm')).toBe('yes');
    expect(inTheEnd(said, 'yes', 'recap.ask')).toBe('yes');
  });

  it('is one with the same words where nothing is saved, deleted or read', () => {
    expect(inTheEnd('yes but not too loud', 'yes', 'welcome')).toBe('yes');
  });

  it.each(["it's okay, let's go on", 'yes, carry on'])(
    '"%s" is no pause where a pause is offered first',
    (said) => {
      expect(inTheEnd(said, 'yes', 'hard-moment.choices')).toBe('resume');
      expect(inTheEnd('yes please', 'yes', 'hard-moment.choices')).toBe('yes');
    },
  );

  it('beside a change that is taken back is none: nothing is saved if the change is not in the sentence', () => {
    expect(wholly('yes, drop the swearing, actually no', 'yes', 'adding.confirm')).toMatchObject({
      or: 'unclear',
    });
    expect(wholly('yes, drop the swearing', 'yes', 'adding.confirm')).toMatchObject({ or: 'yes' });
  });

  it.each([
    ['take off the last bit and then yes', 'reword'],
    ['yes', 'yes'],
  ])('"%s" at a sentence to save is %s', (said, type) => {
    expect(inTheEnd(said, 'yes', 'adding.confirm')).toBe(type);
  });
});

describe('a no', () => {
  it('to a break that nobody wanted goes on', () => {
    expect(inTheEnd("no no, I don't want a break, I want to finish", 'no', 'paused')).toBe('resume');
    for (const said of ['no, not yet', "no I don't want to carry on", "no, don't carry on"])
      expect(inTheEnd(said, 'no', 'paused')).toBe('no');
  });

  it('beside "keep it" does not drop a sentence', () => {
    expect(inTheEnd("no, don't bin it, keep it", 'no', 'adding.confirm')).toBe('unclear');
    for (const said of ["no, don't keep it", "no i don't want to keep it"])
      expect(inTheEnd(said, 'no', 'adding.confirm')).toBe('skip');
  });

  it('beside "keep it" keeps the place for another day', () => {
    expect(inTheEnd('not tonight, keep it for tomorrow', 'no', 'carry-on')).toBe('keep-it');
    expect(inTheEnd('no, not tonight', 'no', 'carry-on')).toBe('keep-it');
    expect(inTheEnd('let us skip it tonight', 'skip', 'carry-on')).toBe('keep-it');
    expect(inTheEnd('no, a new one', 'no', 'carry-on')).toBe('no');
    expect(inTheEnd("no, don't keep our place", 'no', 'carry-on')).toBe('no');
    expect(inTheEnd('not now, something else', 'no', 'carry-on')).toBe('no');
  });

  it('to a part of what was left goes on with it', () => {
    expect(inTheEnd('skip that bit and go on', 'skip', 'carry-on')).toBe('resume');
    expect(inTheEnd('skip it', 'skip', 'carry-on')).toBe('skip');
  });
});

describe('"forget"', () => {
  const forget: Event = { type: 'forget', what: 'us' };
  const cold = (said: string) => withSecondThoughts(forget, cluesIn(said, null, ['Ana', 'Bo'])).type;

  it.each(['forget that last bit', 'forget what she said about my ears'])(
    '"%s" is about one sentence, and not about everything',
    (said) => {
      expect(cold(said)).toBe('take-back');
    },
  );

  it.each(['forget us', 'forget everything', 'forget all of it', 'forget our names'])(
    '"%s" is about everything',
    (said) => {
      expect(cold(said)).toBe('forget');
    },
  );
});

describe('"don\'t save"', () => {
  it('that one is about the sentence, and anything is about the evening', () => {
    for (const id of ['adding.confirm', 'check-in/appreciate.b.confirm']) {
      expect(inTheEnd("nah, don't save that", 'dont-save', id)).toBe('skip');
      for (const said of ["don't save anything of that", "don't save this conversation"])
        expect(inTheEnd(said, 'dont-save', id)).toBe('dont-save');
    }
    expect(inTheEnd("don't save that", 'dont-save', 'welcome')).toBe('dont-save');
  });
});

describe('at the question whether to save a sentence', () => {
  it.each(['i want my sentence to be saved', 'no no, write sunny says grace, okay save'])(
    '"%s" neither drops it nor turns saving off',
    (said) => {
      for (const type of ['no', 'dont-save'] as const)
        expect(inTheEnd(said, type, 'adding.confirm')).toBe('unclear');
    },
  );

  it("don't save anything turns it off", () => {
    expect(inTheEnd("don't save anything tonight", 'dont-save', 'adding.confirm')).toBe('dont-save');
  });
});

it('a yes to being remembered is none beside a question', () => {
  expect(inTheEnd('all right, where does it go, this data', 'yes', 'consent.a', 'allows')).toBe('unclear');
  expect(inTheEnd('yes of course', 'yes', 'consent.a', 'allows')).toBe('yes');
});

it.each(['stop, I said the other one', 'stop stop, I told you to read'])('"%s" stops', (said) => {
  for (const id of ['check-in/talk.a', 'welcome']) expect(inTheEnd(said, 'unclear', id)).toBe('stop');
});

describe('the wish not to save', () => {
  it('is none if something shall be saved', () => {
    const said = 'not tonight, I just want to save a couple of nice things';
    expect(wholly(said, 'dont-save', 'length')).toEqual({ type: 'appreciation', text: '', barbed: false });
    expect(inTheEnd('we want to save nothing', 'dont-save', 'length')).toBe('dont-save');
    for (const none of ["I don't want to save anything", "I don't want you to save anything tonight"])
      expect(inTheEnd(none, 'dont-save', 'length')).toBe('dont-save');
  });
});

describe('in a break', () => {
  it.each(["nah, she left, we're good", 'it was only the postman', "he's back, all sorted"])(
    '"%s" ends it',
    (said) => {
      for (const type of ['no', 'unclear'] as const) expect(inTheEnd(said, type, 'paused')).toBe('resume');
    },
  );

  it('a no is one', () => {
    expect(inTheEnd('no, two more minutes', 'no', 'paused')).toBe('no');
  });
});

it('a question that ends with "or no" is no no', () => {
  expect(inTheEnd('and that is free or no', 'no', 'support')).toBe('unclear');
  expect(inTheEnd('no', 'no', 'support')).toBe('no');
});

describe('at the question whether to carry on', () => {
  it.each([
    "no, Bo's turn isn't done",
    "oh, I don't think we'd finished with Ana",
    'no, he has not had his go',
  ])('"%s" does not drop the place: it is asked again', (said) => {
    expect(inTheEnd(said, 'no', 'carry-on')).toBe('unclear');
  });

  it.each([
    "no, we're in the middle of dinner",
    "no, we haven't had dinner",
    "no, we're not finished, but drop it",
  ])('"%s" is a no', (said) => expect(inTheEnd(said, 'no', 'carry-on')).toBe('no'));

  it.each(["a new one. hang on, no, don't chuck it", "no, don't drop it yet"])(
    '"%s" is asked again',
    (said) => {
      expect(inTheEnd(said, 'no', 'carry-on')).toMatch(/^(?:unclear|keep-it)$/);
    },
  );

  it('"no, we want a new one" drops it', () => {
    expect(inTheEnd('no, we want a new one', 'no', 'carry-on')).toBe('no');
  });

  it.each(["gone? I didn't want it gone", 'no! we were still in the middle', "no, don't lose it"])(
    '"%s" brings a place back that was dropped',
    (said) => expect(inTheEnd(said, 'no', 'fresh')).toBe('keep-it'),
  );
});

it.each(['no stop', 'no, stop, wrong person'])('"%s" stops', (said) => {
  expect(inTheEnd(said, 'no', 'check-in/talk.a')).toBe('stop');
});

it('"no, stop saving things" stops nothing else', () => {
  expect(inTheEnd('no, stop saving things', 'no', 'check-in/appreciate.a.confirm')).not.toBe('stop');
});
