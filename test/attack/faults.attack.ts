/** The database fails at each call of a whole evening, and they go on with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Table, tableInMemory } from '../household/database-table.ts';
import { anEvening, type Evening } from './evening.ts';
import { FAULTS, failing } from './hands.ts';
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

describe('an evening on a database', () => {
  it('that does not fail has all of it', () => {
    expect(undisturbed.findings).toEqual([]);
    expect(undisturbed.outcome).toMatchObject({ place: null, counts: { finished: 1 } });
    expect(undisturbed.calls).toBeGreaterThan(30);
  });

  it.each(FAULTS.flatMap((fault) => [1, 3].map((times) => [fault, times] as const)))(
    'that fails at any call loses nothing and doubles nothing: %s, %i in a row',
    async (fault, times) => {
      const step = many(4, 1);
      const findings = [];
      let tried = 0;
      for (let at = 1 + chanceOf(fault).below(step); at <= undisturbed.calls; at += step) {
        const stage = aStage(table);
        stage.hand = failing(stage, fault, at, times);
        const evening = await anEvening(stage);
        tried += 1;
        findings.push(...evening.findings.map((finding) => ({ at, ...finding })));
        expect([at, evening.outcome]).toEqual([at, undisturbed.outcome]);
      }
      console.log(`${tried} evenings with a fault: ${fault}, ${times} in a row`);
      expect(findings).toEqual([]);
    },
  );
});
