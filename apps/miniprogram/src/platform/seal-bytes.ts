import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';

/** Bytes of a key; a fresh one for each file, so that the number used once may simply count the pieces. */
export const KEY_BYTES = 32;
const PIECE = 64 * 1024;
const TAG = 16;
const NONCE = 24;

/**
 * XSalsa20 with Poly1305 (NaCl's secretbox), because WeChat gives a page no ciphers of its own and this one needs neither BigInt nor
 * tables. Piece by piece: iOS runs a mini-program's script without a compiler, where a photo takes about a second, and the screen must
 * answer meanwhile.
 */
const boxOf = (key: Uint8Array, index: number, last: boolean) => {
  const nonce = new Uint8Array(NONCE);
  new DataView(nonce.buffer).setUint32(0, index, true);
  // The end is sealed in: a file that was cut off does not open.
  nonce[NONCE - 1] = last ? 1 : 0;
  return xsalsa20poly1305(key, nonce);
};

async function inPieces(
  bytes: Uint8Array,
  length: { readonly from: number; readonly to: number },
  turn: (piece: Uint8Array, index: number, last: boolean) => Uint8Array,
  rest: () => Promise<unknown>,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces = Math.max(1, Math.ceil(bytes.length / length.from));
  const made = new Uint8Array(bytes.length + pieces * (length.to - length.from));
  for (let i = 0; i < pieces; i++) {
    made.set(turn(bytes.subarray(i * length.from, (i + 1) * length.from), i, i === pieces - 1), i * length.to);
    await rest();
  }
  return made;
}

/** @param rest called after each piece, so that what the person does meanwhile is answered */
export const sealBytes = (key: Uint8Array, bytes: Uint8Array, rest: () => Promise<unknown>): Promise<Uint8Array<ArrayBuffer>> =>
  inPieces(bytes, { from: PIECE, to: PIECE + TAG }, (piece, i, last) => boxOf(key, i, last).encrypt(piece), rest);

/** Rejects what was changed, cut off, or sealed with another key. */
export const openBytes = (key: Uint8Array, sealed: Uint8Array, rest: () => Promise<unknown>): Promise<Uint8Array<ArrayBuffer>> =>
  inPieces(sealed, { from: PIECE + TAG, to: PIECE }, (piece, i, last) => boxOf(key, i, last).decrypt(piece), rest);
