/** Real processes, killed by the operating system at a moment that chance decides. The database is on disk. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createDynamoStore } from '../../lambda/household/dynamo-store.ts';
import { householdId } from '../../lambda/household/identity.ts';
import { userIdOf } from '../../simulator/cloud/identity.ts';
import { startDatabase, TABLE_NAME } from '../../simulator/database/database.ts';
import { storeClientOf } from '../household/database-table.ts';
import { ofDays } from '../household/records.ts';
import { chanceOf, many } from './settings.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const USER = 'killed';
const KILLS = 3;
/** Milliseconds after a line within which the process is killed: about as long as an answer takes. */
const WITHIN = 40;
const THANKS = { a: 'thank you for the tea you made', b: 'I love how you listened' };

/** An Echo in a process of its own. */
interface Running {
  /** Says a line. @returns the state after it */
  say(line: string): Promise<string>;
  /** Says a line, and kills the process before or after it has answered. */
  sayAndKill(line: string, after: number): Promise<void>;
  end(): Promise<void>;
}

function start(data: string, at: string): Running {
  const args = ['--json', '--data', data, '--user', USER, '--at', at];
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts', ...args], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  const gone = once(child, 'exit');
  const write = (line: string): void => {
    child.stdin?.write(`${line}\n`);
  };
  return {
    async say(line) {
      write(line);
      const { value } = await lines.next();
      return String((JSON.parse(value ?? '{}') as { state?: string | null }).state ?? 'closed');
    },
    async sayAndKill(line, after) {
      write(line);
      await wait(after);
      child.kill('SIGKILL');
      await gone;
    },
    async end() {
      child.stdin?.end();
      await gone;
    },
  };
}

function answerTo(state: string): string {
  if (state === '' || state === 'closed') return 'alexa, start our check-in';
  if (state.startsWith('names.a')) return 'Ana';
  if (state.startsWith('names.b')) return 'Bo';
  if (state.includes('appreciate.a@')) return THANKS.a;
  if (state.includes('appreciate.b@')) return THANKS.b;
  return 'yes';
}

describe('a process that is killed', () => {
  it.each(Array.from({ length: many(1, 8) }, (_, run) => run))(
    'loses nothing and doubles nothing, run %i',
    async (run) => {
      const chance = chanceOf(`killed ${run}`);
      const data = mkdtempSync(join(tmpdir(), 'our-check-in-killed-'));
      try {
        const said = Array.from({ length: KILLS }, () => chance.below(10));
        let [echo, hour, state] = [start(data, '2026-11-22T08:00:00'), 8, 'closed'];
        for (const lines of said) {
          for (let line = 0; line < lines; line += 1) state = await echo.say(answerTo(state));
          await echo.sayAndKill(answerTo(state), chance.below(WITHIN));
          hour += 1;
          [echo, state] = [start(data, `2026-11-22T${String(hour).padStart(2, '0')}:00:00`), 'closed'];
        }
        // Whatever had happened, they finish a check-in now.
        for (let line = 0; line < 40; line += 1) {
          state = await echo.say(answerTo(state));
          if (state === 'closed') break;
        }
        await echo.end();
        const { finished, place, texts } = await storedIn(data);
        // If it was finished at a kill, and nobody heard it, this is another one.
        expect(finished).toBeGreaterThan(0);
        expect(place).toBeNull();
        const each = Array.from({ length: finished }, () => [THANKS.a, THANKS.b]);
        expect(texts.toSorted()).toEqual(each.flat().toSorted());
      } finally {
        rmSync(data, { recursive: true, force: true });
      }
    },
  );
});

async function storedIn(data: string): Promise<{ finished: number; place: unknown; texts: string[] }> {
  const database = await startDatabase(data);
  const client = storeClientOf(database.endpoint);
  try {
    const store = createDynamoStore({ client, table: TABLE_NAME });
    const id = householdId(userIdOf(USER));
    const now = Date.parse('2026-11-23T12:00:00Z');
    const record = await store.load(id, now);
    const { page } = await store.appreciations(id, ofDays('2026-11-21', '2026-11-24', { now }));
    return {
      finished: record?.household.counts.finished ?? 0,
      place: record?.place ?? null,
      texts: page.map(({ text }) => text),
    };
  } finally {
    client.close();
    await database.close();
  }
}
