import Taro from '@tarojs/taro';
import { dropSealed, keepSealed, openSealed, withSealed } from './sealed-files';

const ENDING = 'jpg';

/** Keeps a picture sealed until it has arrived (`sealed-files`). @returns where, with what opens it */
export async function keepPhoto(temporary: string, fileId: string): Promise<string> {
  const { path, bytes } = await keepSealed(temporary, fileId, ENDING);
  shown.set(fileId, inMemory(bytes));
  return path;
}

/** Addresses of pictures in memory, by photo. */
const shown = new Map<string, string | undefined>();
/** From base library 2.14.0; an older WeChat shows a frame without a picture. */
const inMemory = (bytes: Uint8Array): string | undefined =>
  typeof Taro.createBufferURL === 'function' ? Taro.createBufferURL(bytes.buffer as ArrayBuffer) : undefined;

/** An address under which the picture is seen, from memory. Nothing when it is gone. */
export async function showPhoto(path: string, fileId: string): Promise<string | undefined> {
  if (!shown.has(fileId)) {
    const bytes = await openSealed(path);
    if (bytes) shown.set(fileId, inMemory(bytes));
  }
  return shown.get(fileId);
}

/** Lays the picture open for as long as `act` sends it. @returns nothing when it is gone */
export const withPhoto = <T>(path: string, fileId: string, act: (plainPath: string) => Promise<T>): Promise<T | undefined> =>
  withSealed(path, { fileId, ending: ENDING }, act);

/** The server has it, or the person took it away. */
export const dropPhoto = (path: string, _fileId: string): Promise<void> => dropSealed(path);

/** Nobody looks at it any more. */
export function hidePhoto(fileId: string): void {
  const address = shown.get(fileId);
  shown.delete(fileId);
  if (address !== undefined) Taro.revokeBufferURL?.(address);
}
