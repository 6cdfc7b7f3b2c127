/**
 * Packs the content for the asset: `npm run pack` (also part of `npm run phrases` and `npm run costs`). Packed it is a
 * third of its size. infra/bundle.ts takes the packed form by the condition `packed` of `#english` in package.json.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { scriptOptions } from '../../command-line/script-options.ts';
import { english } from '../../lambda/content/english.ts';

const fileFor = (name: string): string =>
  fileURLToPath(new URL(`../../lambda/content/${name}.br`, import.meta.url));

/** What costs were learned from is only looked at by a test. */
const withoutBasis = (key: string, value: unknown): unknown => (key === 'basis' ? undefined : value);

function packed(content: unknown): Buffer {
  return brotliCompressSync(JSON.stringify(content, withoutBasis), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  scriptOptions(
    `npm run pack

Packs the content for the asset. Run it after every change of lambda/content.`,
    {},
  );
  const { hearing, ...spoken } = english;
  writeFileSync(fileFor('spoken'), packed(spoken));
  writeFileSync(fileFor('hearing'), packed(hearing()));
}
