import { type FileView, localProblem, PROBLEMS, type ProblemCode, type Result } from '@assist/contracts';
import { describe, expect, test } from 'vitest';
import { type FakePhone, makeFakePhone, settled } from '../_test/fake-phone.ts';
import { leftPhotos } from './left-photos.ts';
import { makePhotoQueue } from './photo-queue.ts';

const OWNER = 'draft-1';
const photo = (name: string, bytes = 2000) => ({ path: `tmp/${name}`, bytes });

/** A phone with its files, and a server that confirms unless told otherwise. */
function open(phone: FakePhone = makeFakePhone(), files = new Map<string, string>()) {
  const sent: string[] = [];
  const received: string[] = [];
  const deleted: string[] = [];
  const hidden: string[] = [];
  const hashes: (string | undefined)[] = [];
  const answers: (ProblemCode | 'wrong-id')[] = [];
  const is = { online: true, signedIn: true, atOnce: 0, most: 0 };
  let hold: Promise<void> | undefined;
  let progress: ((part: number) => void) | undefined;
  const problem = (code: ProblemCode): Result<FileView> => {
    const [status, title] = PROBLEMS[code];
    const local = code === 'no-network' || code === 'timeout' || code === 'answer-not-understood';
    return { ok: false, problem: local ? localProblem(code) : { type: code, title, status, code, instance: 'W7K-3Q9' } };
  };
  const queue = makePhotoQueue({
    storage: phone.storage,
    newId: phone.newId,
    signedIn: () => is.signedIn,
    online: () => is.online,
    async upload({ id, path, sha256 }, tell) {
      sent.push(path);
      hashes.push(sha256);
      is.most = Math.max(is.most, ++is.atOnce);
      progress = tell;
      await hold;
      is.atOnce -= 1;
      const answer = answers.shift();
      if (answer && answer !== 'wrong-id') return problem(answer);
      const fileId = answer === 'wrong-id' ? phone.newId() : id;
      return { ok: true, status: 201, data: { fileId, bytes: 1, mediaType: 'image/jpeg', receivedAt: '2026-11-22T10:32:00+08:00' } };
    },
    keepFile: async (id, temporary) => {
      files.set(`kept/${id}`, temporary);
      return `kept/${id}`;
    },
    showFile: async (_id, path) => (files.has(path) ? `shown/${path}` : undefined),
    withFile: async (_id, path, act) => (files.has(path) ? act(path) : undefined),
    removeFile: async (_id, path) => void files.delete(path),
    hideFile: (id) => hidden.push(id),
    hash: async ({ id }) => `hash of ${id}`,
    deleteAtServer: async (id) => {
      deleted.push(id);
      return { ok: true, status: 204, data: undefined };
    },
    onReceived: (entry) => received.push(entry.id),
  });
  return {
    queue,
    phone,
    files,
    sent,
    received,
    deleted,
    hidden,
    hashes,
    answers,
    is,
    words: () => queue.of(OWNER).map((p) => p.words),
    tell: (part: number) => progress?.(part),
    holdOn() {
      let go = () => {};
      hold = new Promise((resolve) => {
        go = () => resolve();
      });
      return () => {
        hold = undefined;
        go();
      };
    },
  };
}

describe('照片', () => {
  test('选好就传，一张一张按次序，带着指纹；确认一张，手机里就拿掉一张，看还看得到', async () => {
    const t = open();
    await t.queue.add(OWNER, 'medical', [photo('a'), photo('b'), photo('c')]);
    await settled();
    expect(t.words()).toEqual(['已收到', '已收到', '已收到']);
    expect(t.is.most).toBe(1);
    expect(t.sent.map((p) => p.slice(-2))).toEqual(['01', '02', '03']);
    expect(t.hashes.map((h) => h?.slice(-2))).toEqual(['01', '02', '03']);
    expect(t.received.length).toBe(3);
    expect(t.files.size).toBe(0);
    expect(t.queue.of(OWNER).map((p) => p.shownFrom?.slice(-2))).toEqual(['01', '02', '03']);
  });

  test('等最后一张的，等到的时候它已经在表里', async () => {
    const t = open();
    const heard: number[] = [];
    t.queue.subscribe(() => t.queue.receivedOf(OWNER).length === 1 && heard.push(t.received.length));
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    expect(heard[0]).toBe(1);
  });

  test('确认了还没来得及拿掉就被关掉：再开时拿掉', async () => {
    const t = open();
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    const list = JSON.parse(t.phone.kept.get('photos') as string) as { entries: object[] };
    t.phone.kept.set('photos', JSON.stringify({ ...list, entries: list.entries.map((e) => ({ ...e, path: 'kept/a' })) }));
    t.files.set('kept/a', 'tmp/a');
    await open(t.phone.killed(), t.files).queue.open();
    expect(t.files.size).toBe(0);
  });

  test('正在传写到几成，只进不退；没确认以前不说收到，文件还在', async () => {
    const t = open();
    const release = t.holdOn();
    await t.queue.add(OWNER, 'medical', [photo('a'), photo('b')]);
    await settled();
    expect(t.words()).toEqual(['正在传 0%', '选好了']);
    t.tell(0.6);
    t.tell(0.4);
    expect(t.words()[0]).toBe('正在传 60%');
    t.tell(1);
    expect(t.words()[0]).toBe('正在传 100%');
    expect(t.files.size).toBe(2);
    release();
    await settled();
    expect(t.words()).toEqual(['已收到', '已收到']);
  });

  test('服务器回的不是这一张：不算收到', async () => {
    const t = open();
    t.answers.push('wrong-id');
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    expect(t.words()).toEqual(['没传完']);
    expect(t.files.size).toBe(1);
  });

  test('传到一半没网：停下，后面的不乱冲；网回来从第一张起，各传一次', async () => {
    const t = open();
    t.answers.push('no-network');
    t.is.online = true;
    await t.queue.add(OWNER, 'medical', [photo('a'), photo('b')]);
    await settled();
    t.is.online = false;
    expect(t.words()).toEqual(['等有网', '等有网']);
    expect(t.sent.length).toBe(2 - 1);
    await t.queue.go();
    expect(t.sent.length).toBe(1);
    t.is.online = true;
    await Promise.all([t.queue.go(), t.queue.go(), t.queue.go()]);
    expect(t.sent.map((p) => p.slice(-2))).toEqual(['01', '01', '02']);
    expect(t.words()).toEqual(['已收到', '已收到']);
  });

  test('手机关了再开：没确认的还在，接着传的是同一个编号', async () => {
    const t = open();
    t.is.online = false;
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    const again = open(t.phone.killed(), t.files);
    expect(again.words()).toEqual(['选好了']);
    await again.queue.go();
    expect(again.sent).toEqual(['kept/00000000-0000-4000-8000-000000000001']);
    expect(again.words()).toEqual(['已收到']);
    expect(again.received).toEqual(['00000000-0000-4000-8000-000000000001']);
  });

  test.each([
    ['file-empty', '再拍一张'],
    ['file-kind-unknown', '再拍一张'],
    ['file-too-large', '换一张小的'],
  ] as const)('服务器看过说 %s：一句话、一件事，别的接着传', async (code, action) => {
    const t = open();
    t.answers.push(code);
    await t.queue.add(OWNER, 'medical', [photo('a'), photo('b')]);
    await settled();
    expect(t.words()).toEqual(['传不了', '已收到']);
    expect(t.queue.of(OWNER)[0]).toMatchObject({ problem: { title: PROBLEMS[code][1] }, action: { words: action } });
    await t.queue.go();
    expect(t.sent.length).toBe(2);
  });

  test('说打不开：多半是路上断了，手机里那张自己再传一次；还是打不开，才请人再拍', async () => {
    const t = open();
    t.answers.push('file-damaged', 'file-damaged', 'file-damaged');
    await t.queue.add(OWNER, 'medical', [photo('a'), photo('b')]);
    await settled();
    expect(t.sent.map((p) => p.slice(-2))).toEqual(['01', '01', '02', '02']);
    expect(t.words()).toEqual(['传不了', '已收到']);
    expect(t.queue.of(OWNER)[0]).toMatchObject({ problem: { title: PROBLEMS['file-damaged'][1] }, action: { words: '再拍一张' } });
    await t.queue.go();
    expect(t.sent.length).toBe(4);
  });

  test('空的、超过 10 MB 的，不用传就知道', async () => {
    const t = open();
    await t.queue.add(OWNER, 'medical', [photo('empty', 0), photo('big', 30 * 1024 * 1024), photo('ten', 10 * 1024 * 1024)]);
    await settled();
    expect(t.queue.of(OWNER).map((p) => p.problem?.code)).toEqual(['file-empty', 'file-too-large', undefined]);
    expect(t.sent.length).toBe(1);
  });

  test('手机里的图没了：说打不开，请再拍，别的接着传', async () => {
    const t = open();
    t.is.online = false;
    await t.queue.add(OWNER, 'medical', [photo('a'), photo('b')]);
    t.files.delete('kept/00000000-0000-4000-8000-000000000001');
    t.is.online = true;
    await t.queue.go();
    expect(t.words()).toEqual(['传不了', '已收到']);
  });

  test('没登录先等着，登录了自己接着传', async () => {
    const t = open();
    t.is.signedIn = false;
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    expect(t.sent).toEqual([]);
    t.is.signedIn = true;
    await t.queue.go();
    expect(t.words()).toEqual(['已收到']);
  });

  test('传的时候又选一张：不并排传，接在后面', async () => {
    const t = open();
    const release = t.holdOn();
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    await t.queue.add(OWNER, 'medical', [photo('b')]);
    release();
    await settled();
    expect(t.words()).toEqual(['已收到', '已收到']);
    expect(t.is.most).toBe(1);
  });

  test('正在传的那张被拿掉：传到了也叫服务器删掉，不写进表里', async () => {
    const t = open();
    const release = t.holdOn();
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    await t.queue.remove('00000000-0000-4000-8000-000000000001');
    release();
    await settled();
    expect([t.words(), t.received, t.deleted]).toEqual([[], [], ['00000000-0000-4000-8000-000000000001']]);
  });

  test('收到过的拿掉：没网时记着，有网再告诉服务器', async () => {
    const t = open();
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    t.is.online = false;
    await t.queue.remove('00000000-0000-4000-8000-000000000001');
    expect([t.words(), t.deleted]).toEqual([[], []]);
    t.is.online = true;
    await t.queue.go();
    expect(t.deleted).toEqual(['00000000-0000-4000-8000-000000000001']);
    await t.queue.go();
    expect(t.deleted.length).toBe(1);
  });
});

describe('没随申请交上的照片', () => {
  const kept = (sentPhotos: readonly string[]) => ({
    receipt: {} as never,
    draftId: OWNER,
    earlierContent: false,
    photosLeft: 1,
    sentPhotos,
  });

  test('镇上后来要时还拿得出来：挪过去就算那一样的，不用再拍，也不再列', async () => {
    const t = open();
    await t.queue.add(OWNER, 'medical', [photo('sent')]);
    await settled();
    const [sent] = t.queue.of(OWNER);
    t.is.online = false;
    await t.queue.add(OWNER, 'housing', [photo('left')]);
    await t.queue.add(OWNER, 'housing', [photo('empty', 0)]);
    const receipt = kept([sent?.id as string]);
    const [left, ...others] = leftPhotos(t.queue, receipt);
    expect([left?.about, others]).toEqual(['housing', []]);
    await t.queue.give(left?.id as string, 'correction/item', 'other');
    expect(leftPhotos(t.queue, receipt)).toEqual([]);
    t.is.online = true;
    await t.queue.go();
    expect(t.queue.receivedOf('correction/item').map((p) => [p.id, p.about])).toEqual([[left?.id, 'other']]);
  });

  test('没写明交了哪些的旧回执：不猜', async () => {
    const t = open();
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    const { sentPhotos: _unknown, ...old } = kept([]);
    expect(leftPhotos(t.queue, old)).toEqual([]);
  });
});

describe('退出，清掉', () => {
  test('记的、存的、正在传的，都不留；传完了也不再写回来，下一个人照常传', async () => {
    const t = open();
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    const release = t.holdOn();
    await t.queue.add(OWNER, 'medical', [photo('b')]);
    await settled();
    await t.queue.clear();
    expect([t.queue.of(OWNER), t.queue.waiting(), t.files.size, t.phone.kept.has('photos')]).toEqual([[], [], 0, false]);
    expect(t.hidden.length).toBe(2);
    release();
    await settled();
    expect([t.received.length, t.deleted, t.phone.kept.has('photos')]).toEqual([1, [], false]);
    await t.queue.add('draft-2', 'medical', [photo('c')]);
    await settled();
    expect(t.queue.of('draft-2').map((p) => p.words)).toEqual(['已收到']);
  });
});
