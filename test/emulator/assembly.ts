/** The cloud assembly that `cdk synth` writes: the template, the asset, and the changes that an emulator needs. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type {
  CreateTableCommandInput,
  PointInTimeRecoverySpecification,
  TimeToLiveSpecification,
} from '@aws-sdk/client-dynamodb';

const STACK = 'OurCheckIn';
const TEMPLATE = `${STACK}.template.json`;

/**
 * The resource types that moto 5.2.1 does not support in CloudFormation: it leaves them out with a warning. They are
 * checked by cfn-lint and by test/infra.
 */
export const NOT_EMULATED: readonly string[] = [
  'AWS::CloudWatch::Alarm',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::Lambda::Alias',
  'AWS::Logs::MetricFilter',
  'AWS::SNS::TopicPolicy',
];

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly Metadata?: Record<string, unknown>;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** A resource with its logical id. */
type Named = Resource & { readonly id: string };

export const templateIn = (folder: string): Template =>
  JSON.parse(readFileSync(join(folder, TEMPLATE), 'utf8')) as Template;

/** The one resource of a type. @throws Error if there are several, or none */
export function only(template: Template, type: string): Named {
  const found = Object.entries(template.Resources).filter(([, { Type }]) => Type === type);
  const [one] = found;
  if (one === undefined || found.length > 1)
    throw new Error(`expected one ${type} in the template, found ${found.length}`);
  return { id: one[0], ...one[1] };
}

/** The folder with the code of the function. Its name ends with the hash of the code. */
export function assetIn(folder: string): string {
  const { Metadata } = only(templateIn(folder), 'AWS::Lambda::Function');
  return join(folder, String(Metadata?.['aws:asset:path']));
}

/** The table of the template, in the form of DynamoDB's API. */
export function tableIn(template: Template): {
  layout: Partial<CreateTableCommandInput>;
  TimeToLiveSpecification: TimeToLiveSpecification;
  PointInTimeRecoverySpecification: PointInTimeRecoverySpecification;
} {
  const { Properties } = only(template, 'AWS::DynamoDB::Table');
  const { AttributeDefinitions, BillingMode, DeletionProtectionEnabled, KeySchema } = Properties;
  const { TimeToLiveSpecification: ttl, PointInTimeRecoverySpecification: backups } = Properties;
  const layout = { AttributeDefinitions, BillingMode, DeletionProtectionEnabled, KeySchema };
  return {
    layout: layout as Partial<CreateTableCommandInput>,
    TimeToLiveSpecification: ttl as TimeToLiveSpecification,
    PointInTimeRecoverySpecification: backups as PointInTimeRecoverySpecification,
  };
}

/**
 * The environment variables of the function in the template, if the table has this name.
 *
 * @throws Error for a reference to any other resource
 */
export function environmentIn(template: Template, tableName: string): Record<string, string> {
  const table = only(template, 'AWS::DynamoDB::Table').id;
  const { Variables } = only(template, 'AWS::Lambda::Function').Properties.Environment as {
    Variables: Record<string, unknown>;
  };
  const resolved = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (isDeepStrictEqual(value, { Ref: table })) return tableName;
    throw new Error(`expected a text or a reference to the table, found ${JSON.stringify(value)}`);
  };
  return Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, resolved(value)]));
}

/**
 * Writes a copy of the assembly with the three changes that moto needs:
 * - References to the alias, which moto does not create, become references to the function.
 * - References of the dashboard to the alarms, which moto does not create either, become made-up ARNs.
 * - The stack has no termination protection, because moto does not know UpdateTerminationProtection, which the CLI would
 *   call before it deploys.
 */
export function forTheEmulator(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const template = templateIn(from);
  const lambda = JSON.stringify({ Ref: only(template, 'AWS::Lambda::Function').id });
  const instead = new Map([[JSON.stringify({ Ref: only(template, 'AWS::Lambda::Alias').id }), lambda]]);
  for (const [id, { Type }] of Object.entries(template.Resources)) {
    const arn = `arn:aws:cloudwatch:us-east-1:123456789012:alarm:${id}`;
    if (Type === 'AWS::CloudWatch::Alarm')
      instead.set(JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }), JSON.stringify(arn));
  }
  const written = [...instead].reduce(
    (text, [reference, value]) => text.replaceAll(reference, value),
    JSON.stringify(template),
  );
  writeFileSync(join(to, TEMPLATE), written);

  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const { properties } = manifest.artifacts[STACK];
  if (properties.terminationProtection !== true) throw new Error('the stack is not protected');
  properties.terminationProtection = false;
  writeFileSync(path, JSON.stringify(manifest));
}
