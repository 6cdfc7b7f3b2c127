/** The code that is deployed: `lambda/index.ts` and all it imports, as one file of CommonJS. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type Metafile } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the handler into a folder that holds nothing else, and says what went in.
 *
 * CommonJS, and no `import()` at run time: a module that is loaded as ESM costs 15 to 20 ms of each cold start. The AWS
 * SDK is inside, because loading the one of the runtime takes longer than the whole bundle, and its version is not ours.
 */
export function bundleInto(folder: string): Metafile {
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['lambda/index.ts'],
    outfile: join(folder, 'index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    // The oldest that it has to start on; it is deployed on 24. Today that is the same bytes (esbuild 0.28.2), and an esbuild
    // that leaves more of 24 as it is would end it on 20. What no target rewrites, `npm run test:runtime` finds.
    target: 'node20.19',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    // Of two forms of a package the one whose unused parts can be left out: a fifth less to parse.
    mainFields: ['module', 'main'],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  // Without it, Node would take the file for what the nearest package.json above says: here an ES module.
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}\n');
  return metafile;
}
