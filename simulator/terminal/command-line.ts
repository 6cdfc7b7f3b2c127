import { randomUUID } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fstatSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { invocationNameOf } from '../../interaction-models/model-facts.ts';
import project from '../../package.json' with { type: 'json' };
import { type AlexaServices, startAlexaServices } from '../cloud/alexa-services.ts';
import { SKILL_ID } from '../cloud/identity.ts';
import { loadHandler } from '../cloud/lambda-handler.ts';
import { type Database, startDatabase, TABLE_NAME } from '../database/database.ts';
import { createCallLog } from '../device/call-log.ts';
import { createEcho } from '../device/echo.ts';
import { shareEcho } from '../device/shared-echo.ts';
import { reasonOf, SimulatorError } from '../simulator-error.ts';
import { requireKnownState } from '../understanding/known-state.ts';
import { modelOfLocale } from '../understanding/model-of-locale.ts';
import type { Web } from '../web/start-web.ts';
import { runJsonLines } from './json-lines.ts';
import { refuseOptionsOfNpm } from './npm-options.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { parseUtterance } from './parse-utterance.ts';
import { runTerminal } from './terminal.ts';
import type { ServePage } from './web-page.ts';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The streams of the process. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

/**
 * Runs the simulator for a command line. It sets the environment variables that the skill reads, so that only one run
 * in a process can load the skill.
 *
 * @param args the arguments after the name of the script.
 * @returns the exit code: 0 at the end of the input, 2 for a bad option, 1 for any other error. What went wrong is
 *   written to `errors`.
 */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<number> {
  const { output, errors } = streams;
  let database: Database | undefined;
  let services: AlexaServices | undefined;
  try {
    refuseOptionsOfNpm(args, process.env);
    const options = readOptions(args, {
      now: new Date(),
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      seed: randomUUID(),
    });
    if (options.help) {
      output.write(HELP);
      return 0;
    }
    if (options.version) {
      output.write(`${project.version}\n`);
      return 0;
    }
    if (options.state !== null) requireKnownState(options.state);
    const model = modelOfLocale(options.locale);
    if (options.parse !== null) {
      output.write(`${JSON.stringify(parseUtterance(model, options.parse, options))}\n`);
      return 0;
    }
    const input = options.script === null ? streams.input : readScript(options.script);
    database = await startDatabase(options.data);
    services = await startAlexaServices(options.data);
    await runEcho(options, { model, database, services, input, output });
    return 0;
  } catch (error) {
    const isBadOption = error instanceof SimulatorError && error.code === 'bad-option';
    const failed = error instanceof SimulatorError ? '' : 'The simulator failed: ';
    errors.write(`${failed}${reasonOf(error)}${isBadOption ? '\nSee --help.' : ''}\n`);
    return isBadOption ? 2 : 1;
  } finally {
    await services?.close();
    await database?.close();
  }
}

/** What the Echo is connected to. */
interface Connections {
  readonly model: InteractionModel;
  readonly database: Database;
  readonly services: AlexaServices;
  readonly input: Readable;
  readonly output: Writable;
}

async function runEcho(options: Options, connections: Connections): Promise<void> {
  const { model, database, services, input, output } = connections;
  // A session in the shell's environment does not belong to the keys below.
  delete process.env.AWS_SESSION_TOKEN;
  // The skill reads its environment when it is loaded, so these have to be set before.
  Object.assign(process.env, {
    TABLE_NAME,
    SKILL_ID,
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    AWS_ACCESS_KEY_ID: 'simulated',
    AWS_SECRET_ACCESS_KEY: 'simulated',
  });
  // Standard output is for the conversation, or for JSON lines.
  process.env.OUR_CHECK_IN_LOG = 'off';
  const handler = await loadHandler(PROJECT);
  const calls = createCallLog();
  const echo = createEcho({ ...options, handler, model, database, services, observer: calls.observer });
  if (!options.json) {
    const shared = shareEcho(echo);
    let serving: Promise<Web> | undefined;
    const start = async (onError: (error: unknown) => void): Promise<Web> => {
      const { startWeb } = await import('../web/start-web.ts');
      return startWeb({ ...options, echo: shared, calls, handler, model, database, onError });
    };
    const serve: ServePage = async (onError) => {
      serving = start(onError);
      const { openBrowser } = await import('../web/open-browser.ts');
      const { address } = await serving;
      return { address, open: () => openBrowser(address, options.data) };
    };
    await runTerminal(shared.seat(options.deviceId), {
      ...{ input, output, invocationName: invocationNameOf(model) },
      ...{ timezone: options.timezone, keeps: options.data !== 'memory' },
      ...(options.noWeb ? {} : { serve }),
    });
    // It can still be starting.
    await (await serving?.catch(() => null))?.close();
    return;
  }
  // Standard output is for JSON lines alone, so what the skill prints goes to standard error.
  console.log = console.error;
  await runJsonLines(echo, input, output);
}

function readScript(path: string): Readable {
  if (!existsSync(path)) throw new SimulatorError('script-unreadable', `The script ${path} is missing.`);
  try {
    const fd = openSync(path, 'r');
    if (!fstatSync(fd).isDirectory()) return createReadStream(path, { fd, encoding: 'utf8' });
    closeSync(fd);
  } catch (error) {
    throw new SimulatorError(
      'script-unreadable',
      `The script ${path} cannot be read: ${reasonOf(error)}.`,
      error,
    );
  }
  throw new SimulatorError('script-unreadable', `The script ${path} is a folder.`);
}
