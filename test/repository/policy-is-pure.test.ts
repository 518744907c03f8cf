import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root } from './repository-files.ts';

/** Loads a module in a process where whatever could make a rule depend on the day, the machine or luck is gone. */
function loadWithout(modules: string[], then = '') {
  const code = `
    const write = process.stdout.write.bind(process.stdout);
    const load = (url) => import(url);
    delete Math.random;
    for (const name of ['Date', 'Intl', 'console', 'process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'Buffer', 'navigator', 'WebSocket']) delete globalThis[name];
    const loaded = {};
    for (const url of ${JSON.stringify(modules)}) Object.assign(loaded, await load(url));
    ${then}
    write(String(Object.keys(loaded).length));`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
}

const entry = (name: string) => pathToFileURL(path.join(root, 'packages', name, 'src/index.ts')).href;

test('政策包在没有时钟、随机数、地区格式、输入输出的环境里照样加载', () => {
  const { stdout, stderr } = loadWithout([entry('policy'), entry('policy-chongqing')]);
  expect(stderr).toBe('');
  expect(Number(stdout)).toBeGreaterThan(20);
});

test('这个环境里确实没有时钟：用到它的模块加载不了', () => {
  const usesClock = `data:text/javascript,${encodeURIComponent('export const now = Date.now();')}`;
  expect(loadWithout([usesClock]).stderr).toContain('Date is not defined');
});
