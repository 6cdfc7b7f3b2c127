/** The figures as a page: docs/understanding.md, and what `npm run heard` prints. */
import { DEVICES } from './devices.ts';
import { percent } from './figures.ts';
import { type DangerHeard, type Heard, heardBy, type Measured, type Tally } from './measure.ts';
import { danger, dangerIn, type Row, seen, unseen } from './set.ts';

const INTRODUCTION = `# What is understood

Made by \`npm run heard\`. What couples say in their own words, each in its moment, as two kinds of devices hear it. With
\`words\`, every open question asks the device for the words themselves. With \`samples\`, the device ignores that, and
knows only the interaction model. Right is a meaning that was meant there, or one that does the same at that question,
with the right name or sentence. Everything was written for this, without a look at the phrases; nobody was recorded.`;

/** The page of what was measured. */
export function pageOf(measured: Measured): string {
  const { words, samples } = measured.unseen;
  // Of what was learned from, a part is enough to see how much less is understood of what is new.
  const known = heardBy('words', seen.filter(everyFifth));
  const rowsOfHeard = (['must', 'all', 'letBe', 'names', 'sentences', 'calm'] as const).map((name) => [
    HEARD[name],
    cell(words[name]),
    cell(samples[name]),
    known[name].of === 0 ? '' : cell(known[name]),
  ]);
  return [
    INTRODUCTION,
    '## Words',
    `${unseen.length} rows that neither the phrases nor the costs were made with; and a fifth of the examples, which the costs were learned from.`,
    table(['', ...DEVICES, 'examples, words'], rowsOfHeard),
    'How they were understood, and how many of those rightly:',
    table(
      ['', ...DEVICES],
      (['exact', 'near', 'none'] as const).map((how) => [
        HOW[how],
        ...DEVICES.map((device) => cell(measured.unseen[device].by.how.get(how))),
      ]),
    ),
    '## Danger',
    `${count(isDanger)} cries for help, and ${count((row) => !isDanger(row))} that only sound like one.`,
    table(
      ['', 'unseen', 'seen'],
      DANGER.map(([name, tally]) => [
        name,
        cell(tally(measured.danger.unseen)),
        cell(tally(measured.danger.seen)),
      ]),
    ),
    'By kind:',
    table(
      ['', 'unseen', 'seen'],
      [...measured.danger.unseen.byKind.keys()]
        .sort()
        .map((kind) => [
          kind,
          cell(measured.danger.unseen.byKind.get(kind)),
          cell(measured.danger.seen.byKind.get(kind)),
        ]),
    ),
    '## The place',
    'Words that are not for the skill, at every kind of question: the place stays, and nothing is taken, stored or deleted.',
    table(
      ['', 'kept'],
      [
        ['said once', cell(measured.place.once)],
        ['said three times in a row', cell(measured.place.threeTimes)],
      ],
    ),
    '## By moment',
    byName(words, samples, 'moment'),
    '## By meaning',
    byName(words, samples, 'meaning'),
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
  ['heard in its moment, samples', ({ by }) => by.samples],
  ['the right kind', ({ kinds }) => kinds],
  ['only sounds like it: no alarm', ({ calm }) => calm],
];

const everyFifth = (_row: Row, index: number): boolean => index % 5 === 0;
const isDanger = (row: Row): boolean => dangerIn(row) !== null;
const count = (is: (row: Row) => boolean): number => [...danger.unseen, ...danger.seen].filter(is).length;

function byName(words: Heard, samples: Heard, what: 'moment' | 'meaning'): string {
  const names = [...words.by[what].keys()].sort();
  return table(
    ['', ...DEVICES],
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
