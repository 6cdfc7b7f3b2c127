import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleInto } from '../../infra/bundle.ts';
import type { Skill } from '../../lambda/alexa/skill.ts';
import { type Database, startDatabase, TABLE_NAME } from '../../simulator/database.ts';
import { SKILL_ID } from '../../simulator/identity.ts';
import { anEcho } from '../alexa/envelopes.ts';

const run = promisify(execFile);

/** Answers the request that it is given; its last line is the response, those before it are the log. */
const LAMBDA = `require('./index.js').handler(JSON.parse(process.env.REQUEST), {})
  .then((response) => console.log('\\n' + JSON.stringify(response)))`;

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'our-check-in-bundle-'));
  bundleInto(folder);
  database = await startDatabase('memory');
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The bundle, begun anew for each request, with the environment that the stack gives it. */
function cold(endpoint: string, logged: string[]): Skill {
  return async (request) => {
    const { stdout, stderr } = await run(process.execPath, ['--no-warnings', '-e', LAMBDA], {
      cwd: folder,
      env: {
        REQUEST: JSON.stringify(request),
        TABLE_NAME,
        SKILL_ID,
        POWERTOOLS_SERVICE_NAME: 'our-check-in',
        POWERTOOLS_LOG_LEVEL: 'INFO',
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      },
    });
    const lines = stdout.trim().split('\n');
    const response = lines.pop() ?? '';
    // CloudWatch keeps both in one log.
    logged.push(...[...lines, ...stderr.split('\n')].filter((line) => line !== ''));
    return JSON.parse(response);
  };
}

it('greets a couple, after it has looked for them in the table', async () => {
  const logged: string[] = [];
  database.take();
  const { response } = await anEcho(cold(database.endpoint, logged)).launch();
  expect(response.outputSpeech).toMatchObject({
    type: 'SSML',
    ssml: expect.stringContaining('Our Check-In'),
  });
  expect(response.shouldEndSession).toBe(false);
  expect(Object.keys(database.take().requests)).not.toEqual([]);
  expect(logged.filter((line) => line.includes('store failed'))).toEqual([]);
});

it('logs, in the form that the alarm looks for, that the table cannot be reached', async () => {
  const logged: string[] = [];
  await anEcho(cold('http://127.0.0.1:9', logged)).launch();
  const failed = logged.map((line) => JSON.parse(line)).filter(({ message }) => message === 'store failed');
  expect(failed).toEqual([
    expect.objectContaining({ level: 'WARN', operation: 'load', code: 'unreachable' }),
  ]);
});
