import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { DEVICE_KINDS } from '../device/device-kind.ts';
import { type PageRequest, SPEEDS, VOICES } from './page/messages.ts';

/** Bytes of the longest body that is read. */
export const LONGEST_BODY = 8_000;
/** Characters of the longest sentence. */
const LONGEST_WORDS = 600;
/** Characters of the longest token of a document. */
const LONGEST_TOKEN = 1000;

const action = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('advance') }),
  z.strictObject({
    do: z.literal('say'),
    words: z
      .string()
      .max(LONGEST_WORDS)
      .regex(/^[^\r\n]*\S[^\r\n]*$/u),
    wake: z.boolean(),
  }),
  z.strictObject({
    do: z.literal('tap'),
    id: z.string().regex(/^[^()\r\n]{1,80}$/u),
    token: z.string().max(LONGEST_TOKEN).nullable(),
  }),
  z.strictObject({ do: z.literal('become'), kind: z.enum(DEVICE_KINDS) }),
  z.strictObject({ do: z.literal('voice'), voice: z.enum(VOICES).nullable() }),
  z.strictObject({ do: z.literal('speed'), speed: z.literal(SPEEDS) }),
  z.strictObject({ do: z.literal('record') }),
  z.strictObject({ do: z.literal('reset') }),
]);

const pageRequest = z.strictObject({
  connection: z.string().max(64),
  heard: z.strictObject({ turn: z.int().nonnegative(), seconds: z.number().min(0).max(86_400) }).nullable(),
  action,
});

/** Why the body of a request is not taken. */
export interface BadBody {
  readonly status: 400 | 413 | 415;
  readonly sentence: string;
}

/** Reads the body of a request of the page. */
export async function readPageRequest(incoming: IncomingMessage): Promise<PageRequest | BadBody> {
  const type = (incoming.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { status: 415, sentence: 'The body has to be application/json.' };
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST_BODY)
      return { status: 413, sentence: `More than ${LONGEST_BODY} bytes are not read.` };
    parts.push(part);
  }
  try {
    const read = pageRequest.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    if (read.success) return read.data;
  } catch {
    // Not JSON at all.
  }
  return { status: 400, sentence: 'The body is not a request of the page.' };
}
