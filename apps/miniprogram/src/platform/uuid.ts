/**
 * UUID version 7 (RFC 9562): 48 bits of time, the rest chance.
 * @param at milliseconds since 1970
 * @param bytes at least ten random bytes
 */
export function uuidFrom(at: number, bytes: Uint8Array): string {
  const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0');
  const b = (i: number): number => bytes[i] ?? 0;
  const time = hex(at, 12);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex(((b(0) & 0x0f) << 8) | b(1), 3)}`,
    hex(0x8000 | ((b(2) & 0x3f) << 8) | b(3), 4),
    [4, 5, 6, 7, 8, 9].map((i) => hex(b(i), 2)).join(''),
  ].join('-');
}
