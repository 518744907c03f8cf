/**
 * Text as GB18030, the way spreadsheets and banks in China read a file. Node decodes it and does not encode it, so the table of the
 * characters up to U+FFFF is made once by decoding every code; those above lie in a straight line (GB 18030-2022, four bytes).
 */
export function encodeGb18030(text: string): Buffer {
  const table = codes();
  const out: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) as number;
    if (point < 0x80) out.push(point);
    else if (point > 0xffff) out.push(...fourBytes(point - 0x10000 + LINE_ABOVE));
    else out.push(...(table.get(point) ?? [0x3f]));
  }
  return Buffer.from(out);
}

/** Place of U+10000 among the four-byte codes: 0x90308130. */
const LINE_ABOVE = 189_000;
/** Four-byte codes of characters up to U+FFFF: 0x81308130 to 0x8431A439. */
const FOUR_BYTES_BELOW = 39_420;

const fourBytes = (n: number): number[] => [
  0x81 + Math.floor(n / 12_600),
  0x30 + (Math.floor(n / 1260) % 10),
  0x81 + (Math.floor(n / 10) % 126),
  0x30 + (n % 10),
];

let made: Map<number, readonly number[]> | undefined;
function codes(): Map<number, readonly number[]> {
  if (made) return made;
  const decoder = new TextDecoder('gb18030');
  const table = new Map<number, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const point = decoder.decode(Uint8Array.from(bytes)).codePointAt(0) as number;
    if (point !== 0xfffd && !table.has(point)) table.set(point, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add([lead, trail]);
  for (let n = 0; n < FOUR_BYTES_BELOW; n++) add(fourBytes(n));
  made = table;
  return table;
}
