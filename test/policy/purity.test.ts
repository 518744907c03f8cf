import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const ROOMS = ['packages/policy/src', 'packages/policy-chongqing/src'];

/** Everything the policy packages must not know: taken away before they are loaded and while they assess. */
const SCRIPT = `
  const { assess, explainReceipt, validateHousehold } = await (async () => {
    for (const name of ['Date', 'Intl', 'console', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval', 'setImmediate',
      'queueMicrotask', 'process', 'Buffer', 'navigator', 'structuredClone', 'URL', 'WebSocket', 'Temporal', 'eval', 'Function']) delete globalThis[name];
    delete Math.random;
    return import(PACKAGE);
  })();
  const household = HOUSEHOLD;
  if (validateHousehold(household, '2026-11-22').length > 0) throw new Error('the sample is not in order');
  const receipt = assess(household, '2026-11-22');
  if (explainReceipt(receipt).length !== receipt.findings.length || receipt.findings.length === 0) throw new Error('nothing was explained');
`;
const HOUSEHOLD = { district: '500107', members: [{ id: 'm1', relation: 'self', income: [{ kind: 'wage', amount: 100, per: 'month' }] }] };

describe('the policy packages', () => {
  it('load, assess and explain with clock, chance, network, console and process taken away', async () => {
    const script = SCRIPT.replace('PACKAGE', JSON.stringify(`file://${join(root, 'packages/policy-chongqing/src/index.ts')}`)).replace(
      'HOUSEHOLD;',
      `${JSON.stringify(HOUSEHOLD)};`,
    );
    const done = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
    expect(done.stderr).toBe('');
  });

  it('name none of it in their sources, and import nothing from outside', () => {
    const found: string[] = [];
    for (const room of ROOMS) {
      for (const file of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.ts') || /\.(test|long|arbitrary)\.ts$/.test(file) || /check-cases|describe-properties/.test(file)) continue;
        const text = readFileSync(join(root, room, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
        const named = text.match(
          /\bnew Date\b|\bDate\.|\bIntl\.|\bMath\.random\b|\bconsole\.|\bfetch\(|\bprocess\.|\blocaleCompare\b|\btoLocale\w+/,
        );
        if (named) found.push(`${room}/${file}: ${named[0]}`);
        for (const [, source] of text.matchAll(/from '([^']+)'/g)) {
          if (!source?.startsWith('.') && source !== '@assist/policy') found.push(`${room}/${file}: imports ${source}`);
        }
      }
    }
    expect(found).toEqual([]);
  });
});
