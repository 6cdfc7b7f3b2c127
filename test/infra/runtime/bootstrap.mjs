/**
 * The client of Lambda's runtime interface, as a managed Node.js runtime begins it in a new process: it loads the
 * handler, then asks for one invocation after the other.
 *
 * Protocol: "Using the Lambda runtime API for custom runtimes" in Amazon's documentation. Names of errors
 * and what it logs: aws-lambda-ric 4.0.2, Amazon's own client, which is not used itself because its installation builds
 * curl and a C++ library. Not played: streams, X-Ray, several invocations at once, and the change that Amazon's makes
 * to `console`, so that what is printed past the logger is seen as it is.
 *
 * Plain JavaScript, because the oldest Node.js that has to run it strips no types.
 */
import { existsSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API: api, LAMBDA_TASK_ROOT: folder, _HANDLER: name } = process.env;
const API_VERSION = '2018-06-01';
const STDOUT = 1;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** The invocation that is under way; null while the handler is loaded. */
let current = null;

run();

/** Until the process ends. What nobody catches ends it, as it does there. */
async function run() {
  const handler = await load();
  for (;;) {
    const { headers, body } = await call('GET', 'invocation/next');
    current = headers['lambda-runtime-aws-request-id'];
    process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
    await answer(handler, JSON.parse(body), contextOf(headers));
  }
}

/** The handler. Where it cannot be had, that is reported, and the process ends. */
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
      throw named('Runtime.CallbackHandlerDeprecated', `${name} takes a callback, which no runtime calls`);
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

/** Milliseconds, ids and names as Lambda gives them to a handler. */
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

/** An error, or whatever else was thrown, in the form of the API. */
function reportOf(error) {
  if (!(error instanceof Error))
    return { errorType: typeof error, errorMessage: String(error), stackTrace: [] };
  const { name: errorType, message: errorMessage, stack = '' } = error;
  return { errorType, errorMessage, stackTrace: stack.split('\n') };
}

/** What the runtime itself logs of an error, in Lambda's JSON format: the message too, so it had better be harmless. */
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
