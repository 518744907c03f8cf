import { randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Composed, compose } from '../../compose.ts';
import { CHORES } from '../../jobs/housekeeping.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, form, resident } from '../../test/people.ts';
import { sendPhoto } from '../../test/uploads-for-test.ts';

const DAY = 86_400_000;
let bff: BffForTest;
let one: Composed;
beforeAll(async () => {
  bff = await bffForTest();
  one = compose(bff.config, 'test', () => '', { clock: bff.clock });
  await one.context.keys.load();
});
afterAll(async () => {
  await one.connection.close();
  await bff.close();
});

type Someone = Awaited<ReturnType<typeof resident>>;
/** A token lasts minutes: she signs in anew each day she comes. */
const back = (name: string) => resident(bff, name, null);
const save = (who: Someone, draftId: string, baseRevision: number) =>
  who.call(residentApi.saveDraft, { params: { draftId }, body: { formVersion: 1, baseRevision, form: form() } });
const photo = (who: Someone) => sendPhoto(bff, who, 'income');
const there = async (id: string) =>
  (await bff.sql`select 1 from drafts where id = ${id} union all select 1 from files where id = ${id}`).length === 1;
const told = async (name: string) => {
  const who = await back(name);
  return done(await who.call(residentApi.messages, { query: {} })).items.filter(({ kind }) => kind === 'unsent-ending');
};
/** What the worker does about it, in its order. */
const MINE = CHORES.filter(({ name }) => ['tell-ending', 'expire-drafts', 'sweep-files'].includes(name));
const days = async (n: number) => {
  bff.pass(n * DAY);
  for (const chore of MINE) await chore.run(one.context);
};

it('没填完的：提前七天说一声，说哪天、能做什么；没动就到那天删；说一次', async () => {
  const id = randomUUID();
  done(await save(await resident(bff, 'a'), id, 0));
  await days(22);
  expect(await told('a')).toEqual([]);
  await days(1);
  await days(1);
  const [one, ...more] = await told('a');
  expect(more).toEqual([]);
  expect(one).toMatchObject({
    title: '没交的，给您留到这几天',
    sentence: {
      sentence: '您没填完的申请，给您留到12月22日，之后就删掉了。还想办，在那以前打开接着填一点，再留三十天；不办了，什么都不用做。',
    },
  });
  await days(5);
  expect(await there(id)).toBe(true);
  await days(2);
  expect(await there(id)).toBe(false);
});

it('接着填了：再留三十天，到时再说一次', async () => {
  const id = randomUUID();
  done(await save(await resident(bff, 'b'), id, 0));
  await days(25);
  done(await save(await back('b'), id, 1));
  await days(20);
  expect([await there(id), (await told('b')).length]).toEqual([true, 1]);
  await days(4);
  expect((await told('b')).length).toBe(2);
});

it('做事的进程停了两个月：她回来还在；先说，再等七天', async () => {
  const id = randomUUID();
  done(await save(await resident(bff, 'c'), id, 0));
  bff.pass(60 * DAY);
  done(await (await back('c')).call(residentApi.draft, { params: { draftId: id } }));
  await days(0);
  expect([await there(id), (await told('c')).length]).toEqual([true, 1]);
  await days(6);
  expect(await there(id)).toBe(true);
  await days(2);
  expect(await there(id)).toBe(false);
});

it('没交的照片：一起说一条；有草稿的不说；交了的不说', async () => {
  const [alone, withDraft] = [await resident(bff, 'd'), await resident(bff, 'e')];
  const photos = [await photo(alone), await photo(alone)];
  const kept = await photo(withDraft);
  const draftId = randomUUID();
  done(await save(withDraft, draftId, 0));
  await days(24);
  done(await save(await back('e'), draftId, 1));
  expect((await told('d')).map(({ sentence }) => sentence.sentence.slice(0, 11))).toEqual(['您拍好没交的2张照片，']);
  expect(await told('e').then((all) => all.filter(({ sentence }) => sentence.sentence.includes('照片')))).toEqual([]);
  await days(5);
  expect(await Promise.all(photos.map(there))).toEqual([true, true]);
  await days(3);
  expect(await Promise.all([...photos, kept].map(there))).toEqual([false, false, true]);
});

it('说过照片以后又开始填：照片跟着草稿；草稿到时删了，照片再说一次，再留七天', async () => {
  const kept = await photo(await resident(bff, 'f'));
  await days(24);
  done(await save(await back('f'), randomUUID(), 0));
  await days(24);
  await days(8);
  await days(0);
  const words = (await told('f')).map(({ sentence }) => sentence.sentence.slice(0, 5));
  expect(words).toEqual(['您拍好没交', '您没填完的', '您拍好没交']);
  await days(6);
  expect(await there(kept)).toBe(true);
  await days(2);
  expect(await there(kept)).toBe(false);
});
