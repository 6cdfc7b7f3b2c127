/** The content of en-US in its packed form, for the asset. It is the same as that of en-us.ts, which is its source. */
import { brotliDecompressSync } from 'node:zlib';
import type { Content } from '../content.ts';
import file from './packed.json' with { type: 'json' };

export const enUS: Content = JSON.parse(
  brotliDecompressSync(Buffer.from(file.packed, 'base64')).toString(),
) as Content;
