import { type Word, wordsOf } from '../../interaction-models/words.ts';
import phrases from './invocation-phrases.json' with { type: 'json' };

/** How people open the skill: without a request ("open NAME"), or with one ("ask NAME for help"). */
export type Invocation = { kind: 'launch' } | { kind: 'one-shot'; utterance: string };

const LAUNCH: Invocation = { kind: 'launch' };
const ARTICLES: readonly string[] = ['the', 'my'];

/**
 * Finds out whether words open the skill with this invocation name. Hyphens and spaces in the name are ignored. Source
 * of the forms: Amazon, "Understand how users invoke custom skills". They are "open NAME", "NAME", "ask NAME to ...",
 * "... with NAME" and "open NAME and ...", with or without polite words. "Open NAME skill" is the
 * form that Alexa+ accepted in the report fabianosan/HomeAssistantAssistAWS #33.
 *
 * @param words what is said after the wake word.
 * @returns null if the words do not open the skill.
 */
export function parseInvocation(invocationName: string, words: string): Invocation | null {
  const name = lettersOf(wordsOf(invocationName));
  const said = wordsOf(words).filter((word) => !word.sign);
  if (name === '') return null;
  for (let from = 0; from < said.length; from += 1) {
    const to = endOfName(said, from, name);
    if (to === null) continue;
    const invocation = around(words, said.slice(0, from), withoutSkill(said.slice(to)));
    if (invocation !== null) return invocation;
  }
  return null;
}

const lettersOf = (words: readonly Word[]): string => words.map((word) => word.text).join('');

function endOfName(said: readonly Word[], from: number, name: string): number | null {
  let letters = '';
  for (let to = from; to < said.length && letters.length < name.length; to += 1) {
    letters += said[to]?.text ?? '';
    if (letters === name) return to + 1;
  }
  return null;
}

function around(text: string, before: readonly Word[], after: readonly Word[]): Invocation | null {
  const lead = withoutArticle(withoutPoliteBefore(before));
  const isLaunch = lead.length === 0 || isOneOf(phrases.launch, lead);
  const tail = withoutPoliteAfter(after);
  if (tail.length === 0) return isLaunch || isOneOf(phrases.ask, lead) ? LAUNCH : withNameLast(text, lead);
  const connected = phrases.beforeUtterance.includes(tail[0]?.text ?? '');
  const said = connected ? after.slice(1) : after;
  // The utterance goes to the end of the text, so that a closing quotation mark or an emoji is kept.
  if (isOneOf(phrases.ask, lead)) return oneShot(text, said, text.trimEnd().length);
  return isLaunch && lead.length > 0 && connected ? oneShot(text, said, text.trimEnd().length) : null;
}

/** An invocation that ends with the name: "play our weekly recap with NAME". */
function withNameLast(text: string, lead: readonly Word[]): Invocation | null {
  if (!phrases.beforeName.includes(lead.at(-1)?.text ?? '')) return null;
  const action = lead.slice(0, -1);
  if (action.length === 0) return null;
  return isOneOf(phrases.launch, action) ? LAUNCH : oneShot(text, action);
}

function oneShot(text: string, words: readonly Word[], end?: number): Invocation {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return LAUNCH;
  return { kind: 'one-shot', utterance: text.slice(first.start, end ?? last.end) };
}

function isOneOf(list: readonly string[], words: readonly Word[]): boolean {
  return list.includes(words.map((word) => word.text).join(' '));
}

function withoutSkill(after: readonly Word[]): readonly Word[] {
  return after[0]?.text === 'skill' ? after.slice(1) : after;
}

function withoutArticle(words: readonly Word[]): readonly Word[] {
  return ARTICLES.includes(words.at(-1)?.text ?? '') ? words.slice(0, -1) : words;
}

function withoutPoliteBefore(words: readonly Word[]): readonly Word[] {
  const line = words.map((word) => word.text).join(' ');
  const polite = phrases.politeBefore.find((phrase) => line === phrase || line.startsWith(`${phrase} `));
  return polite === undefined ? words : withoutPoliteBefore(words.slice(polite.split(' ').length));
}

function withoutPoliteAfter(words: readonly Word[]): readonly Word[] {
  const line = words.map((word) => word.text).join(' ');
  const polite = phrases.politeAfter.find((phrase) => line === phrase || line.endsWith(` ${phrase}`));
  return polite === undefined ? words : withoutPoliteAfter(words.slice(0, -polite.split(' ').length));
}
