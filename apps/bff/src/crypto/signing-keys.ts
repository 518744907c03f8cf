import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { CipherKey } from './field-cipher.ts';

// PKCS #8 of an Ed25519 seed is this prefix and the 32 bytes (RFC 8410).
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
export const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });

/** What tokens are signed and looked at with. @param keys seeds of 32 bytes; the first signs, all are accepted */
export function signingKeys(keys: readonly CipherKey[]) {
  const [current] = keys;
  if (!current) throw new Error('no token key');
  const verifiers = new Map(keys.map((key) => [key.id, createPublicKey(privateKeyOf(key.bytes))]));
  return {
    kid: current.id,
    signer: privateKeyOf(current.bytes),
    /** By the id that a token names. @throws where it is none of ours */
    verifierOf: ({ kid }: { readonly kid?: string | undefined }): KeyObject => {
      const key = verifiers.get(kid ?? '');
      if (!key) throw new Error('unknown key');
      return key;
    },
  };
}
