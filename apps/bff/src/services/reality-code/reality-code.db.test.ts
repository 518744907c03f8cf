import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, type LadderForTest, ladderForTest, OFFICE } from '../../test/ladder-for-test.ts';
import { checkReality } from './check.ts';
import { issueRealityCode } from './issue.ts';
import { withdrawVisitorCodes } from './withdraw.ts';

let town: LadderForTest;
beforeAll(async () => {
  town = await ladderForTest();
});
beforeEach(() => town.clear());
afterAll(() => town.close());

const VISIT = '00000000-0000-4000-8000-000000000001';
/** Tomorrow, by today's 2026-11-22, 10:00. */
const visitor = () =>
  issueRealityCode(town.ctx, {
    kind: 'visitor',
    officeId: OFFICE,
    day: '2026-11-23' as CivilDate,
    half: 'morning',
    visitors: ['民政办 何丽', '村社 王强'],
    subjectId: VISIT,
  });

it('来人的码：哪个镇、哪天、谁来；到第二天晚上为止', async () => {
  const code = await visitor();
  expect(await checkReality(town.ctx, code)).toMatchObject({
    kind: 'visitor',
    office: expect.stringContaining('杨家坪'),
    day: '2026-11-23',
    half: 'morning',
    visitors: ['民政办 何丽', '村社 王强'],
  });
  // The last minute of the day after the visit, then the first of the next.
  town.later(2 * DAY + 14 * HOUR - 60_000);
  expect((await checkReality(town.ctx, code)).kind).toBe('visitor');
  town.later(60_000);
  expect((await checkReality(town.ctx, code)).kind).toBe('unknown');
});

it('改了日子、取消了：原来的码不作数，新的作数', async () => {
  const before = await visitor();
  await withdrawVisitorCodes(town.ctx, VISIT);
  const after = await visitor();
  expect((await checkReality(town.ctx, before)).kind).toBe('unknown');
  expect((await checkReality(town.ctx, after)).kind).toBe('visitor');
});
