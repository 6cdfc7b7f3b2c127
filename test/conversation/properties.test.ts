import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act } from '../../lambda/conversation/act.ts';
import { newHousehold } from '../../lambda/conversation/household.ts';
import type { Reply } from '../../lambda/conversation/reply.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { openSession } from '../../lambda/conversation/scenes/returning.ts';
import type { State } from '../../lambda/conversation/state.ts';
import { anyBeginning, anyHappening, type Happening, MARK, surroundings } from './anything.ts';
import { SUNDAY, unfinished } from './couple.ts';

interface Met {
  before: State;
  happening: Happening;
  reply: Reply;
}

/** Every reply of a conversation in which all this happens, one after the other. */
function* conversation(kept: State['household'] | null, happenings: readonly Happening[]): Generator<Met> {
  let state = openSession(kept, SUNDAY);
  let silent: Reply['ifSilent'] = null;
  for (const happening of happenings) {
    if (happening.silentBefore && silent !== null)
      state = { ...state, scene: silent.scene, household: { ...state.household, place: silent.place } };
    const reply = respond(state, happening.event, surroundings(state, happening));
    yield { before: state, happening, reply };
    ({ state, ifSilent: silent } = reply);
  }
}

/** Holds this against each reply of many conversations. */
function whateverHappens(holds: (met: Met) => void): void {
  fc.assert(
    fc.property(anyBeginning, fc.array(anyHappening, { maxLength: 60, size: 'max' }), (kept, happenings) => {
      for (const met of conversation(kept, happenings)) holds(met);
    }),
    { numRuns: 150 },
  );
}

const doings = (acts: readonly Act[]): Act['do'][] => acts.map((act) => act.do);
const allActs = ({ acts, ifSilent }: Reply): (readonly Act[])[] => [acts, ifSilent?.acts ?? []];

describe('whatever happens', () => {
  test('the state survives JSON, and the conversation goes on from it in the same way', () => {
    whateverHappens(({ before, happening, reply }) => {
      const revived = JSON.parse(JSON.stringify(before)) as State;
      expect(revived).toEqual(before);
      expect(respond(revived, happening.event, surroundings(before, happening))).toEqual(reply);
    });
  });

  test('a reply asks something and knows what silence leads to, or the session is closed', () => {
    whateverHappens(({ reply }) => {
      if (reply.acts.at(-1)?.do === 'ask') expect(reply.ifSilent?.acts.at(-1)?.do).toBe('ask');
      else expect(reply.state.scene.id).toBe('closed');
    });
  });

  test('a question is never asked in a session that is closed', () => {
    whateverHappens(({ reply }) => {
      if (reply.state.scene.id === 'closed') expect(doings(reply.acts)).not.toContain('ask');
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
    const placeShape = Object.keys(unfinished()).toSorted();
    whateverHappens(({ reply }) => {
      const { household } = reply.state;
      expect(Object.keys(household).toSorted()).toEqual(shape);
      if (household.place !== null) expect(Object.keys(household.place).toSorted()).toEqual(placeShape);
      const { names: _, ...rest } = household;
      expect(JSON.stringify(rest)).not.toContain(MARK);
      expect(JSON.stringify(household.names)).not.toContain(MARK);
    });
  });

  test('only what was confirmed with a yes is kept as text, and only for two who agreed', () => {
    whateverHappens(({ before, happening, reply }) => {
      for (const effect of reply.effects) {
        if (effect.effect !== 'keep') continue;
        const { text } = effect.appreciation;
        const { scene } = before;
        expect(scene.id === 'confirm' || (scene.id === 'adding' && scene.part === 'confirm')).toBe(true);
        expect(scene).toMatchObject({ text });
        expect(['yes', 'next']).toContain(happening.event.type);
        expect(before.keeping).toBe(true);
      }
    });
  });

  test('nothing is saved for two who have not both agreed', () => {
    whateverHappens(({ reply }) => {
      const { household, keeping, frozen } = reply.state;
      // What they change on purpose on a night without saving is saved, and nothing else is.
      if ((keeping || frozen !== null) && household.consent.a !== null && household.consent.b !== null)
        return;
      expect(reply.effects.filter(({ effect }) => effect === 'save')).toEqual([]);
    });
  });

  test('silence changes nothing but the scene and the place, and nothing is counted by it', () => {
    whateverHappens(({ reply }) => {
      if (reply.ifSilent === null) return;
      expect(Object.keys(reply.ifSilent).toSorted()).toEqual(['acts', 'place', 'scene']);
      expect(reply.ifSilent.place === null).toBe(reply.state.household.place === null);
      expect(reply.ifSilent.place?.question).toBe(reply.state.household.place?.question);
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
