import { randomBytes } from 'node:crypto';

/** `length` characters of the alphabet WeChat's codes and tokens are made of. */
export function randomText(length: number): string {
  return randomBytes(length).toString('base64url').slice(0, length);
}

/** Request id: three groups of eight hex digits, the first of them the time in Unix seconds. */
export function makeRid(nowMs: number): string {
  const time = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  return `${time}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
}
