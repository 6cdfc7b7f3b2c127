/** Renders screens: puts what a screen shows into the words that are heard, for the data source of an APL document. */
import type { Act } from '../conversation/model/act.ts';
import type { Choice } from '../conversation/model/choice.ts';
import type { Line } from '../conversation/model/lines.ts';
import type { Screen, ScreenKind } from '../conversation/model/screen.ts';
import { ENTITIES, unescapeSsml } from './sound.ts';
import type { Timeline } from './timeline.ts';
import type { Wording } from './wording.ts';

/** What the document shows. Every field is always present. */
export interface ScreenData {
  kind: ScreenKind;
  /** May be empty, as `text` may. */
  heading: string;
  text: string;
  items: string[];
  /** For `turn` and `rest`: how many seconds the quiet lasts; 0 otherwise. */
  seconds: number;
  /** For `turn` and `rest`: how many seconds of speech come before it; 0 otherwise. */
  after: number;
  /** `said` is what a screen reader says of a choice, if its label has escaped characters. */
  choices: ChoiceData[];
  /** The choices when the quiet is over; empty if they are the same. */
  choicesAfter: ChoiceData[];
  /** The seconds until all of it goes; 0 if it stays. */
  leaves: number;
}

interface ChoiceData {
  id: string;
  label: string;
  said?: string;
}

/** Characters that a text, an item of a list and a label may have: more cannot be read from across a room. */
const LONGEST = { text: 200, item: 220, label: 24 } as const;
/** The items of a list. */
const MOST_ITEMS = 12;
/** Seconds that a list stays after it was read out: speech can be slower than estimated, and one can still look. */
const STAYS = 10;

/** A reply that is heard while a screen is shown: what `render` was given, and its timeline. */
export interface Heard {
  acts: readonly Act[];
  seed: number;
  avoid?: string;
  timeline: Timeline;
}

/**
 * Renders a screen. The wording of a line is the one that is heard. What somebody said is escaped, since a `Text` of APL
 * takes `<b>` and `&amp;` for marks; it is not evaluated, since it is in the data source.
 *
 * https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/apl-text.html
 */
export function renderScreen(screen: Screen, heard: Heard, wording: Wording): ScreenData {
  const words = wordsOf(heard, wording);
  const { after, seconds } = quietOf(screen.quiet, heard.timeline);
  return {
    kind: screen.kind,
    heading: screen.heading === null ? '' : asMarkup(words(screen.heading)),
    text: asMarkup(fitting(screen.text.map(words))),
    items: screen.items.slice(0, MOST_ITEMS).map((item) => asMarkup(shortened(words(item), LONGEST.item))),
    seconds,
    after,
    choices: screen.choices.map((choice) => choiceIn(choice, words)),
    choicesAfter: screen.choicesAfter.map((choice) => choiceIn(choice, words)),
    leaves: screen.leaves ? Math.round(heard.timeline.seconds) + STAYS : 0,
  };
}

function choiceIn({ id, label }: Choice, words: (line: Line) => string): ChoiceData {
  const said = shortened(words(label), LONGEST.label);
  const markup = asMarkup(said);
  return { id, label: markup, ...(markup === said ? {} : { said }) };
}

/** The words of a line as they are heard: the first line of a reply does not begin like the reply before it. */
function wordsOf({ acts, seed, avoid }: Heard, wording: Wording): (line: Line) => string {
  const first = acts.find((act) => act.do === 'say' || act.do === 'ask')?.line;
  return (line) => unescapeSsml(wording.words(line, seed, line === first ? avoid : undefined));
}

/** When the quiet of these steps begins, and how long it lasts until the last of it is over, in whole seconds. */
function quietOf(ids: readonly string[], { steps }: Timeline): { after: number; seconds: number } {
  const quiets = steps.flatMap(({ id, quiet }) => (ids.includes(id) ? quiet : []));
  const [from, to] = [quiets[0]?.[0] ?? 0, quiets.at(-1)?.[1] ?? 0];
  return { after: Math.round(from), seconds: Math.round(to - from) };
}

/** As many of the texts as there is room for, at least the first one. */
function fitting(texts: readonly string[]): string {
  let all = shortened(texts[0] ?? '', LONGEST.text);
  for (const text of texts.slice(1)) if (all.length + text.length < LONGEST.text) all = `${all} ${text}`;
  return all;
}

/** The text with an ellipsis in place of the words that are too many. */
function shortened(text: string, longest: number): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const cut = characters.slice(0, longest - 1).join('');
  return `${cut.replace(/\s+\S*$/u, '')}…`;
}

function asMarkup(text: string): string {
  return text.replace(/[&<>]/gu, (character) => ENTITIES[character] ?? character);
}
