/** A page in a browser that shows screens: a server on loopback, the harness as its only script, and what drives it. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Viewport } from '../../simulator/web/page/viewport.ts';
import { BROWSER_FLAGS } from './browser.ts';
import type { Harness } from './measured.ts';
import type { ScreenData } from './samples.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const DOCUMENT = JSON.parse(readFileSync(here('../../lambda/content/screen-document.json'), 'utf8'));

/** What the engine needs, and nothing else (simulator/web/page/apl-engine.ts). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'unsafe-inline'",
  'connect-src data:',
  'img-src data:',
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Screens</title>
  <link rel="icon" href="data:,">
  <style>body { margin: 0; background: #777; }</style>
  <body><div id="screen"></div><script type="module" src="/harness.js"></script></body>
</html>`;

/** The directive that a reply carries to show this. */
export const directive = (screen: ScreenData) => ({ document: DOCUMENT, datasources: { screen } });

/** A page that shows one size of screen. */
export interface Stage {
  readonly page: Page;
  /** What the browser wrote to its console, and where it asked for something. */
  readonly console: string[];
  readonly requests: string[];
  /** Calls a function of the harness in the browser. */
  call<Name extends keyof Harness>(
    name: Name,
    ...given: Parameters<Harness[Name]>
  ): Promise<Awaited<ReturnType<Harness[Name]>>>;
  close(): Promise<void>;
}

export interface Theatre {
  stage(viewport: Viewport): Promise<Stage>;
  close(): Promise<void>;
}

/** Starts the server and the browser. @param path of the browser */
export async function openTheatre(path: string): Promise<Theatre> {
  const bundle = await build({
    entryPoints: [here('page/harness.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const files: Readonly<Record<string, readonly [type: string, content: string | Uint8Array]>> = {
    '/': ['text/html', PAGE],
    '/harness.js': ['text/javascript', bundle.outputFiles[0]?.contents ?? ''],
    '/apl-viewhost-web.js': [
      'text/javascript',
      readFileSync(here('../../node_modules/apl-viewhost-web/index.js')),
    ],
  };
  const server = createServer((request, response: ServerResponse) => {
    const file = files[request.url ?? ''];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': `${file[0]}; charset=utf-8`,
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    });
    response.end(file[1]);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser: Browser = await chromium.launch({ executablePath: path, args: [...BROWSER_FLAGS] });
  return {
    stage: (viewport) => openStage(browser, address, viewport),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function openStage(browser: Browser, address: string, viewport: Viewport): Promise<Stage> {
  const scale = viewport.dpi / 160;
  const page = await browser.newPage({
    hasTouch: true,
    viewport: { width: viewport.width * scale, height: viewport.height * scale },
  });
  const heard: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  const call: Stage['call'] = (name, ...given) =>
    page.evaluate(
      // This runs in the browser.
      ([called, args]) => {
        const { harness } = globalThis as unknown as {
          harness: Record<string, (...all: unknown[]) => never>;
        };
        return harness[called as string]?.(...(args as unknown[])) as never;
      },
      [name, given] as const,
    );
  await call('open', viewport);
  return { page, console: heard, requests, call, close: () => page.close() };
}
