/** What travels in the session attributes: the state, what silence leads to, and when what is heard. */
import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';
import { type AppreciationKey, type Household, SCHEMA } from '../conversation/household.ts';
import type { SilentReply } from '../conversation/reply.ts';
import type { State } from '../conversation/state.ts';
import { householdSchema, placeSchema } from '../household/codec.ts';
import { depth, exercise, minutes, partner, practice, reminderDay } from '../household/fields.ts';
import type { Running } from '../household/store.ts';
import type { Timeline } from '../speech/timeline.ts';
import type { Unsettled } from './world.ts';

/** The part of a session that is carried from one request to the next. */
export interface Session {
  state: State;
  /** The version of the household in the store; null while nothing is kept. */
  version: number | null;
  /** See `Opened`. */
  base: Household | null;
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
  running: Running | null;
  unsettled: Unsettled[];
  retracting: AppreciationKey[];
  greeting: string;
}

const interrupted = z.object({ left: z.nullable(z.number()), door: z.boolean(), tries: z.number() });

const before = z.object({
  id: z.enum(['names', 'consent', 'without-keeping', 'welcome', 'carry-on', 'fresh', 'elsewhere', 'menu']),
  who: partner,
});

const appreciationKey = z.object({ id: z.string(), day: z.string() });

const cursor = z.object({ after: z.nullable(appreciationKey), done: z.number() });

const back = z.nullable(
  z.discriminatedUnion('to', [
    z.extend(interrupted, { to: z.literal('exercise') }),
    z.extend(before, { to: z.literal('scene') }),
  ]),
);

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
  z.object({
    id: z.literal('confirm'),
    text: z.string(),
    key: z.string(),
    at: z.number(),
    failed: z.boolean(),
    tries: z.number(),
  }),
  z.object({
    id: z.literal('adding'),
    part: z.enum(['text', 'who', 'confirm']),
    text: z.string(),
    barbed: z.boolean(),
    from: z.nullable(partner),
    voice: z.nullable(z.string()),
    key: z.string(),
    at: z.number(),
    failed: z.boolean(),
    tries: z.number(),
    back,
  }),
  z.object({
    id: z.literal('recap'),
    part: z.enum(['who', 'by', 'ask', 'offer', 'more', 'none']),
    period: z.enum(['week', 'last-week', 'today', 'yesterday']),
    by: z.nullable(partner),
    mine: z.nullable(z.enum(['by-me', 'for-me'])),
    last: z.extend(cursor, { read: z.number() }),
    next: cursor,
    back,
  }),
  z.object({
    id: z.literal('remind'),
    part: z.enum(['when', 'again', 'sure', 'permission']),
    day: z.nullable(reminderDay),
    time: z.nullable(z.string()),
    tries: z.number(),
    back,
  }),
  z.object({ id: z.literal('voice'), who: partner, mark: z.string(), sure: z.boolean(), back }),
  z.object({
    id: z.literal('forget'),
    what: z.enum(['us', 'person', 'words']),
    who: z.nullable(partner),
    failed: z.boolean(),
    back,
  }),
  z.object({ id: z.literal('take-back'), key: appreciationKey, back }),
  z.object({ id: z.literal('send'), back }),
]);

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
    household: householdSchema,
    scene: sceneSchema,
    keeping: z.boolean(),
    unsaved: z.boolean(),
    leading: z.boolean(),
    unclear: z.number(),
    wish: z.nullable(wish),
    last: z.nullable(z.extend(appreciationKey, { from: partner })),
    frozen: z.nullable(householdSchema),
  }),
  version: z.nullable(z.number()),
  base: z.nullable(householdSchema),
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
 * The session so far. Null for a new one, and where the attributes do not parse or are of another version: the
 * place then comes from the store.
 */
export function sessionOf(envelope: RequestEnvelope): Session | null {
  if (envelope.session === undefined || envelope.session.new) return null;
  const parsed = sessionSchema.safeParse(envelope.session.attributes?.checkIn);
  return parsed.success ? parsed.data : null;
}
