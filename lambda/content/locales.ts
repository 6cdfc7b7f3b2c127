/** The content of every locale. */

import { english } from '#english';
import type { Content } from './content.ts';
import { contentOf, contentOfUS } from './difference.ts';

const us = contentOfUS(english);
const others = english.others.map((difference) => contentOf(difference, english));
const anywhere = contentOf(english.anywhere, english);

/** The content of each country in which the skill is offered, and of English without a country. */
export const locales: readonly Content[] = [us, ...others, anywhere];

/**
 * The content for a locale such as `en-GB`. An unknown locale gets English without a country, because a telephone
 * number of one country does not work, or belongs to somebody else, in another country.
 */
export function contentFor(locale: string): Content {
  return locales.find((content) => content.locale === locale) ?? anywhere;
}
