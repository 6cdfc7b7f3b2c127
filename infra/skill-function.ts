/** The Lambda function that answers Alexa, with its role and its log group. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { HouseholdTable } from './household-table.ts';
import type { Settings } from './settings.ts';

/**
 * Seconds after which Lambda ends an invocation. Alexa waits about 8 s for an answer, and a progressive response does
 * not extend that (Amazon's documentation, read in a copy). The answer needs time to reach Alexa, and Lambda takes
 * whole seconds only. The handler apologizes before this time has passed (`ANSWER_WITHIN` in lambda/index.ts).
 */
export const TIMEOUT_SECONDS = 7;

/**
 * Megabytes. Lambda assigns CPU in proportion to memory, and CPU decides how long a cold start takes: it parses the
 * bundle and makes the first TLS handshake.
 */
const MEMORY_MEGABYTES = 512;

export interface SkillFunctionProps {
  readonly settings: Settings;
  readonly code: Code;
  readonly household: HouseholdTable;
}

export class SkillFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, { settings, code, household }: SkillFunctionProps) {
    super(scope, id);

    // The log contains codes and no words (lambda/alexa/log.ts). It is of no use once the skill is deleted.
    this.logGroup = new LogGroup(this, 'Log', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    // A role of its own, because AWS's managed policy for basic execution allows writing to every log of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup.grantWrite(role);
    household.grantStoreTo(role, settings.region);

    this.lambda = new LambdaFunction(this, 'Function', {
      description: 'Our Check-In: answers Alexa',
      code,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY_MEGABYTES,
      timeout: Duration.seconds(TIMEOUT_SECONDS),
      role,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      ...(settings.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: settings.reservedConcurrency }),
      // Earlier versions are kept, so that the alias can be pointed back at one of them by hand.
      // One that is rolled back is not: it would be in the way when the same code is released again.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
      environment: {
        TABLE_NAME: household.table.tableName,
        SKILL_ID: settings.skillId,
      },
    });
  }
}
