/** What travels in the session attributes: the state, what silence leads to, and when what is heard. */
import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';
import { isDialogState } from '../conversation/dialogs/registry.ts';
import type { DialogState } from '../conversation/model/dialog-state.ts';
import { type AppreciationKey, type Kept, SCHEMA } from '../conversation/model/household.ts';
import type { SilentReply } from '../conversation/model/reply.ts';
import { appreciationKey, household, partner, place, wish } from '../conversation/model/schema.ts';
import type { State } from '../conversation/model/state.ts';
import type { Running } from '../household/store.ts';
import type { Timeline } from '../speech/timeline.ts';
import type { Unsettled } from './dependencies.ts';

/** The part of a session that is carried from one request to the next. */
export interface Session {
  state: State;
  /** The version of the household in the store; null while nothing is kept. */
  version: number | null;
  /** See `Opened`. */
  base: Kept | null;
  /** When the last reply was given, and what plays when. */
  spoken: { at: number; timeline: Timeline };
  /** What silence leads to, and the moment (ms since 1970) from which an event answers that. */
  silent: {
    stack: SilentReply['stack'];
    from: number;
    /** The same for words that take a while to say. */
    fromLong: number;
    timeline: Timeline;
    opening: string;
  } | null;
  opening: string;
  /** See `Opened`. */
  running: Running | null;
  unsettled: Unsettled[];
  retracting: AppreciationKey[];
  greeting: string;
}

const kept = z.object({ household, place: z.nullable(place) });

const suspended = z.discriminatedUnion('on', [
  z.object({ on: z.literal('quiet'), left: z.number() }),
  z.object({ on: z.literal('question') }),
  z.object({ on: z.literal('step') }),
]);

const phase = z.discriminatedUnion('at', [
  z.object({ at: z.literal('step'), tries: z.number() }),
  z.object({ at: z.literal('awaiting-ready') }),
]);

const stack = z.object({
  exercise: z.nullable(z.object({ place, phase, suspended: z.nullable(suspended) })),
  // Each dialog brings its own form, so none can be forgotten here.
  dialogs: z.array(z.custom<DialogState>(isDialogState)),
});

const timelineSchema = z.object({
  seconds: z.number(),
  steps: z.array(
    z.object({ id: z.string(), at: z.number(), quiet: z.array(z.tuple([z.number(), z.number()])) }),
  ),
});

const sessionSchema = z.object({
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
    wish: z.nullable(wish),
    last: z.nullable(z.extend(appreciationKey, { from: partner })),
    savingOff: z.nullable(kept),
  }),
  version: z.nullable(z.number()),
  base: z.nullable(kept),
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
  running: z.nullable(
    z.object({
      device: z.string(),
      since: z.number(),
      until: z.number(),
      steps: z.array(z.tuple([z.string(), z.number()])),
    }),
  ),
  unsettled: z.array(z.extend(appreciationKey, { from: partner, at: z.number() })),
  retracting: z.array(appreciationKey),
  greeting: z.string(),
});

/**
 * The session so far. Null for a new one, and if the attributes do not parse or are of another version: the
 * place then comes from the store.
 */
export function sessionOf(envelope: RequestEnvelope): Session | null {
  if (envelope.session === undefined || envelope.session.new) return null;
  const parsed = sessionSchema.safeParse(envelope.session.attributes?.checkIn);
  return parsed.success ? parsed.data : null;
}
