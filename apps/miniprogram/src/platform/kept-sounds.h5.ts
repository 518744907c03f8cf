import { dropKept, keepFile, openKept } from './kept-files.h5';

/** In the browser every file is kept sealed, by a key that the browser gives to nobody. */
export const keepSound = keepFile;

export async function withSound<T>(path: string, fileId: string, act: (plainPath: string) => Promise<T>): Promise<T | undefined> {
  const address = await openKept(path, fileId);
  return address === undefined ? undefined : act(address);
}

export const dropSound = dropKept;
