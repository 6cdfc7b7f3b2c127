/**
 * What reading costs: every example is understood, and the CPU time of each is measured. Prints the mean and the 99th
 * percentile in milliseconds. Reading stays under one of them.
 */
import { performance } from 'node:perf_hooks';
import { scriptOptions } from '../command-line/script-options.ts';
import { examplesIn, heardIn } from '../interaction-models/costs/examples.ts';
import { enUS } from '../lambda/content/en-US/en-us.ts';
import { createListener } from '../lambda/understanding/listener.ts';

const { values } = scriptOptions(
  `npm run bench:reading [-- --json]

Prints how long it takes to understand an example: the mean and the 99th percentile.`,
  { json: { type: 'boolean' } },
);
const before = process.cpuUsage();
const listener = createListener(enUS);
const preparing = process.cpuUsage(before).user / 1000;

const spoken = examplesIn(new URL('../interaction-models/examples/en-US/', import.meta.url));
/** Reads all of them. @returns the time of each, and the CPU time of all, in milliseconds */
function readAll(): { each: number[]; cpu: number } {
  const start = process.cpuUsage();
  const each = spoken.map(({ moment, said }) => {
    const from = performance.now();
    listener.understand(said, heardIn(moment));
    return performance.now() - from;
  });
  const { user, system } = process.cpuUsage(start);
  return { each, cpu: (user + system) / 1000 };
}

readAll();
const { each, cpu } = readAll();
const sorted = each.toSorted((one, two) => one - two);
const result = {
  examples: spoken.length,
  preparing: Math.round(preparing),
  mean: cpu / spoken.length,
  // One reading is too short for the clock of the CPU: this one has what else the machine does in it.
  percentile99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
};
if (values.json === true) console.log(JSON.stringify(result));
else {
  const { examples, mean, percentile99 } = result;
  console.log(`${examples} examples, prepared in ${result.preparing} ms of CPU`);
  console.log(`mean ${mean.toFixed(3)} ms of CPU, 99th percentile ${percentile99.toFixed(3)} ms`);
}
