import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repositoryFiles, root, textOf } from './repository-files.ts';

const files = repositoryFiles();
const texts = files.flatMap((file) => {
  const text = textOf(file);
  return text === undefined ? [] : [{ file, text }];
});
const withCode = texts.filter(({ file }) => /\.(m?[jt]sx?)$/.test(file));

/** The lines of all texts that match, as `file:line  what`. Built from parts, these patterns do not find themselves. */
const find = (pattern: RegExp, among = texts) =>
  among.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => {
      const found = pattern.exec(line);
      return found ? [`${file}:${index + 1}  ${found[0]}`] : [];
    }),
  );

test('仓库里能找到文件', () => {
  expect(files).toContain('package.json');
  expect(withCode.length).toBeGreaterThan(100);
});

test('任何文件都不写软件包仓库的主机名', () => {
  const hosts = [
    'registry[.]npmjs',
    'registry[.]npmmirror',
    'registry[.]yarnpkg',
    'npm[.]pkg[.]github',
    'registry[.]npm[.]taobao',
    'mirrors?[.][a-z]+[.](com|cn|edu)',
  ];
  expect(find(new RegExp(hosts.join('|')))).toEqual([]);
});

test('任何文件都不写某一台机器上的绝对路径', () => {
  // Folders of a person's machine or of this one; /var/lib, /usr/bin and the like mean the same everywhere.
  expect(
    find(
      /(?<![\w.~$}:/-])\/(home|root|work|Users|mnt|workspace)\/[\w.-]+/,
      texts.filter(({ file }) => file !== 'pnpm-lock.yaml'),
    ),
  ).toEqual([]);
});

test('没有名为 utils、common、helpers、manager 的文件或文件夹', () => {
  expect(files.filter((file) => file.split('/').some((part) => /^(utils?|commons?|helpers?|managers?)(\.|$)/i.test(part)))).toEqual([]);
});

test('文件名用小写和短横线，组件用大写开头，Taro 的页面用 index', () => {
  const odd = withCode
    .map(({ file }) => path.basename(file))
    .filter((name) => !/^_?[a-z0-9]+([-.][a-z0-9]+)*\.m?[jt]sx?$|^[A-Z][A-Za-z0-9]*\.tsx$/.test(name));
  expect(odd).toEqual([]);
});

test('每个测试文件都属于 npm test 或 npm run test:long', () => {
  const tests = withCode
    .filter(({ text }) => /import [^;]*\b(test|it|describe)\b[^;]* from 'vitest'|from 'node:test'/.test(text))
    .map(({ file }) => file);
  expect(tests.length).toBeGreaterThan(10);
  expect(tests.filter((file) => !/^(apps|packages|test)\/.*(\.(test|long)|-for-test)\.tsx?$/.test(file))).toEqual([]);
  expect(texts.filter(({ file }) => /\.(spec|e2e)\.\w+$/.test(file)).map(({ file }) => file)).toEqual([]);
});

test('没有只跑一个、先跳过、以后再写的测试', () => {
  expect(
    find(
      /\b(test|it|describe)\.(only|todo|skip)\b/,
      withCode.filter(({ file }) => /\.(test|long)\.tsx?$/.test(file)),
    ),
  ).toEqual([]);
});

test('房间之外没有别的顶层文件夹', () => {
  const top = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
  expect([...top].sort()).toEqual(['.ci', 'apps', 'packages', 'test']);
});

test('README 写着启动和测试的命令，.ci/run 就是那条测试命令', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(readme).toContain('npm start');
  expect(readme).toContain('npm test');
  expect(readFileSync(path.join(root, '.ci/run'), 'utf8')).toMatch(/^exec npm test$/m);
  for (const [, name] of readme.matchAll(/`(?:npm run|pnpm) ([\w:]+)/g)) expect(['install', ...Object.keys(scripts)]).toContain(name);
});
