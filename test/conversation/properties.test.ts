import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSession } from '../../lambda/conversation/exercise/lifecycle.ts';
import type { Act } from '../../lambda/conversation/model/act.ts';
import type { Context } from '../../lambda/conversation/model/context.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { bothAgreed, type Kept, newHousehold } from '../../lambda/conversation/model/household.ts';
import type { Reply } from '../../lambda/conversation/model/reply.ts';
import { asked, keptOf, type State } from '../../lambda/conversation/model/state.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { answer, anyBeginning, anyHappening, type Happening, happeningOf, MARK } from './anything.ts';
import { SUNDAY, unfinished } from './couple.ts';

interface Met {
  before: State;
  happening: Happening;
  context: Context;
  reply: Reply;
}

/** The replies of a conversation in which all this happens, one thing after the other. */
function* conversation(kept: Kept | null, happenings: readonly Happening[]): Generator<Met> {
  let state = openSession(kept, SUNDAY);
  let silent: Reply['ifSilent'] = null;
  for (const happening of happenings) {
    if (happening.silentBefore && silent !== null) state = { ...state, stack: silent.stack };
    const { reply, context } = answer(state, happening);
    yield { before: state, happening, context, reply };
    ({ state, ifSilent: silent } = reply);
  }
}

/** Checks a property for each reply of many conversations. */
function whateverHappens(
  holds: (met: Met) => void,
  happens: fc.Arbitrary<Happening[]> = fc.array(anyHappening, { maxLength: 60, size: 'max' }),
): void {
  fc.assert(
    fc.property(anyBeginning, happens, (kept, happenings) => {
      for (const met of conversation(kept, happenings)) holds(met);
    }),
    { numRuns: 150 },
  );
}

const aSentence = happeningOf(
  fc.constantFrom<Event>(
    { type: 'appreciation', text: `the ${MARK} you made`, barbed: false },
    { type: 'keep-question', text: `what makes a ${MARK} laugh` },
  ),
);
const maybeYes = happeningOf(fc.constantFrom<Event>({ type: 'yes' }, { type: 'next' }, { type: 'keep-it' }));

/** Sentences that are said to be kept, each with two answers that may be a yes, and then anything. */
const somethingToKeep: fc.Arbitrary<Happening[]> = fc
  .tuple(
    fc.array(fc.tuple(aSentence, maybeYes, maybeYes), { minLength: 1, maxLength: 5 }),
    fc.array(anyHappening, { maxLength: 20 }),
  )
  .map(([said, rest]) => [...said.flat(), ...rest]);

const doings = (acts: readonly Act[]): Act['do'][] => acts.map((act) => act.do);
const allActs = ({ acts, ifSilent }: Reply): (readonly Act[])[] => [acts, ifSilent?.acts ?? []];

describe('whatever happens', () => {
  test('the state survives JSON, and the conversation goes on in the same way', () => {
    whateverHappens(({ before, happening, context, reply }) => {
      const revived = JSON.parse(JSON.stringify(before)) as State;
      expect(revived).toEqual(before);
      expect(respond(revived, happening.event, context)).toEqual(reply);
    });
  });

  test('a reply asks something and knows what silence leads to, or the session is closed', () => {
    whateverHappens(({ reply }) => {
      const last = reply.acts.at(-1)?.do;
      if (last === 'ask') expect(reply.ifSilent?.acts.at(-1)?.do).toBe('ask');
      // Alexa asks for the permission, and sends the answer.
      else if (last !== 'ask-permission') expect(reply.state.session).toBe('ended');
    });
  });

  test('a question is never asked in a session that is closed', () => {
    whateverHappens(({ reply }) => {
      if (reply.state.session !== 'open') expect(doings(reply.acts)).not.toContain('ask');
    });
  });

  test('nothing is asked in a session that is closed: no dialog is left in it', () => {
    whateverHappens(({ reply }) => {
      if (reply.state.session !== 'open') expect(reply.state.stack.dialogs).toEqual([]);
    });
  });

  test('an exercise is set aside exactly as long as something else is asked', () => {
    whateverHappens(({ reply }) => {
      if (reply.state.session !== 'open') return;
      for (const { exercise, dialogs } of [reply.state.stack, reply.ifSilent?.stack ?? reply.state.stack])
        if (exercise !== null) expect(exercise.suspended !== null).toBe(dialogs.length > 0);
    });
  });

  test('no dialog waits beneath another of its kind', () => {
    whateverHappens(({ reply }) => {
      const ids = reply.state.stack.dialogs.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test('nobody is asked two things at once', () => {
    whateverHappens(({ reply }) => {
      for (const acts of allActs(reply))
        expect(doings(acts).filter((what) => what === 'ask').length).toBeLessThanOrEqual(1);
    });
  });

  test('quiet is announced before it begins, and there is some of it', () => {
    whateverHappens(({ reply }) => {
      for (const acts of allActs(reply))
        for (const [index, act] of acts.entries())
          if (act.do === 'hold') {
            expect(act.seconds).toBeGreaterThan(0);
            expect(doings(acts.slice(0, index))).toContain('say');
          }
    });
  });

  test('each event counts once', () => {
    whateverHappens(({ before, reply }) => {
      expect(reply.state.counter).toBe(before.counter + 1);
    });
  });

  test('a household holds nothing but its own fields, and no word of an appreciation', () => {
    const shape = Object.keys(newHousehold()).toSorted();
    const placeShape = new Set([...Object.keys(unfinished()), 'waiting']);
    whateverHappens(({ reply }) => {
      const { household, place } = keptOf(reply.state);
      expect(Object.keys(household).toSorted()).toEqual(shape);
      for (const field of Object.keys(place ?? {})) expect(placeShape).toContain(field);
      const { names: _, ...rest } = household;
      expect(JSON.stringify([rest, place])).not.toContain(MARK);
      expect(JSON.stringify(household.names)).not.toContain(MARK);
    });
  });

  test('only what was confirmed with a yes is kept as text, and only of two who agreed', () => {
    const kept = new Set<string>();
    whateverHappens(({ before, happening, reply }) => {
      for (const effect of reply.effects) {
        if (effect.effect === 'keep') {
          const { text } = effect.appreciation;
          expect(asked(before)).toMatchObject({ id: 'appreciation', part: 'confirm', text });
          expect(['yes', 'next', 'keep-it']).toContain(happening.event.type);
        } else if (effect.effect === 'keep-question') {
          const { text } = effect.question;
          expect(asked(before)).toMatchObject({ id: 'keep-question', part: 'confirm', text });
          expect(['yes', 'keep-it']).toContain(happening.event.type);
        } else continue;
        expect(before.keeping).toBe(true);
        kept.add(effect.effect);
      }
    }, somethingToKeep);
    expect([...kept].toSorted()).toEqual(['keep', 'keep-question']);
  });

  test('nothing is saved for two who have not both agreed', () => {
    whateverHappens(({ reply }) => {
      const { household, keeping, savingOff } = reply.state;
      // While they asked not to save, only what they change on purpose is saved.
      if ((keeping || savingOff !== null) && bothAgreed(savingOff?.household ?? household)) return;
      expect(reply.effects.filter(({ effect }) => effect === 'save')).toEqual([]);
    });
  });

  test('silence changes nothing but the stack, and nothing is counted by it', () => {
    whateverHappens(({ reply }) => {
      if (reply.ifSilent === null) return;
      const silent = reply.ifSilent.stack.exercise?.place ?? null;
      const { place } = keptOf(reply.state);
      expect(Object.keys(reply.ifSilent).toSorted()).toEqual(['acts', 'stack']);
      expect(silent === null).toBe(place === null);
      expect(silent?.question).toBe(place?.question);
    });
  });

  test('the same conversation is the same again', () => {
    fc.assert(
      fc.property(anyBeginning, fc.array(anyHappening, { maxLength: 60 }), (kept, happenings) => {
        expect([...conversation(kept, happenings)]).toEqual([...conversation(kept, happenings)]);
      }),
      { numRuns: 50 },
    );
  });
});
