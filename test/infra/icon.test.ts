import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { icon } from '../../infra/skill-package/icon.ts';
import { sizeOfPng } from '../../infra/skill-package/png.ts';

const SIZES = [108, 512];
const GROUND = [38, 70, 83];

describe('The icon', () => {
  it.each(SIZES)('of %i pixels is a PNG of that size, whole and unbroken', (size) => {
    const file = icon(size);
    expect(sizeOfPng(file)).toEqual({ width: size, height: size });
    const chunks = chunksOf(file);
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
    for (const { type, data, check } of chunks)
      expect(check, type).toBe(crc32(Buffer.concat([Buffer.from(type), data])));
    expect(pixelsOf(file)).toHaveLength(size * (1 + 3 * size));
  });

  it.each(SIZES)('of %i pixels shows two shapes that overlap, on a plain ground', (size) => {
    const colour = colours(size);
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
      [0.2, 0.75],
    ] as const)
      expect(colour(x, y)).toEqual(GROUND);
    const seen = [colour(0.3, 0.4), colour(0.5, 0.5), colour(0.7, 0.6), GROUND];
    expect(new Set(seen.map(String)).size).toBe(4);
  });

  it('is the same each time', () => {
    expect(icon(108)).toEqual(icon(108));
  });

  it('stays whole where Amazon cuts it to a circle', () => {
    const size = 108;
    const colour = colours(size);
    for (let at = 0; at < 360; at += 1) {
      const angle = (at * Math.PI) / 180;
      expect(colour(0.5 + 0.49 * Math.cos(angle), 0.5 + 0.49 * Math.sin(angle))).toEqual(GROUND);
    }
  });

  it('no other file passes for a PNG', () => {
    expect(sizeOfPng(Buffer.from('GIF89a, and some more to be long enough'))).toBeNull();
    expect(sizeOfPng(icon(108).subarray(0, 20))).toBeNull();
  });
});

interface Chunk {
  type: string;
  data: Buffer;
  check: number;
}

function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const data = file.subarray(at + 8, at + 8 + length);
    chunks.push({
      type: file.toString('ascii', at + 4, at + 8),
      data,
      check: file.readUInt32BE(at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

const pixelsOf = (file: Buffer): Buffer =>
  inflateSync(chunksOf(file).find(({ type }) => type === 'IDAT')?.data ?? Buffer.alloc(0));

/** The colour at a place from 0 to 1 on each axis. */
function colours(size: number): (x: number, y: number) => number[] {
  const pixels = pixelsOf(icon(size));
  const pixel = (share: number): number => Math.min(size - 1, Math.floor(share * size));
  return (x, y) => {
    const at = pixel(y) * (1 + 3 * size) + 1 + 3 * pixel(x);
    return [...pixels.subarray(at, at + 3)];
  };
}
