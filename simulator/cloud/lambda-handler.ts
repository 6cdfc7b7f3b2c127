import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RequestEnvelope } from 'ask-sdk-model';
import { reasonOf, SimulatorError } from '../simulator-error.ts';

/** The Lambda handler of an Alexa skill. Its answer may be anything: it is checked afterwards. */
export type SkillHandler = (event: RequestEnvelope, context: LambdaContext) => Promise<unknown>;

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

/** Lambda has no callback from Node.js 24 on. Source: AWS Lambda, "Define Lambda function handler in Node.js". */
const TAKES_CALLBACK =
  'its handler takes a callback, which is not simulated, and returned no promise of an answer';

/**
 * Calls the handler as Lambda does, with a copy of the event made through JSON.
 *
 * @param limitSeconds real seconds after which Alexa gives up. The handler goes on, but its answer is ignored.
 */
export async function callHandler(
  handler: SkillHandler,
  event: RequestEnvelope,
  limitSeconds: number,
): Promise<Outcome> {
  const deadline = Date.now() + limitSeconds * 1000;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(
      () => resolve({ kind: 'late', reason: `it did not answer within ${limitSeconds} s` }),
      limitSeconds * 1000,
    );
  });
  const copy = JSON.parse(JSON.stringify(event)) as RequestEnvelope;
  const called = async (): Promise<Outcome> => {
    try {
      const answer = await handler(copy, contextFor(event.request.requestId, deadline));
      if (answer === undefined && handler.length > 2) return { kind: 'failed', reason: TAKES_CALLBACK };
      return { kind: 'answered', answer };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  };
  try {
    return await Promise.race([called(), late]);
  } finally {
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
