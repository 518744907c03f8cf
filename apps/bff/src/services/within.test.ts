import { expect, it } from 'vitest';
import { TookTooLong, within } from './within.ts';

it('没有回音的：到时候就不等了，也告诉对方不等了', async () => {
  let told = false;
  const silent = within(5, (signal) => {
    signal.addEventListener('abort', () => {
      told = true;
    });
    return new Promise<never>(() => undefined);
  });
  await expect(silent).rejects.toBeInstanceOf(TookTooLong);
  expect(told).toBe(true);
});

it('按时回答的、按时说不行的，照它说的', async () => {
  expect(await within(1000, async () => '好')).toBe('好');
  await expect(within(1000, () => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
});
