/** The entry point of the Lambda function: creates the clients and the skill from the environment. */
import { createLanguages } from './alexa/languages.ts';
import { createApiClient } from './alexa/services.ts';
import { createSkill } from './alexa/skill.ts';
import { contentFor } from './content/locales.ts';
import { credentialsFromEnvironment } from './credentials.ts';
import { createDynamoClient } from './household/dynamo-client.ts';
import { createDynamoStore } from './household/dynamo-store.ts';
import { createJsonLog } from './json-log.ts';

/**
 * Milliseconds after which an apology is spoken. Alexa waits 8 s, and the response takes some of that to arrive. It has
 * to be less than the timeout of the function (infra/skill-function.ts), which would end it without an apology.
 */
const ANSWER_WITHIN = 6_500;
/** Milliseconds for one attempt of a request to the database. Most replies need one or two requests. */
const REQUEST_TIMEOUT = 750;
/** Milliseconds to connect to the database. */
const CONNECTION_TIMEOUT = 600;
/** How often a request to the database is sent at most. */
const ATTEMPTS = 2;

/** A variable of the environment. @throws Error if it is not set */
function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(
      `${name}: expected in the environment, found nothing. docs/operations.md names what the handler needs.`,
    );
  return value;
}

// The simulator has its own output where the log would be.
const log =
  process.env.OUR_CHECK_IN_LOG === 'off'
    ? createJsonLog('our-check-in', null)
    : createJsonLog('our-check-in');

const store = createDynamoStore({
  client: createDynamoClient({
    region: fromEnvironment('AWS_REGION'),
    // Set on a developer's machine alone.
    endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB,
    credentials: credentialsFromEnvironment,
    requestTimeout: REQUEST_TIMEOUT,
    connectionTimeout: CONNECTION_TIMEOUT,
    attempts: ATTEMPTS,
    chance: Math.random,
  }),
  table: fromEnvironment('TABLE_NAME'),
});

// The first language takes longest, because it loads what all languages share. Here that happens while Lambda starts the
// function, and not while somebody waits.
const language = createLanguages(contentFor);
language('en-US');

/** Answers one request from Alexa. @throws RequestRefused if the request is refused */
export const handler = createSkill(fromEnvironment('SKILL_ID'), {
  store,
  log,
  answerWithin: ANSWER_WITHIN,
  apiClient: createApiClient(),
  language,
});
