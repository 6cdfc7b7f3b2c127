/** The content of en-US in its packed form, for the asset. It is the same as that of en-us.ts, which is its source. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Content } from '../content.ts';

// infra/bundle.ts puts the file beside the bundle.
const packed = readFileSync(new URL('./packed.br', import.meta.url));

export const enUS: Content = JSON.parse(brotliDecompressSync(packed).toString()) as Content;
