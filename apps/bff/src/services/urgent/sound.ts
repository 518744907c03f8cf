import { boxesIn } from '../file/boxes.ts';
import { secondsOfMp4 } from './sound-mp4.ts';
import { secondsOfWebm } from './sound-webm.ts';

export type SoundType = 'audio/mpeg' | 'audio/aac' | 'audio/mp4' | 'audio/webm' | 'audio/ogg';
/** What a recording turned out to be, by its bytes; names and what the phone says about the type do not count. */
export type Sound = { readonly kind: 'sound'; readonly mediaType: SoundType; readonly seconds: number } | { readonly kind: 'not-a-sound' };

const NOT: Sound = { kind: 'not-a-sound' };
const LEAST_FRAMES = 2;

/** Looks at a recording frame by frame: which kind it is, whether it is whole, how long. What phones and browsers record is known. */
export function readSound(bytes: Buffer): Sound {
  try {
    const found = kindOf(bytes);
    const seconds = found && SECONDS[found](bytes);
    return found && seconds !== undefined && seconds > 0 ? { kind: 'sound', mediaType: found, seconds } : NOT;
  } catch {
    // Cut off in the middle of something.
    return NOT;
  }
}

function kindOf(bytes: Buffer): SoundType | undefined {
  if (bytes.length < 16) return undefined;
  if (bytes.readUInt32BE(0) === 0x1a45dfa3) return 'audio/webm';
  const four = bytes.toString('latin1', 0, 4);
  if (four === 'OggS') return 'audio/ogg';
  if (bytes.toString('latin1', 4, 8) === 'ftyp') return 'audio/mp4';
  if (four.startsWith('ID3')) return 'audio/mpeg';
  if (bytes[0] !== 0xff) return undefined;
  const second = bytes[1] as number;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  return (second & 0xe6) === 0xe2 ? 'audio/mpeg' : undefined;
}

const SECONDS: Record<SoundType, (bytes: Buffer) => number | undefined> = {
  'audio/mpeg': secondsOfMp3,
  'audio/aac': secondsOfAdts,
  'audio/mp4': (bytes) => secondsOfMp4(bytes, boxesIn(bytes, 0, bytes.length)),
  'audio/webm': secondsOfWebm,
  'audio/ogg': secondsOfOpus,
};

/** kbit/s of layer III: MPEG 1, then MPEG 2 and 2.5 (ISO 11172-3, 13818-3). */
const BITRATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const RATES: Readonly<Record<number, readonly number[]>> = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8000],
};

function secondsOfMp3(bytes: Buffer): number | undefined {
  let at = 0;
  if (bytes.toString('latin1', 0, 3) === 'ID3')
    at = 10 + (((bytes[6] as number) << 21) | ((bytes[7] as number) << 14) | ((bytes[8] as number) << 7) | (bytes[9] as number));
  let seconds = 0;
  let frames = 0;
  while (at + 4 <= bytes.length && bytes.toString('latin1', at, at + 3) !== 'TAG') {
    const head = bytes.readUInt32BE(at);
    const version = (head >>> 19) & 3;
    const rate = RATES[version]?.[(head >>> 10) & 3];
    const bitrate = BITRATES[version === 3 ? 0 : 1][(head >>> 12) & 15];
    if (head >>> 21 !== 0x7ff || ((head >>> 17) & 3) !== 1 || !rate || !bitrate) return undefined;
    const samples = version === 3 ? 1152 : 576;
    const length = Math.floor(((samples / 8) * bitrate * 1000) / rate) + ((head >>> 9) & 1);
    // The last frame of a recording that was stopped may be short.
    if (at + length > bytes.length) break;
    seconds += samples / rate;
    frames += 1;
    at += length;
  }
  return frames >= LEAST_FRAMES ? seconds : undefined;
}

const ADTS_RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350];

function secondsOfAdts(bytes: Buffer): number | undefined {
  let at = 0;
  let seconds = 0;
  let frames = 0;
  while (at + 7 <= bytes.length) {
    if (bytes[at] !== 0xff || ((bytes[at + 1] as number) & 0xf6) !== 0xf0) return undefined;
    const rate = ADTS_RATES[((bytes[at + 2] as number) >> 2) & 15];
    const length = (((bytes[at + 3] as number) & 3) << 11) | ((bytes[at + 4] as number) << 3) | ((bytes[at + 5] as number) >> 5);
    if (!rate || length < 7) return undefined;
    if (at + length > bytes.length) break;
    seconds += (1024 * (((bytes[at + 6] as number) & 3) + 1)) / rate;
    frames += 1;
    at += length;
  }
  return frames >= LEAST_FRAMES ? seconds : undefined;
}

const OPUS_RATE = 48_000;

function secondsOfOpus(bytes: Buffer): number | undefined {
  let at = 0;
  let last = 0n;
  let pages = 0;
  while (at < bytes.length) {
    if (bytes.toString('latin1', at, at + 4) !== 'OggS') return undefined;
    const segments = bytes.readUInt8(at + 26);
    const from = at + 27 + segments;
    let length = 0;
    for (let i = 0; i < segments; i++) length += bytes.readUInt8(at + 27 + i);
    if (from + length > bytes.length) return undefined;
    if (pages === 0 && bytes.toString('latin1', from, from + 8) !== 'OpusHead') return undefined;
    const granule = bytes.readBigUInt64LE(at + 6);
    if (granule !== 0xffffffffffffffffn && granule > last) last = granule;
    pages += 1;
    at = from + length;
  }
  return pages > LEAST_FRAMES ? Number(last) / OPUS_RATE : undefined;
}
