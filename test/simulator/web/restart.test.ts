import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeServer, listen } from '../../../simulator/local-server.ts';
import { evening } from '../terminal/front-end.ts';
import { ask, openPage, type Served, serve } from './page-server.ts';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'our-check-in-page-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const rejoin = ({ port }: Served, token: string) =>
  ask({ port }, '/echo/rejoin', {
    method: 'POST',
    headers: {
      ...{ origin: `http://127.0.0.1:${port}`, authorization: `Bearer ${token}` },
      // A connection that stays open belongs to the run before.
      connection: 'close',
    },
  });

describe('after the simulator was started again', () => {
  test('a page that is still open finds it at the same address, and gets the new key for the old one', async () => {
    const before = await serve(evening, { data });
    const page = await openPage(before);
    const run = page.told.find(({ type }) => type === 'hello');
    await before.close();
    const after = await serve(evening, { data });
    expect(after.port).toBe(before.port);
    expect(after.token).not.toBe(before.token);
    const answer = await rejoin(after, before.token);
    expect(JSON.parse(answer.body)).toEqual({ token: after.token });
    const back = await openPage(after, 'living room');
    expect(back.told.find(({ type }) => type === 'hello')).not.toMatchObject({
      run: run?.type === 'hello' ? run.run : '',
    });
    await after.close();
  });

  test('nobody else gets it, nor does a page of two runs ago', async () => {
    const one = await serve(evening, { data });
    await one.close();
    const two = await serve(evening, { data });
    await two.close();
    const three = await serve(evening, { data });
    expect(await rejoin(three, one.token)).toMatchObject({ status: 401 });
    expect(await rejoin(three, '')).toMatchObject({ status: 401 });
    expect(await rejoin(three, two.token)).toMatchObject({ status: 200 });
    await three.close();
  });

  test('a page of the run before is let in for ten minutes, and then it needs the new address', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const before = await serve(evening, { data });
      await before.close();
      const after = await serve(evening, { data });
      vi.setSystemTime(Date.now() + 9 * 60_000);
      expect(await rejoin(after, before.token)).toMatchObject({ status: 200 });
      vi.setSystemTime(Date.now() + 2 * 60_000);
      expect(await rejoin(after, before.token)).toMatchObject({ status: 401 });
      await after.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test('the file that tells where it was holds no key, and only its owner can read it', async () => {
    const page = await serve(evening, { data });
    const path = join(data, 'web-echo.json');
    expect(await readFile(path, 'utf8')).not.toContain(page.token);
    expect((await stat(path)).mode & 0o077).toBe(0);
    await page.close();
  });

  test('if that file cannot be written, nothing is served, so that the simulator can end', async () => {
    const gone = join(data, 'gone');
    const { port, close } = await serve(evening, { data: gone });
    await close();
    const starting = serve(evening, { data: gone });
    // While it begins to listen, a file takes the name of the folder.
    rmSync(gone, { recursive: true });
    writeFileSync(gone, '');
    await expect(starting).rejects.toThrow('EEXIST');
    const other = createServer();
    expect(await listen(other, port)).toBe(port);
    await closeServer(other);
  });

  test('if its port is taken, it takes another one', async () => {
    const one = await serve(evening, { data });
    const two = await serve(evening, { data });
    expect(two.port).not.toBe(one.port);
    await one.close();
    await two.close();
  });
});
