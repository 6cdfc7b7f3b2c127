import { SKILL_ID } from '../../../simulator/cloud/identity.ts';
import { TABLE_NAME } from '../../../simulator/database/database.ts';

/** The environment variables of infra/skill-function.ts, with a database on this machine in place of Amazon's. */
export const asDeployed = (endpoint: string): Record<string, string> => ({
  TABLE_NAME,
  SKILL_ID,
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
});
