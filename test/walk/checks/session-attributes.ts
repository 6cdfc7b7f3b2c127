import { expect, it } from 'vitest';
import { shownStateId } from '../../../lambda/alexa/response.ts';
import { attributesFor, type Session } from '../../../lambda/alexa/session.ts';
import { keptOf } from '../../../lambda/conversation/model/state.ts';
import { render } from '../../../lambda/speech/render.ts';
import { english } from '../../skill.ts';
import type { Met } from '../walk.ts';
import { type Check, createFindings } from './check.ts';

/**
 * Bytes. Alexa sends the session attributes back with every request. Her limit is that of the whole response, 120 KB; this
 * one keeps a reply quick on a slow connection.
 */
const MOST = 3_000;

const { wording } = english;

/** The session attributes after every reply that keeps the session open. */
export function sessionAttributes(): Check {
  const tooLarge = createFindings();
  let most = 0;
  return {
    name: 'The session attributes after every reply',
    hear(met) {
      if (met.reply.ifSilent === null) return;
      const bytes = Buffer.byteLength(JSON.stringify(attributesAfter(met)));
      most = Math.max(most, bytes);
      if (bytes > MOST) tooLarge.add(String(bytes), met);
    },
    tests() {
      it(`are at most ${MOST} bytes`, () => {
        expect(tooLarge.all).toEqual([]);
        expect(most).toBeGreaterThan(MOST / 3);
      });
    },
  };
}

/** As lambda/alexa/exchange.ts makes them, for a household that has saved before. */
function attributesAfter({ reply, context: { now, seed } }: Met): unknown {
  const { state, acts, ifSilent } = reply;
  const main = render(acts, wording, seed, undefined, state);
  const silent = ifSilent && render(ifSilent.acts, wording, seed + 1, main.opening, state);
  const session: Session = {
    state,
    version: 1_000,
    mark: null,
    base: state.savingOff ?? keptOf(state),
    spoken: { at: now, timeline: main.timeline },
    silent:
      ifSilent === null || silent === null
        ? null
        : {
            stack: ifSilent.stack,
            from: now,
            fromLong: now,
            timeline: silent.timeline,
            opening: silent.opening,
          },
    opening: main.opening,
    running: null,
    unsettled: [],
    retracting: [],
    greeting: main.opening,
  };
  return attributesFor(session, shownStateId(state));
}
