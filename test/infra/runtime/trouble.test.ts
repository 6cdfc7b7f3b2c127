/** The asset if the table cannot be reached: it apologizes in time, and logs the line that the alarm counts. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIMEOUT_SECONDS } from '../../../infra/skill-function.ts';
import { listen } from '../../../simulator/local-server.ts';
import { anEcho } from '../../alexa/envelopes.ts';
import { expectKindSpeech, opensMicrophone } from '../../alexa/responses.ts';
import { asDeployed } from './as-deployed.ts';
import { anAsset, logOf, nodes, quick, skillIn, whySkipped } from './asset.ts';
import { NOWHERE } from './without-services.ts';

const asset = anAsset();

/** A server that accepts every request and never answers. */
let silent: Server;
let silence: string;

beforeAll(async () => {
  silent = createServer(() => {});
  silence = `http://127.0.0.1:${await listen(silent)}`;
});

afterAll(() => {
  silent.close();
  silent.closeAllConnections();
});

const places: [how: string, endpoint: () => string, code: string][] = [
  ['refuses each connection', () => NOWHERE, 'unreachable'],
  ['never answers', () => silence, 'timeout'],
];

describe.skipIf(quick).each(nodes)(`the asset on Node.js $version${whySkipped}`, ({ node }) => {
  it.each(places)('apologizes in time if the table %s, and logs it', async (_how, endpoint, code) => {
    const runtime = await asset.on(node, asDeployed(endpoint()));
    const begun = performance.now();

    const response = await anEcho(skillIn(runtime)).launch();

    expect(performance.now() - begun).toBeLessThan(TIMEOUT_SECONDS * 1000);
    expectKindSpeech(response);
    expect(opensMicrophone(response)).toBe(false);
    const failed = logOf(runtime).filter(({ message }) => message === 'store failed');
    expect(failed).toEqual([expect.objectContaining({ level: 'WARN', operation: 'load', code })]);
    expect(runtime.coldStarts).toBe(1);
  });
});
