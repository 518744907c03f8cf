import { expect, test } from 'vitest';
import { assertProductionBase } from './base-url.ts';
import { createWechat } from './create-wechat.ts';

test('正式环境只认微信自己的地址，一个字符也不能差', () => {
  expect(() => assertProductionBase('https://api.weixin.qq.com')).not.toThrow();
  for (const url of [
    'http://api.weixin.qq.com',
    'https://api.weixin.qq.com/',
    'https://api.weixin.qq.com.example.com',
    'https://user@api.weixin.qq.com',
    'http://127.0.0.1:8790',
    '',
  ]) {
    expect(() => assertProductionBase(url), url).toThrow(/exactly/);
  }
});

test('密钥不走明文：http 只许本机', () => {
  const create = (baseUrl: string) => () => createWechat({ appid: 'wx', secret: 's', baseUrl });
  expect(create('http://127.0.0.1:8790')).not.toThrow();
  expect(create('http://localhost:8790')).not.toThrow();
  expect(create('http://10.0.0.7:8790')).toThrow(/https/);
  expect(create('http://127.0.0.1.example.com')).toThrow(/https/);
  expect(create('file:///etc')).toThrow(/https/);
  expect(create('nonsense')).toThrow(/https/);
});
