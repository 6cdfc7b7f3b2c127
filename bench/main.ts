/**
 * `npm run bench`: what this skill costs, beside what one would pick instead. It measures everything in one run, prints the
 * table, and writes docs/performance.md. Milliseconds differ between machines, and with what else a machine does, so only
 * the ratios can be compared.
 *
 * `--quick` starts each a few times and writes nothing. It fails if a ratio is out of its bound. `--runs N` starts each N
 * times.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import type { RequestEnvelope } from 'ask-sdk-model';
import { scriptOptions, wholeNumber } from '../command-line/script-options.ts';
import { bundleOther } from '../infra/bundle.ts';
import { TABLE_LAYOUT } from '../simulator/database/database.ts';
import { anEnvelope } from '../test/alexa/envelopes.ts';
import { checkInUse } from '../test/docs/check-in-use.ts';
import { clientOf } from '../test/household/database-table.ts';
import { asDeployed } from '../test/infra/runtime/as-deployed.ts';
import { reserved } from '../test/infra/runtime/lambda-environment.ts';
import { nodeBinary, versionOf } from '../test/infra/runtime/node-binaries.ts';
import { withoutServices } from '../test/infra/runtime/without-services.ts';
import { skillOnDatabase } from '../test/skill.ts';
import { type Candidate, candidatesIn, HELLO_TABLE, kilobytesIn } from './cold/candidates.ts';
import { withCodeCache } from './cold/code-cache.ts';
import { ratioOf } from './cold/ratio.ts';
import { type Launchable, startOnce, startsOf } from './cold/starts.ts';
import { type Measured, pageOf, type Row, tableOf } from './page.ts';
import { returning } from './returning.ts';
import type { Warm } from './warm.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = join(ROOT, 'docs/performance.md');
const RUNS = 20;
const QUICK_RUNS = 5;

/**
 * How many times the start of the hello with client-dynamodb that of the skill may take: load and first launch. It was 2.3
 * to 2.5 before the asset was made lighter, 1.3 until words were prepared only when there are some, and 0.8 to 0.9 since.
 */
const MOST = 1.3;

const { values } = scriptOptions(
  `npm run bench [-- [--quick] [--runs N]]

Measures what a cold start of this skill costs beside what one would pick instead, and writes docs/performance.md.

  --quick   start each a few times, write nothing, and fail if a ratio is out of its bound
  --runs N  start each N times`,
  { quick: { type: 'boolean' }, runs: { type: 'string' } },
);
// Otherwise the SDK prints its notice about future Node.js versions.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
const quick = values.quick === true;
const runs = wholeNumber('--runs', values.runs) ?? (quick ? QUICK_RUNS : RUNS);

const home = mkdtempSync(join(tmpdir(), 'our-check-in-bench-'));
const here = await skillOnDatabase();
try {
  const measured = await measure();
  console.log(tableOf(measured));
  if (!quick) writeFileSync(PAGE, pageOf(measured));
  const ratio = ratioOf(measured.rows, 'this skill, first launch', measured.base);
  if (quick && ratio > MOST) {
    console.error(
      `Load and first launch: at most ${MOST} times the hello with client-dynamodb, found ${ratio}.`,
    );
    process.exitCode = 1;
  }
} finally {
  await here.close();
  rmSync(home, { recursive: true, force: true });
}

async function measure(): Promise<Measured> {
  // The version that the asset is deployed on, if it can be downloaded.
  const node = nodeBinary(24).path ?? process.execPath;
  const [load = 0] = loadavg();
  const made = candidatesIn(home, !quick);
  await createHelloTable();
  const back = await returning(here);
  const launch = eventFile('launch', aLaunch());
  const yes = eventFile('yes', back.yes);
  const environment = { ...asDeployed(here.database.endpoint), ...reserved(home, '127.0.0.1:9') };
  const starting = (
    { name, folder }: Candidate,
    more: Partial<Launchable> & { what?: string } = {},
  ): Launchable => ({ name: `${name}${more.what ?? ''}`, folder, event: launch, environment, ...more });
  const cached = await withCodeCache(
    made.ours,
    'this skill with a code cache',
    join(home, 'cached'),
    (folder) =>
      startOnce(node, {
        ...starting({ name: 'cache', folder, kilobytes: 0 }),
        environment: { ...environment, MAKE_CODE_CACHE: '1' },
      }),
  );
  const first = { what: ', first launch' };
  const answering = { what: ', first yes of a household that comes back', event: yes, before: back.restore };
  const rows: [Candidate, Launchable][] = [
    ...[made.empty, made.hello, made.dynamodb, made.official].flatMap((one): [Candidate, Launchable][] =>
      one === null ? [] : [[one, starting(one)]],
    ),
    [made.ours, starting(made.ours, first)],
    [made.ours, starting(made.ours, answering)],
    [cached, starting(cached, first)],
    [cached, starting(cached, answering)],
  ];
  const starts = await startsOf(
    node,
    rows.map(([, launchable]) => launchable),
    runs,
  );
  back.close();
  return {
    node: versionOf(node),
    load,
    runs,
    rows: rows.map(([{ kilobytes }, { name }], index): Row => {
      const start = starts[index];
      if (start === undefined) throw new Error(`${name}: expected starts, got none`);
      return { name, kilobytes, ...start };
    }),
    base: made.dynamodb.name,
    packed: kilobytesIn(made.ours.folder, '.br'),
    warm: warmOn(node),
    use: await checkInUse(),
  };
}

/** Measures replies on the same Node.js, in code that is bundled as the asset is. */
function warmOn(node: string): Warm {
  const file = join(home, 'warm', 'index.js');
  bundleOther("import './bench/warm-process.ts'", ROOT, file);
  writeFileSync(join(home, 'warm', 'package.json'), '{"type":"commonjs"}\n');
  return JSON.parse(execFileSync(node, [file], { encoding: 'utf8' }));
}

/** The table of the others. */
async function createHelloTable(): Promise<void> {
  const client = clientOf(here.database.endpoint);
  await client.send(
    new CreateTableCommand({
      TableName: HELLO_TABLE,
      BillingMode: TABLE_LAYOUT.BillingMode,
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  client.destroy();
}

/** A launch by a new user. Alexa's own services cannot be reached. */
function aLaunch(): RequestEnvelope {
  return withoutServices(
    anEnvelope({
      request: {
        type: 'LaunchRequest',
        requestId: 'request-1',
        timestamp: new Date().toISOString(),
        locale: 'en-US',
      },
      session: { id: 'session-1', isNew: true, attributes: {} },
      user: 'bench',
      device: 'kitchen',
    }),
  );
}

function eventFile(name: string, event: RequestEnvelope): string {
  mkdirSync(join(home, 'events'), { recursive: true });
  const file = join(home, 'events', `${name}.json`);
  writeFileSync(file, JSON.stringify(event));
  return file;
}
