import Taro from '@tarojs/taro';
import { randomBytes } from './random-bytes';
import { KEY_BYTES, openBytes, sealBytes } from './seal-bytes';

/**
 * WeChat seals what lies in its storage and nothing that lies in a file. So a photo's file is sealed here, with a key of its own that
 * stands in the list of photos, and that list lies in WeChat's encrypted storage: whoever takes the entry away has taken the key away.
 */
const fileOf = (name: string): string => `${Taro.env.USER_DATA_PATH}/${name}`;
/** What is only here for the length of a call; what a killed app left of it is swept away at the next start. */
const PLAIN = 'plain-';
/** Between the file and its key, in the path that the list keeps. */
const KEY = '#';
const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));

type Done<T> = { success: (answer: T) => void; fail: (reason: unknown) => void };
const asked = <T>(ask: (done: Done<T>) => void): Promise<T> => new Promise((success, fail) => ask({ success, fail }));
const files = () => Taro.getFileSystemManager();
const read = async (filePath: string): Promise<Uint8Array> => {
  const { data } = await asked<{ data: string | ArrayBuffer }>((done) => files().readFile({ filePath, ...done }));
  return new Uint8Array(data as ArrayBuffer);
};
const write = (filePath: string, { buffer }: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  asked((done) => files().writeFile({ filePath, data: buffer, encoding: 'binary', ...done }));
const remove = (filePath: string): Promise<unknown> => asked((done) => files().unlink({ filePath, ...done })).catch(() => undefined);

const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
const unhex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));

let swept: Promise<void> | undefined;
/** Once, before anything plain is laid down. */
const sweep = (): Promise<void> => {
  swept ??= asked<{ files: string[] }>((done) => files().readdir({ dirPath: Taro.env.USER_DATA_PATH as string, ...done })).then(
    async (found) => {
      for (const name of found.files) if (name.startsWith(PLAIN)) await remove(fileOf(name));
    },
    () => undefined,
  );
  return swept;
};

/** Keeps a picture sealed until it has arrived, and leaves no plain one behind. @returns where, with what opens it */
export async function keepPhoto(temporary: string, fileId: string): Promise<string> {
  await sweep();
  const plain = fileOf(`${PLAIN}${fileId}.jpg`);
  // Moved, not copied: what WeChat laid down when it was chosen would lie about for as long as WeChat likes.
  await asked((done) => files().saveFile({ tempFilePath: temporary, filePath: plain, ...done })).catch(() =>
    asked((done) => files().copyFile({ srcPath: temporary, destPath: plain, ...done })),
  );
  const bytes = await read(plain);
  shown.set(fileId, inMemory(bytes));
  const key = await randomBytes(KEY_BYTES);
  const sealed = fileOf(`sealed-${fileId}`);
  try {
    await write(sealed, await sealBytes(key, bytes, rest));
  } catch {
    // A full phone: it is sent from where it lies, under a name that the sweep leaves alone.
    await remove(sealed);
    const kept = fileOf(`unsealed-${fileId}.jpg`);
    await asked((done) => files().rename({ oldPath: plain, newPath: kept, ...done }));
    return kept;
  }
  await remove(plain);
  return sealed + KEY + hex(key);
}

async function opened(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [file = '', key] = path.split(KEY);
  try {
    const bytes = (await read(file)) as Uint8Array<ArrayBuffer>;
    return key === undefined ? bytes : await openBytes(unhex(key), bytes, rest);
  } catch {
    return undefined;
  }
}

/** Addresses of pictures in memory, by photo. */
const shown = new Map<string, string | undefined>();
/** From base library 2.14.0; an older WeChat shows a frame without a picture. */
const inMemory = (bytes: Uint8Array): string | undefined =>
  typeof Taro.createBufferURL === 'function' ? Taro.createBufferURL(bytes.buffer as ArrayBuffer) : undefined;

/** An address under which the picture is seen, from memory. Nothing when it is gone. */
export async function showPhoto(path: string, fileId: string): Promise<string | undefined> {
  if (!shown.has(fileId)) {
    const bytes = await opened(path);
    if (bytes) shown.set(fileId, inMemory(bytes));
  }
  return shown.get(fileId);
}

/** Lays the picture open for as long as `act` sends it: WeChat sends nothing but files. @returns nothing when it is gone */
export async function withPhoto<T>(path: string, fileId: string, act: (plainPath: string) => Promise<T>): Promise<T | undefined> {
  await sweep();
  const bytes = await opened(path);
  if (!bytes) return undefined;
  if (!path.includes(KEY)) return act(path);
  const plain = fileOf(`${PLAIN}${fileId}.jpg`);
  try {
    await write(plain, bytes);
    return await act(plain);
  } finally {
    await remove(plain);
  }
}

/** The server has it, or the person took it away. */
export const dropPhoto = async (path: string, _fileId: string): Promise<void> => void (await remove(path.split(KEY)[0] as string));

/** Nobody looks at it any more. */
export function hidePhoto(fileId: string): void {
  const address = shown.get(fileId);
  shown.delete(fileId);
  if (address !== undefined) Taro.revokeBufferURL?.(address);
}
