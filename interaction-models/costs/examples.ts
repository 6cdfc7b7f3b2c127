/** The examples of what couples say, each with the moment in which it is said and what it means there. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Question } from '../../lambda/conversation/model/question.ts';
import moments from '../examples/moments.json' with { type: 'json' };

/** What somebody says. */
export interface Spoken {
  readonly moment: Moment;
  readonly said: string;
  /** What it means there; several if they are equally right, `none` if it is not for the skill. */
  readonly means: readonly string[];
}

/** A moment of the conversation. */
export type Moment = keyof typeof moments;

/** What the two have heard in a moment. */
export function heardIn(moment: Moment): {
  question: Question | null;
  names: readonly [string | null, string | null];
} {
  const {
    id,
    listensFor = null,
    talking = false,
    names = ['Ana', 'Bo'],
    yes,
  } = moments[moment] as {
    id: string | null;
    listensFor?: Question['listensFor'];
    talking?: boolean;
    names?: [string | null, string | null];
    yes?: Question['yes'];
  };
  const [a, b] = names;
  const question =
    id === null ? null : { id, listensFor, talking, answers: [], names: { a, b }, ...(yes && { yes }) };
  return { question, names: [a, b] };
}

/** All moments. */
export const MOMENTS: readonly Moment[] = Object.keys(moments).filter(isMoment);

/** Whether a text is the name of a moment. */
export function isMoment(name: string): name is Moment {
  return Object.hasOwn(moments, name);
}

/**
 * The examples in the files of a folder: a line for each, with the moment, the meanings and what is said, separated by
 * tabs.
 *
 * @throws {SyntaxError} if a line has another form
 */
export function examplesIn(folder: URL): Spoken[] {
  return linesIn(folder).map(([moment = '', means = '', said]): Spoken => {
    if (!isMoment(moment) || said === undefined) throw new SyntaxError(`An example is at "${moment}".`);
    return { moment, means: means.split(','), said };
  });
}

/** The lines of the files of a folder, at their tabs. */
function linesIn(folder: URL): string[][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

/** A sentence, and the danger that it shows; `none` for none. */
export interface Dangerous {
  readonly said: string;
  readonly kind: string;
}

/** The examples of danger, and of what only sounds like it: a line for each, with the kind and what is said. */
export function dangersIn(folder: URL): Dangerous[] {
  return linesIn(folder).map(([kind = '', said = '']) => ({ kind, said }));
}
