/** What can be said now. */
import { debounced } from './debounced.ts';
import { element, made } from './elements.ts';
import type { Playing } from './player.ts';

/** What the hints are made from. */
export interface Moment {
  readonly doing: Playing['doing'];
  readonly session: 'open' | 'ended';
  /** What opens the skill, without the wake word. */
  readonly invocation: string;
  /** The document on the screen; null if there is none. */
  readonly document: Readonly<Record<string, unknown>> | null;
  /** All that is said in this turn. */
  readonly spoken: string;
}

/** Something that can be said, and whether the wake word comes before it. */
export interface Hint {
  readonly words: string;
  readonly wake: boolean;
}

const YES_OR_NO = ['yes', 'no'];
const IN_A_QUIET = ['next', 'more time', 'pause'];
const MOST = 5;

type Choices = readonly { label?: unknown }[];

/** The labels of the choices on the screen when all was heard. */
function choicesOn(document: Moment['document']): string[] {
  const data = document?.datasources as
    | { screen?: { choices?: Choices; choicesAfter?: Choices } }
    | undefined;
  const { choices = [], choicesAfter = [] } = data?.screen ?? {};
  return (choicesAfter.length > 0 ? choicesAfter : choices).flatMap(({ label }) =>
    typeof label === 'string' ? [plain(label)] : [],
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** A text for a Text component, in which these characters would be marks, as people read and say it. */
const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/gu, (entity) => ENTITIES[entity] ?? entity);

/** The phrases that Alexa tells people to say: "To move on, say, Alexa, next." */
function toldIn(spoken: string): string[] {
  return [...spoken.matchAll(/\bsay, (?:alexa, )?([^.,?!]{2,28})(?=[.,?!])/giu)].map(([, phrase = '']) =>
    phrase.trim(),
  );
}

/** The answers to the last question: those that it names, or yes and no. None if it asks for other words. */
function answersTo(spoken: string): string[] {
  const question = /([^.?!]+)\?[^?]*$/u.exec(spoken)?.[1]?.trim() ?? '';
  const either = /^(?:[^,:]*: )?([^,]{2,28}),? or ([^,]{2,28})$/iu.exec(question);
  if (either !== null) return either.slice(1).map((it) => it.toLowerCase());
  return /\b(?:who|whose|what|which|how|when|where|name)\b/iu.test(question) ? [] : YES_OR_NO;
}

/** What can be said at a moment, the likeliest first. */
export function hintsFor({ doing, session, invocation, document, spoken }: Moment): Hint[] {
  if (session === 'ended') return [{ words: invocation, wake: true }];
  const wake = doing !== 'listening';
  const choices = choicesOn(document);
  const usual = wake ? IN_A_QUIET : answersTo(spoken);
  // In a quiet the question has not been asked whose answers may be on the screen.
  const now = choices.length > 0 && doing !== 'quiet' ? choices : usual;
  const words = [...now, ...toldIn(spoken), 'help'];
  const known = new Set<string>();
  const isNew = (phrase: string) => !known.has(phrase.toLowerCase()) && known.add(phrase.toLowerCase());
  return words
    .filter((phrase) => phrase.toLowerCase() !== invocation.toLowerCase())
    .filter(isNew)
    .slice(0, MOST)
    .map((phrase) => ({ words: phrase, wake }));
}

/** Creates the function that shows hints. A hint that is chosen is said. */
export function createHints(onSay: (hint: Hint) => void): (hints: readonly Hint[]) => void {
  const list = element('hints', HTMLUListElement);
  const choose = debounced(onSay);
  let shown = '';
  return (hints) => {
    const next = JSON.stringify(hints);
    if (next === shown) return;
    shown = next;
    const hadFocus = list.contains(document.activeElement);
    list.replaceChildren(
      ...hints.map((hint) => {
        const button = made('button', hint.wake ? `Alexa, ${hint.words.toLowerCase()}` : hint.words);
        button.type = 'button';
        button.addEventListener('click', () => choose(hint));
        const item = made('li', '');
        item.append(button);
        return item;
      }),
    );
    // Whoever goes by keyboard keeps their place.
    if (hadFocus) list.querySelector('button')?.focus();
  };
}
