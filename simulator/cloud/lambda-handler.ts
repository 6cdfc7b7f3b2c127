import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RequestEnvelope } from 'ask-sdk-model';
import { reasonOf, SimulatorError } from '../simulator-error.ts';

/** The Lambda handler of an Alexa skill. Its answer may be anything: it is checked afterwards. */
export type SkillHandler = (event: RequestEnvelope, context: LambdaContext) => Promise<unknown>;

/** A handler that might take a callback. */
type CallbackHandler = (event: RequestEnvelope, context: LambdaContext, callback: () => void) => unknown;

/** The part of Lambda's context that the handler is given. */
interface LambdaContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly awsRequestId: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  readonly callbackWaitsForEmptyEventLoop: boolean;
  /** Milliseconds that are left until Alexa gives up. */
  getRemainingTimeInMillis(): number;
}

/** How a call of the handler ended: with an answer, with an exception, or not in time. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'late'; readonly reason: string };

/** What happens to an error that a call of the handler threw outside of its promise. */
interface Call {
  /** Takes the error, and says what it was. */
  stray(reason: string): void;
}

/** The call during which something was begun. It is also known after the call, in a timer or a promise that it left. */
const calls = new AsyncLocalStorage<Call>();

/**
 * Takes the errors that the skill throws outside of the promise of its handler: in a timer, an event, a promise for which
 * nobody waits. They would end this process, as they end the environment of a Lambda function. Errors of anybody else are
 * left to whoever listens, or end the process as before.
 */
const takeStrays = (() => {
  let taking = false;
  return (): void => {
    if (taking) return;
    taking = true;
    process.on('uncaughtException', (error) => {
      const call = calls.getStore();
      if (call !== undefined) call.stray(reasonOf(error));
      else if (process.listenerCount('uncaughtException') === 1) throw error;
    });
  };
})();

/** Lambda has no callback from Node.js 24 on. Source: AWS Lambda, "Define Lambda function handler in Node.js". */
const TAKES_CALLBACK =
  'its handler takes a callback, which is not simulated, and returned no promise of an answer';

/**
 * Calls the handler as Lambda does, with a copy of the event made through JSON.
 *
 * @param limitSeconds real seconds after which Alexa gives up. The handler goes on, but its answer is ignored.
 * @param late takes a sentence about an error that the skill threw after the call was over.
 */
export async function callHandler(
  handler: SkillHandler,
  event: RequestEnvelope,
  limitSeconds: number,
  late: (sentence: string) => void = () => {},
): Promise<Outcome> {
  takeStrays();
  const deadline = Date.now() + limitSeconds * 1000;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Outcome>((resolve) => {
    timer = setTimeout(
      () => resolve({ kind: 'late', reason: `it did not answer within ${limitSeconds} s` }),
      limitSeconds * 1000,
    );
  });
  const copy = JSON.parse(JSON.stringify(event)) as RequestEnvelope;
  let isOver = false;
  let thrown: (outcome: Outcome) => void = () => {};
  const strayed = new Promise<Outcome>((resolve) => {
    thrown = resolve;
  });
  const call: Call = {
    stray: (reason) => {
      if (!isOver)
        thrown({ kind: 'failed', reason: `it threw outside of the promise of its handler: ${reason}` });
      else
        late(
          `Once ${event.request.type} was over, the skill threw outside of the promise of its handler: ${reason}.`,
        );
    },
  };
  let calledBack = false;
  const callback = () => {
    calledBack = true;
  };
  const called = async (): Promise<Outcome> => {
    try {
      // Without a callback, a handler that takes one would throw instead of being told.
      const answer = await (handler as CallbackHandler)(
        copy,
        contextFor(event.request.requestId, deadline),
        callback,
      );
      const takesCallback = calledBack || handler.length > 2;
      if (answer === undefined && takesCallback) return { kind: 'failed', reason: TAKES_CALLBACK };
      return { kind: 'answered', answer };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  };
  try {
    return await Promise.race([calls.run(call, called), tooLate, strayed]);
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}

/**
 * Loads `lambda/index.ts` of the project, which reads the environment variables as it loads: set them before.
 *
 * @throws {SimulatorError} `handler-missing` if there is no such module, if it cannot be loaded, or if it exports no
 *   function named `handler`.
 */
export async function loadHandler(projectFolder: string): Promise<SkillHandler> {
  const path = join(projectFolder, 'lambda', 'index.ts');
  if (!existsSync(path))
    throw new SimulatorError('handler-missing', `There is no skill to run: ${path} is missing.`);
  let loaded: { handler?: unknown };
  try {
    loaded = await import(pathToFileURL(path).href);
  } catch (error) {
    throw new SimulatorError('handler-missing', `The skill cannot be loaded: ${reasonOf(error)}`, error);
  }
  if (typeof loaded.handler !== 'function') {
    throw new SimulatorError('handler-missing', `${path} exports no function named handler.`);
  }
  return loaded.handler as SkillHandler;
}

const contextFor = (requestId: string, deadline: number): LambdaContext => ({
  functionName: 'our-check-in',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:our-check-in',
  memoryLimitInMB: '512',
  awsRequestId: requestId,
  logGroupName: '/aws/lambda/our-check-in',
  logStreamName: 'simulated',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});
