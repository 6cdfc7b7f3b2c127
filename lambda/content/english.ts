/** English: its content for the US, and how that of every other locale differs. The asset has it packed (packed.ts). */
import type { English } from './difference.ts';
import { en } from './en/en.ts';
import { enAU } from './en-AU/en-au.ts';
import { enCA } from './en-CA/en-ca.ts';
import { enGB } from './en-GB/en-gb.ts';
import { enIN } from './en-IN/en-in.ts';
import { enUS } from './en-US/en-us.ts';

const { hearing, ...us } = enUS;

export const english: English = {
  us,
  hearing: () => hearing,
  others: [enGB, enCA, enAU, enIN],
  anywhere: en,
};
