import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LONGEST_BODY } from '../../../simulator/web/page-request.ts';
import { evening } from '../terminal/front-end.ts';
import { type Answer, ask, openPage, type Served, serve } from './page-server.ts';

let page: Served;
beforeAll(async () => {
  page = await serve(evening);
});
afterAll(() => page.close());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const origin = () => `http://127.0.0.1:${page.port}`;
const act = (headers: Record<string, string>, body = '{}'): Promise<Answer> =>
  ask(page, '/echo/act', { method: 'POST', headers, body });

describe('the page is closed to others', () => {
  test('its address is on this machine, and its key is where browsers send it to nobody', () => {
    expect(page.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[0-9a-f]{32}$/u);
  });

  test('a name that points to this machine is refused', async () => {
    for (const host of ['evil.example', `localhost:${page.port}`, `127.0.0.1.evil.example:${page.port}`]) {
      expect(await ask(page, '/', { headers: { host } })).toMatchObject({ status: 403 });
    }
  });

  test.each(['https://evil.example', 'http://127.0.0.1:1', 'null'])(
    'a page from %s is refused, even if it has the key',
    async (elsewhere) => {
      const headers = { origin: elsewhere, ...bearer(page.token) };
      expect(await ask(page, '/echo/events', { headers })).toMatchObject({ status: 403 });
      expect(await act({ ...headers, 'content-type': 'application/json' })).toMatchObject({ status: 403 });
      expect(await ask(page, '/echo/act', { method: 'OPTIONS', headers })).toMatchObject({ status: 403 });
    },
  );

  test('nothing is said to it without an origin', async () => {
    expect(await act({ ...bearer(page.token), 'content-type': 'application/json' })).toMatchObject({
      status: 403,
    });
  });

  test('another page can open it, and can neither frame it nor load its code', async () => {
    const from = (mode: string, dest: string) => ({
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode, 'sec-fetch-dest': dest },
    });
    expect(await ask(page, '/', from('navigate', 'document'))).toMatchObject({ status: 200 });
    expect(await ask(page, '/', from('navigate', 'iframe'))).toMatchObject({ status: 403 });
    expect(await ask(page, '/page.js', from('no-cors', 'script'))).toMatchObject({ status: 403 });
  });

  test.each(['/echo/events', '/echo/insight', '/echo/transcript'])(
    '%s needs the key of this run',
    async (path) => {
      for (const headers of [{}, bearer('0'.repeat(32)), bearer(''), { authorization: page.token }]) {
        expect(await ask(page, path, { headers })).toMatchObject({ status: 401 });
      }
    },
  );

  test('the key is not taken from the address', async () => {
    expect(await ask(page, `/echo/events?token=${page.token}`)).toMatchObject({ status: 401 });
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/page/../../package.json',
    '//etc/passwd',
    '/main.ts',
    '/echo/../page.css',
    '/\\..\\package.json',
    '/__proto__',
    '/constructor',
  ])('%s is no file of it', async (path) => {
    expect([401, 404]).toContain((await ask(page, path)).status);
  });

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/page.js', 'text/javascript; charset=utf-8'],
    ['/page.css', 'text/css; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml'],
  ])('%s is served as what it is, and is not kept', async (path, type) => {
    const { status, headers } = await ask(page, path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('no code and no style stands in the page, and the policy allows none', async () => {
    const { headers, body } = await ask(page, '/');
    expect(headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(body).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/u);
  });

  test("Amazon's engine may make code from text in the frame of the screen alone, and ask nobody for data there", async () => {
    const { headers } = await ask(page, '/screen');
    const policy = headers['content-security-policy'];
    expect(policy).toContain("'unsafe-eval'");
    expect(policy).toContain('img-src data:; connect-src data:;');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/u);
    expect(policy).toMatch(/; sandbox allow-scripts$/u);
  });
});

describe('the frame of the screen', () => {
  const fromFrame = {
    origin: 'null',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'no-cors',
    'sec-fetch-dest': 'script',
  };

  test.each(['/screen.js', '/screen.css', '/apl-viewhost-web.js'])(
    'loads %s, although it has no origin',
    async (path) => {
      const { status, headers } = await ask(page, path, { headers: fromFrame });
      expect(status).toBe(200);
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    },
  );

  test.each(['/', '/page.js', '/screen', '/echo/insight'])('may not load %s', async (path) => {
    const headers = { ...fromFrame, ...bearer(page.token) };
    expect(await ask(page, path, { headers })).toMatchObject({ status: 403 });
  });
});

describe('what is said to it', () => {
  const allowed = () => ({ ...bearer(page.token), origin: origin() });
  const json = () => ({ ...allowed(), 'content-type': 'application/json' });
  const body = (action: object, connection = 'none') => JSON.stringify({ connection, heard: null, action });

  test('has to be JSON by its type', async () => {
    expect(await act({ ...allowed(), 'content-type': 'text/plain' }, body({ do: 'advance' }))).toMatchObject({
      status: 415,
    });
  });

  test('has a limit', async () => {
    const long = body({ do: 'say', words: 'a'.repeat(LONGEST_BODY), wake: true });
    expect(await act(json(), long)).toMatchObject({ status: 413 });
  });

  test.each([
    ['{', 'broken'],
    ['null', 'nothing'],
    [body({ do: 'dance' }), 'an unknown action'],
    [body({ do: 'say', words: 'yes\n(disable)', wake: false }), 'two lines'],
    [body({ do: 'say', words: '   ', wake: false }), 'no words'],
    [body({ do: 'tap', id: 'yes) (disable', token: null }), 'a command in an id'],
    [body({ do: 'tap', id: 'yes' }), 'a touch without the token of its document'],
    [body({ do: 'speed', speed: 1000 }), 'an unknown speed'],
    [body({ do: 'become', kind: 'toaster' }), 'an unknown kind'],
    [
      '{"connection":"none","heard":{"turn":0,"seconds":-1},"action":{"do":"advance"}}',
      'a time before the turn',
    ],
  ])('%j is refused: %s', async (sent) => {
    expect(await act(json(), sent)).toMatchObject({ status: 400 });
  });

  test('needs a page that is open', async () => {
    expect(await act(json(), body({ do: 'advance' }))).toMatchObject({ status: 409 });
    const open = await openPage(page);
    expect(await open.act({ do: 'advance' })).toMatchObject({ status: 204 });
    open.close();
  });
});
