import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, resident, SUFEN } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

type Someone = Awaited<ReturnType<typeof resident>>;
const set = (one: Someone, body: { code?: string; before?: string }) => one.call(residentApi.setOwnCode, { body });
const check = async (one: Someone, code: string) => done(await one.call(residentApi.checkOwnCode, { body: { code } }));
const forget = (one: Someone, lastSix: string) => one.call(residentApi.forgetOwnCode, { body: { lastSix } });
const standing = async (one: Someone) => done(await one.call(residentApi.ownCode, {}));

it('设了，对得上；库里没有这几个数字；换一个要先说原来的', async () => {
  const sufen = await resident(bff, 'owna');
  expect(await standing(sufen)).toEqual({ set: false });
  expect(done(await set(sufen, { code: '2468' }))).toEqual({ set: true });
  expect(await check(sufen, '2468')).toEqual({ right: true, left: 5 });
  const [row] = await bff.sql`select a::text as text from accounts a where id = ${sufen.accountId}`;
  expect(row?.text).not.toContain('2468');
  expect(await set(sufen, { code: '1357' })).toMatchObject({ ok: false, problem: { code: 'second-step-wrong' } });
  expect((await set(sufen, { code: '1357', before: '2468' })).ok).toBe(true);
  expect((await set(sufen, { before: '1357' })).ok).toBe(true);
  expect(await standing(sufen)).toEqual({ set: false });
});

it('错五次，第六次对了也不开；别的照样能用；说得出证件号后六位就重新来', async () => {
  const sufen = await resident(bff, 'ownb');
  done(await set(sufen, { code: '2468' }));
  const left = [];
  for (let i = 0; i < 5; i++) left.push((await check(sufen, '0000')).left);
  expect(left).toEqual([4, 3, 2, 1, 0]);
  expect(await check(sufen, '2468')).toEqual({ right: false, left: 0 });
  // Never a lock-out from help: the account works as before.
  expect((await sufen.submit()).ok).toBe(true);
  expect(await forget(sufen, '000000')).toMatchObject({ ok: false, problem: { code: 'relay-digits-wrong' } });
  expect(done(await forget(sufen, SUFEN.number.slice(-6)))).toEqual({ set: false });
});

it('两只手同时试，算两次', async () => {
  const sufen = await resident(bff, 'ownc');
  done(await set(sufen, { code: '2468' }));
  const tries = await Promise.all(Array.from({ length: 8 }, () => check(sufen, '1111')));
  expect(tries.map((one) => one.left).sort()).toEqual([0, 0, 0, 0, 1, 2, 3, 4]);
});

it('没有证件的人忘了，不会因为没有证件被关在外面', async () => {
  const nobody = await resident(bff, 'ownd', null);
  done(await set(nobody, { code: '2468' }));
  expect(done(await forget(nobody, '123456'))).toEqual({ set: false });
});
