import { randomBytes } from './random-bytes';
import { KEY_BYTES, PIECE_BYTES, sealPart } from './seal-bytes';
import { asked, dropSealed, fileOf, files, hex, KEY, remove, rest, takeIn, write } from './sealed-files';

/** So much of a video is in memory at once, bytes: whole pieces of a sealed file. */
const PART_BYTES = 16 * PIECE_BYTES;

/** Where it outlives the visit: at once, so that a killed app loses none. `sealVideo` seals it after that. @returns its path */
export async function keepVideo(temporary: string, fileId: string): Promise<string> {
  try {
    return await takeIn(temporary, `unsealed-${fileId}.mp4`);
  } catch {
    // A full phone: it is sent from where it lies.
    return temporary;
  }
}

const part = (filePath: string, position: number, length: number): Promise<Uint8Array<ArrayBuffer>> =>
  asked<{ data: string | ArrayBuffer }>((done) => files().readFile({ filePath, position, length, ...done })).then(
    ({ data }) => new Uint8Array(data as ArrayBuffer),
  );
const append = (filePath: string, { buffer }: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  asked((done) => files().appendFile({ filePath, data: buffer, encoding: 'binary', ...done }));

/**
 * Seals a video piece by piece, with a key of its own that stands in the path, and takes the plain one away. Killed in between, the plain
 * one is there and it begins anew. @returns the path from now on: the same where it is sealed already, or where this phone has no room
 */
export async function sealVideo(path: string, fileId: string, bytes: number): Promise<string> {
  if (path.includes(KEY)) return path;
  const sealed = fileOf(`sealed-${fileId}`);
  try {
    const key = await randomBytes(KEY_BYTES);
    await write(sealed, new Uint8Array(0));
    for (let from = 0; from < bytes; from += PART_BYTES) {
      const end = from + PART_BYTES >= bytes;
      const plain = await part(path, from, Math.min(PART_BYTES, bytes - from));
      await append(sealed, await sealPart(key, plain, { first: from / PIECE_BYTES, end }, rest));
    }
    await remove(path);
    return [sealed, hex(key), bytes].join(KEY);
  } catch {
    await remove(sealed);
    return path;
  }
}

/** Its path, where it still lies there. */
export const openVideo = (path: string, _fileId: string): Promise<string | undefined> =>
  asked((done) => files().access({ path: path.split(KEY)[0] as string, ...done })).then(
    () => path,
    () => undefined,
  );

/** The server has it, or the person took it away. */
export const dropVideo = (path: string, _fileId: string): Promise<void> => dropSealed(path);
