import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { canCheckFace, requestFace } from './face';

interface Option {
  verifyId?: string;
  success: () => void;
  fail: () => void;
}
const phone = (apis: Record<string, (option: Option) => void>) => vi.stubGlobal('wx', apis);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('刷完了、停下了，照说；带的是后台给的号', async () => {
  const asked: unknown[] = [];
  phone({
    requestFacialVerify: ({ verifyId, success }) => {
      asked.push(verifyId);
      success();
    },
  });
  expect(await requestFace('V1')).toEqual({ outcome: 'finished' });
  expect(asked).toEqual(['V1']);
  phone({ requestFacialVerify: ({ fail }) => fail() });
  expect(await requestFace('V1')).toEqual({ outcome: 'stopped' });
});

test('手机一直不说话：三分钟后不再等', async () => {
  phone({ requestFacialVerify: () => undefined });
  const waiting = requestFace('V1');
  let told = false;
  void waiting.then(() => {
    told = true;
  });
  await vi.advanceTimersByTimeAsync(179_999);
  expect(told).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await waiting).toEqual({ outcome: 'no-word' });
});

test('手机自己出错，也只是停下了', async () => {
  phone({
    requestFacialVerify: () => {
      throw new TypeError('broken');
    },
  });
  expect(await requestFace('V1')).toEqual({ outcome: 'stopped' });
});

test('老手机没有这个本事', async () => {
  phone({});
  expect(await requestFace('V1')).toEqual({ outcome: 'not-here' });
  expect(await canCheckFace()).toBe(false);
  phone({ requestFacialVerify: () => undefined, checkIsSupportFacialRecognition: ({ fail }) => fail() });
  expect(await canCheckFace()).toBe(false);
  phone({ requestFacialVerify: () => undefined, checkIsSupportFacialRecognition: ({ success }) => success() });
  expect(await canCheckFace()).toBe(true);
});
