import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkWeapp, type StaticOptions } from './check-weapp.ts';
import { checkWithMiniprogramCi } from './miniprogram-ci.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

const GOOD: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['pages/a/index'],
    subPackages: [{ root: 'sub', pages: ['b/index'] }],
    lazyCodeLoading: 'requiredComponents',
    window: { navigationBarTitleText: '样例' },
  }),
  'app.js': 'App({});',
  'app.wxss': 'page { color: #123; }',
  'pages/a/index.json': '{}',
  'pages/a/index.js': "Page({ data: { a: 1 }, go: function () { wx.navigateTo({ url: '/sub/b/index' }); } });",
  'pages/a/index.wxml': '<view bindtap="go">{{a}}</view>',
  'pages/a/index.wxss': '.a { width: 10rpx; }',
  'sub/b/index.json': '{}',
  'sub/b/index.js': 'Page({});',
  'sub/b/index.wxml': '<text>b</text>',
};

/** The findings on a good build with some files changed. */
function findings(change: Record<string, string>, options?: StaticOptions): readonly string[] {
  return report(change, options).errors;
}

const report = (change: Record<string, string>, options?: StaticOptions) => checkWeapp(build(change), options);

function build(change: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-static-'));
  folders.push(folder);
  for (const [file, text] of Object.entries({ ...GOOD, ...change })) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

const page = (script: string) => ({ 'pages/a/index.js': `Page({}); ${script}` });

// miniprogram-ci loads half of the developer tools; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 });

describe('编译结果不用跑就能看出的毛病', () => {
  test('好的没有话说，大小照实数', () => {
    const { errors, sizes, hosts } = report({});
    expect(errors).toEqual([]);
    const bytes = (prefix: string) =>
      Object.entries(GOOD)
        .filter(([file]) => file.startsWith(prefix))
        .reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
    expect(sizes).toEqual({ main: bytes('') - bytes('sub/'), subs: { 'sub/': bytes('sub/') }, total: bytes('') });
    expect(hosts).toEqual([]);
  });

  test('什么也没编出来', () => {
    const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-static-'));
    folders.push(empty);
    expect(() => checkWeapp(empty)).toThrow(/made nothing/);
  });

  test('主包、分包超过自己的限度，超过微信的限度', () => {
    const filler = (bytes: number) => `/*${'x'.repeat(bytes)}*/`;
    expect(findings({ 'app.wxss': filler(1_300_000) })[0]).toMatch(/^main package: .* over our budget of 1258291/);
    expect(findings({ 'sub/b/index.wxss': filler(1_100_000) })[0]).toMatch(/^sub-package sub\/: .* over our budget of 1048576/);
    expect(findings({ 'sub/b/index.wxss': filler(2_100_000) })[0]).toMatch(/^sub-package sub\/: .* WeChat takes no more/);
  });

  test('没有按需加载', () => {
    const app = JSON.stringify({ pages: ['pages/a/index'], subPackages: [{ root: 'sub', pages: ['b/index'] }] });
    expect(findings({ 'app.json': app }).join()).toMatch(/lazyCodeLoading/);
  });

  test.each([
    ['坏的 WXML', { 'pages/a/index.wxml': '<view>{{a + }}</view>' }, /^wcc: /],
    ['微信不收的 WXSS', { 'pages/a/index.wxss': '* { color: red }' }, /^wcsc: /],
    ['太新的语法', page('var a = {}; a?.b;'), /^pages\/a\/index\.js: not ES2019/],
    ['造函数', page("new Function('a', 'return a')"), /new Function/],
    ['不带 new 也一样', page("Function('return 1')()"), /Function\(\)/],
    ['eval', page("eval('1')"), /eval/],
    ['浏览器的东西', page('window.open()'), /window, which WeChat does not have/],
    ['本地存储', page("localStorage.getItem('a')"), /localStorage/],
    ['PATCH', page("wx.request({ url: 'x', method: 'PATCH' })"), /PATCH/],
    ['名单外的主机', page("var a = 'https://cdn.example.com/x.png';"), /host cdn\.example\.com is not on the list: pages\/a\/index\.js/],
  ])('%s', (_name, change, expected) => {
    const found = findings(change as Record<string, string>);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  test('不算毛病的：webpack 的 return this、自己起的同名变量、名单上的主机', () => {
    expect(findings(page("new Function('return this')()"))).toEqual([]);
    expect(findings(page('function f(window) { return window.a; }'))).toEqual([]);
    expect(findings(page("var a = 'https://api.example.gov.cn/x';"), { hosts: ['api.example.gov.cn'] })).toEqual([]);
  });
});

describe('腾讯的上传工具，不联网', () => {
  test('好的没有话说', () => {
    expect(checkWithMiniprogramCi(build({})).errors).toEqual([]);
  });

  test('app.json 里写了没有的页', () => {
    const { errors } = checkWithMiniprogramCi(build({ 'app.json': GOOD['app.json']?.replace('b/index', 'c/index') ?? '' }));
    expect(errors).toEqual([expect.stringMatching(/^miniprogram-ci: .*sub\/c\/index/)]);
  });
});
