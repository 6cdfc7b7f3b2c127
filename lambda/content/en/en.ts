import { enUS } from '#en-us';
import type { Content } from '../content.ts';
import { english } from '../difference.ts';
import { enAU } from '../en-AU/en-au.ts';
import { enGB } from '../en-GB/en-gb.ts';
import { enIN } from '../en-IN/en-in.ts';
import safety from './safety.json' with { type: 'json' };
import whereToTurn from './where-to-turn.json' with { type: 'json' };

const atHome = enUS.hearing.danger.emergency;
const abroad = [enGB, enAU, enIN].flatMap(({ hearing }) => hearing.danger.emergency);

/**
 * English without a country. It contains no telephone number, because the country is not known. It understands the
 * emergency phrases of every country.
 */
export const en: Content = english({
  locale: 'en',
  zone: 'UTC',
  lines: { ...whereToTurn, ...safety },
  emergency: abroad.filter((phrase) => !atHome.includes(phrase)),
});
