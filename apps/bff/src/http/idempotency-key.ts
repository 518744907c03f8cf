import { ServiceProblem } from '../services/problem.ts';

/** `"abc"` as the draft has it, or `abc`: 1 to 128 visible characters. @throws ServiceProblem `key-missing` */
export function idempotencyKey(header: string | undefined): string {
  const key = header?.trim().replace(/^"(.*)"$/, '$1') ?? '';
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw new ServiceProblem('key-missing');
  return key;
}
