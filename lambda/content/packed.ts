/** English in its packed form, for the asset. It is the same as that of english.ts, which is its source. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { English } from './difference.ts';

// infra/bundle.ts puts the file beside the bundle.
const packed = readFileSync(new URL('./packed.br', import.meta.url));

export const english: English = JSON.parse(brotliDecompressSync(packed).toString()) as English;
