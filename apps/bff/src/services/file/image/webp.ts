const NEEDED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
const PICTURES = new Set(['VP8 ', 'VP8L', 'ANMF']);
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** Walks a WebP chunk by chunk; EXIF and XMP go, and their flags. Undefined where it is cut off or has no picture. */
export function cleanWebp(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 20) return undefined;
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return undefined;
  const kept: Buffer[] = [];
  let pictures = 0;
  let at = 12;
  while (at + 8 <= end) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > end) return undefined;
    if (PICTURES.has(type)) pictures += 1;
    if (NEEDED.has(type)) {
      const chunk = Buffer.from(bytes.subarray(at, Math.min(next, end)));
      if (type === 'VP8X' && length > 0) chunk[8] = (chunk[8] as number) & ~(HAS_EXIF | HAS_XMP);
      kept.push(chunk);
    }
    at = next;
  }
  if (pictures === 0) return undefined;
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
