import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { checkWeapp } from './check-weapp.ts';
import { checkWithMiniprogramCi } from './miniprogram-ci.ts';

vi.setConfig({ testTimeout: 180_000 });

/** `npm test` builds it before the tests begin. */
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../apps/miniprogram/dist/weapp');

test('我们的小程序：大小、编译、语法、主机都过得去', () => {
  // A build for development names this machine; nothing else may be called.
  expect(checkWeapp(dist, { hosts: ['127.0.0.1'] }).errors).toEqual([]);
});

test('腾讯的上传工具对我们的小程序没有话说', () => {
  expect(checkWithMiniprogramCi(dist).errors).toEqual([]);
});
