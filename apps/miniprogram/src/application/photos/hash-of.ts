import { makeSha256 } from '../videos/sha256.ts';

const READ_BYTES = 256 * 1024;

/** SHA-256 of a file on this phone, read in pieces. @returns nothing where it cannot be read any more */
export async function hashOf(
  readPiece: (path: string, from: number, length: number) => Promise<Uint8Array | undefined>,
  path: string,
  bytes: number,
): Promise<string | undefined> {
  const hash = makeSha256();
  for (let from = 0; from < bytes; from += READ_BYTES) {
    const piece = await readPiece(path, from, Math.min(READ_BYTES, bytes - from));
    if (!piece) return undefined;
    hash.update(piece);
  }
  return hash.end();
}
