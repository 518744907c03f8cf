/** A box of a movie file (ISO 14496-12). */
function box(type: string, ...inner: Buffer[]): Buffer {
  const body = Buffer.concat(inner);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, i * 4);
  return bytes;
}

/** The smallest movie that is whole, filled up to about so many bytes. */
export function movie(name: string, { seconds = 8, filling = 1000 } = {}): { name: string; bytes: Uint8Array } {
  const handler = box('hdlr', numbers(0, 0), Buffer.from('vide', 'latin1'), Buffer.alloc(12));
  const bytes = Buffer.concat([
    box('ftyp', Buffer.from('isom', 'latin1'), numbers(512)),
    box('mdat', Buffer.alloc(filling, 0x5a)),
    box('moov', box('mvhd', numbers(0, 0, 0, 600, seconds * 600), Buffer.alloc(80)), box('trak', box('mdia', handler))),
  ]);
  return { name, bytes };
}
