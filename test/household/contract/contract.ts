/** The contract of the store, as a test suite that runs against every implementation. */
import { describe } from 'vitest';
import type { HouseholdStore } from '../../../lambda/household/store.ts';
import { describeAppreciations } from './appreciations.ts';
import { describeDeleting } from './deleting.ts';
import { describeHouseholds } from './households.ts';
import { describeQuestions } from './questions.ts';
import { describeReading } from './reading.ts';

/**
 * Declares the tests of the contract.
 *
 * @param makeStore - returns the store to test; it may be the same one every time, because each test has households of
 *   its own
 */
export function describeHouseholdStore(name: string, makeStore: () => HouseholdStore): void {
  describe(`the store of households, ${name}`, () => {
    describeHouseholds(makeStore);
    describeAppreciations(makeStore);
    describeReading(makeStore);
    describeQuestions(makeStore);
    describeDeleting(makeStore);
  });
}
