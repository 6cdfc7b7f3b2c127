/** English in its packed form, for the asset. It is the same as that of english.ts, which is its source. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { English } from './difference.ts';
import type { Hearing } from './hearing.ts';

/** The value of a packed file, which infra/bundle.ts puts beside the bundle. */
function unpacked(file: URL): unknown {
  return JSON.parse(brotliDecompressSync(readFileSync(file)).toString());
}

const spoken = unpacked(new URL('./spoken.br', import.meta.url)) as Pick<
  English,
  'us' | 'others' | 'anywhere'
>;
let hearing: Hearing | undefined;

export const english: English = {
  ...spoken,
  hearing() {
    hearing ??= unpacked(new URL('./hearing.br', import.meta.url)) as Hearing;
    return hearing;
  },
};
