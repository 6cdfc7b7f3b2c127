import type { Difference } from '../difference.ts';
import { enAU } from '../en-AU/en-au.ts';
import { enGB } from '../en-GB/en-gb.ts';
import { enIN } from '../en-IN/en-in.ts';
import { enUS } from '../en-US/en-us.ts';
import safety from './safety.json' with { type: 'json' };
import whereToTurn from './where-to-turn.json' with { type: 'json' };

const atHome = enUS.hearing.danger.emergency;
const abroad = [enGB, enAU, enIN].flatMap(({ emergency = [] }) => emergency);

/**
 * English without a country. It contains no telephone number, because the country is not known. It understands the
 * emergency phrases of every country.
 */
export const en: Difference = {
  locale: 'en',
  zone: 'UTC',
  lines: { ...whereToTurn, ...safety },
  emergency: abroad.filter((phrase) => !atHome.includes(phrase)),
};
