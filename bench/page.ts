/** docs/performance.md, and the table that is printed. */
import { arch, cpus, platform } from 'node:os';
import type { CheckInUse } from '../test/docs/check-in-use.ts';
import type { Start } from './cold/starts.ts';
import { gained } from './gained.ts';
import type { Warm } from './warm.ts';

export interface Row extends Start {
  name: string;
  kilobytes: number;
}

export interface Measured {
  /** The version of Node.js in which the handlers ran. */
  node: string;
  /** The load average of the machine when it began: what else it did. */
  load: number;
  /** How often each was started. */
  runs: number;
  rows: readonly Row[];
  /** The name of the row that the ratios are to. */
  base: string;
  /** Kilobytes of the packed content in the asset. */
  packed: number;
  warm: Warm;
  use: CheckInUse;
}

/** The cells of the cold starts, with a header. */
function coldTable({ rows, base }: Measured): string[][] {
  const one = rows.find(({ name }) => name === base);
  const of = (row: Row): number => row.load + row.first;
  return [
    ['', 'KB', 'load', 'first request', 'together', 'ratio', 'CPU', 'ratio'],
    ...rows.map((row) => [
      row.name,
      row.kilobytes.toFixed(row.kilobytes < 10 ? 1 : 0),
      ...[row.load, row.first, of(row)].map((time) => milliseconds(time)),
      ratio(of(row), one && of(one)),
      milliseconds(row.cpu),
      ratio(row.cpu, one?.cpu),
    ]),
  ];
}

function warmTable({ warm, use }: Measured): string[][] {
  const size = ({ mean, most }: Warm['response']): string =>
    `${thousands(mean)} on average, ${thousands(most)} at most`;
  const operations = Object.entries(use.operations).map(([name, times]) => `${times} ${name}`);
  return [
    ['', 'measured'],
    ['CPU of a reply, without the database', milliseconds(warm.cpu, 2)],
    ['bytes of a response', size(warm.response)],
    ['bytes of the session attributes', size(warm.attributes)],
    ['requests of Alexa in a check-in', String(use.requests)],
    ['requests to the table in a check-in', operations.join(', ')],
    ['units read and written in a check-in', `${use.read} and ${use.written}`],
  ];
}

const milliseconds = (time: number, digits = 1): string => `${time.toFixed(digits)} ms`;
const thousands = (number: number): string => number.toLocaleString('en-US');
const ratio = (time: number, base: number | undefined): string =>
  base === undefined ? '' : (time / base).toFixed(2);

/** The tables for a terminal. */
export function tableOf(measured: Measured): string {
  const { node, runs } = measured;
  const text = (table: string[][]): string => {
    const widths = (table[0] ?? []).map((_, column) =>
      Math.max(...table.map((row) => row[column]?.length ?? 0)),
    );
    const line = (row: string[]): string =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ');
    return table.map(line).join('\n');
  };
  return [
    `Node.js ${node}, ${platform()} ${arch()}, ${runs} starts of each, in turn; medians.`,
    text(coldTable(measured)),
    '',
    text(warmTable(measured)),
  ].join('\n');
}

/** The text of docs/performance.md. */
export function pageOf(measured: Measured): string {
  const { node, runs, base, load } = measured;
  const markdown = (table: string[][]): string => {
    const [header = [], ...rows] = table;
    const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
    return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n');
  };
  const [processor] = cpus();
  const busy =
    load > cpus().length / 2
      ? `\n**Other work ran on the machine (load average ${load.toFixed(1)}): the ratios are noisy. Measure again when it is idle.**\n`
      : '';
  return `# How fast it is

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, with Node.js ${node} on ${platform()} ${arch()}, ${cpus().length} cores
(${processor?.model.trim() ?? 'unknown'}). Milliseconds differ between machines: compare the ratios, which are to "${base}".
${busy}
## A cold start

Each handler is loaded in a fresh process, and answers one request with the database on the same machine: the medians of
${runs} starts, in turn with the others. The start of Node.js, Lambda's own work and the network come on top for all. The code
cache is [no part of the asset](decisions/0028-no-code-cache.md): its rows say what it would save. Jovo's last release,
4.6.2, is missing: newly installed it does not start, because its class-transformer 0.4.1 has no \`plainToClass\`.

${markdown(coldTable(measured))}

## A reply, and a check-in

A check-in of twenty minutes in a couple's own words, in a process that runs already. V8 goes on compiling for the first
thousands of replies; the CPU is that after them, the median of 200 check-ins.

${markdown(warmTable(measured))}

## What made the asset lighter

${gained(measured.packed)}`;
}
