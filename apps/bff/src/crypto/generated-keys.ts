import { randomBytes } from 'node:crypto';
import type { CipherKey } from './field-cipher.ts';

/** In the bytes and not only in the id: a generated key under another name is still a generated key. */
const MARK = Buffer.from('dev!');
const ID = 'dev-';

/** A key for development. Production knows it by its mark and refuses it. */
export const generateKey = (name: string): string =>
  `${ID}${name}:${Buffer.concat([MARK, randomBytes(32 - MARK.length)]).toString('base64')}`;

export const isGeneratedKey = ({ id, bytes }: CipherKey): boolean => id.startsWith(ID) || bytes.subarray(0, MARK.length).equals(MARK);

/** All keys the BFF needs, as environment. */
export const generateKeys = (): Record<'FIELD_KEYS' | 'HASH_KEY' | 'TOKEN_KEYS', string> => ({
  FIELD_KEYS: generateKey('field'),
  HASH_KEY: generateKey('hash'),
  TOKEN_KEYS: generateKey('token'),
});
