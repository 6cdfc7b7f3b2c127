/** The skill on a database, with a hand between the two, and new processes on the same database. */
import type { Skill } from '../../lambda/alexa/skill.ts';
import type { DynamoClient } from '../../lambda/household/dynamo-client.ts';
import { createDynamoStore } from '../../lambda/household/dynamo-store.ts';
import { householdId } from '../../lambda/household/identity.ts';
import type { HouseholdId, HouseholdStore } from '../../lambda/household/store.ts';
import { type FakeServices, fakeServices } from '../alexa/alexa-services.ts';
import { anEcho, type Echo } from '../alexa/envelopes.ts';
import { type Logged, recordingLog } from '../alexa/kitchen.ts';
import type { Table } from '../household/database-table.ts';
import { skillOn } from '../skill.ts';

/** What stands between the skill and the database: it decides when a call is done, and how it ends. */
export type Hand = (call: () => Promise<unknown>) => Promise<unknown>;

/** Lets every call through. */
export const open: Hand = (call) => call();

/** A change of the store, for the tests of the checks: a store that breaks a promise. */
export type Broken = (store: HouseholdStore) => HouseholdStore;

export interface Stage {
  table: Table;
  user: string;
  id: HouseholdId;
  services: FakeServices;
  logged: Logged[];
  /** The Echo in the kitchen. It speaks with whichever process runs. */
  echo: Echo;
  /** What stands between the skill and the database from now on. */
  hand: Hand;
  /** How often the skill has called the database. */
  calls: number;
  /** The process that runs now. */
  skill: Skill;
  /** Starts another process, which knows nothing of the one before. */
  restart(): void;
  /** Another Echo of the household. */
  another(device: string): Echo;
}

let users = 0;

/** A household of its own on a table, and a process of the skill. */
export function aStage(table: Table, broken: Broken = (store) => store): Stage {
  users += 1;
  const user = `amzn1.ask.account.ATTACKED-${users}`;
  const [services, logged]: [FakeServices, Logged[]] = [fakeServices(), []];
  const client: DynamoClient = {
    send: ((operation, input) => {
      stage.calls += 1;
      return stage.hand(() => table.storeClient.send(operation, input));
    }) as DynamoClient['send'],
    close: () => {},
  };
  const aProcess = (): Skill =>
    skillOn(broken(createDynamoStore({ client, table: table.name })), recordingLog(logged), services);
  const current: Skill = (event, context) => stage.skill(event, context);
  const stage: Stage = {
    table,
    user,
    id: householdId(user),
    services,
    logged,
    echo: anEcho(current, { user }),
    hand: open,
    calls: 0,
    skill: aProcess(),
    restart() {
      stage.skill = aProcess();
      stage.hand = open;
    },
    another: (device) => anEcho(current, { user, device, now: stage.echo.now }),
  };
  return stage;
}
