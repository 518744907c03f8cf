import { createCipheriv, createHash, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cipherOf, directKeys, fieldCipher, type KeysInHand, sealedBy } from './field-cipher.ts';
import { localKeyEncryption } from './key-encryption.ts';
import { SUITE_NAMES, suiteOf } from './suites.ts';

const KEY = Buffer.alloc(32, 9);
const ABOUT = Buffer.from('account.name:1');

describe('国密算法：这台机器上的和标准里的例子一样', () => {
  it('SM3：GB/T 32905 附录的两个例子', () => {
    const sm3 = (text: string) => createHash('sm3').update(text).digest('hex');
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('SM4：GB/T 32907 附录的例子', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const ecb = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(ecb.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });
});

it('SM4-CTR 加 HMAC-SM3：按定义用分组和散列一步步拼出来，一个字节不差', () => {
  const plain = Buffer.from('李素芬，杨家坪，三口人，正好跨过一个分组的长度');
  const sealed = suiteOf('sm4-ctr-hmac-sm3', KEY).seal(ABOUT, plain);
  const derived = (info: string, length: number) => Buffer.from(hkdfSync('sm3', KEY, Buffer.alloc(0), info, length));
  const [iv, mac, body] = [sealed.subarray(0, 16), sealed.subarray(16, 48), sealed.subarray(48)];
  const ecb = createCipheriv('sm4-ecb', derived('assist sm4-ctr', 16), null).setAutoPadding(false);
  const counter = (n: number) =>
    Buffer.from((BigInt(`0x${iv.toString('hex')}`) + BigInt(n)).toString(16).padStart(32, '0').slice(-32), 'hex');
  const stream = Buffer.concat(Array.from({ length: Math.ceil(plain.length / 16) }, (_, n) => ecb.update(counter(n))));
  expect(body.equals(Buffer.from(plain.map((byte, i) => byte ^ (stream[i] as number))))).toBe(true);
  const macKey = Buffer.concat([derived('assist hmac-sm3', 32), Buffer.alloc(32)]);
  const pad = (byte: number) => Buffer.from(macKey.map((k) => k ^ byte));
  const sm3 = (...parts: Buffer[]) => createHash('sm3').update(Buffer.concat(parts)).digest();
  const length = Buffer.from([0, 0, 0, 0, 0, 0, 0, ABOUT.length]);
  expect(mac.equals(sm3(pad(0x5c), sm3(pad(0x36), length, ABOUT, iv, body)))).toBe(true);
});

describe.each(SUITE_NAMES)('%s', (name) => {
  it('打得开；改一个比特、短了、换了地方、换了钥匙，都打不开，话里不带内容', () => {
    const suite = suiteOf(name, KEY);
    const sealed = suite.seal(ABOUT, '李素芬');
    expect(suite.open(ABOUT, sealed).toString()).toBe('李素芬');
    expect(suite.seal(ABOUT, '李素芬').equals(sealed)).toBe(false);
    expect(suite.open(ABOUT, suite.seal(ABOUT, '')).length).toBe(0);
    for (let i = 0; i < sealed.length; i++) {
      const other = Buffer.from(sealed);
      other[i] = (other[i] as number) ^ 1;
      expect(() => suite.open(ABOUT, other)).toThrow(/^(?!.*李素芬)/);
    }
    for (const short of [0, 1, 20, sealed.length - 1]) expect(() => suite.open(ABOUT, sealed.subarray(0, short))).toThrow();
    expect(() => suite.open(Buffer.from('account.name:2'), sealed)).toThrow();
    expect(() => suiteOf(name, Buffer.alloc(32, 8)).open(ABOUT, sealed)).toThrow();
  });

  it('数据钥匙锁得上、开得了；换了名字、换了算法、换了锁，开不了', async () => {
    const old = localKeyEncryption([{ id: 'k1', bytes: KEY }]);
    const both = localKeyEncryption([
      { id: 'k2', bytes: Buffer.alloc(32, 5) },
      { id: 'k1', bytes: KEY },
    ]);
    const wrapped = await old.wrap('d1', name, Buffer.alloc(32, 1));
    expect(wrapped.wrapped.includes(Buffer.alloc(32, 1))).toBe(false);
    expect(await both.unwrap(wrapped)).toEqual(Buffer.alloc(32, 1));
    expect((await both.wrap('d1', name, Buffer.alloc(32, 1))).wrappedBy).toBe('k2');
    await expect(old.unwrap({ ...wrapped, id: 'd2' })).rejects.toThrow();
    await expect(old.unwrap({ ...wrapped, suite: name === 'aes-256-gcm' ? 'sm4-ctr-hmac-sm3' : 'aes-256-gcm' })).rejects.toThrow();
    await expect(localKeyEncryption([{ id: 'k3', bytes: KEY }]).unwrap(wrapped)).rejects.toThrow('lacks the key "k1"');
  });
});

it('一个库里几样混着：原来直接封的、AES 的、SM4 的，都打得开；哪把钥匙封的看得出', () => {
  const direct = directKeys([{ id: 'k1', bytes: KEY }]);
  const data = {
    d1: suiteOf('aes-256-gcm', Buffer.alloc(32, 1)),
    d2: suiteOf('sm4-ctr-hmac-sm3', Buffer.alloc(32, 2)),
  };
  const sealsWith = (id: 'd1' | 'd2'): KeysInHand => ({
    sealing: () => ({ form: 2, id, suite: data[id] }),
    opening: (by) => (by.form === 1 ? direct.opening(by) : data[by.id as 'd1']),
  });
  const [aes, sm4] = [cipherOf(sealsWith('d1')), cipherOf(sealsWith('d2'))];
  const sealed = [fieldCipher([{ id: 'k1', bytes: KEY }]).seal('a', '旧'), aes.seal('a', '旧'), sm4.seal('a', '旧')];
  for (const cipher of [aes, sm4]) expect(sealed.map((one) => cipher.openText('a', one))).toEqual(['旧', '旧', '旧']);
  expect(sealed.map(sealedBy)).toEqual([
    { form: 1, id: 'k1' },
    { form: 2, id: 'd1' },
    { form: 2, id: 'd2' },
  ]);
  // Under another key's name it stays shut: the name is bound in.
  const renamed = Buffer.from(sealed[1] as Buffer);
  renamed[3] = '2'.charCodeAt(0);
  expect(() => aes.openText('a', renamed)).toThrow();
  expect(sealedBy(Buffer.from([2, 200, 65]))).toBeUndefined();
  expect(sealedBy(Buffer.alloc(0))).toBeUndefined();
});
