/** Bundles the code to deploy: `lambda/index.ts` and everything it imports, as one CommonJS file, and the packed content. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import { minify_sync } from 'terser';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Read when the bundle is loaded, and when there are words. */
const PACKED_CONTENT = ['lambda/content/spoken.br', 'lambda/content/hearing.br'];
/** Packages that are replaced in the bundle, by modules that export what is used of them. A test compares the two. */
const REPLACED = { 'ask-sdk-model': './lambda/alexa/service-clients.ts' };

/** How a handler is bundled. */
const OPTIONS: BuildOptions & { metafile: true } = {
  bundle: true,
  minify: true,
  platform: 'node',
  // The oldest Node.js that has to run the bundle; it is deployed on Node.js 24. With esbuild 0.28.2 both targets
  // give the same bytes. A later esbuild may leave syntax of Node.js 24 as it is, which Node.js 20 could not load.
  // Newer APIs, which no target rewrites, are found by `npm run test:runtime`.
  target: 'node20.19',
  format: 'cjs',
  supported: {
    'dynamic-import': false,
    // Every Node.js that runs it knows them. By itself esbuild makes each such pattern a call of `new RegExp`, which
    // compiles the pattern each time: the tables of Unicode can be older than those of the source.
    'regexp-unicode-property-escapes': true,
  },
  // Prefer the ES module form of a package, so that esbuild can leave out unused parts: the bundle is a fifth
  // smaller.
  mainFields: ['module', 'main'],
  // CommonJS has no `import.meta`.
  banner: { js: 'const moduleUrl=require("node:url").pathToFileURL(__filename);' },
  define: { 'import.meta.url': 'moduleUrl' },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** Bundles another handler in the same way, to be measured beside it. @param from - the folder to find its packages in */
export function bundleOther(code: string, from: string, file: string): void {
  buildSync({ ...OPTIONS, stdin: { contents: code, resolveDir: from, loader: 'js' }, outfile: file });
  makeSmaller(file);
}

/** Rewrites a bundle that esbuild made. What esbuild writes by itself is 2 % larger. */
function makeSmaller(file: string): void {
  const { code } = minify_sync(readFileSync(file, 'utf8'), {
    ecma: 2020,
    // The names of a CommonJS module are its own.
    toplevel: true,
    // Function expressions without `this` become arrows, reading a property does nothing, and functions stand together:
    // 1 % less. No package makes an object from such a function, or has a getter that does something.
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true, hoist_funs: true },
  });
  if (code === undefined) throw new Error(`${file} could not be made smaller.`);
  writeFileSync(file, code);
}

/**
 * Empties a folder and bundles the handler into it.
 *
 * The format is CommonJS, without `import()` at run time, because loading a module as ESM adds 15 to 20 ms to each cold
 * start. What is used of the AWS SDK is part of the bundle: loading the copy in the Lambda runtime takes longer than
 * loading the whole bundle, and we do not choose the version of that copy.
 *
 * @param folder is deleted first, with everything in it
 * @returns what esbuild bundled: the inputs and outputs, and their sizes in bytes before the last step
 * @throws Error if the bundle cannot be built, or the folder cannot be written
 */
export function bundleInto(folder: string): Metafile {
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = buildSync({
    ...OPTIONS,
    absWorkingDir: ROOT,
    entryPoints: ['lambda/index.ts'],
    outfile: join(folder, 'index.js'),
    alias: REPLACED,
    // The content in its packed form, which is a third of its size. Naming a condition leaves out the default `module`.
    conditions: ['packed', 'module'],
  });
  makeSmaller(join(folder, 'index.js'));
  for (const file of PACKED_CONTENT) copyFileSync(join(ROOT, file), join(folder, basename(file)));
  // Without it, Node.js would use the nearest package.json above the folder, which makes the file an ES module.
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}\n');
  return metafile;
}
