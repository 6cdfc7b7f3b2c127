/** The figures as a page: docs/understanding.md, and what `npm run heard` prints. */
import { DEVICES } from './devices.ts';
import { percent } from './figures.ts';
import { type DangerHeard, type Heard, heardBy, type Measured, type Tally } from './measure.ts';
import { DANGER_PARTS, danger, dangerIn, evenings, type Row, seen, unseen } from './set.ts';

const INTRODUCTION = `# What is understood

\`npm run heard\` measures how well the skill understands couples' own words, each in its moment, and makes this page. With
\`words\`, the device gives the skill the words themselves. With \`samples\`, it knows only the interaction model. A meaning is
right if it was meant, or if it does the same at that question, and its name or sentence is right too. The sentences were
written by somebody who did not look at the phrases. Nobody was recorded.`;

/** What is understood less often than this, in percent, has a row of its own in docs/understanding.md. */
const OFTEN = 85;

/** The page of what was measured; with every moment and meaning, or only those that are not understood often. */
export function pageOf(measured: Measured, { every }: { every: boolean }): string {
  const { words, samples } = measured.unseen;
  // Of what was learned from, a part is enough to see how much less is understood of what is new.
  const known = heardBy('words', seen.filter(everyFifth));
  const rowsOfHeard = (['must', 'all', 'letBe', 'names', 'sentences', 'calm'] as const).map((name) => [
    HEARD[name],
    cell(words[name]),
    cell(samples[name]),
    ...[measured.evenings.words[name], known[name]].map((tally) => (tally.of === 0 ? '' : cell(tally))),
  ]);
  return [
    INTRODUCTION,
    '## Words',
    `${unseen.length} new sentences, with each kind of device. The evenings are harder: ${evenings.length} new sentences of sixteen imagined\ncouples with strong voices, through every moment. In the last column is a fifth of the examples that the skill has learned\nfrom.`,
    table(['', ...DEVICES, 'evenings, words', 'examples, words'], rowsOfHeard),
    'By what they were understood, and how often that was right:',
    table(
      ['', ...DEVICES],
      (['exact', 'near', 'none'] as const).map((how) => [
        HOW[how],
        ...DEVICES.map((device) => cell(measured.unseen[device].by.how.get(how))),
      ]),
    ),
    '## Danger',
    `${count(isDanger)} cries for help, and ${count((row) => !isDanger(row))} sentences that only sound like one. The hinted ones are unseen, too: they are said\nin passing, or by people who have no words for it. The skill has learned from those that are seen.`,
    table(
      ['', ...DANGER_PARTS],
      DANGER.map(([name, tally]) => [
        name,
        ...DANGER_PARTS.map((part) => cell(tally(measured.danger[part]))),
      ]),
    ),
    'By kind:',
    table(
      ['', ...DANGER_PARTS],
      [...measured.danger.unseen.byKind.keys()]
        .sort()
        .map((kind) => [kind, ...DANGER_PARTS.map((part) => cell(measured.danger[part].byKind.get(kind)))]),
    ),
    '## The place',
    'Words that are not for the skill, at every kind of question: the place is kept, and nothing is taken as an answer, stored or\ndeleted.',
    table(
      ['', 'kept'],
      [
        ['said once', cell(measured.place.once)],
        ['said three times in a row', cell(measured.place.threeTimes)],
      ],
    ),
    '## Moments and meanings',
    every ? 'All of them:' : `Those below ${OFTEN} %, with \`words\`. \`npm run heard\` prints all.`,
    byName(words, samples, 'moment', every ? 101 : OFTEN),
    byName(words, samples, 'meaning', every ? 101 : OFTEN),
  ].join('\n\n');
}

const HEARD: Readonly<Record<keyof Omit<Heard, 'by'>, string>> = {
  must: 'meant for the skill: right',
  all: 'all: right',
  letBe: 'not for the skill: let be',
  names: 'with a name: right, with the name',
  sentences: 'with a sentence to keep: right, word for word',
  calm: 'no false alarm',
};

const HOW = { exact: 'a whole phrase', near: 'by costs', none: 'not at all' } as const;

const DANGER: readonly [name: string, tally: (heard: DangerHeard) => Tally][] = [
  ['heard as words, at each of the moments', ({ everywhere }) => everywhere],
  ['heard in its moment, words', ({ by }) => by.words],
  ['heard in its moment, or support is mentioned', ({ orMentioned }) => orMentioned],
  ['heard in its moment, samples', ({ by }) => by.samples],
  ['the right kind', ({ kinds }) => kinds],
  ['only sounds like it: no alarm', ({ calm }) => calm],
];

const everyFifth = (_row: Row, index: number): boolean => index % 5 === 0;
const isDanger = (row: Row): boolean => dangerIn(row) !== null;
const count = (is: (row: Row) => boolean): number =>
  DANGER_PARTS.flatMap((part) => danger[part]).filter(is).length;

/** The moments or meanings of which less than `below` percent are right. */
function byName(words: Heard, samples: Heard, what: 'moment' | 'meaning', below: number): string {
  const names = [...words.by[what]]
    .filter(([, tally]) => percent(tally) < below)
    .map(([name]) => name)
    .sort();
  return table(
    [what, ...DEVICES],
    names.map((name) => [`\`${name}\``, cell(words.by[what].get(name)), cell(samples.by[what].get(name))]),
  );
}

function cell(tally: Tally | undefined): string {
  if (tally === undefined || tally.of === 0) return '-';
  return `${percent(tally).toFixed(1)} % (${tally.right} of ${tally.of})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}
