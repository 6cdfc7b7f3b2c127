/** The session attributes: the state, the timelines of the last reply, and what follows if nobody answers. */
import { isDeepStrictEqual } from 'node:util';
import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';
import { isDialogState } from '../conversation/dialogs/registry.ts';
import type { DialogState } from '../conversation/model/dialog-state.ts';
import { type Kept, type KeptKey, SCHEMA } from '../conversation/model/household.ts';
import type { SilentReply } from '../conversation/model/reply.ts';
import {
  appreciationKey,
  household,
  partner,
  place,
  questionKey,
  wish,
} from '../conversation/model/schema.ts';
import { keptOf, type State } from '../conversation/model/state.ts';
import type { Running } from '../household/store.ts';
import type { Timeline } from '../speech/timeline.ts';
import type { Unsettled } from './dependencies.ts';

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
}

const kept = z.lazy(() => z.object({ household, place: z.nullable(place) }));

const suspended = z.lazy(() =>
  z.union([
    z.object({ on: z.literal('quiet'), left: z.number() }),
    z.object({ on: z.literal('question') }),
    z.object({ on: z.literal('step') }),
  ]),
);

const phase = z.lazy(() =>
  z.union([
    z.object({ at: z.literal('step'), tries: z.number() }),
    z.object({ at: z.literal('awaiting-ready') }),
  ]),
);

const stack = z.lazy(() =>
  z.object({
    exercise: z.nullable(
      z.object({
        place,
        phase,
        suspended: z.nullable(suspended),
        longer: z.optional(partner),
        rest: z.optional(z.object({ seconds: z.number(), why: z.enum(['cut', 'left']) })),
      }),
    ),
    // Each dialog has its own schema in the registry.
    dialogs: z.array(z.custom<DialogState>(isDialogState)),
  }),
);

const timelineSchema = z.lazy(() =>
  z.object({
    seconds: z.number(),
    steps: z.array(
      z.object({ id: z.string(), at: z.number(), quiet: z.array(z.tuple([z.number(), z.number()])) }),
    ),
  }),
);

const sessionSchema = z.lazy(() =>
  z.object({
    state: z.object({
      schema: z.literal(SCHEMA),
      counter: z.number(),
      household,
      session: z.enum(['idle', 'open', 'ended']),
      stack,
      keeping: z.boolean(),
      unsaved: z.boolean(),
      ownsExercise: z.boolean(),
      unclear: z.number(),
      slow: z.boolean(),
      wish: z.nullable(wish),
      last: z.nullable(
        z.union([
          z.extend(appreciationKey, { from: partner }),
          z.extend(questionKey, { from: z.nullable(partner) }),
        ]),
      ),
      reread: z.array(z.string()),
      own: z.nullable(
        z.object({
          id: z.string(),
          text: z.string(),
          left: z.number(),
          unheard: z.optional(z.literal(true)),
        }),
      ),
      savingOff: z.nullable(kept),
    }),
    version: z.nullable(z.number()),
    mark: z.nullable(z.number()),
    // The same as in the state, most often: then it is not written twice.
    base: z.union([z.literal('state'), z.literal('saving-off'), z.nullable(kept)]),
    spoken: z.object({ at: z.number(), timeline: timelineSchema }),
    silent: z.nullable(
      z.object({
        stack,
        from: z.number(),
        fromLong: z.number(),
        timeline: timelineSchema,
        opening: z.string(),
      }),
    ),
    opening: z.string(),
    screen: z.optional(z.string()),
    running: z.nullable(
      z.object({
        device: z.string(),
        since: z.number(),
        until: z.number(),
        steps: z.array(z.tuple([z.string(), z.number()])),
      }),
    ),
    unsettled: z.array(
      z.union([
        z.extend(appreciationKey, { from: partner, at: z.number() }),
        z.extend(questionKey, { from: z.nullable(partner), at: z.number() }),
      ]),
    ),
    retracting: z.array(z.union([appreciationKey, questionKey])),
    greeting: z.string(),
  }),
);

/**
 * The session so far, from the attributes of a request. Null for a new session, and if the attributes are not valid or
 * are of another version. Then the household is read from the store.
 */
export function sessionOf(envelope: RequestEnvelope): Session | null {
  if (envelope.session === undefined || envelope.session.new) return null;
  const parsed = sessionSchema.safeParse(envelope.session.attributes?.checkIn);
  if (!parsed.success) return null;
  const { base, ...session } = parsed.data;
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
