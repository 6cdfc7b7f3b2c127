/** The real skill for tests: the real adapter, wording and DynamoDB store, on a database inside this process. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createListener } from '../lambda/alexa/listener.ts';
import type { Log } from '../lambda/alexa/log.ts';
import { createSkill, type Skill } from '../lambda/alexa/skill.ts';
import { contentFor } from '../lambda/content/locales.ts';
import { createDynamoStore } from '../lambda/household/dynamo-store.ts';
import type { HouseholdStore } from '../lambda/household/store.ts';
import { createWording } from '../lambda/speech/wording.ts';
import { type Database, startDatabase, TABLE_NAME } from '../simulator/database.ts';
import { SKILL_ID } from '../simulator/identity.ts';

export interface SkillOnDatabase {
  skill: Skill;
  store: HouseholdStore;
  database: Database;
  close(): Promise<void>;
}

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

export const english = (() => {
  const content = contentFor('en-US');
  return { wording: createWording(content), listener: createListener(content.hearing) };
})();

/** The skill on a store. */
export function skillOn(store: HouseholdStore, log: Log = silent): Skill {
  return createSkill(SKILL_ID, { store, log, language: () => english });
}

/** The skill on DynamoDB's interface, in memory. */
export async function skillOnDatabase(): Promise<SkillOnDatabase> {
  const database = await startDatabase('memory');
  const client = new DynamoDBClient({
    region: 'us-east-1',
    endpoint: database.endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: { requestTimeout: 1_500, throwOnRequestTimeout: true },
  });
  const store = createDynamoStore({ client, table: TABLE_NAME, now: () => 0 });
  return {
    skill: skillOn(store),
    store,
    database,
    async close() {
      client.destroy();
      await database.close();
    },
  };
}
