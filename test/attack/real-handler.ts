/** The handler that Lambda calls, as it is deployed, with a database and Alexa's services on this machine. */
import { vi } from 'vitest';
import type { Skill } from '../../lambda/alexa/skill.ts';
import { startAlexaServices } from '../../simulator/cloud/alexa-services.ts';
import { type Database, startDatabase, TABLE_NAME } from '../../simulator/database/database.ts';
import { openTable, type Table } from '../household/database-table.ts';
import { asDeployed } from '../infra/runtime/as-deployed.ts';

export interface RealHandler {
  handler: Skill;
  database: Database;
  table: Table;
  /** The URL of Alexa's services. */
  services: string;
  /** All that the process has printed since this was last called: the lines of its log. */
  printed(): string;
  close(): Promise<void>;
}

export async function theRealHandler(): Promise<RealHandler> {
  const [database, services] = [await startDatabase('memory'), await startAlexaServices('memory')];
  const environment = {
    ...asDeployed(database.endpoint),
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  let printed = '';
  const write = ((text: string | Uint8Array) => {
    printed += String(text);
    return true;
  }) as typeof process.stdout.write;
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(write),
  );
  const { handler } = await import('../../lambda/index.ts');
  const table = openTable(database.endpoint, TABLE_NAME);
  return {
    handler,
    database,
    table,
    services: services.endpoint,
    printed() {
      const all = printed;
      printed = '';
      return all;
    },
    async close() {
      for (const spy of spies) spy.mockRestore();
      vi.unstubAllEnvs();
      await table.close();
      await services.close();
      await database.close();
    },
  };
}
