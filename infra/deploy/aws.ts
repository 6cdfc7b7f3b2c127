/** The calls that a deployment makes to AWS itself. The CDK makes all others. */
import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DeployError } from './deploy-error.ts';

/** A stack of CloudFormation. */
export interface StackFound {
  /** Its outputs, by name. There are none until it was created once. */
  readonly outputs: Readonly<Record<string, string>>;
  /** True if its creation failed. Such a stack can only be deleted, which the CDK does before it creates it again. */
  readonly failed: boolean;
}

export interface Aws {
  /** The number of the account of the credentials. @throws DeployError if AWS refuses or does not answer */
  account(): Promise<string>;
  /** A stack; null if there is none of this name. @throws DeployError if AWS refuses or does not answer */
  stackNamed(name: string): Promise<StackFound | null>;
  /** Turns off the termination protection of a stack. @throws DeployError if AWS refuses or does not answer */
  unprotect(stack: string): Promise<void>;
}

/** The region of the environment or of the AWS profile; undefined if neither names one. */
export async function regionOfProfile(): Promise<string | undefined> {
  const client = new STSClient({});
  try {
    return await client.config.region();
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}

/** AWS in a region, with the credentials of the environment or of the AWS profile. */
export function realAws(region: string): Aws {
  // The default is three attempts, but most failures here do not go away by trying again.
  const settings = { region, maxAttempts: 2 };
  const formation = new CloudFormationClient(settings);
  return {
    async account() {
      const sts = new STSClient(settings);
      const { Account } = await explained(() => sts.send(new GetCallerIdentityCommand({})));
      if (Account === undefined)
        throw new DeployError('login', `AWS did not say which account these credentials belong to. ${LOGIN}`);
      return Account;
    },
    async stackNamed(name) {
      try {
        const { Stacks } = await formation.send(new DescribeStacksCommand({ StackName: name }));
        const { Outputs = [], StackStatus = '' } = Stacks?.[0] ?? {};
        return {
          outputs: Object.fromEntries(
            Outputs.map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
          ),
          failed: FAILED_CREATION.has(StackStatus),
        };
      } catch (error) {
        if (isAbsent(error)) return null;
        throw deployErrorOf(error);
      }
    },
    async unprotect(stack) {
      const command = new UpdateTerminationProtectionCommand({
        StackName: stack,
        EnableTerminationProtection: false,
      });
      await explained(() => formation.send(command));
    },
  };
}

/** The states of a stack whose creation failed: CloudFormation can only delete it. */
const FAILED_CREATION = new Set(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED']);

const LOGIN =
  'Log in with what you use for AWS (`aws sso login`, `aws configure`, or AWS_PROFILE, or AWS_ACCESS_KEY_ID and ' +
  'AWS_SECRET_ACCESS_KEY in the environment), and run this again.';

/** Whether there is no such stack. CloudFormation has no error type of its own for that. */
function isAbsent(error: unknown): boolean {
  return (
    error instanceof CloudFormationServiceException &&
    error.name === 'ValidationError' &&
    error.message.includes('does not exist')
  );
}

/** Awaits a call of the SDK, and throws a DeployError if it fails. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw deployErrorOf(error);
  }
}

const NOT_ACCEPTED = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);
const NOT_ALLOWED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'OptInRequired',
]);
const UNREACHABLE =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|TimeoutError/;

/** What an error of the SDK means for the person who deploys. The error of the SDK is its cause. */
function deployErrorOf(error: unknown): DeployError {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const cause = { cause: error };
  const said = firstSentence(message);
  // The SDK collects the reason of each attempt in an error that has no message of its own.
  const inside = [error, ...(error instanceof AggregateError ? error.errors : [])]
    .map((one) => `${one?.name} ${one?.code ?? ''} ${one?.message ?? ''}`)
    .join(' ');
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError')
    return new DeployError('login', `There are no credentials for AWS here: ${said} ${LOGIN}`, cause);
  if (NOT_ACCEPTED.has(name))
    return new DeployError('login', `AWS does not accept these credentials: ${said} ${LOGIN}`, cause);
  if (NOT_ALLOWED.has(name))
    return new DeployError(
      'not-allowed',
      `These credentials for AWS have no permission for this: ${said} Deploying needs the permissions of an ` +
        'administrator, or those that docs/deploy.md lists.',
      cause,
    );
  if (UNREACHABLE.test(inside))
    return new DeployError(
      'unreachable',
      'AWS did not answer. Check the network, and run this again.',
      cause,
    );
  return new DeployError('failed', `AWS refused this: ${said} Correct that, and run this again.`, cause);
}

function firstSentence(message: string): string {
  const [line = ''] = message.split('\n');
  return line.replace(/[.\s]*$/u, '.').replace(/^\.$/u, 'without a reason.');
}
