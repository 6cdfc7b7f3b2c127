/** The real skill for tests: the real adapter, wording and DynamoDB store, on a database inside this process. */
import type { services } from 'ask-sdk-model';
import { createLanguages } from '../lambda/alexa/languages.ts';
import type { Log } from '../lambda/alexa/log.ts';
import { createApiClient } from '../lambda/alexa/services.ts';
import { createSkill, type Skill } from '../lambda/alexa/skill.ts';
import { contentFor } from '../lambda/content/locales.ts';
import { createDynamoClient } from '../lambda/household/dynamo-client.ts';
import { createDynamoStore } from '../lambda/household/dynamo-store.ts';
import type { HouseholdStore } from '../lambda/household/store.ts';
import { type AlexaServices, startAlexaServices } from '../simulator/cloud/alexa-services.ts';
import { SKILL_ID } from '../simulator/cloud/identity.ts';
import { type Database, startDatabase, TABLE_NAME } from '../simulator/database/database.ts';

export interface SkillOnDatabase {
  skill: Skill;
  store: HouseholdStore;
  database: Database;
  /** Alexa's own services: reminders and settings. */
  services: AlexaServices;
  close(): Promise<void>;
}

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** What the skill speaks and hears with, by locale. */
export const languages = createLanguages(contentFor);

export const english = languages('en-US');

/** Alexa's services, out of reach, without a network. */
const noServices: services.ApiClient = {
  invoke: async () => ({ statusCode: 503, body: '', headers: [] }),
};

/** The skill on a store, with Alexa's services out of reach unless they are given. */
export function skillOn(
  store: HouseholdStore,
  log: Log = silent,
  apiClient: services.ApiClient = noServices,
): Skill {
  return createSkill(SKILL_ID, { store, log, apiClient, answerWithin: 7_000, language: languages });
}

/** The skill on DynamoDB's interface, in memory. */
export async function skillOnDatabase(log: Log = silent): Promise<SkillOnDatabase> {
  const database = await startDatabase('memory');
  const services = await startAlexaServices('memory');
  const client = createDynamoClient({
    region: 'us-east-1',
    endpoint: database.endpoint,
    credentials: async () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    requestTimeout: 1_500,
    connectionTimeout: 1_500,
    attempts: 1,
    chance: Math.random,
  });
  const store = createDynamoStore({ client, table: TABLE_NAME });
  return {
    skill: skillOn(store, log, createApiClient()),
    store,
    database,
    services,
    async close() {
      client.close();
      await services.close();
      await database.close();
    },
  };
}
