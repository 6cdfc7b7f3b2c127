/**
 * `npm run bench:load`: many households go through a first check-in at once, with the database in a process of its own.
 * It prints how many replies a second there are, how long each takes, and how busy each process is: the one that uses a
 * whole core is saturated. On Lambda every request under way has a function of its own, so only the database is shared.
 *
 * `--households N` sets how many there are at most (500).
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { scriptOptions, wholeNumber } from '../../command-line/script-options.ts';
import { createDynamoStore } from '../../lambda/household/dynamo-store.ts';
import { TABLE_NAME } from '../../simulator/database/database.ts';
import { answer } from '../../test/alexa/couple.ts';
import { anEcho } from '../../test/alexa/envelopes.ts';
import { storeClientOf } from '../../test/household/database-table.ts';
import { skillOn } from '../../test/skill.ts';
import type { Told } from './database-process.ts';
import { sizesUpTo } from './sizes.ts';

const { values } = scriptOptions(
  `npm run bench:load [-- --households N]

Lets many households go through a first check-in at once, and says which part is busiest.

  --households N  at most this many (500)`,
  { households: { type: 'string' } },
);
const most = wholeNumber('--households', values.households) ?? 500;

const database = fork(fileURLToPath(new URL('./database-process.ts', import.meta.url)), {
  execArgv: process.execArgv,
});
const told = async (): Promise<Told> => (await once(database, 'message'))[0] as Told;
const first = await told();
if (!('endpoint' in first)) throw new Error('expected the address of the database');

const failures: string[] = [];
const client = storeClientOf(first.endpoint, 30_000);
const log = {
  info: () => {},
  warn: (name: string) => failures.push(name),
  error: (name: string) => failures.push(name),
};
const skill = skillOn(createDynamoStore({ client, table: TABLE_NAME }), log);

/** Milliseconds of CPU of this process and of the database. */
async function spent(): Promise<{ skill: number; database: number }> {
  database.send('cpu');
  const answered = await told();
  const { user, system } = process.cpuUsage();
  return { skill: (user + system) / 1000, database: 'cpu' in answered ? answered.cpu : 0 };
}

/** A household goes through its first check-in. Returns how long each reply took, in milliseconds. */
async function checkIn(user: string): Promise<number[]> {
  const times: number[] = [];
  const timed = async (request: Parameters<typeof skill>[0]) => {
    const began = performance.now();
    const response = await skill(request);
    times.push(performance.now() - began);
    return response;
  };
  const echo = anEcho(timed, { user, run: user });
  await echo.launch();
  while (echo.stateId() !== 'closed' && times.length < 60) await answer(echo);
  return times;
}

// V8 compiles what is used often.
for (let household = 0; household < 20; household += 1) await checkIn(`before-${household}`);
const rows: string[] = [];
for (const households of sizesUpTo(most)) {
  const before = await spent();
  const began = performance.now();
  const all = await Promise.all(
    Array.from({ length: households }, (_, index) => checkIn(`household-${households}-${index}`)),
  );
  const seconds = (performance.now() - began) / 1000;
  const after = await spent();
  const times = all.flat().sort((one, two) => one - two);
  const busy = (from: number, to: number): string => `${Math.round((to - from) / seconds / 10)} %`;
  rows.push(
    [
      `${households}`,
      `${times.length}`,
      `${Math.round(times.length / seconds)}`,
      `${times[Math.floor(times.length / 2)]?.toFixed(1)} ms`,
      `${times[Math.floor(times.length * 0.99)]?.toFixed(1)} ms`,
      busy(before.skill, after.skill),
      busy(before.database, after.database),
      `${failures.length}`,
    ].join(' | '),
  );
}
console.log(`| at once | replies | a second | median | 99th percentile | skill, of a core | database, of a core | failures |
|---|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join('\n')}`);
client.close();
database.disconnect();
process.exitCode = failures.length === 0 ? 0 : 1;
