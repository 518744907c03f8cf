import { expect, test } from 'vitest';
import { repositoryFiles, textOf } from './repository-files.ts';

/** Every file of the servers that calls somebody outside, and where the address it calls is written down. Nobody's typed address is among them. */
const CALLERS: Readonly<Record<string, string>> = {
  'apps/bff/src/files/s3-store.ts': 'S3 endpoint of the environment; only keys of our own are put into it',
  'apps/bff/src/oidc/dev-identity-provider.ts': 'development and tests: the desk of this machine, as it was started with',
  'apps/bff/src/oidc/openid-connect.ts': 'OIDC_ISSUER of the environment, and what its metadata names',
  'apps/bff/src/platform/send-hook.ts': 'webhooks of PLATFORM_CLIENTS_FILE, a file of this installation',
  'apps/bff/src/traces/otlp-traces.ts': 'OTEL_EXPORTER_OTLP_ENDPOINT of the environment',
  'apps/bff/src/traces/outside.ts': 'nothing of its own: the fetch of the other callers, with a span about it',
  'packages/wechat/src/create-wechat.ts': 'WECHAT_API_BASE of the environment; in production WeChat only',
  'packages/wechat/src/exchange.ts': 'the same',
};
const SERVERS = /^(apps\/bff\/src|packages)\/.*\.ts$/;
const NOT_RUN = /(\.(test|long)\.ts|-for-test\.ts|\/test\/|\.arbitrary\.ts)$|\/test\//;
const CALLS =
  /\bfetch\(|from 'openid-client'|from 'aws4fetch'|typeof fetch = fetch|from '@opentelemetry\/exporter|from 'undici'|from 'axios'|from 'got'|\bhttps?\.(get|request)\(|node:https'|\bnew (WebSocket|EventSource)\(/;

const code = repositoryFiles()
  .filter((file) => SERVERS.test(file) && !NOT_RUN.test(file))
  .map((file) => ({ file, text: textOf(file) ?? '' }));

test('服务器往外叫的只有这几处，叫的地址都是装的人写下的', () => {
  const found = code.filter(({ text }) => CALLS.test(text)).map(({ file }) => file);
  expect(found.sort()).toEqual(Object.keys(CALLERS).sort());
});

test('自己叫的都有时限，也不跟着别人转到别处去', () => {
  // The others hand on to these, or set the library's own limit (openid-connect.test.ts).
  const own = ['apps/bff/src/files/s3-store.ts', 'apps/bff/src/platform/send-hook.ts', 'packages/wechat/src/exchange.ts'];
  for (const file of own) {
    const text = textOf(file) ?? '';
    expect([file, /\bsignal\b/.test(text), text.includes("redirect: 'manual'")]).toEqual([file, true, true]);
  }
});

test('接口里没有一个字段是网址', () => {
  const urls = code
    .filter(({ file, text }) => file.startsWith('packages/contracts/') && /z\.(url|httpUrl)\(/.test(text))
    .map(({ file }) => file);
  expect(urls).toEqual([]);
});

test('两个页面都没有写在页里的脚本', () => {
  for (const file of ['apps/desk/index.html', 'apps/miniprogram/src/index.html']) {
    const page = textOf(file) ?? '';
    const scripts = [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    expect([file, scripts.filter(([, about = '', inside = '']) => inside.trim() !== '' || !/\bsrc=/.test(about)).length]).toEqual([
      file,
      0,
    ]);
    expect(page).not.toMatch(/\son[a-z]+\s*=|javascript:/i);
  }
});

test('说威胁的那一页，写着的文件都在', () => {
  const page = textOf('apps/bff/docs/threats.md') ?? '';
  const named = [...page.matchAll(/`([\w./-]+\/[\w./-]*|[\w-]+\.ts)`/g)].map(([, name = '']) => name);
  const files = repositoryFiles();
  const isThere = (name: string) =>
    [name, `apps/bff/src/${name}`].some((one) => files.some((file) => file === one || file.startsWith(`${one.replace(/\/$/, '')}/`)));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});
