import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { WeappFiles } from './weapp-files.ts';

/**
 * WeChat's own WXML and WXSS compilers, as they come with miniprogram-compiler: programs for Linux on x64.
 * They find bad expressions, unclosed tags and selectors that WeChat does not take.
 */
export function checkWithWechatCompilers({ root, all, size }: WeappFiles): string[] {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const programs = path.join(path.dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json')), 'bin/linux');
  return [
    ...run(
      'wcc',
      ['-d'],
      all.filter((file) => /\.(wxml|wxs)$/.test(file)),
    ),
    ...run(
      'wcsc',
      ['-lc', '-js'],
      all.filter((file) => file.endsWith('.wxss') && size(file) > 0),
    ),
  ];

  function run(tool: string, options: string[], files: string[]): string[] {
    if (files.length === 0) return [];
    // The package's copy is not executable, and its folder may not be writable.
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-compiler-'));
    const program = path.join(folder, tool);
    try {
      fs.copyFileSync(path.join(programs, tool), program);
      fs.chmodSync(program, 0o755);
      const done = spawnSync(program, [...options, ...files, '-o', '/dev/null'], { cwd: root, encoding: 'utf8' });
      return done.status === 0 ? [] : [`${tool}: ${`${done.stderr}${done.stdout}`.trim().slice(0, 500) || done.error?.message}`];
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  }
}
