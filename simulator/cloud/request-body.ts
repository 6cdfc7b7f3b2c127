import type { Intent } from 'ask-sdk-model';
import { isRecord, type JsonRecord } from '../json-value.ts';

/** The part of a request that says what happened. The rest (id, time, locale) is added when it is sent. */
export type RequestBody = { readonly type: string } & JsonRecord;

/** The intent of an IntentRequest; null for every other request. */
export const intentIn = (body: RequestBody): Intent | null =>
  isRecord(body.intent) ? (body.intent as unknown as Intent) : null;
