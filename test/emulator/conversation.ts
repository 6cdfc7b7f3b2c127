/** A couple's first visit, later visits and deletion, run by the built asset on any database with DynamoDB's API. */
import { randomUUID } from 'node:crypto';
import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, it } from 'vitest';
import { TIMEOUT_SECONDS } from '../../infra/skill-function.ts';
import { until } from '../alexa/couple.ts';
import { anEcho } from '../alexa/envelopes.ts';
import { opensMicrophone, wordsOf } from '../alexa/responses.ts';
import { logOf, skillIn } from '../infra/runtime/asset.ts';
import { type Runtime, startRuntime } from '../infra/runtime/start-runtime.ts';

export interface Deployed {
  /** The folder with the code. */
  readonly folder: string;
  /** The environment variables that the stack gives the function, and the address of the database. */
  readonly environment: Readonly<Record<string, string>>;
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SECONDS = { aConversation: 120, aYear: 365 * 24 * 3600 };

/**
 * The last Wednesday evening, in milliseconds since 1970: nothing written then has expired, and no week ends during the
 * test.
 */
function wednesdayEvening(): number {
  // 1 January 1970 was a Thursday.
  const first = 6 * DAY + 19 * HOUR;
  return Date.now() - ((Date.now() - first) % (7 * DAY));
}

/** Defines the test. `deployed` is called when the test runs, so that a hook can deploy first. */
export function itHoldsAConversation(node: string, deployed: () => Deployed): void {
  const begun: Runtime[] = [];
  afterEach(async () => {
    await Promise.all(begun.splice(0).map((runtime) => runtime.close()));
  });

  /** Starts the asset in a new process, as after hours without a request. */
  async function cold(): Promise<Runtime> {
    const { folder, environment } = deployed();
    const runtime = await startRuntime({ node, folder, environment, timeoutSeconds: TIMEOUT_SECONDS });
    begun.push(runtime);
    return runtime;
  }

  async function items(): Promise<Record<string, AttributeValue>[]> {
    const { client, tableName } = deployed();
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
    return Items;
  }

  const kinds = async () => (await items()).map(({ sk }) => sk?.S?.split('#')[0]).toSorted();

  it('meets a couple, stops, resumes in a new process, keeps appreciations, reads them, and forgets the couple', {
    timeout: SECONDS.aConversation * 1000,
  }, async () => {
    expect(await items()).toEqual([]);
    const user = `amzn1.ask.account.${randomUUID()}`;
    const evening = wednesdayEvening();

    const first = await cold();
    const echo = anEcho(skillIn(first), { user, now: evening });
    expect(opensMicrophone(await echo.launch())).toBe(true);
    expect(await items()).toEqual([]);
    await until(echo, /talk\.b$/);
    expect(await kinds()).toEqual(['household']);
    expect(opensMicrophone(await echo.say('AMAZON.StopIntent'))).toBe(false);
    await first.close();

    const second = await cold();
    const again = anEcho(skillIn(second), { user, now: evening + HOUR, run: 'again' });
    const resumed = await again.launch();
    expect(again.stateId()).toBe('carry-on');
    expect(wordsOf(resumed)).toContain('Bo');
    await until(again, /^closed$/);
    expect(await kinds()).toEqual(['appreciation', 'appreciation', 'household']);
    for (const { pk, expiresAt } of await items()) {
      expect(pk?.S).toMatch(/^household#[0-9a-f]{64}$/);
      expect(Number(expiresAt?.N)).toBeGreaterThanOrEqual(Math.floor(evening / 1000) + SECONDS.aYear);
    }
    await second.close();

    const third = await cold();
    const later = anEcho(skillIn(third), { user, now: evening + 2 * HOUR, run: 'later' });
    const read = wordsOf(await later.say('RecapIntent'));
    const rest = later.stateId() === '' ? '' : wordsOf(await later.say('AMAZON.YesIntent'));
    expect(`${read} ${rest}`).toContain('the tea you made');
    await later.say('ForgetUsIntent');
    expect(later.stateId()).toBe('forget.us');
    await later.say('AMAZON.YesIntent');
    // Nothing is left but the mark of the deletion, which has no name and nothing of the two (docs/decisions/0025).
    const left = (await items()).map((item) => Object.keys(item).toSorted());
    expect(left).toEqual([['expiresAt', 'forgotten', 'pk', 'schema', 'sk']]);

    for (const runtime of [first, second, third]) {
      expect(runtime.coldStarts).toBe(1);
      const trouble = logOf(runtime).filter(({ level }) => level !== 'INFO');
      // Alexa's own services cannot be reached here.
      expect(trouble.filter(({ message }) => message !== 'alexa service failed')).toEqual([]);
      expect(runtime.logs().join('\n')).not.toMatch(/\bAna\b|\bBo\b|tea you made/);
    }
  });
}
