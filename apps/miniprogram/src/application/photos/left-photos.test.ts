import { describe, expect, test } from 'vitest';
import { settled } from '../_test/fake-phone.ts';
import { OWNER, openPhotos, photo } from '../_test/open-photos.ts';
import { leftPhotos } from './left-photos.ts';

describe('没随申请交上的照片', () => {
  const kept = (sentPhotos: readonly string[]) => ({
    receipt: {} as never,
    draftId: OWNER,
    earlierContent: false,
    photosLeft: 1,
    sentPhotos,
  });

  test('镇上后来要时还拿得出来：挪过去就算那一样的，不用再拍，也不再列', async () => {
    const t = openPhotos();
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
    const t = openPhotos();
    await t.queue.add(OWNER, 'medical', [photo('a')]);
    const { sentPhotos: _unknown, ...old } = kept([]);
    expect(leftPhotos(t.queue, old)).toEqual([]);
  });
});

describe('退出，清掉', () => {
  test('记的、存的、正在传的，都不留；传完了也不再写回来，下一个人照常传', async () => {
    const t = openPhotos();
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
