import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';

/** Bytes of a key; a fresh one for each file, so that the number used once may simply count the pieces. */
export const KEY_BYTES = 32;
/** What is sealed at once, bytes. */
export const PIECE_BYTES = 64 * 1024;
const TAG = 16;
export const SEALED_PIECE_BYTES = PIECE_BYTES + TAG;
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

const PLAIN = { from: PIECE_BYTES, to: SEALED_PIECE_BYTES };
const SEALED = { from: SEALED_PIECE_BYTES, to: PIECE_BYTES };
/** Where a part of a file stands in it. */
export interface Part {
  /** The number of its first piece; a part begins where a piece begins. */
  readonly first: number;
  /** Whether the file ends with it. */
  readonly end: boolean;
}
type Rest = () => Promise<unknown>;

/** A part of a file that is too large to be in memory as a whole. The parts of one file, one after the other, are that file sealed. */
export const sealPart = (key: Uint8Array, bytes: Uint8Array, { first, end }: Part, rest: Rest): Promise<Uint8Array<ArrayBuffer>> =>
  inPieces(bytes, PLAIN, (piece, i, last) => boxOf(key, first + i, end && last).encrypt(piece), rest);

/** Rejects what was changed, stands elsewhere in its file, or was sealed with another key. */
export const openPart = (key: Uint8Array, sealed: Uint8Array, { first, end }: Part, rest: Rest): Promise<Uint8Array<ArrayBuffer>> =>
  inPieces(sealed, SEALED, (piece, i, last) => boxOf(key, first + i, end && last).decrypt(piece), rest);

const WHOLE: Part = { first: 0, end: true };
/** @param rest called after each piece, so that what the person does meanwhile is answered */
export const sealBytes = (key: Uint8Array, bytes: Uint8Array, rest: Rest): Promise<Uint8Array<ArrayBuffer>> =>
  sealPart(key, bytes, WHOLE, rest);

/** Rejects what was changed, cut off, or sealed with another key. */
export const openBytes = (key: Uint8Array, sealed: Uint8Array, rest: Rest): Promise<Uint8Array<ArrayBuffer>> =>
  openPart(key, sealed, WHOLE, rest);
