/**
 * Templates: phrases in a compact form, and their expansion. Both the samples of the interaction model and what the
 * skill reads are made from them.
 *
 * `[please] (stop|end) it` has optional words and alternatives. `<we>` is a class of words, `{name}` a slot, `~3` a gap
 * of up to three words. `^` and `$` stand for the beginning and the end of what was said. The form is that of JSGF and
 * of Home Assistant's sentence templates.
 */

/** A part of a template. */
export type Part =
  | { kind: 'word'; word: string }
  | { kind: 'slot'; name: string; possessive: boolean }
  | { kind: 'gap'; most: number }
  | { kind: 'begin' }
  | { kind: 'end' }
  | { kind: 'all'; parts: readonly Part[] }
  | { kind: 'one'; parts: readonly Part[] };

/** The templates of the classes, by name. */
export type Classes = Readonly<Record<string, string>>;

const TOKEN = /[[\]()|^$]|<[\w-]+>|\{\w+\}(?:'s)?|~\d|[^\s[\]()|<{~^$]+/gu;
const NOTHING: Part = { kind: 'all', parts: [] };

/** Reads a template. @throws {SyntaxError} if a bracket is not closed, or a class is not known */
export type Parse = (template: string) => Part;

/**
 * Returns a function that reads templates. Each class and each word is read once: templates share the parts of a class.
 *
 * @param words - turns a word of the template into the words in which it is compared
 */
export function createParse(classes: Classes, words: (word: string) => readonly string[]): Parse {
  const ofClass = new Map<string, Part>();
  const ofWord = new Map<string, readonly Part[]>();
  const parse = (template: string): Part =>
    parsed(template, {
      class(name) {
        const source = classes[name];
        if (source === undefined) return null;
        const part = ofClass.get(name) ?? parse(source);
        ofClass.set(name, part);
        return part;
      },
      word(word) {
        const parts = ofWord.get(word) ?? words(word).map((one): Part => ({ kind: 'word', word: one }));
        ofWord.set(word, parts);
        return parts;
      },
    });
  return parse;
}

/** Reads one template. See `createParse`. */
export function parseTemplate(
  template: string,
  classes: Classes,
  words: (word: string) => readonly string[],
): Part {
  return createParse(classes, words)(template);
}

interface Known {
  class(name: string): Part | null;
  word(word: string): readonly Part[];
}

function parsed(template: string, known: Known): Part {
  const tokens = template.match(TOKEN) ?? [];
  let at = 0;
  const fail = (why: string): never => {
    throw new SyntaxError(`The template "${template}" ${why}.`);
  };

  const alternatives = (close: string | null): Part => {
    const found: Part[] = [];
    let parts: Part[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined || token === ']' || token === ')') {
        if (token !== (close ?? undefined)) fail(`is not closed with ${close ?? 'nothing'}`);
        at += 1;
        found.push(parts.length === 1 ? (parts[0] as Part) : { kind: 'all', parts });
        return found.length === 1 ? (found[0] as Part) : { kind: 'one', parts: found };
      }
      at += 1;
      if (token === '|') {
        found.push({ kind: 'all', parts });
        parts = [];
      } else parts.push(...part(token));
    }
  };

  const part = (token: string): readonly Part[] => {
    if (token === '[') return [{ kind: 'one', parts: [alternatives(']'), NOTHING] }];
    if (token === '(') return [alternatives(')')];
    if (token === '^') return [{ kind: 'begin' }];
    if (token === '$') return [{ kind: 'end' }];
    if (token.startsWith('~')) return [{ kind: 'gap', most: Number(token.slice(1)) }];
    if (token.startsWith('{')) {
      const name = /\w+/u.exec(token)?.[0] ?? '';
      return [{ kind: 'slot', name, possessive: token.endsWith("'s") }];
    }
    if (!token.startsWith('<')) return known.word(token);
    return [known.class(token.slice(1, -1)) ?? fail(`names the class ${token}, which is not known`)];
  };

  return alternatives(null);
}

/** What is worked out for a part with parts of its own is remembered, since templates share the parts of classes. */
function remembered<T>(of: (part: Part) => T): (part: Part) => T {
  const known = new WeakMap<Part, T>();
  return (part) => {
    if (part.kind !== 'all' && part.kind !== 'one') return of(part);
    const found = known.get(part) ?? of(part);
    known.set(part, found);
    return found;
  };
}

/** Every literal word of a template. */
export const wordsIn: (part: Part) => readonly string[] = remembered((part) => {
  if (part.kind === 'word') return [part.word];
  return part.kind === 'all' || part.kind === 'one' ? part.parts.flatMap(wordsIn) : [];
});

/**
 * The words with which what matches a part can begin; `*` among them if it can begin with any word, and an empty string
 * if it can be empty.
 */
export const firstWords: (part: Part) => ReadonlySet<string> = remembered((part) => {
  switch (part.kind) {
    case 'word':
      return new Set([part.word]);
    case 'slot':
      return new Set(['*']);
    case 'gap':
      return new Set(['*', '']);
    case 'begin':
    case 'end':
      return new Set(['']);
    case 'one': {
      const first = new Set<string>();
      for (const one of part.parts) for (const word of firstWords(one)) first.add(word);
      return first;
    }
    case 'all': {
      const first = new Set<string>();
      for (const one of part.parts) {
        const own = firstWords(one);
        for (const word of own) if (word !== '') first.add(word);
        if (!own.has('')) return first;
      }
      return first.add('');
    }
  }
});

/**
 * Which words what matches a part must contain: of each group at least one. Checking that is quicker than matching.
 */
export const neededWords: (part: Part) => readonly (readonly string[])[] = remembered((part) => {
  switch (part.kind) {
    case 'word':
      return [[part.word]];
    case 'all':
      return part.parts.flatMap(neededWords);
    case 'one': {
      const groups: string[] = [];
      for (const one of part.parts) {
        const [first] = neededWords(one).toSorted((a, b) => a.length - b.length);
        // One way to match it needs no word at all.
        if (first === undefined) return [];
        groups.push(...first);
      }
      return [groups];
    }
    default:
      return [];
  }
});

/** The alternatives by the words with which they can begin, for those that were looked for. */
const alternatives = new WeakMap<Part, Map<string, readonly Part[]>>();
/** Fewer alternatives are tried as quickly as they are looked for. */
const FEW = 4;

/** Those alternatives, in their order, that can begin with a word; undefined for the end of what was said. */
export function beginningWith(part: Part & { kind: 'one' }, word: string | undefined): readonly Part[] {
  const { parts } = part;
  if (parts.length < FEW) return parts;
  let index = alternatives.get(part);
  if (index === undefined) {
    index = new Map();
    // Words that begin none of them have one entry, so that the index does not grow with what is said.
    for (const first of new Set([...firstWords(part), '*']))
      index.set(
        first,
        parts.filter((one) => {
          const own = firstWords(one);
          return own.has('*') || own.has('') || own.has(first);
        }),
      );
    alternatives.set(part, index);
  }
  return index.get(word ?? '*') ?? index.get('*') ?? parts;
}
