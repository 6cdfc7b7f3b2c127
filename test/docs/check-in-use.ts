/**
 * Measures what one check-in uses, on the simulated Echo. It is the second one of a couple, a week after the first. It
 * takes twenty minutes, and has the week's recap and an appreciation from each partner.
 */
import { createEcho, type Echo } from '../../simulator/device/echo.ts';
import type { Exchange } from '../../simulator/device/exchange.ts';
import { model } from '../model.ts';
import { skillOnDatabase } from '../skill.ts';

export interface CheckInUse {
  /** Requests from Alexa. Each of them runs the function once. */
  readonly requests: number;
  /** Requests to the table, by operation. */
  readonly operations: Readonly<Record<string, number>>;
  /** Read units and write units of DynamoDB. */
  readonly read: number;
  readonly written: number;
}

const READS: ReadonlySet<string> = new Set(['GetItem', 'Query']);
const THANKS = [
  'i appreciate the soup you made when i was tired',
  'i appreciate how you listened on the way home',
];

/** Measures what one check-in uses. @throws Error if the check-in does not end */
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

/**
 * Plays a whole check-in: answers with their names and with an appreciation if that is asked for, and otherwise with
 * yes.
 */
async function checkIn(echo: Echo, names: string[]): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const thanks = [...THANKS];
  let line: string | undefined = 'alexa, start our check-in';
  while (line !== undefined && exchanges.length < 40) {
    const exchange = await echo.line(line);
    if (exchange === null) throw new Error(`${line}: expected a response, got none`);
    exchanges.push(exchange);
    if (exchange.session === 'ended') return exchanges;
    if (exchange.state?.startsWith('names')) line = names.shift();
    else line = exchange.state?.includes('@AppreciationIntent') ? thanks.shift() : 'yes';
  }
  throw new Error('expected the check-in to end, but it did not');
}

function addedUp(exchanges: readonly Exchange[]): CheckInUse {
  const operations: Record<string, number> = {};
  let capacity = 0;
  for (const { database } of exchanges) {
    for (const [operation, times] of Object.entries(database.requests))
      operations[operation] = (operations[operation] ?? 0) + times;
    capacity += database.capacity;
  }
  // Every item that is written is smaller than 1 KB, and so takes one write unit.
  const written = Object.entries(operations).reduce(
    (sum, [operation, times]) => sum + (READS.has(operation) ? 0 : times),
    0,
  );
  return { requests: exchanges.length, operations, read: capacity - written, written };
}
