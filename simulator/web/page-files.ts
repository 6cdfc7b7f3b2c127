import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array;
}

/** The files of the page, by their path. There is no other way to a file of this machine. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';
const SVG = 'image/svg+xml';

/** The page inside the page that holds a screen: Amazon's engine has a policy of its own there. */
export const SCREEN_PAGE = '/screen';

const folder = new URL('./page/', import.meta.url);

/** Files that are sent as they are. */
const AS_THEY_ARE = [
  ['/', 'index.html', HTML],
  [SCREEN_PAGE, 'screen.html', HTML],
  ['/screen.css', 'screen.css', CSS],
  ['/page.css', 'page.css', CSS],
  ['/echo.css', 'echo.css', CSS],
  ['/icon.svg', 'icon.svg', SVG],
] as const;

/** Amazon's engine for screens, as it is in node_modules, and the path under which the screen loads it. */
const ENGINE = 'apl-viewhost-web';
const ENGINE_PATH = '/apl-viewhost-web.js';

/**
 * Builds the page: its modules are bundled by esbuild, in memory. What shows a screen is a file of its own, which is loaded
 * with the first screen.
 */
export async function buildPage(): Promise<PageFiles> {
  const { build } = await import('esbuild');
  const files = new Map<string, PageFile>();
  for (const [path, name, type] of AS_THEY_ARE)
    files.set(path, { type, body: await readFile(new URL(name, folder)) });
  const bundle = async (name: string, source: string, format: 'esm' | 'iife') => {
    const { outputFiles } = await build({
      entryPoints: { [name]: fileURLToPath(new URL(source, folder)) },
      ...{ bundle: true, format, target: 'es2022', minify: true, write: false },
      outdir: fileURLToPath(folder),
      logLevel: 'silent',
    });
    for (const { path, contents } of outputFiles ?? [])
      files.set(`/${basename(path)}`, { type: JAVASCRIPT, body: contents });
  };
  await bundle('page', 'main.ts', 'esm');
  // A document without an origin may load a script, and no module.
  await bundle('screen', 'screen-frame.ts', 'iife');
  const engine = await readEngine();
  if (engine !== null) files.set(ENGINE_PATH, { type: JAVASCRIPT, body: engine });
  return files;
}

async function readEngine(): Promise<Uint8Array | null> {
  try {
    return await readFile(createRequire(import.meta.url).resolve(ENGINE));
  } catch {
    return null;
  }
}
