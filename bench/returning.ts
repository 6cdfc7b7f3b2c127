/** A household that comes back: what is stored of it, and the request with its first yes. */
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { RequestEnvelope } from 'ask-sdk-model';
import { TABLE_NAME } from '../simulator/database/database.ts';
import { toTheClose } from '../test/alexa/couple.ts';
import { anEcho } from '../test/alexa/envelopes.ts';
import { clientOf } from '../test/household/database-table.ts';
import { withoutServices } from '../test/infra/runtime/without-services.ts';
import type { SkillOnDatabase } from '../test/skill.ts';

const WEEK = 7 * 86_400_000;
/** Check-ins before, one a week. */
const BEFORE = 8;

export interface Returning {
  /** "Yes, we are", as words. A session is under way, so the attributes are in it. */
  yes: RequestEnvelope;
  /** Puts back what was stored before the yes. */
  restore(): Promise<void>;
  close(): void;
}

/** Plays check-ins of some weeks, and one that begins. */
export async function returning({ skill, database }: SkillOnDatabase): Promise<Returning> {
  const client = clientOf(database.endpoint);
  const echo = anEcho(skill, { user: 'amzn1.ask.account.BENCH-RETURNING' });
  for (let week = 0; week < BEFORE; week += 1) {
    await toTheClose(echo);
    echo.now += WEEK;
  }
  await echo.launch();
  const { Items: items = [] } = await client.send(new ScanCommand({ TableName: TABLE_NAME }));
  await echo.words('yes we are');
  const last = echo.exchanges.at(-1);
  if (last === undefined || echo.stateId() === 'closed') throw new Error('expected a check-in to go on');
  return {
    yes: withoutServices(last.request),
    async restore() {
      for (const Item of items) await client.send(new PutItemCommand({ TableName: TABLE_NAME, Item }));
    },
    close: () => client.destroy(),
  };
}
