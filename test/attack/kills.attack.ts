/** The process ends at each call of a whole evening, and another one goes on with the same database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Table, tableInMemory } from '../household/database-table.ts';
import { anEvening, type Evening } from './evening.ts';
import { endProcessAt } from './hands.ts';
import { chanceOf, many } from './settings.ts';
import { aStage } from './stage.ts';

let table: Table;
let undisturbed: Evening & { calls: number };
beforeAll(async () => {
  table = await tableInMemory();
  const stage = aStage(table);
  undisturbed = { ...(await anEvening(stage)), calls: stage.calls };
});
afterAll(() => table.close());

describe('a process that ends', () => {
  it.each([
    ['before', false, false],
    ['after', true, false],
    ['before', false, true],
    ['after', true, true],
  ])(
    '%s the database has done what it was asked for loses nothing and doubles nothing (done: %j, with word of its end: %j)',
    async (_when, done, told) => {
      const step = many(4, 1);
      const findings = [];
      let tried = 0;
      for (let at = 1 + chanceOf(`${done}`).below(step); at <= undisturbed.calls; at += step) {
        const stage = aStage(table);
        endProcessAt(stage, at, done);
        const evening = await anEvening(stage, async () => {
          stage.restart();
          if (told) await stage.echo.end('ERROR');
        });
        tried += 1;
        findings.push(...evening.findings.map((finding) => ({ at, ...finding })));
        expect([at, evening.outcome]).toEqual([at, undisturbed.outcome]);
      }
      console.log(`${tried} processes ended`);
      expect(findings).toEqual([]);
    },
  );
});
