/** The Lambda entry: environment to clients to skill. The only state at module level is these clients. */
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { createLanguages } from './alexa/languages.ts';
import type { Log } from './alexa/log.ts';
import { createApiClient } from './alexa/services.ts';
import { createSkill } from './alexa/skill.ts';
import { contentFor } from './content/locales.ts';
import { createDynamoStore } from './household/dynamo-store.ts';

/**
 * Milliseconds after which an apology is spoken: Alexa waits 8 s, and the answer has a way to go. Less than the function's
 * own time-out (infra/skill-function.ts), or Lambda would end it before it can apologize.
 */
const ANSWER_WITHIN = 6_500;
/** Milliseconds for one request to the database; most replies need one or two of them. */
const REQUEST_TIMEOUT = 750;
const CONNECTION_TIMEOUT = 600;
const ATTEMPTS = 2;

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(
      `${name}: expected in the environment, found nothing. README.md names what the handler needs.`,
    );
  return value;
}

const logger = new Logger({ serviceName: 'our-check-in' });
const log: Log = {
  info: (message, fields) => logger.info(message, { ...fields }),
  warn: (message, fields) => logger.warn(message, { ...fields }),
  error: (message, fields) => logger.error(message, { ...fields }),
};

const store = createDynamoStore({
  client: new DynamoDBClient({
    maxAttempts: ATTEMPTS,
    requestHandler: new NodeHttpHandler({
      requestTimeout: REQUEST_TIMEOUT,
      throwOnRequestTimeout: true,
      connectionTimeout: CONNECTION_TIMEOUT,
    }),
  }),
  table: fromEnvironment('TABLE_NAME'),
});

// The first language takes longest, for it warms what all share: while Lambda starts, and not while somebody waits.
const language = createLanguages(contentFor);
language('en-US');

/** Answers one request of Alexa. */
export const handler = createSkill(fromEnvironment('SKILL_ID'), {
  store,
  log,
  answerWithin: ANSWER_WITHIN,
  apiClient: createApiClient(),
  language,
});
