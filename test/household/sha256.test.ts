import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Sha256 } from '../../lambda/household/sha256.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const words = 'Grüße, "you two"';

describe('SHA-256 for the signature', () => {
  it('is that of Node.js, of a text and of bytes in the middle of others', async () => {
    const expected = createHash('sha256').update(words).digest('hex');
    const bytes = new TextEncoder().encode(`--${words}--`);
    for (const data of [words, bytes.subarray(2, -2)]) {
      const hash = new Sha256();
      hash.update(data);
      expect(hex(await hash.digest())).toBe(expected);
    }
  });

  it('has a key if it is given one, and begins again after a reset', async () => {
    const code = new Sha256('a key');
    code.update('something else');
    code.reset();
    code.update(words);
    expect(hex(await code.digest())).toBe(createHmac('sha256', 'a key').update(words).digest('hex'));
  });
});
