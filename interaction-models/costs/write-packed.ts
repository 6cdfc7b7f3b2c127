/**
 * Packs the content for the asset: `npm run pack` (also part of `npm run phrases` and `npm run costs`). Packed it is a
 * third of its size. infra/bundle.ts takes the packed form by the condition `packed` of `#english` in package.json.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { scriptOptions } from '../../command-line/script-options.ts';
import { english } from '../../lambda/content/english.ts';
import type { Hearing } from '../../lambda/content/hearing.ts';

const fileFor = (name: string): string =>
  fileURLToPath(new URL(`../../lambda/content/${name}.br`, import.meta.url));

/** What costs were learned from is only looked at by a test. */
const withoutBasis = (key: string, value: unknown): unknown => (key === 'basis' ? undefined : value);

/** Bytes of the smallest block that is compressed by itself. */
const BLOCK = 2 ** constants.BROTLI_MIN_INPUT_BLOCK_BITS;
/** The parts of costs that are quite unlike what is before them. */
const UNLIKE = /"(?:senses|weights)":/gu;

/** The same JSON with spaces before those parts, so that each begins a block. In blocks of its own it packs best. */
function inBlocks(json: string): string {
  let all = '';
  let last = 0;
  for (const { index, 0: found } of json.matchAll(UNLIKE)) {
    all += json.slice(last, index + found.length);
    last = index + found.length;
    all += ' '.repeat(BLOCK - (Buffer.byteLength(all) % BLOCK));
  }
  return all + json.slice(last);
}

function packed(content: unknown): Buffer {
  return brotliCompressSync(inBlocks(JSON.stringify(content, withoutBasis)), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_LGBLOCK]: constants.BROTLI_MIN_INPUT_BLOCK_BITS,
    },
  });
}

/** The same content with its large parts in different places. How well a block packs depends on what else is in it. */
function inOrders({ danger, dangerCosts, phrases, ...small }: Hearing): object[] {
  return [
    { ...small, danger, dangerCosts, phrases },
    { danger, ...small, phrases, dangerCosts },
    { phrases, ...small, danger, dangerCosts },
    { phrases, danger, ...small, dangerCosts },
    { dangerCosts, ...small, danger, phrases },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  scriptOptions(
    `npm run pack

Packs the content for the asset. Run it after every change of lambda/content.`,
    {},
  );
  const { hearing, ...spoken } = english;
  writeFileSync(fileFor('spoken'), packed(spoken));
  const forms = inOrders(hearing()).map(packed);
  writeFileSync(
    fileFor('hearing'),
    forms.reduce((one, two) => (two.length < one.length ? two : one)),
  );
}
