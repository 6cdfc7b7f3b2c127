/**
 * What one check-in uses, played on the simulated Echo: a couple's second one, a week after the first, of
 * twenty minutes, with the week's recap and an appreciation each.
 */
import { createEcho, type Echo } from '../../simulator/device/echo.ts';
import type { Exchange } from '../../simulator/device/exchange.ts';
import { skillOnDatabase } from '../skill.ts';
import { model } from '../transcripts/transcript.ts';

export interface CheckInUse {
  /** Requests of Alexa: each is one run of the function. */
  readonly requests: number;
  /** Requests to the table, by operation. */
  readonly operations: Readonly<Record<string, number>>;
  /** Capacity units of reading, and of writing. */
  readonly read: number;
  readonly written: number;
}

const READS: ReadonlySet<string> = new Set(['GetItem', 'Query']);
const THANKS = [
  'i appreciate the soup you made when i was tired',
  'i appreciate how you listened on the way home',
];

/** @throws Error if the check-in does not come to its end */
export async function checkInUse(): Promise<CheckInUse> {
  const { skill, database, services, close } = await skillOnDatabase();
  try {
    const echo = createEcho({
      handler: skill,
      model,
      database,
      services,
      user: 'costs',
      seed: 7,
      start: new Date('2026-11-22T19:00:00Z'),
      strict: true,
    });
    await checkIn(echo, ['Ana', 'Bo']);
    await echo.line('(wait 7d)');
    const exchanges = await checkIn(echo, []);
    return addedUp(exchanges.filter(({ heard }) => heard !== null));
  } finally {
    await close();
  }
}

/** A check-in from its start to its close: what they are called, an appreciation where one is asked for, else yes. */
async function checkIn(echo: Echo, names: string[]): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const thanks = [...THANKS];
  let line: string | undefined = 'alexa, start our check-in';
  while (line !== undefined && exchanges.length < 40) {
    const exchange = await echo.line(line);
    if (exchange === null) throw new Error(`${line}: nothing came of it`);
    exchanges.push(exchange);
    if (exchange.session === 'ended') return exchanges;
    if (exchange.state?.startsWith('names')) line = names.shift();
    else line = exchange.state?.includes('@AppreciationIntent') ? thanks.shift() : 'yes';
  }
  throw new Error('the check-in did not come to its end');
}

function addedUp(exchanges: readonly Exchange[]): CheckInUse {
  const operations: Record<string, number> = {};
  let capacity = 0;
  for (const { database } of exchanges) {
    for (const [operation, times] of Object.entries(database.requests))
      operations[operation] = (operations[operation] ?? 0) + times;
    capacity += database.capacity;
  }
  // Every item written is under 1 KB, and costs one unit.
  const written = Object.entries(operations).reduce(
    (sum, [operation, times]) => sum + (READS.has(operation) ? 0 : times),
    0,
  );
  return { requests: exchanges.length, operations, read: capacity - written, written };
}
