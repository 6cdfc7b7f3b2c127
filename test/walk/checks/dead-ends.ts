import { expect, it } from 'vitest';
import type { EventType } from '../../../lambda/conversation/model/event.ts';
import { type Check, idOf } from './check.ts';

/** Where each state leads on a certain answer. */
type Leads = Map<string, Set<string>>;

const isOver = (id: string): boolean => id === 'closed' || id === 'support';
// A pause lasts for as long as they say no to going on.
const isOut = (id: string): boolean => id === 'closed' || id === 'paused' || id.includes('/');

/** Wherever they are, yes and no lead on: nobody is asked the same thing for ever. */
export function deadEnds(): Check {
  const leads: { yes: Leads; no: Leads } = { yes: new Map(), no: new Map() };
  return {
    name: 'The conversation has no dead end:',
    see({ state, event, context, reply }) {
      if (context.playing?.over === false) return;
      const note = (on: Leads, types: readonly EventType[]): void => {
        const from = idOf(state);
        const known = on.get(from) ?? new Set();
        if (types.includes(event.type)) known.add(idOf(reply.state));
        on.set(from, known);
      };
      note(leads.yes, ['yes', 'next']);
      note(leads.no, ['no']);
    },
    tests() {
      it('a yes, again and again, brings it to its close from everywhere', () => {
        expect(withoutWayOut(leads.yes, isOver)).toEqual([]);
      });

      it('a no, again and again, leaves whatever is asked outside of an exercise', () => {
        expect(withoutWayOut(leads.no, isOut)).toEqual([]);
      });
    },
  };
}

/** The states from which no path of these leads to an end. */
function withoutWayOut(leads: Leads, isEnd: (id: string) => boolean): string[] {
  const ends = new Set([...leads.keys()].filter(isEnd));
  const reaches = (to: string): boolean => isEnd(to) || ends.has(to);
  for (let grown = true; grown; ) {
    const before = ends.size;
    for (const [id, to] of leads) if ([...to].some(reaches)) ends.add(id);
    grown = ends.size > before;
  }
  return [...leads.keys()].filter((id) => !ends.has(id));
}
