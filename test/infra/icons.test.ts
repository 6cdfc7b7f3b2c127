import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pngSize } from '../../infra/skill-package/png-size.ts';

const committed = (name: string) => readFileSync(`infra/skill-package/icons/${name}.png`);

describe('The icons', () => {
  it.each([
    ['small', 108],
    ['large', 512],
  ])('%s.png is a square PNG of %i pixels on each side, as Amazon asks', (name, size) => {
    expect(pngSize(committed(name))).toEqual({ width: size, height: size });
  });

  it('are not read from a file that is not a PNG, or that ends within its header', () => {
    expect(pngSize(Buffer.from('GIF89a, and some more to be long enough'))).toBeNull();
    expect(pngSize(committed('small').subarray(0, 20))).toBeNull();
  });
});
