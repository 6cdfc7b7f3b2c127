/** The wordings of a locale, for tests that check each of them. */
import type { Content } from '../../lambda/content/content.ts';
import { type LineKey, lines } from '../../lambda/conversation/model/lines.ts';

export const keys = Object.keys(lines) as LineKey[];

export function variantsOf(content: Content, key: LineKey): string[] {
  return [content.lines[key]].flat();
}

/** Every wording of a locale, with its key. */
export function everyWording(content: Content): [key: LineKey, text: string][] {
  return keys.flatMap((key) => variantsOf(content, key).map((text): [LineKey, string] => [key, text]));
}

/** A question with its practice, depth and id. Fun questions have the practice `fun`. */
interface OneQuestion {
  practice: string;
  depth: string;
  id: string;
  text: string;
}

/** Every question. */
export function everyQuestion({ questions, fun }: Content): OneQuestion[] {
  const of = (practice: string, depth: string, byId: Readonly<Record<string, string>>): OneQuestion[] =>
    Object.entries(byId).map(([id, text]) => ({ practice, depth, id, text }));
  const reflection = Object.entries(questions).flatMap(([practice, depths]) =>
    Object.entries(depths).flatMap(([depth, byId]) => of(practice, depth, byId)),
  );
  return [...reflection, ...of('fun', 'light', fun)];
}

/** The names of the parameters in a wording. */
export function placeholdersIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{\s*([^}\s]+)\s*\}\}/gu)].map(([, name]) => name ?? ''));
}

/** For each parameter, as many words as it has at most. Words that people said are not counted. */
const AS_SPOKEN: Readonly<Record<string, string>> = {
  name: 'first partner',
  partner: 'second partner',
  a: 'first partner',
  b: 'second partner',
  time: 'two and a half minutes',
  text: '',
  question: '',
};

/** A wording with its parameters filled in, and without the brackets around phrases. */
export function asSpoken(text: string): string {
  return text
    .replace(/\{\{\s*([^}\s]+)\s*\}\}/gu, (_, name: string) => AS_SPOKEN[name] ?? name)
    .replaceAll('[[', '')
    .replaceAll(']]', '');
}

export function sentencesOf(text: string): string[] {
  return asSpoken(text)
    .split(/(?<=[.!?])\s+/u)
    .filter((sentence) => sentence.trim() !== '');
}

export function wordsOf(sentence: string): string[] {
  return sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
