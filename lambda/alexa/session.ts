/** The session attributes: the state, the timelines of the last reply, and what follows if nobody answers. */
import { isDeepStrictEqual } from 'node:util';
import type { RequestEnvelope } from 'ask-sdk-model';
import * as v from 'valibot';
import { isDialogState } from '../conversation/dialogs/registry.ts';
import type { DialogState } from '../conversation/model/dialog-state.ts';
import { type Kept, type KeptKey, SCHEMA } from '../conversation/model/household.ts';
import type { SilentReply } from '../conversation/model/reply.ts';
import {
  appreciationKey,
  household,
  number,
  partner,
  place,
  questionKey,
  wish,
} from '../conversation/model/schema.ts';
import { keptOf, type State } from '../conversation/model/state.ts';
import type { Running } from '../household/store.ts';
import type { Timeline } from '../speech/timeline.ts';
import type { Unread, Unsettled } from './dependencies.ts';

/** What is carried from one request of a session to the next. */
export interface Session {
  state: State;
  /** The version of the stored household; null if nothing is stored. */
  version: number | null;
  /** See `Opened`, as for the next one. */
  mark: number | null;
  base: Kept | null;
  /** When the last reply was given (milliseconds since 1970), and its timeline. */
  spoken: { at: number; timeline: Timeline };
  /** The reprompt; null if there is none. */
  silent: {
    /** What is under way after it. */
    stack: SilentReply['stack'];
    /** From when on (milliseconds since 1970) an event answers it. */
    from: number;
    /** The same for events that can take several seconds to say (`Traits.long`). */
    fromLong: number;
    timeline: Timeline;
    opening: string;
  } | null;
  /** The opening of the last reply (see `openingOf`). */
  opening: string;
  /** A mark of the document that the last reply showed; absent if the device has no screen. */
  screen?: string | undefined;
  /** See `Opened`, as for those below. */
  running: Running | null;
  unsettled: Unsettled[];
  retracting: KeptKey[];
  greeting: string;
  unread?: Unread | undefined;
}

const kept = v.object({ household, place: v.nullable(place) });

const suspended = v.union([
  v.object({ on: v.literal('quiet'), left: number }),
  v.object({ on: v.literal('question') }),
  v.object({ on: v.literal('step') }),
]);

const phase = v.union([
  v.object({ at: v.literal('step'), tries: number }),
  v.object({ at: v.literal('awaiting-ready') }),
]);

const stack = v.object({
  exercise: v.nullable(
    v.object({
      place,
      phase,
      suspended: v.nullable(suspended),
      longer: v.optional(partner),
      rest: v.optional(v.object({ seconds: number, why: v.picklist(['cut', 'left']) })),
    }),
  ),
  // Each dialog has its own schema in the registry.
  dialogs: v.array(v.custom<DialogState>(isDialogState)),
});

const timelineSchema = v.object({
  seconds: number,
  steps: v.array(v.object({ id: v.string(), at: number, quiet: v.array(v.strictTuple([number, number])) })),
});

const sessionSchema = v.object({
  state: v.object({
    schema: v.literal(SCHEMA),
    counter: number,
    household,
    session: v.picklist(['idle', 'open', 'ended']),
    stack,
    keeping: v.boolean(),
    unsaved: v.boolean(),
    ownsExercise: v.boolean(),
    unclear: number,
    slow: v.boolean(),
    wish: v.nullable(wish),
    last: v.nullable(
      v.union([
        v.object({ ...appreciationKey.entries, from: partner }),
        v.object({ ...questionKey.entries, from: v.nullable(partner) }),
      ]),
    ),
    reread: v.array(v.string()),
    own: v.nullable(
      v.object({
        id: v.string(),
        text: v.string(),
        left: number,
        unheard: v.optional(v.literal(true)),
      }),
    ),
    savingOff: v.nullable(kept),
  }),
  version: v.nullable(number),
  mark: v.nullable(number),
  // The same as in the state, most often: then it is not written twice.
  base: v.union([v.literal('state'), v.literal('saving-off'), v.nullable(kept)]),
  spoken: v.object({ at: number, timeline: timelineSchema }),
  silent: v.nullable(
    v.object({
      stack,
      from: number,
      fromLong: number,
      timeline: timelineSchema,
      opening: v.string(),
    }),
  ),
  opening: v.string(),
  screen: v.optional(v.string()),
  running: v.nullable(
    v.object({
      device: v.string(),
      since: number,
      until: number,
      steps: v.array(v.strictTuple([v.string(), number])),
    }),
  ),
  unsettled: v.array(
    v.union([
      v.object({ ...appreciationKey.entries, from: partner, at: number }),
      v.object({ ...questionKey.entries, from: v.nullable(partner), at: number }),
    ]),
  ),
  retracting: v.array(v.union([appreciationKey, questionKey])),
  greeting: v.string(),
  unread: v.optional(v.picklist(['store.unreachable', 'store.newer'])),
});

/**
 * The session so far, from the attributes of a request. Null for a new session, and if the attributes are not valid or
 * are of another version. Then the household is read from the store.
 */
export function sessionOf(envelope: RequestEnvelope): Session | null {
  if (envelope.session === undefined || envelope.session.new) return null;
  const parsed = v.safeParse(sessionSchema, envelope.session.attributes?.checkIn);
  if (!parsed.success) return null;
  const { base, ...session } = parsed.output;
  if (base === 'state') return { ...session, base: keptOf(session.state) };
  return { ...session, base: base === 'saving-off' ? session.state.savingOff : base };
}

/** The session attributes for the next request. @param stateId - for programs outside (`shownStateId`) */
export function attributesFor(session: Session, stateId: string): Record<string, unknown> {
  const { base, state } = session;
  const like = (kept: Kept | null): boolean => base !== null && isDeepStrictEqual(base, kept);
  const written = like(keptOf(state)) ? 'state' : like(state.savingOff) ? 'saving-off' : base;
  return { stateId, checkIn: { ...session, base: written } };
}
