/**
 * The path of one reply: which functions of lambda/ a "yes" at the end of a turn passes through, and how often each is
 * called, by V8's precise coverage. Counted without the database: the store is the one in memory of the tests.
 */
import { type Profiler, Session } from 'node:inspector/promises';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptOptions } from '../command-line/script-options.ts';
import { until } from '../test/alexa/couple.ts';
import { anEcho } from '../test/alexa/envelopes.ts';
import { createMemoryStore } from '../test/household/memory-store.ts';
import { skillOn } from '../test/skill.ts';

const LAMBDA = fileURLToPath(new URL('../lambda', import.meta.url));
/** Added to the source by tsx, to keep the names of functions. */
const NOT_OURS = new Set(['__name', '__defProp']);

interface Called {
  module: string;
  functions: { name: string; calls: number }[];
}

/** Runs some work, and tells what of lambda/ was called meanwhile. */
async function calledIn(work: () => Promise<unknown>): Promise<Called[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  return result.flatMap(calledOf).toSorted((one, two) => one.module.localeCompare(two.module));
}

function calledOf({ url, functions }: Profiler.ScriptCoverage): Called[] {
  if (!url.startsWith('file:') || !fileURLToPath(url).startsWith(LAMBDA + sep)) return [];
  const called = functions
    .map(({ functionName, ranges }) => ({
      name: functionName || '(anonymous)',
      calls: ranges[0]?.count ?? 0,
    }))
    .filter(({ name, calls }) => calls > 0 && !NOT_OURS.has(name));
  return called.length === 0 ? [] : [{ module: relative(LAMBDA, fileURLToPath(url)), functions: called }];
}

const { values } = scriptOptions(
  `npm run bench:reply-path [-- --json]

Prints which functions of the skill one reply passes through, and how often each is called; with --json only the sums.`,
  { json: { type: 'boolean' } },
);
const echo = anEcho(skillOn(createMemoryStore()));
await until(echo, /^check-in\/talk\.a$/);
const called = await calledIn(() => echo.say('AMAZON.YesIntent'));
if (echo.stateId() !== 'check-in/get-it.a')
  throw new Error(`expected the next question to be check-in/get-it.a, got ${echo.stateId()}`);

const functions = called.flatMap((module) => module.functions);
const calls = functions.reduce((sum, one) => sum + one.calls, 0);
if (values.json === true)
  console.log(JSON.stringify({ modules: called.length, functions: functions.length, calls }));
else {
  for (const { module, functions: own } of called)
    console.log(`${module}: ${own.map(({ name, calls: times }) => `${name} ${times}`).join(', ')}`);
  console.log(`\n${called.length} modules, ${functions.length} functions, ${calls} calls`);
}
