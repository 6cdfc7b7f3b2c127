/** Questions of their own: kept as they were said, read in order, taken back and erased. */
import { expect, it } from 'vitest';
import type { HouseholdStore } from '../../../lambda/household/store.ts';
import { anAppreciation, aQuestion, aStranger, HARD_WORDS, idAt, NOW } from '../records.ts';
import { all } from './stored.ts';

export function describeQuestions(makeStore: () => HouseholdStore): void {
  it('reads the questions that were kept, the oldest first, each once, and apart from appreciations', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const older = aQuestion({ id: idAt(NOW - 1000), at: NOW - 1000, from: null });
    for (const question of [aQuestion(), older, aQuestion()]) await store.keepQuestion(id, question);
    await store.keep(id, anAppreciation());
    expect(await store.questions(id, NOW)).toEqual([older, aQuestion()]);
    expect(await all(store, id)).toEqual([anAppreciation()]);
  });

  it('keeps questions as they were said', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const kept = HARD_WORDS.map((text, index) => aQuestion({ id: idAt(NOW, String(index)), text }));
    for (const question of kept) await store.keepQuestion(id, question);
    expect(await store.questions(id, NOW)).toEqual(kept);
  });

  it('reads fifty questions at most, and none whose time to live has passed', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const kept = Array.from({ length: 52 }, (_, index) =>
      aQuestion({ id: idAt(NOW + index * 1000), at: NOW + index * 1000 }),
    );
    await Promise.all(kept.map((question) => store.keepQuestion(id, question)));
    expect(await store.questions(id, NOW)).toEqual(kept.slice(0, 50));
    expect(await store.questions(id, NOW + 401 * 86_400_000)).toEqual([]);
  });

  it('takes back only the named question, and nothing if it is gone', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const [one, two] = [aQuestion({ id: idAt(NOW, 'one') }), aQuestion({ id: idAt(NOW, 'two') })];
    for (const question of [one, two]) await store.keepQuestion(id, question);
    for (let time = 0; time < 2; time += 1) await store.takeBack(id, { id: one.id, kind: 'question' });
    expect(await store.questions(id, NOW)).toEqual([two]);
  });

  it('erases the questions of one partner up to a moment, and those of which it is not known', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const [of, at] = [(from: 'a' | 'b' | null) => aQuestion({ id: idAt(NOW, `${from}`), from }), NOW + 1000];
    const later = aQuestion({ id: idAt(at), at });
    for (const question of [of('a'), of('b'), of(null), later]) await store.keepQuestion(id, question);
    await store.erase(id, 'a', NOW);
    expect(await store.questions(id, NOW)).toEqual([of('b'), later]);
  });

  it('erases by the moment of the yes, not by that of the key', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const later = anAppreciation({ at: NOW + 60_000 });
    const question = aQuestion({ at: NOW + 60_000 });
    await store.keep(id, later);
    await store.keepQuestion(id, question);
    await store.erase(id, 'a', NOW);
    expect(await all(store, id)).toEqual([later]);
    expect(await store.questions(id, NOW)).toEqual([question]);
    await store.erase(id, 'a', NOW + 60_000);
    expect(await all(store, id)).toEqual([]);
    expect(await store.questions(id, NOW)).toEqual([]);
  });
}
