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

const folder = new URL('./page/', import.meta.url);

/** Files that are sent as they are. */
const AS_THEY_ARE = [
  ['/', 'index.html', HTML],
  ['/page.css', 'page.css', CSS],
  ['/echo.css', 'echo.css', CSS],
  ['/icon.svg', 'icon.svg', SVG],
] as const;

/** Amazon's engine for screens. It is loaded by its own script element, as the engine itself asks. */
const ENGINE = 'apl-viewhost-web/index.js';

/**
 * Builds the page: its modules are bundled by esbuild, in memory, and what only a screen needs stays a file of its own that
 * the page loads when there is a screen.
 */
export async function buildPage(): Promise<PageFiles> {
  const { build } = await import('esbuild');
  const files = new Map<string, PageFile>();
  for (const [path, name, type] of AS_THEY_ARE)
    files.set(path, { type, body: await readFile(new URL(name, folder)) });
  const { outputFiles } = await build({
    entryPoints: { page: fileURLToPath(new URL('main.ts', folder)) },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: fileURLToPath(folder),
    logLevel: 'silent',
  });
  for (const { path, contents } of outputFiles)
    files.set(`/${basename(path)}`, { type: JAVASCRIPT, body: contents });
  const engine = await readEngine();
  if (engine !== null) files.set(`/${ENGINE}`, { type: JAVASCRIPT, body: engine });
  return files;
}

async function readEngine(): Promise<Uint8Array | null> {
  try {
    return await readFile(createRequire(import.meta.url).resolve(ENGINE));
  } catch {
    return null;
  }
}
