/**
 * SHA-256 piece by piece (FIPS 180-4): a video is never whole in memory. WeChat itself knows only MD5 and SHA-1 of a file,
 * and the libraries need BigInt, which old phones lack.
 */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** 64 hexadecimal digits. Nothing can be added afterwards. */
  end(): string;
}

const BLOCK = 64;
const PRIMES = (() => {
  const found: number[] = [];
  for (let n = 2; found.length < 64; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
})();
const fraction = (x: number): number => ((x - Math.floor(x)) * 0x100000000) | 0;
const K = PRIMES.map((p) => fraction(Math.cbrt(p)));

export function makeSha256(): Sha256 {
  const state = PRIMES.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
  const words = new Int32Array(64);
  const rest = new Uint8Array(BLOCK);
  let held = 0;
  let length = 0;

  function block(bytes: Uint8Array, from: number): void {
    for (let i = 0; i < 16; i++) {
      const at = from + i * 4;
      words[i] = (at4(bytes, at) << 24) | (at4(bytes, at + 1) << 16) | (at4(bytes, at + 2) << 8) | at4(bytes, at + 3);
    }
    for (let i = 16; i < 64; i++) {
      const a = words[i - 15] as number;
      const b = words[i - 2] as number;
      const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
      const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
      words[i] = ((words[i - 16] as number) + s0 + (words[i - 7] as number) + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (words[i] as number)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] as number) + value) | 0;
  }

  function update(bytes: Uint8Array): void {
    length += bytes.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(BLOCK - held, bytes.length);
      rest.set(bytes.subarray(0, at), held);
      held += at;
      if (held < BLOCK) return;
      block(rest, 0);
      held = 0;
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) block(bytes, at);
    rest.set(bytes.subarray(at));
    held = bytes.length - at;
  }

  return {
    update,
    end() {
      const bits = length * 8;
      const padding = new Uint8Array((held < 56 ? 56 : 120) - held + 8);
      padding[0] = 0x80;
      const high = Math.floor(bits / 0x100000000);
      for (let i = 0; i < 4; i++) {
        padding[padding.length - 1 - i] = (bits >>> (8 * i)) & 0xff;
        padding[padding.length - 5 - i] = (high >>> (8 * i)) & 0xff;
      }
      update(padding);
      return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

const at4 = (bytes: Uint8Array, i: number): number => bytes[i] as number;
