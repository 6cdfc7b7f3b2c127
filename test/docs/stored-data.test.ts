/** docs/privacy-policy.md and docs/privacy.md name everything that is stored of a couple. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Appreciation, OwnQuestion } from '../../lambda/conversation/model/effect.ts';
import type { Household, Place } from '../../lambda/conversation/model/household.ts';
import type { HouseholdRecord, Running } from '../../lambda/household/store.ts';

/** The words that name each field on a page. A new field has to be added, or it does not compile. */
type Named<T> = Readonly<Record<keyof T & string, readonly string[]>>;

/** In the first column of the table of the policy; for an appreciation and a question, in its row. */
const IN_POLICY = {
  household: {
    names: ['your nicknames'],
    consent: ['the day on which each of you agreed'],
    settings: ['usual length', 'the length that you asked for last', 'slower speech', 'no chimes'],
    next: ['who starts next'],
    heard: ['the ids of your last questions'],
    counts: ['how many exercises you finished', 'their minutes'],
    tried: ['how often you tried each practice'],
    since: ['since when we keep something'],
    zone: ['your time zone'],
    unsavedUntil: ['when "don\'t save tonight" ends'],
    recap: ['when you last heard a recap', 'when one was last offered'],
    appreciated: ['when your newest appreciation was saved'],
    voices: ["a code made from Alexa's id for it", 'that you would rather not have your voice known'],
    path: ['path of four weeks'],
    reminder: ["Amazon's id for it", 'its day and its time'],
    erased: ["when somebody's words were erased"],
  } satisfies Named<Household>,
  record: {
    place: ['your place in an unfinished exercise'],
    writer: ["codes made from Alexa's ids for your account, your speaker and a session"],
    running: ["codes made from Alexa's ids for your account, your speaker and a session"],
    opening: ['the first words of our last greeting'],
  } satisfies Named<Omit<HouseholdRecord, 'version' | 'household'>>,
  appreciation: {
    id: [', and when'],
    text: ['your appreciations: the sentence'],
    from: [', who said it,'],
    to: [', about whom,'],
    day: [', and when'],
    at: [', and when'],
  } satisfies Named<Appreciation>,
  question: {
    id: ['when it was saved'],
    text: ['your own questions, 50 at most: the question'],
    from: ['who said it if a voice was recognised'],
    at: ['when it was saved'],
  } satisfies Named<OwnQuestion>,
};

/** Among the details that the policy leaves out. */
const IN_DETAILS = {
  place: {
    exercise: [': exercise,'],
    minutes: [', length,'],
    first: ['who began'],
    depth: [', depth,'],
    theme: [', theme,'],
    agreed: ['a yes from both to its deepest questions'],
    step: [', step,'],
    from: ['the first step of the last reply'],
    waiting: ['whether the step has begun'],
    question: ['question id'],
    round: ['round'],
    began: ['when it began'],
    touched: ['last moved'],
  } satisfies Named<Place>,
  running: {
    device: ['a mark of the device'],
    since: ['when the reply began'],
    until: ['until when it can be answered'],
    steps: ['the time at which each step is heard'],
  } satisfies Named<Running>,
  record: {
    writer: ['A mark of the session', 'the number of its event'],
    version: ['the version'],
    began: ['the attribute `began`'],
  },
};

/** How the row or the item begins that names all of a thing. */
const ROWS = new Map([
  ['appreciation', 'your appreciations'],
  ['question', 'your own questions'],
  ['place', '**The place,**'],
  ['running', '**What is running,**'],
]);

const [, table = ''] = /## What we keep, and why\n(.*?)\n## /s.exec(page('privacy-policy')) ?? [];
const firstColumn = [...table.matchAll(/^\| (.*?) \|/gm)].map(([, cell = '']) => cell).join('\n');
const [, details = ''] = /The policy leaves out these details:\n(.*?)\n## /s.exec(page('privacy')) ?? [];

describe.each([
  ['the table of docs/privacy-policy.md', firstColumn, IN_POLICY],
  ['the list of details in docs/privacy.md', details.replace(/\s+/g, ' '), IN_DETAILS],
])('%s', (_where, text, named) => {
  const fields = Object.entries(named).flatMap(([of, all]) =>
    Object.entries<readonly string[]>(all).map(([field, words]) => [of, field, words] as const),
  );

  it.each(fields)('names what is stored of the %s: %s', (of, _field, words) => {
    const own = ROWS.get(of);
    const where = own === undefined ? text : partOf(text, own);
    for (const each of words) expect(where).toContain(each);
  });
});

/** The part of a text that begins with these words, up to the next row or item. */
function partOf(text: string, words: string): string {
  const at = text.indexOf(words);
  return at === -1 ? '' : (text.slice(at).split(/\n| - \*\*/)[0] ?? '');
}

function page(name: string): string {
  return readFileSync(`docs/${name}.md`, 'utf8');
}
