import { modelOfLocale } from '../simulator/understanding/model-of-locale.ts';

/** The interaction model of the skill for the United States. */
export const model = modelOfLocale('en-US');
