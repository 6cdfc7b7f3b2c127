import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { DEVICE_KINDS } from '../device/device-kind.ts';
import { type PageRequest, SPEEDS, VOICES } from './page/messages.ts';

/** Bytes of the longest body that is read. */
export const LONGEST_BODY = 8_000;
/** Characters of the longest sentence. */
const LONGEST_WORDS = 600;
/** Characters of the longest token of a document. */
const LONGEST_TOKEN = 1000;

const action = v.variant('do', [
  v.strictObject({ do: v.literal('advance') }),
  v.strictObject({
    do: v.literal('say'),
    words: v.pipe(v.string(), v.maxLength(LONGEST_WORDS), v.regex(/^[^\r\n]*\S[^\r\n]*$/u)),
    wake: v.boolean(),
  }),
  v.strictObject({
    do: v.literal('tap'),
    id: v.pipe(v.string(), v.regex(/^[^()\r\n]{1,80}$/u)),
    token: v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_TOKEN))),
  }),
  v.strictObject({ do: v.literal('become'), kind: v.picklist(DEVICE_KINDS) }),
  v.strictObject({ do: v.literal('voice'), voice: v.nullable(v.picklist(VOICES)) }),
  v.strictObject({ do: v.literal('speed'), speed: v.picklist(SPEEDS) }),
  v.strictObject({ do: v.literal('record') }),
  v.strictObject({ do: v.literal('reset') }),
]);

const pageRequest = v.strictObject({
  connection: v.pipe(v.string(), v.maxLength(64)),
  heard: v.nullable(
    v.strictObject({
      turn: v.pipe(v.number(), v.integer(), v.minValue(0)),
      seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
    }),
  ),
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
    const read = v.safeParse(pageRequest, JSON.parse(Buffer.concat(parts).toString('utf8')));
    if (read.success) return read.output;
  } catch {
    // Not JSON at all.
  }
  return { status: 400, sentence: 'The body is not a request of the page.' };
}
