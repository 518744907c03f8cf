import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createStorage } from './weapp-storage.ts';

const MB = 1024 * 1024;
const text = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2)); // two quotes

test('一个键 1 MB，一字节也不多', () => {
  const storage = createStorage();
  expect(storage.call({ op: 'set', key: 'k', json: text(MB) }).fail).toBeUndefined();
  expect(storage.call({ op: 'set', key: 'k', json: text(MB + 1) }).fail).toBe('exceed storage item max length');
  expect(storage.call({ op: 'set', key: 'e', json: text(0.7 * MB + 1), encrypt: true }).fail).toBe('exceed storage item max length');
});

test('一共 10 MB，覆盖旧的不重复算', () => {
  const storage = createStorage();
  for (let n = 0; n < 9; n++) storage.call({ op: 'set', key: `k${n}`, json: text(MB) });
  expect(storage.call({ op: 'set', key: 'k9', json: text(MB) }).fail).toBe('exceed storage max size 10Mb'); // the keys count too
  expect(storage.call({ op: 'set', key: 'k9', json: text(MB - 100) }).fail).toBeUndefined();
  expect(storage.call({ op: 'set', key: 'k9', json: text(MB - 90) }).fail).toBeUndefined();
  expect(storage.call({ op: 'info' }).currentSize).toBe(10 * 1024);
});

test('中文按字节算', () => {
  expect(createStorage().call({ op: 'set', key: 'k', json: JSON.stringify('助'.repeat(400_000)) }).fail).toMatch(/exceed/);
});

test('放在文件夹里的，下一次还在', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'));
  const first = createStorage(folder);
  first.call({ op: 'set', key: 'k', json: '{"a":1}' });
  first.call({ op: 'agree-privacy' });
  first.saveFile('wxfile://usr/a.jpg', { name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.from([1, 2]) });
  const second = createStorage(folder);
  expect(second.peek('k')).toEqual({ a: 1 });
  expect(second.privacyAgreed).toBe(true);
  expect(second.files.get('wxfile://usr/a.jpg')?.bytes).toEqual(Buffer.from([1, 2]));
  fs.rmSync(folder, { recursive: true });
});
