import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stdin, stdout } from 'node:process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { InteractionModel } from '../interaction-models/interaction-model.ts';
import { invocationNameOf } from '../interaction-models/model-facts.ts';
import { type AlexaServices, startAlexaServices } from './cloud/alexa-services.ts';
import { SKILL_ID } from './cloud/identity.ts';
import { loadHandler } from './cloud/lambda-handler.ts';
import { type Database, startDatabase, TABLE_NAME } from './database/database.ts';
import { createEcho } from './device/echo.ts';
import { reasonOf, SimulatorError } from './simulator-error.ts';
import { runJsonLines } from './terminal/json-lines.ts';
import { elicitationOfState, HELP, type Options, readOptions } from './terminal/options.ts';
import { runTerminal } from './terminal/terminal.ts';
import { parseInvocation } from './understanding/invocation.ts';
import { modelOfLocale } from './understanding/model-of-locale.ts';
import { understand } from './understanding/understand.ts';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs the simulator for a command line. @returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  let database: Database | undefined;
  let services: AlexaServices | undefined;
  try {
    const options = readOptions(args, {
      now: new Date(),
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      seed: randomUUID(),
    });
    if (options.help) {
      stdout.write(HELP);
      return 0;
    }
    const model = modelOfLocale(options.locale);
    if (options.parse !== null) {
      stdout.write(`${JSON.stringify(understood(model, options.parse, options))}\n`);
      return 0;
    }
    const input = inputFor(options.script);
    database = await startDatabase(options.data);
    services = await startAlexaServices(options.data);
    await run(options, model, { database, services, input });
    return 0;
  } catch (error) {
    process.stderr.write(
      `${error instanceof SimulatorError ? '' : 'The simulator failed: '}${reasonOf(error)}\n`,
    );
    return error instanceof SimulatorError && error.code === 'bad-option' ? 2 : 1;
  } finally {
    await services?.close();
    await database?.close();
  }
}

/** What the Echo is connected to. */
interface Surroundings {
  readonly database: Database;
  readonly services: AlexaServices;
  readonly input: Readable;
}

async function run(
  options: Options,
  model: InteractionModel,
  { database, services, input }: Surroundings,
): Promise<void> {
  // A profile or a session of the shell's own AWS account would win over the keys below.
  delete process.env.AWS_PROFILE;
  delete process.env.AWS_SESSION_TOKEN;
  // A Lambda reads its environment when it loads, so it has to be there before.
  Object.assign(process.env, {
    TABLE_NAME,
    SKILL_ID,
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    AWS_ACCESS_KEY_ID: 'simulated',
    AWS_SECRET_ACCESS_KEY: 'simulated',
  });
  process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';
  // The SDK's notice about coming Node versions would stand in the middle of a conversation.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const handler = await loadHandler(PROJECT);
  const echo = createEcho({ ...options, handler, model, database, services });
  if (!options.json) {
    await runTerminal(echo, { input, output: stdout, invocationName: invocationNameOf(model) });
    return;
  }
  // Standard output belongs to the answers: what the skill prints goes beside it.
  console.log = console.error;
  await runJsonLines(echo, input, stdout);
}

/** What is understood of an utterance, with the wake word or without. */
function understood(model: InteractionModel, utterance: string, { state, start, strict, timezone }: Options) {
  const woken = /^\s*alexa\b[\s,]*/iu.exec(utterance);
  const words = woken === null ? utterance : utterance.slice(woken[0].length);
  const invocation = woken === null ? null : parseInvocation(invocationNameOf(model), words);
  if (invocation?.kind === 'launch') return { intent: 'LaunchRequest', slots: {}, match: 'exact' };
  const said = invocation?.kind === 'one-shot' ? invocation.utterance : words;
  const elicit = elicitationOfState(state);
  const { intent, slots, match } = understand(model, said, { elicit, now: start, strict, timezone });
  const values = Object.fromEntries(Object.entries(slots).map(([name, { value }]) => [name, value]));
  return { intent, slots: values, match };
}

function inputFor(script: string | null): Readable {
  if (script === null) return stdin;
  if (!existsSync(script)) throw new SimulatorError('script-unreadable', `The script ${script} is missing.`);
  return createReadStream(script, 'utf8');
}

// Whoever reads the output may stop reading ("| head"): then there is nothing left to do.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2));
// A line still awaited on an open standard input must not hold the process back.
stdin.destroy();
