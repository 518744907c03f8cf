import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileStore } from '../services/file/store.ts';
import { diskStore } from './disk-store.ts';
import { s3Store } from './s3-store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'assist-store-'));
const BUCKET = 'photos';
let server: S3rver;
let s3: {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};
beforeAll(async () => {
  // s3rver speaks S3's protocol and checks signatures; it knows no If-None-Match, and writes over.
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(folder, 's3'),
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = (await server.run()) as unknown as { port: number };
  s3 = { endpoint: `http://127.0.0.1:${port}`, bucket: BUCKET, region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const all = async (keys: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = [];
  for await (const key of keys) found.push(key);
  return found;
};

describe.each<[string, () => FileStore]>([
  ['文件夹', () => diskStore(path.join(folder, 'disk'))],
  ['S3', () => s3Store(s3)],
])('存照片的地方：%s', (_name, make) => {
  it('写了，一字节不差地读得回来；大的、空的也是', async () => {
    const store = make();
    await store.check();
    for (const bytes of [Buffer.from('照片'), randomBytes(2_000_000), Buffer.alloc(0)]) {
      const key = randomUUID();
      await store.write(key, bytes);
      expect((await store.read(key))?.equals(bytes)).toBe(true);
    }
  });

  it('没有的读出来是没有；删两次也行', async () => {
    const store = make();
    const key = randomUUID();
    expect(await store.read(key)).toBeUndefined();
    await store.write(key, Buffer.from('x'));
    await store.remove(key);
    await store.remove(key);
    expect(await store.read(key)).toBeUndefined();
  });

  it('写完的同一份再写一次，还是那一份', async () => {
    const store = make();
    const key = randomUUID();
    await store.write(key, Buffer.from('x'));
    await store.write(key, Buffer.from('x'));
    expect((await store.read(key))?.toString()).toBe('x');
  });

  it('以前写的列得出来，以后的不列', async () => {
    const store = make();
    const keys = Array.from({ length: 3 }, () => randomUUID());
    for (const key of keys) await store.write(key, Buffer.from('x'));
    expect(await all(store.olderThan(Date.now() + 60_000))).toEqual(expect.arrayContaining(keys));
    expect(await all(store.olderThan(Date.now() - 60_000))).toEqual([]);
  });

  it('不是自己起的名字，一律不碰', async () => {
    const store = make();
    for (const key of ['../secret', 'a', '', `${randomUUID()}?acl`]) {
      await expect(store.write(key, Buffer.from('x'))).rejects.toThrow('not a key');
      await expect(store.read(key)).rejects.toThrow('not a key');
    }
  });
});

describe('S3 的不好的日子', () => {
  const key = randomUUID();
  const answering = (answer: (request: Request) => Response | Promise<Response>, timeoutMs = 60_000) => {
    const asked: Request[] = [];
    const fake: typeof fetch = async (url, init) => {
      const request = new Request(url as string, { ...init, ...(init?.body !== undefined && { duplex: 'half' }) } as RequestInit);
      asked.push(request);
      return answer(request);
    };
    return { asked, store: s3Store({ ...s3, timeoutMs, fetch: fake }) };
  };

  it('密钥不对：说出来，不把别的写进错误', async () => {
    const store = s3Store({ ...s3, accessKeyId: 'nobody' });
    await expect(store.check()).rejects.toThrow('file store: list 403');
    await expect(store.write(key, Buffer.from('秘密'))).rejects.toThrow(/^file store: write 403$/);
  });

  it('断了、忙了，再说两次；一直不答，过了时候就放下', async () => {
    let left = 2;
    const busy = answering(() => new Response(null, { status: left-- > 0 ? 503 : 200 }));
    await busy.store.write(key, Buffer.from('x'));
    expect(busy.asked).toHaveLength(3);
    const silent = answering(
      (request) => new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))),
      50,
    );
    await expect(silent.store.read(key)).rejects.toThrow('file store: read TimeoutError');
    expect(silent.asked).toHaveLength(3);
  });

  it('只写还没有的：有了同样的算写好，有了别的不盖过去', async () => {
    const hash = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    const taken = (there: string) =>
      answering((request) =>
        request.method === 'HEAD' ? new Response(null, { headers: { 'x-amz-meta-sha256': there } }) : new Response(null, { status: 412 }),
      );
    const same = taken(hash);
    await same.store.write(key, Buffer.from('x'));
    expect(same.asked[0]?.headers.get('if-none-match')).toBe('*');
    expect(same.asked[0]?.headers.get('x-amz-content-sha256')).toBe(hash);
    await expect(taken('0'.repeat(64)).store.write(key, Buffer.from('x'))).rejects.toThrow('file store: write 412');
  });

  it('读回来的不是写进去的：不当真', async () => {
    const other = answering(
      () => new Response('y', { headers: { 'x-amz-meta-sha256': '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' } }),
    );
    await expect(other.store.read(key)).rejects.toThrow('other bytes');
  });

  it('一页放不下的，一页一页列完', async () => {
    const page = (keys: string[], next?: string) =>
      `<ListBucketResult><IsTruncated>${next ? 'true' : 'false'}</IsTruncated>${keys.map((one) => `<Contents><Key>${one}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`).join('')}${next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''}</ListBucketResult>`;
    const [one, two] = [randomUUID(), randomUUID()];
    const pages = answering(
      ({ url }) =>
        new Response(new URL(url).searchParams.get('continuation-token') === 'a+b/=' ? page([two]) : page([one, 'README'], 'a+b/=')),
    );
    expect(await all(pages.store.olderThan(Date.now()))).toEqual([one, two]);
  });
});
