import { createHash } from 'node:crypto';
import { localProblem, PROBLEMS, type ProblemCode, type Result, residentApi, type UploadState } from '@assist/contracts';
import { expect, test } from 'vitest';
import { makeFakePhone, settled } from '../_test/fake-phone.ts';
import type { Client } from '../ports.ts';
import { tenths, videoWords } from './video-entry.ts';
import { makeVideoQueue, type VideoPorts } from './video-queue.ts';

const PIECE = 1024 * 1024;
const MOVIE = Uint8Array.from({ length: PIECE * 2 + 100 }, (_, i) => (i * 7) & 0xff);
const problem = (code: ProblemCode) => ({ type: 't', title: PROBLEMS[code][1], status: PROBLEMS[code][0], code });

/** The server's side of an upload, and a phone with one video on it. */
function world() {
  const received = new Set<number>();
  const sent: number[] = [];
  let breakAt: number | undefined;
  let announced: { sha256?: string } = {};
  let finish: ProblemCode | undefined;
  let online = true;
  const state = (): UploadState => ({ uploadId: 'x', pieces: 3, pieceBytes: PIECE, received: [...received] });
  const files = new Map<string, Uint8Array>([['tmp', MOVIE]]);
  const call = (async (endpoint: unknown, { params, body }: { params: { uploadId: string }; body?: object }) => {
    if (endpoint === residentApi.beginUpload) {
      announced = body ?? {};
      return { ok: true, status: 200, data: { ...state(), uploadId: params.uploadId } };
    }
    if (finish) return { ok: false, problem: problem(finish) };
    return { ok: true, status: 200, data: { fileId: params.uploadId, bytes: MOVIE.length } };
  }) as unknown as Client;
  const ports = (phone: ReturnType<typeof makeFakePhone>): VideoPorts => ({
    storage: phone.storage,
    newId: phone.newId,
    call,
    signedIn: () => true,
    online: () => online,
    keepFile: async (id, path) => {
      files.set(id, files.get(path) as Uint8Array);
      return id;
    },
    sealFile: async ({ id, path }) => {
      if (path.startsWith('sealed ')) return path;
      const bytes = files.get(path);
      if (!bytes) return path;
      files.set(`sealed ${id}`, bytes);
      files.delete(path);
      return `sealed ${id}`;
    },
    openFile: async (_id, path) => (files.has(path) ? path : undefined),
    removeFile: async (_id, path) => void files.delete(path),
    readPiece: async (path, from, length) => files.get(path)?.subarray(from, from + length),
    sendPiece: async ({ piece }): Promise<Result<UploadState>> => {
      if (piece === breakAt) return { ok: false, problem: localProblem('no-network') };
      sent.push(piece);
      received.add(piece);
      return { ok: true, status: 200, data: state() };
    },
  });
  return {
    ports,
    files,
    sent,
    announced: () => announced,
    noNetwork: () => {
      online = false;
    },
    breakAt: (piece: number | undefined) => {
      breakAt = piece;
    },
    refuseWith: (code: ProblemCode) => {
      finish = code;
    },
  };
}
const chosen = { path: 'tmp', size: MOVIE.length, mediaType: 'video/mp4' } as const;

test('一段视频一块一块送，先说多大和指纹，收到了手机上就不留', async () => {
  const { ports, files, sent, announced } = world();
  const queue = makeVideoQueue(ports(makeFakePhone()));
  await queue.add('run', chosen);
  await queue.go();
  expect(sent).toEqual([0, 1, 2]);
  expect(announced()).toEqual({ bytes: MOVIE.length, mediaType: 'video/mp4', sha256: createHash('sha256').update(MOVIE).digest('hex') });
  expect(queue.of('run').map((v) => [v.state, v.path])).toEqual([['received', undefined]]);
  expect([...files.keys()]).toEqual(['tmp']);
});

test('送到一半断了、手机关了，再开只送没到的', async () => {
  const { ports, sent, breakAt } = world();
  breakAt(1);
  const phone = makeFakePhone();
  const before = makeVideoQueue(ports(phone));
  await before.add('run', chosen);
  await before.go();
  expect(before.of('run')[0]).toMatchObject({ state: 'chosen', problem: { code: 'no-network' } });
  breakAt(undefined);
  const after = makeVideoQueue(ports(phone.killed()));
  await after.go();
  expect(sent).toEqual([0, 1, 2]);
  expect(after.of('run')[0]?.state).toBe('received');
});

test('没网也先封上，不开着放；关掉再开，没封完的接着封', async () => {
  const { ports, files, noNetwork } = world();
  noNetwork();
  const phone = makeFakePhone();
  const queue = makeVideoQueue(ports(phone));
  await queue.add('run', chosen);
  await queue.go();
  const [waits] = queue.of('run');
  expect([waits?.path, [...files.keys()]]).toEqual([`sealed ${waits?.id}`, ['tmp', `sealed ${waits?.id}`]]);
  // Killed before it was sealed.
  files.set('kept', MOVIE);
  phone.kept.set('videos', JSON.stringify([{ ...waits, path: 'kept' }]));
  const after = makeVideoQueue(ports(phone.killed()));
  await after.go();
  expect([after.of('run')[0]?.path, files.has('kept')]).toEqual([waits?.path, false]);
});

test('手机说没网，等着；本人点了接着传，就试一试', async () => {
  const { ports, sent, noNetwork } = world();
  noNetwork();
  const queue = makeVideoQueue(ports(makeFakePhone()));
  await queue.add('run', chosen);
  await queue.go();
  expect(sent).toEqual([]);
  await queue.again();
  expect(sent).toEqual([0, 1, 2]);
});

test('打不开的、太长的，请再拍一段，不再重送', async () => {
  const { ports, refuseWith, sent } = world();
  refuseWith('video-too-long');
  const queue = makeVideoQueue(ports(makeFakePhone()));
  await queue.add('run', chosen);
  await queue.go();
  await queue.go();
  expect(sent).toEqual([0, 1, 2]);
  expect(queue.of('run')[0]).toMatchObject({ state: 'refused', problem: { title: '视频最多 60 秒，请拍短一点' } });
});

test('超过 50 MB 的当时就说，一块也不送', async () => {
  const { ports, sent } = world();
  const queue = makeVideoQueue(ports(makeFakePhone()));
  await queue.add('run', { ...chosen, size: 50 * 1024 * 1024 + 1 });
  await queue.go();
  expect(sent).toEqual([]);
  expect(queue.of('run')[0]?.state).toBe('refused');
});

test('退出清掉以后，正在送的也不留下', async () => {
  const { ports, files } = world();
  const phone = makeFakePhone();
  const queue = makeVideoQueue(ports(phone));
  void queue.add('run', chosen);
  await settled();
  await queue.clear();
  await settled();
  expect(queue.waiting()).toEqual([]);
  expect(phone.kept.has('videos')).toBe(false);
  expect([...files.keys()]).toEqual(['tmp']);
});

test('传到几成，说大白话', () => {
  expect([0, 0.05, 0.649, 1].map(tenths)).toEqual(['传到 0 成', '传到 0 成', '传到 6 成', '传到 9 成']);
  const entry = { id: 'v', owner: 'r', bytes: 1, mediaType: 'video/mp4', state: 'chosen' } as const;
  expect(videoWords(entry, 0, true)).toBe('正在准备');
  expect(videoWords(entry, undefined, false)).toBe('等有网，从断的地方接着传');
});
