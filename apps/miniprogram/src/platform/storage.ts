import { sealedBox } from './sealed-box';

const KEPT = 'kept:';

/** What a person entrusted to this phone, sealed (`sealed-box`). */
export async function readKept<T>(key: string): Promise<T | undefined> {
  const text = await sealedBox.read(KEPT + key);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** @returns whether it is on the phone now; a full phone says no. */
export const writeKept = (key: string, value: unknown): Promise<boolean> => sealedBox.write(KEPT + key, JSON.stringify(value));

export const removeKept = (key: string): Promise<void> => sealedBox.remove(KEPT + key);

/** Names of what is kept, without the values. */
export const keptKeys = async (): Promise<string[]> =>
  (await sealedBox.keys()).filter((key) => key.startsWith(KEPT)).map((key) => key.slice(KEPT.length));

/** Clears everything a person left on this phone. Settings of the phone itself (big words) stay. */
export async function clearKept(): Promise<void> {
  await Promise.all((await keptKeys()).map(removeKept));
}
