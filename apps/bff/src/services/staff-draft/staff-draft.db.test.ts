import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const DAY = 24 * 3_600_000;
const params = { name: 'opinion.018f3a2e-0000-7000-8000-000000000001' };
const as = async (staffId: string) => (await bff.staff(staffId)).call;
const read = async (staffId: string) => done(await (await as(staffId))(staffApi.staffDraft, { params })).body;

it('写了一半的意见：换一台电脑登录还在，只有自己看得到，库里看不懂；送出就没了，三十天没回来也没了', async () => {
  expect(await read('sample-heli')).toBeNull();
  const heli = await as('sample-heli');
  done(await heli(staffApi.keepStaffDraft, { params, body: { body: '{"reason":"看了工资单，还"}' } }));
  done(await heli(staffApi.keepStaffDraft, { params, body: { body: '{"reason":"看了工资单，还要问"}' } }));
  // Another session, as on another computer.
  expect(await read('sample-heli')).toBe('{"reason":"看了工资单，还要问"}');
  for (const other of ['sample-huangchunlan', 'sample-qinlan', 'sample-yangfan']) expect(await read(other)).toBeNull();
  const rows = await bff.sql`select encode(body_sealed, 'escape') as body from staff_drafts`;
  expect(rows).toHaveLength(1);
  expect(rows[0]?.body).not.toContain('工资单');
  done(await heli(staffApi.forgetStaffDraft, { params }));
  done(await heli(staffApi.forgetStaffDraft, { params }));
  expect(await read('sample-heli')).toBeNull();

  done(await heli(staffApi.keepStaffDraft, { params, body: { body: '一' } }));
  bff.pass(30 * DAY - 1000);
  await bff.worker.chores();
  expect(await read('sample-heli')).toBe('一');
  bff.pass(2000);
  await bff.worker.chores();
  expect(await read('sample-heli')).toBeNull();
});

it('名字里写不进人名和别的字', async () => {
  const heli = await as('sample-heli');
  for (const name of ['李素芬', 'Run.1', '..', 'a'.repeat(101)])
    expect(await heli(staffApi.keepStaffDraft, { params: { name }, body: { body: '' } })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
});
