/** The stand-in for Lambda with small handlers: how it runs them, and what it reports if they fail. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodes, quick, whySkipped } from './asset.ts';
import { type Runtime, startRuntime } from './start-runtime.ts';

const left: (() => unknown)[] = [];

afterEach(async () => {
  for (const undo of left.splice(0).reverse()) await undo();
});

async function running(node: string, code: string, timeoutSeconds = 5): Promise<Runtime> {
  const folder = mkdtempSync(join(tmpdir(), 'our-check-in-handler-'));
  left.push(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'index.js'), code);
  const runtime = await startRuntime({ node, folder, environment: { TABLE_NAME: 'x' }, timeoutSeconds });
  left.push(() => runtime.close());
  return runtime;
}

describe.skipIf(quick).each(nodes)(
  `the stand-in for Lambda, on Node.js $version${whySkipped}`,
  ({ node, version }) => {
    it('starts a process with the first invocation, and keeps it for the next', async () => {
      const runtime = await running(
        node,
        'let n = 0; exports.handler = async (event) => [event, ++n, process.version];',
      );
      expect(runtime.coldStarts).toBe(0);
      const first = await runtime.invoke({ said: 'ä' });
      expect(first).toEqual({ ok: true, cold: true, response: [{ said: 'ä' }, 1, `v${version}`] });
      expect(await runtime.invoke(null)).toMatchObject({ ok: true, cold: false, response: [null, 2, {}] });
      expect(runtime.coldStarts).toBe(1);
    });

    it('runs one invocation after the other, in order', async () => {
      const runtime = await running(
        node,
        `let busy = 0;
      exports.handler = async (event) => {
        busy += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return [event, busy--];
      };`,
      );
      const invocations = await Promise.all([1, 2, 3].map((event) => runtime.invoke(event)));
      expect(invocations.map((one) => one.ok && one.response)).toEqual([
        [1, 1],
        [2, 1],
        [3, 1],
      ]);
    });

    it('gives a handler what Lambda gives: names, a deadline, and no environment variables of the machine', async () => {
      const runtime = await running(
        node,
        `exports.handler = async (event, context) => ({
        left: context.getRemainingTimeInMillis(),
        arn: context.invokedFunctionArn,
        id: context.awsRequestId,
        handler: process.env._HANDLER,
        table: process.env.TABLE_NAME,
        home: process.env.HOME ?? null,
      });`,
      );
      const invocation = await runtime.invoke({});
      expect(invocation).toMatchObject({
        ok: true,
        response: {
          arn: expect.stringMatching(/^arn:aws:lambda:/),
          handler: 'index.handler',
          table: 'x',
          home: null,
        },
      });
      const { left: milliseconds, id } = (invocation as { response: { left: number; id: string } }).response;
      expect(milliseconds).toBeGreaterThan(3_000);
      expect(milliseconds).toBeLessThanOrEqual(5_000);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    });

    it.each([
      ["throw new TypeError('no table')", 'TypeError', 'no table'],
      ['exports.other = 1', 'Runtime.HandlerNotFound', 'index.handler is undefined or not exported'],
      ['exports.handler = 1', 'Runtime.HandlerNotFound', 'index.handler is not a function'],
      ['exports.handler = async (a, b, c) => 1', 'Runtime.CallbackHandlerDeprecated', /callback/],
      ['process.exit(3)', 'Runtime.ExitError', 'Runtime exited with error: exit status 3'],
      ['exports.handler = ', 'Runtime.UserCodeSyntaxError', /Unexpected/],
    ])(
      'reports why a function cannot be loaded, and tries again with the next invocation: %s',
      async (code, errorType, said) => {
        const runtime = await running(node, code);
        const refused = { ok: false, during: 'init', errorType, cold: true };
        const errorMessage = typeof said === 'string' ? said : expect.stringMatching(said);
        expect(await runtime.invoke({})).toEqual({ ...refused, errorMessage });
        expect(await runtime.invoke({})).toEqual({ ...refused, errorMessage });
        expect(runtime.coldStarts).toBe(2);
      },
    );

    it('reports what a handler threw, and keeps the process', async () => {
      const runtime = await running(
        node,
        "let n = 0; exports.handler = async (event) => { n += 1; if (event === 'fail') throw new RangeError('too far'); return n; };",
      );
      expect(await runtime.invoke('fail')).toEqual({
        ok: false,
        cold: true,
        during: 'invoke',
        errorType: 'RangeError',
        errorMessage: 'too far',
      });
      expect(await runtime.invoke('')).toEqual({ ok: true, cold: false, response: 2 });
    });

    it.each([
      ['process.exit(3)', 'Runtime.ExitError', /exit status 3$/],
      [
        "setTimeout(() => { throw new RangeError('late'); }); await new Promise(() => {})",
        'Runtime.ExitError',
        /exit status 1$/,
      ],
      ["Promise.reject('unheard'); await new Promise(() => {})", 'Runtime.ExitError', /exit status 1$/],
      ['await new Promise(() => {})', 'Runtime.ExitError', /exit status 0$/],
      [
        'await new Promise((resolve) => setTimeout(resolve, 60_000))',
        'Sandbox.Timedout',
        /after 1\.00 seconds$/,
      ],
      ['for (;;) {}', 'Sandbox.Timedout', /after 1\.00 seconds$/],
    ])('starts another process after a handler that ended its process: %s', async (code, errorType, said) => {
      const runtime = await running(
        node,
        `exports.handler = async (event) => { if (event) return event; ${code} };`,
        1,
      );
      expect(await runtime.invoke(1)).toMatchObject({ ok: true, cold: true });
      expect(await runtime.invoke(0)).toEqual({
        ok: false,
        cold: false,
        during: 'invoke',
        errorType,
        errorMessage: expect.stringMatching(said),
      });
      expect(await runtime.invoke(2)).toEqual({ ok: true, cold: true, response: 2 });
      expect(runtime.coldStarts).toBe(2);
    });

    it('keeps every line that the function prints, and a line for each error', async () => {
      const runtime = await running(
        node,
        "exports.handler = async (event) => { console.log('out', event); console.error('err'); throw new Error('of a word'); };",
      );
      await runtime.invoke('zebra');
      const [out, err, error, ...more] = runtime.logs();
      expect([out, err, more]).toEqual(['out zebra', 'err', []]);
      expect(JSON.parse(error ?? '')).toMatchObject({
        level: 'ERROR',
        message: { errorType: 'Error', errorMessage: 'of a word' },
      });
      await runtime.close();
      expect(runtime.logs()).toHaveLength(3);
    });

    it('ends the running invocation when it is closed, and accepts no other', async () => {
      const runtime = await running(
        node,
        'exports.handler = () => new Promise(() => setTimeout(() => {}, 60_000));',
      );
      const underWay = runtime.invoke({});
      while (runtime.coldStarts === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await runtime.close();
      expect(await underWay).toMatchObject({ ok: false, errorMessage: 'the runtime was closed' });
      await expect(runtime.invoke({})).rejects.toThrow('the runtime is closed');
    });
  },
);
