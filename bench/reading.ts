/**
 * What reading costs: every example is understood. Prints the mean of the CPU time, which stays under one millisecond, and
 * the 99th percentile of the time of each, which has what else the machine does in it.
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
const prepared = process.cpuUsage(before);

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
  preparing: Math.round((prepared.user + prepared.system) / 1000),
  mean: cpu / spoken.length,
  // One reading is too short for the clock of the CPU.
  percentile99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
};
if (values.json === true) console.log(JSON.stringify(result));
else {
  const { examples, mean, percentile99 } = result;
  console.log(`${examples} examples, prepared in ${result.preparing} ms of CPU`);
  console.log(`mean ${mean.toFixed(3)} ms of CPU, 99th percentile ${percentile99.toFixed(3)} ms`);
}
