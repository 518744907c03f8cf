/** A box of a movie file. */
function box(type: string, ...inner: Buffer[]): Buffer {
  const body = Buffer.concat(inner);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const words = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [i, n] of numbers.entries()) bytes.writeUInt32BE(n, i * 4);
  return bytes;
};

/** Where it was taken, as phones write it; it must never come back out. */
export const TAKEN_AT = '+29.5000+106.5000/secret-place';

/** The smallest movie that is whole: a minute at most unless said otherwise, with where it was taken hidden in it. */
export function movie(given: { seconds?: number; pictures?: boolean; filling?: number; brand?: string } = {}): Buffer {
  const { seconds = 12, pictures = true, filling = 100, brand = 'isom' } = given;
  const handler = (kind: string) =>
    box('trak', box('mdia', box('hdlr', words(0, 0), Buffer.from(kind, 'latin1'), Buffer.alloc(12))), box('udta', Buffer.from(TAKEN_AT)));
  return Buffer.concat([
    box('ftyp', Buffer.from(brand, 'latin1'), words(512)),
    box('mdat', Buffer.alloc(filling, 0x5a)),
    box(
      'moov',
      box('mvhd', words(0, 0, 0, 600, seconds * 600), Buffer.alloc(80)),
      handler(pictures ? 'vide' : 'soun'),
      box('udta', box('©xyz', Buffer.from(TAKEN_AT))),
    ),
  ]);
}
