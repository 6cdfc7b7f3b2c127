import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import type { State } from '../../../lambda/conversation/model/state.ts';
import { respond } from '../../../lambda/conversation/respond.ts';
import { type Check, createFindings } from './check.ts';

/** One reply in this many is enough to look at. */
const EVERY = 20;

/** Session attributes are JSON: the state goes through it between any two events. */
export function roundTrip(): Check {
  const unlike = createFindings();
  let count = 0;
  return {
    name: 'A state that comes back as JSON',
    see(met) {
      count += 1;
      if (count % EVERY !== 0) return;
      const again = respond(JSON.parse(JSON.stringify(met.state)) as State, met.event, met.context);
      if (!isDeepStrictEqual(again, met.reply)) unlike.add('', met);
    },
    tests() {
      it('is answered in the same way', () => {
        expect(count).toBeGreaterThan(EVERY);
        expect(unlike.all).toEqual([]);
      });
    },
  };
}
