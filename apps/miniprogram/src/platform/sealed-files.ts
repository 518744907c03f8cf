import Taro from '@tarojs/taro';
import { randomBytes } from './random-bytes';
import { KEY_BYTES, openBytes, sealBytes } from './seal-bytes';

/**
 * WeChat seals what lies in its storage and nothing that lies in a file. So a file is sealed here, with a key of its own that stands in the
 * list it belongs to, and that list lies in WeChat's encrypted storage: whoever takes the entry away has taken the key away.
 */
export const fileOf = (name: string): string => `${Taro.env.USER_DATA_PATH}/${name}`;
/** What is only here for the length of a call; what a killed app left of it is swept away at the next start. */
export const PLAIN = 'plain-';
/** Between the file and what opens it, in the path that a list keeps. */
export const KEY = '#';
/** Whoever holds the phone is answered between two pieces. */
export const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));

type Done<T> = { success: (answer: T) => void; fail: (reason: unknown) => void };
export const asked = <T>(ask: (done: Done<T>) => void): Promise<T> => new Promise((success, fail) => ask({ success, fail }));
export const files = () => Taro.getFileSystemManager();
const read = async (filePath: string): Promise<Uint8Array<ArrayBuffer>> => {
  const { data } = await asked<{ data: string | ArrayBuffer }>((done) => files().readFile({ filePath, ...done }));
  return new Uint8Array(data as ArrayBuffer);
};
export const write = (filePath: string, { buffer }: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  asked((done) => files().writeFile({ filePath, data: buffer, encoding: 'binary', ...done }));
export const remove = (filePath: string): Promise<unknown> => asked((done) => files().unlink({ filePath, ...done })).catch(() => undefined);

export const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
export const unhex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));

let swept: Promise<void> | undefined;
/** Once, before anything plain is laid down. */
export const sweep = (): Promise<void> => {
  swept ??= asked<{ files: string[] }>((done) => files().readdir({ dirPath: Taro.env.USER_DATA_PATH as string, ...done })).then(
    async (found) => {
      for (const name of found.files) if (name.startsWith(PLAIN)) await remove(fileOf(name));
    },
    () => undefined,
  );
  return swept;
};

/** Moved, not copied: what WeChat laid down when it was chosen would lie about for as long as WeChat likes. @returns where it lies now */
export async function takeIn(temporary: string, name: string): Promise<string> {
  const at = fileOf(name);
  await asked((done) => files().saveFile({ tempFilePath: temporary, filePath: at, ...done })).catch(() =>
    asked((done) => files().copyFile({ srcPath: temporary, destPath: at, ...done })),
  );
  return at;
}

/**
 * Keeps a small file (a photo, a minute of sound) sealed until it has arrived, and leaves no plain one behind.
 * @param ending by which WeChat knows what it sends: `jpg`
 * @returns where, with what opens it; and its bytes
 */
export async function keepSealed(temporary: string, fileId: string, ending: string): Promise<{ path: string; bytes: Uint8Array }> {
  await sweep();
  const plain = await takeIn(temporary, `${PLAIN}${fileId}.${ending}`);
  const bytes = await read(plain);
  const key = await randomBytes(KEY_BYTES);
  const sealed = fileOf(`sealed-${fileId}`);
  try {
    await write(sealed, await sealBytes(key, bytes, rest));
  } catch {
    // A full phone: it is sent from where it lies, under a name that the sweep leaves alone.
    await remove(sealed);
    const kept = fileOf(`unsealed-${fileId}.${ending}`);
    await asked((done) => files().rename({ oldPath: plain, newPath: kept, ...done }));
    return { path: kept, bytes };
  }
  await remove(plain);
  return { path: sealed + KEY + hex(key), bytes };
}

/** Its bytes, from memory only. Nothing when it is gone. */
export async function openSealed(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [file = '', key] = path.split(KEY);
  try {
    const bytes = await read(file);
    return key === undefined ? bytes : await openBytes(unhex(key), bytes, rest);
  } catch {
    return undefined;
  }
}

/** Lays it open for as long as `act` sends it: WeChat sends nothing but files. @returns nothing when it is gone */
export async function withSealed<T>(
  path: string,
  { fileId, ending }: { readonly fileId: string; readonly ending: string },
  act: (plainPath: string) => Promise<T>,
): Promise<T | undefined> {
  await sweep();
  const bytes = await openSealed(path);
  if (!bytes) return undefined;
  if (!path.includes(KEY)) return act(path);
  const plain = fileOf(`${PLAIN}${fileId}.${ending}`);
  try {
    await write(plain, bytes);
    return await act(plain);
  } finally {
    await remove(plain);
  }
}

/** The server has it, or the person took it away. */
export const dropSealed = async (path: string): Promise<void> => void (await remove(path.split(KEY)[0] as string));
