import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const rules = fileURLToPath(new URL('../../deploy/alerts.yaml', import.meta.url));

it('Prometheus 自己的工具也说规则写得对（Debian 的 prometheus 包里的 promtool）', () => {
  const { error, status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', rules], { encoding: 'utf8' });
  if (error) throw new Error('promtool is not installed: sudo apt-get install --no-install-recommends prometheus');
  expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
});
