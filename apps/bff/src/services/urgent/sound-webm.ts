/** Elements that hold others (RFC 8794, Matroska): read on inside. */
const HOLD = new Set([0x18538067, 0x1f43b675, 0x1654ae6b, 0xae, 0x1549a966, 0xa0]);
const SCALE = 0x2ad7b1;
const TRACK_TYPE = 0x83;
const CLUSTER_TIME = 0xe7;
const BLOCKS = new Set([0xa3, 0xa1]);
const SOUND = 2;
const MOST_ELEMENTS = 100_000;

/** Seconds of a WebM recording as browsers make it: of one audio track, clusters of unknown size. Undefined for one with pictures. */
export function secondsOfWebm(bytes: Buffer): number | undefined {
  let at = 0;
  let scale = 1_000_000;
  let cluster = 0;
  let last = 0;
  let blocks = 0;
  const types: number[] = [];
  for (let n = 0; at < bytes.length; n++) {
    if (n > MOST_ELEMENTS) return undefined;
    const id = idAt(bytes, at);
    const size = sizeAt(bytes, at + id.length);
    const from = at + id.length + size.length;
    if (HOLD.has(id.value)) {
      at = from;
      continue;
    }
    if (size.value === undefined || from + size.value > bytes.length) return undefined;
    if (id.value === SCALE) scale = bytes.readUIntBE(from, size.value);
    if (id.value === TRACK_TYPE) types.push(bytes.readUIntBE(from, size.value));
    if (id.value === CLUSTER_TIME) cluster = bytes.readUIntBE(from, size.value);
    if (BLOCKS.has(id.value)) {
      last = Math.max(last, cluster + bytes.readInt16BE(from + sizeAt(bytes, from).length));
      blocks += 1;
    }
    at = from + size.value;
  }
  if (types.length !== 1 || types[0] !== SOUND || blocks === 0) return undefined;
  // A block alone begins at 0 and is there all the same.
  return Math.max((last * scale) / 1e9, 0.02);
}

function idAt(bytes: Buffer, at: number): { value: number; length: number } {
  const length = Math.clz32(bytes.readUInt8(at)) - 23;
  if (length > 4) throw new RangeError('element');
  return { value: bytes.readUIntBE(at, length), length };
}

/** Undefined where the size is not known. */
function sizeAt(bytes: Buffer, at: number): { value: number | undefined; length: number } {
  const first = bytes.readUInt8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8) throw new RangeError('element');
  let value = first & (0xff >> length);
  let unknown = value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    const next = bytes.readUInt8(at + i);
    value = value * 256 + next;
    unknown &&= next === 0xff;
  }
  return { value: unknown ? undefined : value, length };
}
