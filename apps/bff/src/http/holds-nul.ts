/**
 * Whether a text anywhere in a value holds U+0000. Postgres keeps no such text: what reached it would be an error of ours. A person's own
 * words are refused before, by the contract, with a sentence at the field.
 */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsNul);
  return Object.entries(value).some(([name, inner]) => name.includes('\u0000') || holdsNul(inner));
}
