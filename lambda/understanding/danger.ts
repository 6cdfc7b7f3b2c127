/** Looks for danger in what somebody said: that they or somebody else may come to harm. */

import { DANGERS, type Danger } from '../content/danger.ts';
import type { Costs } from '../content/phrases.ts';
import type { Concern } from '../conversation/model/event.ts';
import { createDangerJudge, dangerFeatures } from './danger-evidence.ts';
import { alternativesOf, LEAST, type Pattern, patternsWith } from './patterns.ts';

/** A danger that was heard. */
export interface HeardDanger {
  concern: Concern;
  /**
   * `doubtful` if a danger is likely enough that help is offered, but not so likely that anything is dropped because of it,
   * or if it is told as past. `slight` is the same, unless the words plainly mean something else at the question that was
   * asked. `faint` if help is only mentioned, if the words have no other meaning: they are much likelier to mean none, or it
   * is in doubt and told as past.
   */
  certainty: 'certain' | 'doubtful' | 'slight' | 'faint';
}

/** The danger in these words; null if none is heard. It cannot hear every danger. */
export type DangerReader = (words: string) => HeardDanger | null;

/**
 * How many times likelier than none a danger has to be to be heard, by the costs. Lower, and two who only talk about
 * their day would be interrupted with telephone numbers; higher, and somebody would be left alone with it. They were
 * chosen by what is heard and what is mistaken among sentences that nobody had learned from (`npm run heard`).
 */
const ALARM = 0.01;
/** The same for words that plainly mean something else at the question that was asked. */
const ALARM_BESIDE_MEANING = 0.018;
/** The same for words in which a pattern is found: it counts unless all of the words speak plainly against it. */
const ALARM_WITH_PATTERN = 0.0007;
/** How likely it has to be to be mentioned. Words with another meaning are taken at their word. */
const FAINT = 0.0018;
/** Less than this is doubtful: it was chosen so that few sentences that only sound like danger cost anybody their place. */
const CERTAIN = 5;
/** The same for words in which a pattern is found. */
const CERTAIN_WITH_PATTERN = 0.5;

/** The kind of a pattern that is found counts if it is at least this likely, compared with the likeliest kind. */
const LIKELY_ENOUGH = 0.1;

/** Stands for words that only sound like danger, so that no pattern reaches across them. */
const HARMLESS = '# ';

/**
 * Prepares the patterns of a language. They are taken in the order of `DANGERS`: what may be too late in a minute
 * comes first, and somebody who cannot call for help alone comes before somebody who can. The first one that is found counts,
 * unless all words together plainly speak for another kind.
 *
 * @param costs - what all words say together; null to look for patterns alone
 */
export function createDangerReader(danger: Danger, costs: Costs | null): DangerReader {
  const ready = prepared(danger, costs);
  return (words) => {
    const said = ready.normal(words);
    const found = dangerIn(said, ready);
    const judged = judgedIn(said, found, ready);
    if (found !== null && (judged === null || found.plain))
      return { concern: found.kind, certainty: 'certain' };
    if (judged === null || judged.odds < (found === null ? FAINT : ALARM_WITH_PATTERN)) return null;
    const isOfFound = found !== null && judged.likely(found.kind) >= LIKELY_ENOUGH;
    const concern = isOfFound ? found.kind : judged.concern;
    if (judged.odds < (found === null ? ALARM : ALARM_WITH_PATTERN)) return { concern, certainty: 'faint' };
    const isDoubtful = judged.odds < (found === null ? CERTAIN : CERTAIN_WITH_PATTERN);
    // "He used to hit me" may go on: it costs no place, and in doubt it brings a mention alone.
    if (CAN_BE_OVER.has(concern) && isOver(said, ready))
      return { concern, certainty: isDoubtful ? 'faint' : 'doubtful' };
    if (found === null && judged.odds < ALARM_BESIDE_MEANING) return { concern, certainty: 'slight' };
    return { concern, certainty: isDoubtful ? 'doubtful' : 'certain' };
  };
}

/** Whether help is offered for it: not if it was heard so faintly that help is only mentioned. */
export function isAlarm(danger: HeardDanger | null): danger is HeardDanger {
  return danger !== null && danger.certainty !== 'faint';
}

/** Whether the danger is the other one, who may be listening. */
export function isOfPartner(danger: HeardDanger | null): boolean {
  return danger?.concern === 'unsafe' || danger?.concern === 'coercion';
}

/** What all words together say; null without costs. Ordinary words in them are left out if the danger is in doubt. */
function judgedIn(
  said: string,
  found: Found | null,
  { judge, plain, ordinary }: ReturnType<typeof prepared>,
) {
  const judged = judge(dangerFeatures(said, plain(said)));
  if (judged === null || found !== null || judged.odds >= CERTAIN || !ordinary.found(said)) return judged;
  const rest = ordinary.replaced(said, ' ').trim();
  if (rest === '') return { ...judged, odds: 0 };
  const ofRest = judge(dangerFeatures(rest, plain(rest)));
  return ofRest === null || ofRest.odds > judged.odds ? judged : ofRest;
}

/** A danger of which a pattern was found. `plain`: by words that mean nothing else, such as "ring triple nine". */
interface Found {
  kind: Concern;
  plain: boolean;
}

/** What can be long over, if it is told as past. A wish to die, and what happens to a child, is taken for the present. */
const CAN_BE_OVER: ReadonlySet<Concern> = new Set(['unsafe', 'coercion', 'hurt-someone']);

/** Whether it is told as long over. */
function isOver(said: string, { over, present }: ReturnType<typeof prepared>): boolean {
  return over.found(said) && !present.found(said);
}

/** The first danger of which a pattern is found. */
function dangerIn(said: string, ready: ReturnType<typeof prepared>): Found | null {
  const { plain, harmless, jokes, dangers } = ready;
  let heard = said;
  for (const { pattern } of harmless.in(heard)) heard = pattern.replaced(heard, HARMLESS);
  heard = plain(heard);
  for (const { pattern, kind, light, plain } of dangers.in(heard)) {
    if (!pattern.found(heard)) continue;
    if (light && jokes.found(said)) continue;
    // An emergency is never long over.
    if (kind !== 'emergency' && isOver(said, ready)) continue;
    return { kind, plain };
  }
  return null;
}

/** The features of what was said, for learning. */
export function createDangerFeatures(danger: Danger): (said: string) => string[] {
  const [normal, plain] = [normaliserOf(danger), plainOf(danger)];
  return (said) => {
    const written = normal(said);
    return dangerFeatures(written, plain(written));
  };
}

function prepared(danger: Danger, costs: Costs | null) {
  const pattern = patternsWith(danger.classes);
  const normal = normaliserOf(danger);
  const plain = plainOf(danger);
  const left = new Set(danger.fillers.split(' '));
  const dangerous = patternsWith(danger.classes, (word) => (left.has(word) ? '' : plain(word).trim()));
  const anyOf = (templates: readonly string[]): Pattern => pattern(templates.join('|'), false);
  return {
    normal,
    plain,
    harmless: indexed(
      danger.harmless.flatMap(alternativesOf).map((one) => ({ pattern: pattern(one, false) })),
    ),
    jokes: anyOf(danger.jokes),
    ordinary: anyOf(danger.ordinary),
    judge: costs === null ? (): null => null : createDangerJudge(costs),
    over: anyOf(danger.over),
    present: anyOf(danger.present),
    dangers: indexed(
      DANGERS.flatMap((kind) => {
        const calls = kind === 'emergency' ? danger.emergency.map((phrase) => plain(normal(phrase))) : [];
        return [...calls, ...danger.kinds[kind]].flatMap((template, index) => {
          const light = template.startsWith('? ');
          // Each alternative by itself, so that only those are made whose words are there.
          return alternativesOf(template.replace(/^\? /u, '')).map((one) => ({
            pattern: dangerous(one),
            kind,
            light,
            plain: index < calls.length,
          }));
        });
      }),
    ),
  };
}

/** Finds quickly which patterns can be in a sentence at all. */
function indexed<T extends { pattern: Pattern }>(all: readonly T[]): { in(words: string): T[] } {
  const always: number[] = [];
  // Many patterns need the words of the same class.
  const byNeeds = new Map<readonly string[], number[]>();
  all.forEach(({ pattern: { needs } }, index) => {
    if (needs === null) always.push(index);
    else byNeeds.set(needs, [...(byNeeds.get(needs) ?? []), index]);
  });
  const byWord = new Map<string, number[][]>();
  for (const [needs, those] of byNeeds)
    for (const word of needs) {
      const key = word.endsWith('*') ? `${word.slice(0, LEAST)}*` : word;
      const known = byWord.get(key);
      if (known === undefined) byWord.set(key, [those]);
      else known.push(those);
    }
  return {
    in(words) {
      const found = new Set(always);
      for (const word of words.split(' '))
        for (const key of [word, `${word.slice(0, LEAST)}*`])
          for (const those of byWord.get(key) ?? []) for (const index of those) found.add(index);
      return [...found].sort((one, two) => one - two).flatMap((index) => all[index] ?? []);
    },
  };
}

/** Returns a function that writes words in full, in lower case, without fillers, and with a space after each. */
function normaliserOf({ spellings, endings, fillers }: Danger): (words: string) => string {
  const spelled = new Map(Object.entries(spellings));
  const phrases = Object.entries(spellings).filter(([phrase]) => phrase.includes(' '));
  const left = new Set(fillers.split(' '));
  const ends = Object.entries(endings);
  const inFull = (word: string): string => {
    const known = spelled.get(word);
    if (known !== undefined) return known;
    for (const [ending, full] of ends)
      if (word.endsWith(ending) && word.length > ending.length) return word.slice(0, -ending.length) + full;
    return word.replaceAll("'", '');
  };
  return (words) => {
    const said = words
      .toLocaleLowerCase()
      .replaceAll('’', "'")
      .replace(/[^\p{L}\p{N}'\s]/gu, ' ')
      .split(/\s+/u);
    // "Don't don't" is one word said twice, too.
    const inFullWords = once(said)
      .split(' ')
      .flatMap((word) => inFull(word).split(' '));
    let full = ` ${once(inFullWords.filter((word) => !left.has(word)))}`;
    for (const [phrase, other] of phrases) full = full.replaceAll(` ${phrase} `, ` ${other} `);
    return once(full.split(' '));
  };
}

/** Returns a function that takes one word for all of the same meaning. */
function plainOf({ same, verbs }: Danger): (words: string) => string {
  const plain = new Map<string, string>();
  for (const [forms, bases] of Object.entries(verbs)) {
    const [form, past, ongoing] = forms.split(' ');
    for (const base of bases.split(' ')) {
      // A base is also what is said to somebody, or of oneself; "hits" and "punched" are said of somebody.
      const [first, third, before, now] = formsOf(base);
      for (const [from, to] of [
        [first, form],
        [third, past],
        [before, past],
        [now, ongoing],
      ] as const)
        if (from !== undefined && to !== undefined) plain.set(from, to);
    }
  }
  for (const [word, others] of Object.entries(same))
    for (const other of others.split(' ')) plain.set(other, word);
  return (words) => once(words.split(' ').map((word) => plain.get(word) ?? word));
}

/** The forms of a regular English verb: punch, punches, punched, punching. */
function formsOf(base: string): string[] {
  const stem = base.replace(/(?<!e)e$/u, '');
  const doubled = /^[^aeiou]+[aeiou][bgmnpt]$/u.test(base) ? base + base.slice(-1) : stem;
  const s = /(?:[sx]|[cs]h)$/u.test(base) ? 'es' : 's';
  return [base, base + s, base.endsWith('e') ? `${base}d` : `${doubled}ed`, `${doubled}ing`];
}

/** The words with a space after each. "I I hurt" is one word said twice. */
function once(words: readonly string[]): string {
  let last = '';
  let text = '';
  for (const word of words) {
    if (word !== '' && word !== last) text += `${word} `;
    if (word !== '') last = word;
  }
  return text;
}
