import { randomBytes } from './random-bytes';
import { uuidFrom } from './uuid';

const BYTES = 10;

/** Ids made on this phone, unique for ever: of drafts, photos, applications, answers. */
export async function newIds(count: number): Promise<string[]> {
  const bytes = await randomBytes(BYTES * count);
  return Array.from({ length: count }, (_, i) => uuidFrom(Date.now(), bytes.subarray(i * BYTES, (i + 1) * BYTES)));
}

export const newId = async (): Promise<string> => (await newIds(1))[0] as string;
