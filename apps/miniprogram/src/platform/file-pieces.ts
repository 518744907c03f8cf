import { openPart, PIECE_BYTES, SEALED_PIECE_BYTES } from './seal-bytes';
import { asked, fileOf, files, KEY, PLAIN, remove, rest, sweep, unhex, write } from './sealed-files';

const bytesAt = (filePath: string, position: number, length: number): Promise<Uint8Array<ArrayBuffer>> =>
  asked<{ data: string | ArrayBuffer }>((done) => files().readFile({ filePath, position, length, ...done })).then(
    ({ data }) => new Uint8Array(data as ArrayBuffer),
  );

/**
 * Part of a file on this phone, opened in memory where the file is sealed. Nothing when it cannot be read. Lengths in bytes.
 * @param from of a sealed file: where one of its pieces begins (`PIECE_BYTES`)
 */
export async function readPiece(path: string, from: number, length: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [file = '', key, all] = path.split(KEY);
  try {
    if (key === undefined) return await bytesAt(file, from, length);
    const end = from + length === Number(all);
    const first = from / PIECE_BYTES;
    const sealed = length + Math.ceil(length / PIECE_BYTES) * (SEALED_PIECE_BYTES - PIECE_BYTES);
    return await openPart(unhex(key), await bytesAt(file, first * SEALED_PIECE_BYTES, sealed), { first, end }, rest);
  } catch {
    return undefined;
  }
}

/** Lays a part of a file aside as a file of its own while `act` sends it: WeChat uploads whole files only. */
export async function withPiece<T>(
  path: string,
  from: number,
  length: number,
  act: (piecePath: string) => Promise<T>,
): Promise<T | undefined> {
  await sweep();
  const bytes = await readPiece(path, from, length);
  if (bytes?.length !== length) return undefined;
  // One at a time: the same name is written over. What a killed app left of it is swept away.
  const filePath = fileOf(`${PLAIN}piece-of-a-video`);
  try {
    await write(filePath, bytes);
  } catch {
    return undefined;
  }
  try {
    return await act(filePath);
  } finally {
    await remove(filePath);
  }
}
