/**
 * The credentials of the function for DynamoDB. Lambda puts them into the environment, and renews them by starting a new
 * process (Amazon: Using environment variables in Lambda).
 */

import type { Credentials } from './household/dynamo-client.ts';

/**
 * Credentials from the environment.
 *
 * @throws Error if the environment has none, with the names of the variables
 */
export async function credentialsFromEnvironment(): Promise<Credentials> {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY)
    throw new Error(
      'credentials: expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, as Lambda sets them.',
    );
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
  };
}
