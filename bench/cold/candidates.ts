/** What is measured beside each other: our asset, and what somebody would pick instead, each bundled in the same way. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleInto, bundleOther } from '../../infra/bundle.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The table of the others, whose key is that of Amazon's adapter. */
export const HELLO_TABLE = 'hello';

/** A folder with a handler. */
export interface Candidate {
  name: string;
  folder: string;
  /** Of all files in it. */
  kilobytes: number;
}

const SPEAK = `handlerInput.responseBuilder.speak('Hello.').reprompt('Hello?').getResponse()`;

const HELLO = `
import { SkillBuilders } from 'ask-sdk-core';
const skill = SkillBuilders.custom()
  .addRequestHandlers({ canHandle: () => true, handle: (handlerInput) => ${SPEAK} })
  .create();
export const handler = (event, context) => skill.invoke(event, context);
`;

/** Reads the user's item, as whoever keeps anything does. */
const HELLO_DYNAMODB = `
import { SkillBuilders } from 'ask-sdk-core';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
const skill = SkillBuilders.custom()
  .addRequestHandlers({
    canHandle: () => true,
    async handle(handlerInput) {
      const { userId } = handlerInput.requestEnvelope.context.System.user;
      await client.send(new GetItemCommand({ TableName: '${HELLO_TABLE}', Key: { id: { S: userId } } }));
      return ${SPEAK};
    },
  })
  .create();
export const handler = (event, context) => skill.invoke(event, context);
`;

/** As in Amazon's documentation of the ASK SDK for Node.js, "Managing attributes". */
const OFFICIAL = `
const { SkillBuilders } = require('ask-sdk-core');
const { DynamoDbPersistenceAdapter } = require('ask-sdk-dynamodb-persistence-adapter');
const AWS = require('aws-sdk');
const dynamoDBClient = new AWS.DynamoDB({
  apiVersion: 'latest',
  endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB,
});
const skill = SkillBuilders.custom()
  .withPersistenceAdapter(new DynamoDbPersistenceAdapter({ tableName: '${HELLO_TABLE}', dynamoDBClient }))
  .addRequestHandlers({
    canHandle: () => true,
    async handle(handlerInput) {
      await handlerInput.attributesManager.getPersistentAttributes();
      return ${SPEAK};
    },
  })
  .create();
exports.handler = (event, context) => skill.invoke(event, context);
`;

const EMPTY = `export const handler = async () => ({ version: '1.0', response: {} });`;

/** The pinned packages of Amazon's own stack. They are installed apart from the project, only to be measured. */
const OFFICIAL_PACKAGES = ['ask-sdk@2.14.0', 'ask-sdk-model@1.86.0', 'aws-sdk@2.1692.0'];

/** Makes the candidates, each in a folder of its own. Amazon's own stack is left out if npm cannot install it. */
export function candidatesIn(
  home: string,
  withOfficial: boolean,
): Record<'empty' | 'hello' | 'dynamodb' | 'ours', Candidate> & { official: Candidate | null } {
  const at = (name: string) => join(home, name.replace(/\W+/g, '-'));
  const bundled = (name: string, code: string, from = ROOT): Candidate => {
    const folder = at(name);
    mkdirSync(folder);
    bundleOther(code, from, join(folder, 'index.js'));
    return ready(name, folder);
  };
  const ours = at('ours');
  bundleInto(ours);
  const packages = withOfficial ? officialPackages() : null;
  return {
    empty: bundled('an empty handler', EMPTY),
    hello: bundled('ask-sdk-core, a hello', HELLO),
    dynamodb: bundled('ask-sdk-core and client-dynamodb, a hello', HELLO_DYNAMODB),
    official:
      packages === null
        ? null
        : bundled("Amazon's ask-sdk with its DynamoDB adapter, a hello", OFFICIAL, packages),
    ours: ready('this skill', ours),
  };
}

/** A folder whose files are what Lambda loads. */
export function ready(name: string, folder: string): Candidate {
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}\n');
  return { name, folder, kilobytes: kilobytesIn(folder) };
}

/** The kilobytes of all files in a folder, or of those whose names end so. */
export function kilobytesIn(folder: string, ending = ''): number {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1000;
}

/** The folder with Amazon's packages; null if npm cannot install them. They are installed once for each machine. */
function officialPackages(): string | null {
  const folder = join(tmpdir(), 'our-check-in-bench', OFFICIAL_PACKAGES.join('+').replaceAll('@', '-'));
  if (existsSync(folder)) return folder;
  mkdirSync(join(folder, '..'), { recursive: true });
  const aside = mkdtempSync(join(folder, '..', 'install-'));
  try {
    execFileSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', aside, ...OFFICIAL_PACKAGES],
      { stdio: 'ignore' },
    );
    renameSync(aside, folder);
    return folder;
  } catch {
    rmSync(aside, { recursive: true, force: true });
    return null;
  }
}
