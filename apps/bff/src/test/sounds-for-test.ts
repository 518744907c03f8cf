/** Silent recordings of a length, as phones and browsers write them. */

/** MPEG 1 layer III, 64 kbit/s, 48 kHz: frames of 24 ms. */
export function mp3(seconds: number): Buffer {
  const frame = Buffer.alloc(192);
  frame.writeUInt32BE(0xfffb5400);
  return Buffer.concat(Array.from({ length: Math.ceil(seconds / 0.024) }, () => frame));
}

/** AAC in ADTS, 16 kHz: frames of 64 ms. */
export function adts(seconds: number): Buffer {
  const length = 40;
  const frame = Buffer.alloc(length);
  frame.set([0xff, 0xf1, (1 << 6) | (8 << 2), 0x40 | (length >> 11), (length >> 3) & 0xff, ((length & 7) << 5) | 0x1f, 0xfc]);
  return Buffer.concat(Array.from({ length: Math.ceil(seconds / 0.064) }, () => frame));
}

const element = (id: number[], body: Buffer): Buffer => {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length));
  size[0] = 1;
  return Buffer.concat([Buffer.from(id), size, body]);
};

/** Opus in WebM as Chromium records it: a segment and clusters of unknown size, a block each half second. @param track 2 is sound, 1 pictures */
export function webm(seconds: number, track = 2): Buffer {
  const unknown = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  const parts = [
    element([0x1a, 0x45, 0xdf, 0xa3], Buffer.from([0x42, 0x86, 0x81, 1])),
    Buffer.from([0x18, 0x53, 0x80, 0x67]),
    unknown,
    element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x83], Buffer.from([track])))),
  ];
  for (let second = 0; second < seconds; second++) {
    const time = Buffer.alloc(4);
    time.writeUInt32BE(second * 1000);
    parts.push(Buffer.from([0x1f, 0x43, 0xb6, 0x75]), unknown, element([0xe7], time));
    for (const at of [0, 500, 1000]) {
      const block = Buffer.alloc(12);
      block[0] = 0x81;
      block.writeInt16BE(at, 1);
      parts.push(element([0xa3], block));
    }
  }
  return Buffer.concat(parts);
}

const box = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const numbers = (...all: number[]): Buffer => {
  const out = Buffer.alloc(all.length * 4);
  all.forEach((n, i) => void out.writeUInt32BE(n, i * 4));
  return out;
};

/** AAC in MP4. @param how `whole` as WeChat writes it, `fragments` as Safari records it */
export function m4a(seconds: number, how: 'whole' | 'fragments' = 'whole', handler = 'soun'): Buffer {
  const scale = 16_000;
  const length = how === 'whole' ? Math.round(seconds * scale) : 0;
  const hdlr = Buffer.concat([numbers(0, 0), Buffer.from(handler), numbers(0, 0, 0)]);
  const mdia = box('mdia', Buffer.concat([box('mdhd', numbers(0, 0, 0, scale, length, 0)), box('hdlr', hdlr)]));
  const trak = box('trak', mdia);
  if (how === 'whole') return Buffer.concat([box('ftyp', Buffer.from('M4A 0000')), box('moov', trak), box('mdat', Buffer.alloc(64))]);
  const mvex = box('mvex', box('trex', numbers(0, 1, 1, 1024, 0, 0)));
  const frames = Math.round((seconds * scale) / 1024);
  // A usual length in the fragment's head, then one fragment that says each length itself.
  const usual = box('moof', box('traf', Buffer.concat([box('tfhd', numbers(0x8, 1, 1024)), box('trun', numbers(0, frames - 2))])));
  const each = box('moof', box('traf', Buffer.concat([box('tfhd', numbers(0, 1)), box('trun', numbers(0x100, 2, 1024, 1024))])));
  return Buffer.concat([
    box('ftyp', Buffer.from('iso50000')),
    box('moov', Buffer.concat([trak, mvex])),
    usual,
    box('mdat', Buffer.alloc(8)),
    each,
    box('mdat', Buffer.alloc(8)),
  ]);
}

/** Opus in Ogg, a page a second. */
export function ogg(seconds: number): Buffer {
  const page = (granule: number, body: Buffer): Buffer => {
    const head = Buffer.alloc(28);
    head.write('OggS', 0, 'latin1');
    head.writeBigUInt64LE(BigInt(granule), 6);
    head[26] = 1;
    head[27] = body.length;
    return Buffer.concat([head, body]);
  };
  return Buffer.concat([
    page(0, Buffer.from('OpusHead00000000000')),
    page(0, Buffer.from('OpusTags')),
    ...Array.from({ length: seconds }, (_, i) => page((i + 1) * 48_000, Buffer.alloc(100))),
  ]);
}
