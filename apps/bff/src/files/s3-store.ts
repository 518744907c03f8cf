import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { FileStore } from '../services/file/store.ts';
import { pagesOf } from './s3-listing.ts';

export interface S3Options {
  /** Of the server, e.g. `https://s3.example.org`; the bucket is the first part of the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Milliseconds for one exchange. Default 15000: a film of 50 MB in a data centre. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

const KEY = /^[0-9a-f-]{36}$/;
/** How often what got no answer, or "come again", is said again. Every exchange here may be said twice. */
const TRIES = 3;
const HASH_HEADER = 'x-amz-meta-sha256';

/** What the store answered; its body stays unread, it may repeat what we sent. */
export class FileStoreError extends Error {
  constructor(what: string, status: number | string) {
    super(`file store: ${what} ${status}`);
    this.name = 'FileStoreError';
  }
}

/**
 * Photos in any store that speaks S3. What is written carries its hash, signed, so that the server refuses what came differently, and is
 * written only where there is nothing yet (`If-None-Match`; a server that does not know it writes over it: names are random, so
 * it never happens by itself). What is read is laid beside the hash it was written with.
 */
export function s3Store(options: S3Options): FileStore {
  const { bucket, region, accessKeyId, secretAccessKey, timeoutMs = 15_000, fetch: send = fetch } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const root = `${options.endpoint.replace(/\/$/, '')}/${bucket}`;
  const place = (key: string): string => {
    if (!KEY.test(key)) throw new Error('not a key of this store');
    return `${root}/${key}`;
  };

  const once = async (url: string, init: RequestInit): Promise<Response> => {
    const signed = await client.sign(url, init);
    return send(signed.url, {
      method: signed.method,
      headers: signed.headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(init.body !== undefined && { body: init.body }),
    });
  };
  const ask = async (what: string, url: string, init: RequestInit): Promise<Response> => {
    for (let left = TRIES; ; ) {
      left -= 1;
      const answer = await once(url, init).catch((error: unknown) => {
        if (left === 0) throw new FileStoreError(what, error instanceof Error ? error.name : 'no answer');
      });
      if (answer && (answer.status < 500 || left === 0)) return answer;
      await answer?.body?.cancel();
    }
  };
  /** The answer where it is one of these; otherwise an error without anything of the body. */
  const expecting = async (what: string, url: string, init: RequestInit, statuses: readonly number[]): Promise<Response> => {
    const answer = await ask(what, url, init);
    if (statuses.includes(answer.status)) return answer;
    await answer.body?.cancel();
    throw new FileStoreError(what, answer.status);
  };
  const hashThere = async (key: string): Promise<string | null | undefined> => {
    const answer = await expecting('look', place(key), { method: 'HEAD' }, [200, 404]);
    return answer.status === 404 ? undefined : answer.headers.get(HASH_HEADER);
  };

  return {
    async write(key, bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const headers = {
        'x-amz-content-sha256': hash,
        [HASH_HEADER]: hash,
        'content-md5': createHash('md5').update(bytes).digest('base64'),
        'content-type': 'application/octet-stream',
        'if-none-match': '*',
      };
      const answer = await expecting('write', place(key), { method: 'PUT', headers, body: new Uint8Array(bytes) }, [200, 201, 409, 412]);
      await answer.body?.cancel();
      // An earlier try of ours that got no answer, or somebody else's bytes: then nothing was written over.
      if (answer.status >= 400 && (await hashThere(key)) !== hash) throw new FileStoreError('write', answer.status);
    },
    async read(key) {
      const answer = await expecting('read', place(key), { method: 'GET' }, [200, 404]);
      if (answer.status === 404) {
        await answer.body?.cancel();
        return undefined;
      }
      const bytes = Buffer.from(await answer.arrayBuffer());
      const hash = answer.headers.get(HASH_HEADER);
      if (hash && createHash('sha256').update(bytes).digest('hex') !== hash)
        throw new FileStoreError('read', 'other bytes than were written');
      return bytes;
    },
    async remove(key) {
      const answer = await expecting('remove', place(key), { method: 'DELETE' }, [200, 204, 404]);
      await answer.body?.cancel();
    },
    async *olderThan(ms) {
      const list = async (query: string) => (await expecting('list', `${root}?${query}`, { method: 'GET' }, [200])).text();
      for await (const { key, at } of pagesOf(list)) if (at < ms && KEY.test(key)) yield key;
    },
    async check() {
      const answer = await expecting('list', `${root}?list-type=2&max-keys=1`, { method: 'GET' }, [200]);
      await answer.body?.cancel();
    },
  };
}
