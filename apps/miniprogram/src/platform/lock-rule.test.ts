import { expect, test } from 'vitest';
import { AWAY_MS, asksNow } from './lock-rule.ts';

const NOW = 1_800_000_000_000;

test.each([
  ['刚离开一下', NOW - AWAY_MS + 1, 1001, false],
  ['离开十分钟', NOW - AWAY_MS, 1001, true],
  ['从消息点进来，再近也问', NOW - 1, 1107, true],
  ['不知道上次是几时', undefined, 1001, true],
  ['手机的钟往回拨了', NOW + 1, undefined, true],
])('%s', (_, lastSeen, scene, asks) => {
  expect(asksNow(NOW, lastSeen, scene)).toBe(asks);
});
