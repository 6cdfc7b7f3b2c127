/** Each check of the attacks (`npm run attack`) fails if its promise is broken. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RequestRefused } from '../../lambda/alexa/errors.ts';
import { skillDisabled } from '../alexa/envelopes.ts';
import { type Table, tableInMemory } from '../household/database-table.ts';
import { aRecord, NOW } from '../household/records.ts';
import { type Came, wrongIn } from './answers.ts';
import { anEvening, broken, type Finding, Killed } from './evening.ts';
import { endProcessAt, failing, oneByOne } from './hands.ts';
import { leaksIn, markedWords, marksIn } from './marks.ts';
import { onlyMark } from './nothing-readable.ts';
import { oddOf } from './odd.ts';
import { chanceOf } from './settings.ts';
import { aStage, type Broken } from './stage.ts';
import { storedOf } from './stored.ts';

vi.setConfig({ testTimeout: 60_000 });

let table: Table;
beforeAll(async () => {
  table = await tableInMemory();
});
afterAll(() => table.close());

const promises = (findings: readonly Finding[]): Set<string> =>
  new Set(findings.map(({ promise }) => promise));

describe('the check of an evening', () => {
  it.each<[promise: Finding['promise'], broken: Broken]>([
    ['lost', (store) => ({ ...store, keep: async () => {} })],
    [
      'doubled',
      (store) => ({
        ...store,
        async keep(id, one) {
          await store.keep(id, one);
          await store.keep(id, { ...one, id: `${one.id}-again` });
        },
      }),
    ],
    ['resurrected', (store) => ({ ...store, erase: async () => {} })],
    ['place', (store) => ({ ...store, save: async () => {} })],
  ])('finds a promise that is broken: %s', async (promise, store) => {
    const { findings } = await anEvening(aStage(table, store));
    expect(promises(findings)).toContain(promise);
  });

  it('finds nothing if nothing is broken', async () => {
    expect((await anEvening(aStage(table))).findings).toEqual([]);
  });

  it('takes one copy more for each yes outside of an exercise that had no answer, and no other', () => {
    const stored = (copies: number, text: string) => ({
      record: null,
      appreciations: Array.from({ length: copies }, () => text),
      questions: [],
      items: [],
    });
    const ledger = {
      saved: new Set<never>(),
      deleted: new Set<never>(),
      unheard: new Map([['soup', 1]] as const),
    };
    expect(broken(ledger, stored(2, 'the soup'))).toEqual([]);
    expect(promises(broken(ledger, stored(3, 'the soup')))).toEqual(new Set(['doubled']));
    expect(promises(broken(ledger, stored(2, 'the tea')))).toEqual(new Set(['doubled']));
  });
});

describe('a hand between the skill and the database', () => {
  const ofStage = () => {
    const stage = aStage(table);
    const load = () => stage.skill(skillDisabled(stage.user, NOW));
    return { stage, load };
  };

  it.each(['throttled', 'timeout', 'down', 'lost'] as const)('lets a call fail: %s', async (fault) => {
    const { stage, load } = ofStage();
    await table.store.save(stage.id, aRecord(), null, NOW);
    stage.hand = failing(stage, fault, 1, 1);
    await expect(load()).rejects.toMatchObject({
      code: fault === 'throttled' ? 'throttled' : fault === 'down' ? 'unreachable' : 'timeout',
    });
    // Only what is lost was done.
    expect(await table.store.load(stage.id, NOW)).toEqual(fault === 'lost' ? null : aRecord());
    await load();
  });

  it.each([true, false])('ends a process at a call, which is done or not: %j', async (done) => {
    const { stage, load } = ofStage();
    await table.store.save(stage.id, aRecord(), null, NOW);
    endProcessAt(stage, 1, done);
    await expect(load()).rejects.toBeInstanceOf(Killed);
    expect(await table.store.load(stage.id, NOW)).toEqual(done ? null : aRecord());
    stage.restart();
    await load();
  });

  it('makes calls in an order that only the seed decides', async () => {
    const orderOf = async (seed: string): Promise<string> => {
      const hand = oneByOne(chanceOf('order', seed));
      let order = '';
      await Promise.all(
        [...'abcdefgh'].map((name) =>
          hand(async () => {
            order += name;
          }),
        ),
      );
      return order;
    };
    expect(await orderOf('1')).toBe(await orderOf('1'));
    expect(await orderOf('1')).not.toBe(await orderOf('2'));
    expect([...(await orderOf('1'))].toSorted().join('')).toBe('abcdefgh');
  });
});

describe('the check of a deletion', () => {
  it('finds a household, an appreciation and a mark that tells too much', async () => {
    const stage = aStage(table);
    await table.store.save(stage.id, aRecord(), null, NOW);
    stage.echo.now = NOW;
    expect(onlyMark(await storedOf(stage))).toEqual(['household', 'version', 'body']);
    await table.store.forget(stage.id, NOW);
    const stored = await storedOf(stage);
    expect(onlyMark(stored)).toEqual([]);
    expect(onlyMark({ ...stored, items: [{ sk: { S: 'household' }, name: { S: 'Ana' } }] })).toEqual([
      'name',
    ]);
    expect(onlyMark({ ...stored, items: [{ sk: { S: 'appreciation#2026' } }] })).toEqual([
      'appreciation#2026',
    ]);
  });
});

describe('the check of marked words', () => {
  const words = markedWords();
  const [name, said] = [words.next(), words.next()];
  const item = (sk: string, more: object) => [{ sk: { S: sk }, ...more }] as never;
  const household = (body: unknown[]) => item('household', { body: { S: JSON.stringify(body) } });

  it('takes a nickname in its place, and nowhere else', () => {
    expect(leaksIn(household([[name, null], 'rest']), new Set())).toEqual([]);
    expect(promises(leaksIn(household([[null, null], `the opening ${name}`]), new Set()))).toEqual(
      new Set(['leaked']),
    );
  });

  it.each(['appreciation#2026-11-22#1', 'question#1'])(
    'takes what was confirmed, and nothing else: %s',
    (key) => {
      const stored = item(key, { text: { S: `thank you for the ${said}` } });
      expect(leaksIn(stored, new Set([said]))).toEqual([]);
      expect(leaksIn(stored, new Set())).toHaveLength(1);
      expect(leaksIn(item(`${key}-${said}`, {}), new Set([said]))).toHaveLength(1);
    },
  );

  it('finds them whatever their letters are like', () => {
    expect([...marksIn({ message: `Could not read ${said.toUpperCase()}` })]).toEqual([said]);
  });
});

describe('the check of an answer', () => {
  const answered = (response: object): Came => ({ answered: { version: '1.0', response }, requests: 1 });

  it.each<[string, Came]>([
    ['what is thrown without a code', { thrown: new TypeError('odd'), requests: 0 }],
    [
      'a refusal after the database was asked',
      { thrown: new RequestRefused('wrong-skill', 'odd'), requests: 1 },
    ],
    ['nothing', { answered: undefined, requests: 0 }],
    ['a response without an envelope', { answered: { outputSpeech: {} }, requests: 0 }],
    ['a response over 120 KB', answered({ card: 'x'.repeat(120_001) })],
    ['a speech without words', answered({ outputSpeech: { type: 'SSML' }, shouldEndSession: true })],
    ['a session that is neither open nor shut', answered({ outputSpeech: { ssml: '<speak/>' } })],
    ['a reprompt after the end', answered({ shouldEndSession: true, reprompt: {} })],
  ])('finds %s', (_what, came) => {
    expect(promises(wrongIn(came))).toEqual(new Set(['unhandled']));
  });

  it.each<[string, Came]>([
    ['an empty response', answered({})],
    ['a spoken one', answered({ outputSpeech: { ssml: '<speak/>' }, shouldEndSession: false, reprompt: {} })],
    ['a typed refusal', { thrown: new RequestRefused('unknown-request', 'odd'), requests: 0 }],
  ])('takes %s', (_what, came) => {
    expect(wrongIn(came)).toEqual([]);
  });
});

describe('an odd request', () => {
  it('is another than the real one, the same for a seed, and leaves the real one as it is', () => {
    const real = {
      request: { type: 'IntentRequest', intent: { name: 'AMAZON.YesIntent', slots: {} } },
      session: {},
    };
    const before = JSON.stringify(real);
    const odd = (seed: string) => Array.from({ length: 50 }, (_, n) => oddOf(real, chanceOf(`${n}`, seed)));
    expect(odd('1')).toEqual(odd('1'));
    expect(odd('1')).not.toEqual(odd('2'));
    expect(new Set(odd('1').map((one) => JSON.stringify(one))).size).toBeGreaterThan(30);
    expect(JSON.stringify(real)).toBe(before);
  });
});
