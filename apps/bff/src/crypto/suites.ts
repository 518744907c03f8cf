import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

export const SUITE_NAMES = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const;
export type SuiteName = (typeof SUITE_NAMES)[number];

/** One key made ready to seal and open with. `about` is bound in and not kept: opening with another one fails. */
export interface Suite {
  seal(about: Buffer, plain: string | Uint8Array): Buffer;
  /** Throws where anything was changed; the message names no content. */
  open(about: Buffer, sealed: Buffer): Buffer;
}

/** Bytes of a key, whichever the suite. */
export const KEY_BYTES = 32;
const changed = (): Error => new Error('sealed value: changed, or not of this place');
const update = (cipher: { update(a: string, b: 'utf8'): Buffer; update(a: Uint8Array): Buffer }, plain: string | Uint8Array): Buffer =>
  typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);

const GCM_IV = 12;
const GCM_TAG = 16;

/** AES-256-GCM: iv (12), tag (16), ciphertext. */
function aesGcm(bytes: Buffer): Suite {
  // Made once: given as bytes, a key is made anew for every field, which takes longer than sealing it.
  const key = createSecretKey(bytes);
  return {
    seal: (about, plain) => {
      const iv = randomBytes(GCM_IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(about);
      const body = update(cipher, plain);
      const rest = cipher.final();
      return Buffer.concat([iv, cipher.getAuthTag(), body, rest]);
    },
    open: (about, sealed) => {
      if (sealed.length < GCM_IV + GCM_TAG) throw changed();
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, GCM_IV), { authTagLength: GCM_TAG });
      decipher.setAAD(about).setAuthTag(sealed.subarray(GCM_IV, GCM_IV + GCM_TAG));
      return Buffer.concat([decipher.update(sealed.subarray(GCM_IV + GCM_TAG)), decipher.final()]);
    },
  };
}

const SM4_KEY = 16;
const SM4_IV = 16;
const SM3_MAC = 32;

/**
 * SM4-CTR (GB/T 32907) and then HMAC-SM3 (GB/T 32905) over length of `about`, `about`, iv and ciphertext: iv (16), mac (32), ciphertext.
 * Node's OpenSSL has no SM4-GCM. Both keys come out of the one by HKDF with SM3. No certified product: see docs/keys.md.
 */
function sm4CtrHmacSm3(bytes: Buffer): Suite {
  const derived = (purpose: string, length: number) =>
    createSecretKey(Buffer.from(hkdfSync('sm3', bytes, Buffer.alloc(0), `assist ${purpose}`, length)));
  const [key, macKey] = [derived('sm4-ctr', SM4_KEY), derived('hmac-sm3', SM3_MAC)];
  const macOf = (about: Buffer, iv: Buffer, body: Buffer): Buffer => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(about.length));
    return createHmac('sm3', macKey).update(length).update(about).update(iv).update(body).digest();
  };
  return {
    seal: (about, plain) => {
      const iv = randomBytes(SM4_IV);
      const cipher = createCipheriv('sm4-ctr', key, iv);
      const body = Buffer.concat([update(cipher, plain), cipher.final()]);
      return Buffer.concat([iv, macOf(about, iv, body), body]);
    },
    open: (about, sealed) => {
      if (sealed.length < SM4_IV + SM3_MAC) throw changed();
      const [iv, body] = [sealed.subarray(0, SM4_IV), sealed.subarray(SM4_IV + SM3_MAC)];
      if (!timingSafeEqual(macOf(about, iv, body), sealed.subarray(SM4_IV, SM4_IV + SM3_MAC))) throw changed();
      const decipher = createDecipheriv('sm4-ctr', key, iv);
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}

const SUITES: Readonly<Record<SuiteName, (bytes: Buffer) => Suite>> = { 'aes-256-gcm': aesGcm, 'sm4-ctr-hmac-sm3': sm4CtrHmacSm3 };

/** A key ready to work. @param bytes 32 of them */
export function suiteOf(name: SuiteName, bytes: Buffer): Suite {
  if (bytes.length !== KEY_BYTES) throw new Error(`a key of ${KEY_BYTES} bytes is needed`);
  return SUITES[name](bytes);
}
