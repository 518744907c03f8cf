import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movie } from '../../test/movies-for-test.ts';
import { jpeg } from '../../test/photos.ts';
import { adts, m4a, mp3, ogg, webm } from '../../test/sounds-for-test.ts';
import { readSound } from './sound.ts';

describe('录音按内容认', () => {
  it.each([
    ['手机录的 mp3', mp3(12), 'audio/mpeg', 12],
    ['前面带标签的 mp3', Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\x0a0123456789'), mp3(3)]), 'audio/mpeg', 3],
    ['手机录的 aac', adts(12.8), 'audio/aac', 12.8],
    ['m4a', m4a(30), 'audio/mp4', 30],
    ['苹果浏览器一截一截录的 mp4', m4a(6.4, 'fragments'), 'audio/mp4', 6.4],
    ['浏览器录的 webm', webm(24), 'audio/webm', 24],
    ['ogg', ogg(7), 'audio/ogg', 7],
  ] as const)('%s：认得，多长也对', (_name, bytes, mediaType, seconds) => {
    const sound = readSound(bytes);
    expect(sound).toMatchObject({ kind: 'sound', mediaType });
    expect(sound.kind === 'sound' && Math.abs(sound.seconds - seconds)).toBeLessThan(0.1);
  });

  it('头尾的长度不是说了算：61 秒就是 61 秒', () => {
    for (const bytes of [mp3(70), adts(70), m4a(70, 'fragments'), webm(70), ogg(70)]) {
      const sound = readSound(bytes);
      expect(sound.kind === 'sound' && sound.seconds).toBeGreaterThan(61);
    }
  });

  it.each([
    ['照片', jpeg()],
    ['视频', movie()],
    ['装在 mp4 里的画面', m4a(5, 'whole', 'vide')],
    ['装在 webm 里的画面', webm(5, 1)],
    ['一句话', Buffer.from('救命，快来人，我在柏树社区')],
    ['空的', Buffer.alloc(0)],
    ['只有开头四个字节像', Buffer.concat([Buffer.from([0xff, 0xfb, 0x54, 0]), Buffer.alloc(2000, 7)])],
    ['程序', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)])],
    ['后面接了一个网页', Buffer.concat([ogg(2), Buffer.from('<script>alert(1)</script>')])],
  ])('%s：不算录音', (_name, bytes) => {
    expect(readSound(bytes)).toEqual({ kind: 'not-a-sound' });
  });

  it('随便坏在哪里，都不会倒', () => {
    const all = [mp3(1), adts(1), m4a(2, 'fragments'), webm(2), ogg(3)];
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.nat(), fc.nat(255), fc.nat(), (which, at, value, end) => {
        const whole = all[which] as Buffer;
        const broken = Buffer.from(whole.subarray(0, end % whole.length));
        if (broken.length > 0) broken[at % broken.length] = value;
        expect(['sound', 'not-a-sound']).toContain(readSound(broken).kind);
      }),
      { seed: 38, numRuns: 3000 },
    );
  });
});
