import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './folders.ts';
import { hashOfSources } from './sources.ts';

const page = path.join(root, 'apps/miniprogram');

test('编译自己写下的东西不算源码：不然每次启动都要重新编译', () => {
  const before = hashOfSources('@assist/miniprogram', {});
  const scratch = path.join(page, '.swc', `test-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  writeFileSync(path.join(scratch, 'plugin.bin'), 'x');
  try {
    expect(hashOfSources('@assist/miniprogram', {})).toBe(before);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

test('源码多一个文件、或者编译的设置变了，就要重新编译', () => {
  const before = hashOfSources('@assist/miniprogram', {});
  expect(hashOfSources('@assist/miniprogram', { TARO_APP_WEB_SIGN_IN: 'sandbox' })).not.toBe(before);
  const added = path.join(page, 'src', `added-by-test-${process.pid}.ts`);
  writeFileSync(added, '');
  try {
    expect(hashOfSources('@assist/miniprogram', {})).not.toBe(before);
  } finally {
    rmSync(added);
  }
});
