/**
 * Patterns over words, in a small template language. They are matched against words as danger.ts writes them:
 * in lower case, in full ("do not"), with a space after each.
 *
 * | template | matches |
 * |---|---|
 * | `word` | this word; `*` at an end stands for any letters |
 * | `(a\|b c)` | one of these |
 * | `[a\|b c]` | one of these, or nothing |
 * | `<name>` | a class |
 * | `~3` | up to three words, none of which denies what follows or is "I" or "me" |
 * | `%3` | up to three words, whatever they are |
 * | `!(a\|b)` | nothing, and not if one of these follows |
 * | `-(a\|b)` | nothing, and not if one of these came before |
 * | `^`, `$` | the beginning and the end |
 */

/** Templates that are used in others, by name. */
export type Classes = Readonly<Record<string, string>>;

/** A pattern that is prepared for matching. */
export interface Pattern {
  /** Whether the words contain it. */
  found(words: string): boolean;
  /** The words, with `instead` in each place where it is found. */
  replaced(words: string, instead: string): string;
  /** It is never found in words that contain none of these; null if that is not known. */
  needs: readonly string[] | null;
}

/** What a part of a template becomes: the source of a regular expression, and the words of which it needs one. */
interface Part {
  /** Put together when it is asked for: with all their classes in full, those of most patterns are long. */
  source(): string;
  needs: readonly string[] | null;
  /** How much looking for these words would find: the more, the less it helps. */
  cost: number;
}

/** Words that deny what follows. */
const DENIAL = '(?:not|never|nobody|without)';
/** Denials directly before a pattern, with a word between them at most. */
const UNDENIED = `(?<!\\b${DENIAL} (?:once |been |have |has |me )?)`;
const SYMBOLS = /[!-]\(|[()[\]|]|<[^>]*>|[~%]\d|[^\s()[\]|]+/gu;
const WORD = /^\*?[\p{L}\p{N}]*\*?$/u;
/** What can be in any words. */
const ANY = { needs: null, cost: Number.POSITIVE_INFINITY } as const;
/** Letters of a beginning by which words are looked for. */
export const LEAST = 3;
/** Words that are left out. */
const LEFT_OUT: Part = { source: () => '', ...ANY };
/** Words so frequent that looking for them tells little. */
const FREQUENT = new Set(
  'i me my you he him his it that is am are was be have has do not to the a and of in on for if will want say when or'.split(
    ' ',
  ),
);

/**
 * Returns a function that prepares patterns, which can use these classes. `denied`: whether a denial before the words
 * counts, so that they are not found; true if it is left out.
 *
 * @param spelled - how a word of a template is spelled in the words it is looked for in; empty if it is left out there
 */
export function patternsWith(
  classes: Classes,
  spelled: (word: string) => string = (word) => word,
): (template: string, denied?: boolean) => Pattern {
  // The parts of classes and of words are made once, since patterns share them.
  const ofClass = new Map<string, Part>();
  const named = (name: string): Part => {
    const template = classes[name];
    if (template === undefined) throw new Error(`There is no class "${name}".`);
    const part = ofClass.get(name) ?? parse(template, named, wordOf);
    ofClass.set(name, part);
    return part;
  };
  const ofWord = new Map<string, Part>();
  const wordOf = (symbol: string): Part => {
    const part = ofWord.get(symbol) ?? word(symbol.includes('*') ? symbol : spelled(symbol));
    ofWord.set(symbol, part);
    return part;
  };
  return (template, denied = true) => {
    const { source, needs } = parse(template, named, wordOf);
    // Most patterns are never looked for, so their expressions are made when they are needed.
    let expression: RegExp | undefined;
    const made = (): RegExp => {
      expression ??= new RegExp(`\\b${denied ? UNDENIED : ''}${source()}`, 'gu');
      expression.lastIndex = 0;
      return expression;
    };
    return {
      found: (words) => made().test(words),
      replaced: (words, instead) => words.replace(made(), instead),
      needs,
    };
  };
}

/** The alternatives of a template: `a (b|c)|d` has two. */
export function alternativesOf(template: string): string[] {
  let depth = 0;
  let from = 0;
  const all: string[] = [];
  for (let at = 0; at < template.length; at++) {
    const letter = template[at];
    if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') depth -= 1;
    else if (letter === '|' && depth === 0) {
      all.push(template.slice(from, at));
      from = at + 1;
    }
  }
  return [...all, template.slice(from)];
}

/** Parses a template. */
function parse(template: string, named: (name: string) => Part, wordOf: (symbol: string) => Part): Part {
  const symbols = template.match(SYMBOLS) ?? [];
  let at = 0;
  const alternatives = (): Part => {
    const all = [sequence()];
    while (symbols[at] === '|') {
      at += 1;
      all.push(sequence());
    }
    return eitherOf(all);
  };
  const sequence = (): Part => {
    const parts: Part[] = [];
    for (let symbol = symbols[at]; symbol !== undefined && !'|)]'.includes(symbol); symbol = symbols[at]) {
      at += 1;
      const one = part(symbol);
      if (one !== LEFT_OUT) parts.push(one);
    }
    const [first = LEFT_OUT, second] = parts;
    if (second === undefined) return first;
    const { needs, cost } = parts.reduce<Omit<Part, 'source'>>(rarer, ANY);
    return { source: () => parts.map(({ source }) => source()).join(''), needs, cost };
  };
  const part = (symbol: string): Part => {
    if (symbol.startsWith('<')) return named(symbol.slice(1, -1));
    if (symbol.startsWith('~'))
      return { source: () => `(?:(?!(?:${DENIAL}|i|me) )\\S+ ){0,${symbol.slice(1)}}?`, ...ANY };
    if (symbol.startsWith('%')) return { source: () => `(?:\\S+ ){0,${symbol.slice(1)}}?`, ...ANY };
    if (symbol === '^' || symbol === '$') return { source: () => symbol, ...ANY };
    if (!'([!(-('.includes(symbol)) return wordOf(symbol);
    const inner = alternatives();
    at += 1;
    if (symbol === '(') return inner;
    const kind = { '[': '(?:', '!(': '(?!', '-(': '(?<!\\b' }[symbol] ?? '';
    return { source: () => `${kind}${inner.source()})${symbol === '[' ? '?' : ''}`, ...ANY };
  };
  const whole = alternatives();
  if (at < symbols.length) throw new Error(`"${template}" goes on after its end.`);
  return whole;
}

/** A word, or the beginning or the end of one. */
function word(symbol: string): Part {
  if (symbol === '') return LEFT_OUT;
  if (!WORD.test(symbol)) throw new Error(`There is no symbol "${symbol}".`);
  const source = (): string => `${symbol.replaceAll('*', '\\S*')} `;
  const known = symbol.indexOf('*');
  if (known !== -1 && known < LEAST) return { source, ...ANY };
  return { source, needs: [symbol], cost: FREQUENT.has(symbol) ? 100 : 1 };
}

/** One of these. What only has words that are left out is none of them, since it would be found in anything. */
function eitherOf(those: readonly Part[]): Part {
  const all = those.filter((one) => one !== LEFT_OUT);
  const [only] = all;
  if (only !== undefined && those.length === 1) return only;
  const source = (): string => `(?:${all.map((one) => one.source()).join('|')})`;
  let cost = 0;
  const needs: string[] = [];
  for (const one of all) {
    if (one.needs === null) return { source, ...ANY };
    needs.push(...one.needs);
    cost += one.cost;
  }
  return { source, needs, cost };
}

/** Of two parts, the one of which it helps more to look for its words. */
function rarer(one: Omit<Part, 'source'>, { needs, cost }: Part): Omit<Part, 'source'> {
  return cost < one.cost ? { needs, cost } : one;
}
