import { dropKept, keepFile, openKept } from './kept-files.h5';

const shown = new Map<string, string>();

/** In the browser every file is kept sealed, by a key that the browser gives to nobody. */
export async function keepPhoto(temporary: string, fileId: string): Promise<string> {
  shown.set(fileId, temporary);
  return keepFile(temporary, fileId);
}

export async function showPhoto(path: string, fileId: string): Promise<string | undefined> {
  const address = shown.get(fileId) ?? (await openKept(path, fileId));
  if (address !== undefined) shown.set(fileId, address);
  return address;
}

export async function withPhoto<T>(path: string, fileId: string, act: (plainPath: string) => Promise<T>): Promise<T | undefined> {
  const address = await showPhoto(path, fileId);
  return address === undefined ? undefined : act(address);
}

export const dropPhoto = (_path: string, fileId: string): Promise<void> => dropKept('', fileId);

export function hidePhoto(fileId: string): void {
  const address = shown.get(fileId);
  shown.delete(fileId);
  if (address !== undefined) URL.revokeObjectURL(address);
}
