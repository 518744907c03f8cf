import { type Sealed, seal, unseal } from './browser-seal.h5';
import { browserStore, done } from './browser-store.h5';

interface SealedFile extends Sealed {
  readonly type: string;
}

const files = browserStore('kept-files');
/** A picture that could not be kept is sent from where it lies, within this visit. */
const onlyHere = new Set<string>();

/** In the browser a picture is kept sealed; its address is made anew after a reload. */
export async function keepFile(temporary: string, fileId: string): Promise<string> {
  try {
    const blob = await (await fetch(temporary)).blob();
    const sealed: SealedFile = { ...(await seal(await blob.arrayBuffer())), type: blob.type };
    await done((await files('readwrite')).put(sealed, fileId));
  } catch {
    onlyHere.add(fileId);
  }
  return temporary;
}

export async function openKept(path: string, fileId: string): Promise<string | undefined> {
  if (onlyHere.has(fileId)) return path;
  try {
    const kept = (await done((await files('readonly')).get(fileId))) as SealedFile | undefined;
    return kept && URL.createObjectURL(new Blob([await unseal(kept)], { type: kept.type }));
  } catch {
    return undefined;
  }
}

export async function dropKept(path: string, fileId: string): Promise<void> {
  URL.revokeObjectURL(path);
  onlyHere.delete(fileId);
  try {
    await done((await files('readwrite')).delete(fileId));
  } catch {
    // It was not there.
  }
}
