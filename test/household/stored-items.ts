/** Tests of the stored items: their keys, sizes and times to live, on anything with DynamoDB's API. */
import { describe, expect, it } from 'vitest';
import { chooseQuestion } from '../../lambda/conversation/exercise/choosing/choose-question.ts';
import { DEPTHS } from '../../lambda/conversation/model/household.ts';
import { english } from '../skill.ts';
import { sizeOf, type Table } from './database-table.ts';
import { aHousehold, anAppreciation, aPlace, aRecord, aStranger, idAt, NOW } from './records.ts';

const DAY = 86_400_000;

/** The question history after this many check-ins, one a day. */
function heardAfter(checkIns: number): string {
  let heard = '';
  for (let day = 0; day < checkIns; day += 1)
    heard = chooseQuestion(
      heard,
      { practice: null, depths: DEPTHS },
      {
        now: NOW + day * DAY,
        seed: day * 7919,
        playing: null,
        elsewhere: false,
        brokeOff: false,
        zone: 'UTC',
        speaker: null,
        recalled: null,
        own: null,
        reminded: null,
        questions: english.wording.questions,
      },
    ).heard;
  return heard;
}

const HEARD = heardAfter(1000);

/** Nicknames of the greatest length, thirty characters. */
const LONGEST = [
  ['Latin', 'Ana'.repeat(10), 'Zoë'.repeat(10)],
  ['Cyrillic', 'Д'.repeat(30), 'Ж'.repeat(30)],
  ['Devanagari', 'अ'.repeat(30), 'आ'.repeat(30)],
  ['emoji', '💛'.repeat(30), '🌻'.repeat(30)],
] as const;

/** Declares the tests. @param makeTable - returns an open table */
export function describeStoredItems(name: string, makeTable: () => Table): void {
  describe(`the items of a household, ${name}`, () => {
    it('are in a partition of its own, under these sort keys', async () => {
      const [{ store, items }, id] = [makeTable(), aStranger()];
      await store.save(id, aRecord(), null, NOW);
      await store.keep(id, anAppreciation());
      const keys = (await items(id)).map(({ pk, sk }) => [pk?.S, sk?.S]);
      expect(keys).toEqual([
        [`household#${id}`, `appreciation#2026-11-22#${idAt(NOW)}`],
        [`household#${id}`, 'household'],
      ]);
    });

    it('all have a time to live: a year for progress, four hundred days for an appreciation', async () => {
      const [{ store, items }, id] = [makeTable(), aStranger()];
      await store.save(id, aRecord(), null, NOW);
      await store.keep(id, anAppreciation());
      const [appreciation, household] = await items(id);
      expect(Number(household?.expiresAt?.N)).toBe((NOW + 365 * DAY) / 1000);
      expect(Number(appreciation?.expiresAt?.N)).toBe((Date.parse('2026-11-22') + 400 * DAY) / 1000);
    });

    it('are one after a deletion: when it was, for seven days, and nothing else', async () => {
      const [{ store, items }, id] = [makeTable(), aStranger()];
      await store.save(id, aRecord(), null, NOW);
      await store.keep(id, anAppreciation());
      await store.forget(id, NOW);
      const [mark, ...others] = await items(id);
      expect(others).toEqual([]);
      expect(Object.keys(mark ?? {}).toSorted()).toEqual(['expiresAt', 'forgotten', 'pk', 'schema', 'sk']);
      expect(mark?.forgotten).toEqual({ N: String(NOW) });
      expect(Number(mark?.expiresAt?.N)).toBe((NOW + 7 * DAY) / 1000);
    });

    it.each(LONGEST)(
      'stay under a kilobyte after a thousand check-ins, with the longest nicknames in %s',
      async (_script, a, b) => {
        const [{ store, items }, id] = [makeTable(), aStranger()];
        const household = aHousehold({
          names: { a, b },
          heard: HEARD,
          counts: { finished: 1000, listened: 20_000 },
        });
        const place = aPlace({ step: 'appreciate.b', from: 'appreciate.a', question: 'od3' });
        await store.save(id, aRecord({ household, place, version: 12_000 }), null, NOW);
        const [item] = await items(id);
        expect(sizeOf(item ?? {})).toBeGreaterThan(500);
        expect(sizeOf(item ?? {})).toBeLessThan(1024);
      },
    );
  });
}
