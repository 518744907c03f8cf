import { PROBLEMS } from '@assist/contracts';
import { describe, expect, test } from 'vitest';
import { settled } from '../_test/fake-phone.ts';
import { OWNER, openPhotos, photo } from '../_test/open-photos.ts';

describe('照片', () => {
  test('选好就传，一张一张按次序，带着指纹；确认一张，手机里就拿掉一张，看还看得到', async () => {
    const t = openPhotos();
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
    const t = openPhotos();
    const heard: number[] = [];
    t.queue.subscribe(() => t.queue.receivedOf(OWNER).length === 1 && heard.push(t.received.length));
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    expect(heard[0]).toBe(1);
  });

  test('确认了还没来得及拿掉就被关掉：再开时拿掉', async () => {
    const t = openPhotos();
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    const list = JSON.parse(t.phone.kept.get('photos') as string) as { entries: object[] };
    t.phone.kept.set('photos', JSON.stringify({ ...list, entries: list.entries.map((e) => ({ ...e, path: 'kept/a' })) }));
    t.files.set('kept/a', 'tmp/a');
    await openPhotos(t.phone.killed(), t.files).queue.open();
    expect(t.files.size).toBe(0);
  });

  test('正在传写到几成，只进不退；没确认以前不说收到，文件还在', async () => {
    const t = openPhotos();
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
    const t = openPhotos();
    t.answers.push('wrong-id');
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    expect(t.words()).toEqual(['没传完']);
    expect(t.files.size).toBe(1);
  });

  test('传到一半没网：停下，后面的不乱冲；网回来从第一张起，各传一次', async () => {
    const t = openPhotos();
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
    const t = openPhotos();
    t.is.online = false;
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    const again = openPhotos(t.phone.killed(), t.files);
    expect(again.words()).toEqual(['选好了']);
    await again.queue.go();
    expect(again.sent).toEqual(['kept/00000000-0000-4000-8000-000000000001']);
    expect(again.words()).toEqual(['已收到']);
    expect(again.received).toEqual(['00000000-0000-4000-8000-000000000001']);
  });

  test.each([
    ['file-empty', '重拍这一张'],
    ['file-kind-unknown', '重拍这一张'],
    ['file-too-large', '换一张小的'],
  ] as const)('服务器看过说 %s：一句话、一件事，别的接着传', async (code, action) => {
    const t = openPhotos();
    t.answers.push(code);
    await t.queue.add(OWNER, 'medical', [photo('a'), photo('b')]);
    await settled();
    expect(t.words()).toEqual(['没收下', '已收到']);
    expect(t.queue.of(OWNER)[0]).toMatchObject({ problem: { title: PROBLEMS[code][1] }, action: { words: action } });
    await t.queue.go();
    expect(t.sent.length).toBe(2);
  });

  test('说打不开：多半是路上断了，手机里那张自己再传一次；还是打不开，才请人再拍', async () => {
    const t = openPhotos();
    t.answers.push('file-damaged', 'file-damaged', 'file-damaged');
    await t.queue.add(OWNER, 'medical', [photo('a'), photo('b')]);
    await settled();
    expect(t.sent.map((p) => p.slice(-2))).toEqual(['01', '01', '02', '02']);
    expect(t.words()).toEqual(['没收下', '已收到']);
    expect(t.queue.of(OWNER)[0]).toMatchObject({ problem: { title: PROBLEMS['file-damaged'][1] }, action: { words: '重拍这一张' } });
    await t.queue.go();
    expect(t.sent.length).toBe(4);
  });

  test('空的、超过 10 MB 的，不用传就知道', async () => {
    const t = openPhotos();
    await t.queue.add(OWNER, 'medical', [photo('empty', 0), photo('big', 30 * 1024 * 1024), photo('ten', 10 * 1024 * 1024)]);
    await settled();
    expect(t.queue.of(OWNER).map((p) => p.problem?.code)).toEqual(['file-empty', 'file-too-large', undefined]);
    expect(t.sent.length).toBe(1);
  });

  test('手机里的图没了：说打不开，请再拍，别的接着传', async () => {
    const t = openPhotos();
    t.is.online = false;
    await t.queue.add(OWNER, 'medical', [photo('a'), photo('b')]);
    t.files.delete('kept/00000000-0000-4000-8000-000000000001');
    t.is.online = true;
    await t.queue.go();
    expect(t.words()).toEqual(['没收下', '已收到']);
  });

  test('没登录先等着，登录了自己接着传', async () => {
    const t = openPhotos();
    t.is.signedIn = false;
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    expect(t.sent).toEqual([]);
    t.is.signedIn = true;
    await t.queue.go();
    expect(t.words()).toEqual(['已收到']);
  });

  test('传的时候又选一张：不并排传，接在后面', async () => {
    const t = openPhotos();
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
    const t = openPhotos();
    const release = t.holdOn();
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    await settled();
    await t.queue.remove('00000000-0000-4000-8000-000000000001');
    release();
    await settled();
    expect([t.words(), t.received, t.deleted]).toEqual([[], [], ['00000000-0000-4000-8000-000000000001']]);
  });

  test('收到过的拿掉：没网时记着，有网再告诉服务器', async () => {
    const t = openPhotos();
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
