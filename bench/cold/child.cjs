/**
 * One cold start, in a process of its own: loads the handler of a folder and answers one event, and prints what that
 * took. `node child.cjs FOLDER EVENT`
 */
const { readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');

const [folder, eventFile] = process.argv.slice(2);
const event = JSON.parse(readFileSync(eventFile, 'utf8'));

async function measure() {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const { handler } = require(join(folder, 'index.js'));
  const loaded = performance.now();
  const answer = await handler(event, {});
  const answered = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const failed = answer?.sessionAttributes?.stateId === 'closed';
  const measured = { load: loaded - begun, first: answered - loaded, cpu: (user + system) / 1000, failed };
  writeSync(1, `\n@${JSON.stringify(measured)}\n`);
  process.exit(0);
}

void measure();
