import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from './gb18030.ts';

const decode = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

describe('GB18030', () => {
  it('名字里的常用字两个字节，生僻字四个字节，读回来一样', () => {
    const text = '李素芬，𠮷野䶮㛃·㙍 ABC 123.00\r\n';
    expect(decode(encodeGb18030(text))).toBe(text);
    // 李 stands at C0EE in GB 2312 already.
    expect([...encodeGb18030('李')]).toEqual([0xc0, 0xee]);
    expect(encodeGb18030('𠮷')).toHaveLength(4);
  });

  it('每一个汉字都读得回来', () => {
    const all = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, i) => String.fromCodePoint(0x3400 + i)).join('');
    expect(decode(encodeGb18030(all))).toBe(all);
  });
});
