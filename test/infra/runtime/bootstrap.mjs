/**
 * A client of Lambda's runtime API, as a managed Node.js runtime starts it in a new process: it loads the handler, and
 * then asks for one invocation after the other.
 *
 * The protocol follows "Using the Lambda runtime API for custom runtimes" in Amazon's documentation. The names of
 * errors and the log lines follow aws-lambda-ric 4.0.2, Amazon's own client. That is not used itself, because its
 * installation builds curl and a C++ library. Not imitated are streams, X-Ray, several invocations at the same time,
 * and the changes that Amazon's client makes to `console`: text that is printed without the logger appears here
 * unchanged.
 *
 * This is plain JavaScript, because the oldest Node.js that has to run it cannot strip types.
 */
import { existsSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API: api, LAMBDA_TASK_ROOT: folder, _HANDLER: name } = process.env;
const API_VERSION = '2018-06-01';
const STDOUT = 1;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** The id of the invocation that is running; null while the handler is loaded. */
let current = null;

run();

/** Runs until the process ends. An uncaught error ends it, as on Lambda. */
async function run() {
  const handler = await load();
  for (;;) {
    const { headers, body } = await call('GET', 'invocation/next');
    current = headers['lambda-runtime-aws-request-id'];
    process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
    await answer(handler, JSON.parse(body), contextOf(headers));
  }
}

/** Loads the handler. If it cannot be loaded, reports the error and ends the process. */
async function load() {
  try {
    const [file, exported] = name.split('.');
    const path = ['.js', '.mjs', '.cjs'].map((ending) => join(folder, file + ending)).find(existsSync);
    if (path === undefined) throw named('Runtime.ImportModuleError', `Cannot find module '${file}'`);
    const module = await import(pathToFileURL(path).href);
    const found = module[exported] ?? module.default?.[exported];
    if (!found) throw named('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
    if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', `${name} is not a function`);
    if (found.length >= 3)
      throw named(
        'Runtime.CallbackHandlerDeprecated',
        `${name} takes a callback, which the runtime does not support`,
      );
    return found;
  } catch (error) {
    const told = error instanceof SyntaxError ? named('Runtime.UserCodeSyntaxError', String(error)) : error;
    log(told);
    await call('POST', 'init/error', JSON.stringify(reportOf(told)));
    process.exit(1);
  }
}

async function answer(handler, event, context) {
  let response;
  try {
    response = JSON.stringify((await handler(event, context)) ?? null);
  } catch (error) {
    log(error);
    await call('POST', `invocation/${current}/error`, JSON.stringify(reportOf(error)));
    return;
  }
  await call('POST', `invocation/${current}/response`, response);
}

/** The context that Lambda gives to a handler. Times are in milliseconds. */
function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
}

/** An error, or any other value that was thrown, in the format of the API. */
function reportOf(error) {
  if (!(error instanceof Error))
    return { errorType: typeof error, errorMessage: String(error), stackTrace: [] };
  const { name: errorType, message: errorMessage, stack = '' } = error;
  return { errorType, errorMessage, stackTrace: stack.split('\n') };
}

/** Logs an error in Lambda's JSON format, as the runtime does. The log contains the message of the error. */
function log(error) {
  const { errorMessage, stackTrace } = reportOf(error);
  const line = {
    timestamp: new Date().toISOString(),
    level: 'ERROR',
    requestId: current ?? '-',
    message: { errorType: error?.constructor?.name ?? 'Error', errorMessage, stackTrace },
  };
  writeSync(STDOUT, `${JSON.stringify(line)}\n`);
}

function named(type, message) {
  const error = new Error(message);
  error.name = type;
  return error;
}

function call(method, path, body) {
  const [hostname, port] = api.split(':');
  const options = { agent, hostname, port, method, path: `/${API_VERSION}/runtime/${path}` };
  return new Promise((resolve, reject) => {
    const asked = request(options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: String(Buffer.concat(chunks)) }));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
