const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/**
 * The signature, then the length and the type of the first chunk, then the width and the height (W3C PNG specification,
 * "11.2.2 IHDR").
 */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;
const HEADER_LENGTH = 24;

/** Reads the width and the height in pixels from the header of a PNG file. Returns null if the file is not a PNG. */
export function pngSize(file: Buffer): { width: number; height: number } | null {
  if (file.length < HEADER_LENGTH || !file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  return { width: file.readUInt32BE(WIDTH_AT), height: file.readUInt32BE(HEIGHT_AT) };
}
