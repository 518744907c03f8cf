import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

export type CleanImage =
  | { readonly kind: 'ok'; readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp'; readonly bytes: Buffer }
  | { readonly kind: 'not-a-photo' }
  | { readonly kind: 'damaged' };

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * Tells by its bytes what a photo is, and gives it back without where it was taken, with what, when, by whom.
 * Names and declared types are not asked. A cut-off photo is `damaged`.
 */
export function cleanImage(bytes: Buffer): CleanImage {
  const as = (mediaType: 'image/jpeg' | 'image/png' | 'image/webp', clean: Buffer | undefined): CleanImage =>
    clean ? { kind: 'ok', mediaType, bytes: clean } : { kind: 'damaged' };
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return as('image/jpeg', cleanJpeg(bytes));
  if (bytes.subarray(0, 8).equals(PNG)) return as('image/png', cleanPng(bytes));
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return as('image/webp', cleanWebp(bytes));
  return { kind: 'not-a-photo' };
}
