import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { movie, TAKEN_AT } from '../../test/movies-for-test.ts';
import { jpeg } from '../../test/photos.ts';
import { readMovie } from './movie.ts';

describe('看内容认视频', () => {
  test.each([
    ['手机拍的 mp4', movie(), 12],
    ['苹果手机拍的', movie({ brand: 'qt  ', seconds: 60 }), 60],
    ['很长的也说得出多长', movie({ seconds: 3600 }), 3600],
  ])('%s', (_title, bytes, seconds) => {
    expect(readMovie(bytes)).toMatchObject({ kind: 'movie', seconds });
  });

  test.each([
    ['照片', jpeg()],
    ['空的', Buffer.alloc(0)],
    ['只有声音', movie({ pictures: false })],
    ['没有长度', movie({ seconds: 0 })],
    ['断在中间', movie().subarray(0, 150)],
    ['头一块说自己比文件还大', Buffer.concat([Buffer.from([0x7f, 0xff, 0xff, 0xff]), movie().subarray(4)])],
    ['一串零长的盒子', Buffer.alloc(64)],
  ])('不是视频：%s', (_title, bytes) => {
    expect(readMovie(bytes)).toEqual({ kind: 'damaged' });
  });

  it('在哪里拍的去掉了，长短一点没变，别的一个字节没动', () => {
    const given = movie();
    const read = readMovie(given);
    if (read.kind !== 'movie') throw new Error('no movie');
    expect(given.includes(TAKEN_AT)).toBe(true);
    expect(read.bytes.includes(TAKEN_AT)).toBe(false);
    expect(read.bytes.length).toBe(given.length);
    expect(read.bytes.subarray(0, given.indexOf('moov'))).toEqual(given.subarray(0, given.indexOf('moov')));
    expect(readMovie(read.bytes)).toMatchObject({ kind: 'movie', seconds: 12 });
  });

  it('什么样的字节来都不会卡住、不会出错', () => {
    const whole = movie();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, end) => {
        const broken = Buffer.from(whole.subarray(0, end));
        if (at < end) broken[at] = value;
        expect(['movie', 'damaged']).toContain(readMovie(broken).kind);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});
