/** What travels in the session attributes: the state, what silence leads to, and when what is heard. */
import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';
import type { SilentReply } from '../conversation/reply.ts';
import { SCHEMA, type State } from '../conversation/state.ts';
import { householdSchema, placeSchema } from '../household/codec.ts';
import { depth, exercise, minutes, partner, practice } from '../household/fields.ts';
import type { Timeline } from '../speech/timeline.ts';
import type { AppreciationKey } from './world.ts';

/** The part of a session that is carried from one request to the next. */
export interface Session {
  state: State;
  /** The version of the household in the store; null while nothing is kept. */
  version: number | null;
  /** When the last reply was given, and what plays when. */
  spoken: { at: number; timeline: Timeline };
  /** What silence leads to, and the moment (ms since 1970) from which an event answers that. */
  silent: {
    scene: SilentReply['scene'];
    place: SilentReply['place'];
    from: number;
    /** The same for words that take a while to say. */
    fromLong: number;
    timeline: Timeline;
    opening: string;
  } | null;
  opening: string;
  /** See `Opened`. */
  unsettled: AppreciationKey[];
  retracting: AppreciationKey[];
  greeting: string;
}

const interrupted = z.object({ left: z.nullable(z.number()), door: z.boolean(), tries: z.number() });

const before = z.object({
  id: z.enum(['names', 'consent', 'without-keeping', 'welcome', 'carry-on', 'fresh', 'elsewhere', 'menu']),
  who: partner,
});

const wish = z.object({
  exercise,
  minutes: z.nullable(minutes),
  depth,
  theme: practice,
  first: z.nullable(partner),
});

const sceneSchema = z.discriminatedUnion('id', [
  z.object({ id: z.literal('closed') }),
  z.object({ id: z.literal('names'), who: partner, tries: z.number(), renaming: z.boolean() }),
  z.object({ id: z.literal('consent'), who: partner }),
  z.object({ id: z.literal('without-keeping') }),
  z.object({ id: z.literal('welcome') }),
  z.object({ id: z.literal('carry-on'), last: z.boolean() }),
  z.object({ id: z.literal('fresh'), last: z.boolean() }),
  z.object({ id: z.literal('elsewhere') }),
  z.object({ id: z.literal('menu'), page: z.number() }),
  z.object({ id: z.literal('try'), exercise, back: z.nullable(before) }),
  z.object({ id: z.literal('start-over'), wish, back: interrupted }),
  z.object({ id: z.literal('paused'), back: interrupted }),
  z.object({
    id: z.literal('support'),
    about: z.enum(['asked', 'self-harm', 'unsafe', 'emergency']),
    back: z.nullable(before),
  }),
  z.object({ id: z.literal('step'), tries: z.number() }),
  z.object({ id: z.literal('door') }),
  z.object({ id: z.literal('confirm'), text: z.string(), failed: z.boolean(), tries: z.number() }),
]);

const timelineSchema = z.object({
  seconds: z.number(),
  steps: z.array(
    z.object({ id: z.string(), at: z.number(), quiet: z.array(z.tuple([z.number(), z.number()])) }),
  ),
});

const appreciationKey = z.object({ id: z.string(), day: z.string() });

const sessionSchema = z.object({
  state: z.object({
    schema: z.literal(SCHEMA),
    counter: z.number(),
    household: householdSchema,
    scene: sceneSchema,
    keeping: z.boolean(),
    unsaved: z.boolean(),
    leading: z.boolean(),
    unclear: z.number(),
    wish: z.nullable(wish),
  }),
  version: z.nullable(z.number()),
  spoken: z.object({ at: z.number(), timeline: timelineSchema }),
  silent: z.nullable(
    z.object({
      scene: sceneSchema,
      place: z.nullable(placeSchema),
      from: z.number(),
      fromLong: z.number(),
      timeline: timelineSchema,
      opening: z.string(),
    }),
  ),
  opening: z.string(),
  unsettled: z.array(appreciationKey),
  retracting: z.array(appreciationKey),
  greeting: z.string(),
});

/**
 * The session so far. Null for a new one, and where the attributes do not parse or are of another version: the
 * place then comes from the store.
 */
export function sessionOf(envelope: RequestEnvelope): Session | null {
  if (envelope.session === undefined || envelope.session.new) return null;
  const parsed = sessionSchema.safeParse(envelope.session.attributes?.checkIn);
  return parsed.success ? parsed.data : null;
}
