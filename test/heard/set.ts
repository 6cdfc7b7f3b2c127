/**
 * The set: what couples say, in its moment, with what it means there. Each line of a file has the moment, the meanings,
 * what is said and, if there is one, the name or the sentence to be taken, separated by tabs.
 */
import { readFileSync } from 'node:fs';
import { dangersIn, examplesIn, isMoment, type Moment } from '../../interaction-models/costs/examples.ts';
import { MEANINGS } from '../../lambda/content/phrases.ts';
import { CONCERNS } from '../../lambda/conversation/model/event.ts';

/** What somebody says. */
export interface Row {
  moment: Moment;
  /** What it means there; several if they are equally right. */
  means: readonly string[];
  said: string;
  /** The name, the two names with a comma between them, or the sentence that is to be taken; null for none. */
  take: string | null;
}

/** A meaning that several events have, by the name that the set has for it. */
const MORE = ['none', 'remind', 'recap', 'forget', 'support', 'learn', 'choose'];
const DANGERS: readonly string[] = CONCERNS.map((concern) => `danger:${concern}`);
const NO_DANGER = 'no-danger';
const NAMES: ReadonlySet<string> = new Set([...MEANINGS, ...MORE, ...DANGERS, NO_DANGER]);

/** The rows of a file. @throws SyntaxError if a line has another form */
function rowsIn(file: string): Row[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line, index): Row[] => {
    if (line === '') return [];
    const [moment = '', names = '', said = '', take = null] = line.split('\t');
    const means = names.split(',');
    if (!isMoment(moment) || said === '' || !means.every((name) => NAMES.has(name)))
      throw new SyntaxError(`expected a moment, meanings and words in line ${index + 1} of ${file}`);
    return [{ moment, means, said, take }];
  });
}

const EXAMPLES = new URL('../../interaction-models/examples/en-US/', import.meta.url);
const examples = examplesIn(EXAMPLES);
const learned = new Set(examples.map(({ moment, said }) => `${moment}\t${said}`));

const isNew = ({ moment, said }: Row): boolean => !learned.has(`${moment}\t${said}`);

/** What couples say that nobody who wrote phrases or examples has seen. What is also an example does not count. */
export const unseen: readonly Row[] = rowsIn('unseen/couples.tsv').filter(isNew);

/** The same for sixteen imagined couples with strong voices, through each moment of an evening: harder to understand. */
export const evenings: readonly Row[] = rowsIn('unseen/evenings.tsv').filter(isNew);

/** What couples say that the costs were learned from. */
export const seen: readonly Row[] = examples.map((example) => ({ ...example, take: null }));

const learnedDangers = new Set(dangersIn(new URL('danger/', EXAMPLES)).map(({ said }) => said));
const isNewDanger = ({ said }: Row): boolean => !learnedDangers.has(said);

/**
 * What is said in danger, or only sounds like it: unseen and seen by those who wrote the patterns. What is hinted is unseen
 * too: people who say it in passing, or have no words for it.
 */
export const danger = {
  unseen: rowsIn('unseen/danger.tsv').filter(isNewDanger),
  hinted: rowsIn('unseen/hinted.tsv').filter(isNewDanger),
  seen: rowsIn('seen/danger.tsv'),
} as const;
/** The parts of the set about danger. */
export type DangerPart = keyof typeof danger;
export const DANGER_PARTS = Object.keys(danger) as DangerPart[];

/** The danger that somebody speaks of; null for words that only sound like one. */
export function dangerIn({ means: [first = ''] }: Row): string | null {
  return first === NO_DANGER ? null : first.slice('danger:'.length);
}
