import { type ReportKind, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putCase } from '../../test/case-for-test.ts';
import { done } from '../../test/people.ts';
import { nextHandIn } from './read.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const reportOf = async (who: string, kind: ReportKind = 'half-year') =>
  done(await (await bff.staff(`sample-${who}`)).call(staffApi.report, { params: { kind } }));
const values = ({ sections }: Awaited<ReturnType<typeof reportOf>>) =>
  Object.fromEntries(sections.flatMap(({ rows }) => rows.map((one) => [one.label, one.value])));

it('6 月 25 日、11 月 30 日：当天算，过了是下一个', () => {
  const next = (on: string) => nextHandIn(on as CivilDate);
  expect(next('2026-06-25')).toEqual({ date: '2026-06-25', left: 0 });
  expect(next('2026-06-26')).toEqual({ date: '2026-11-30', left: 157 });
  expect(next('2026-11-22')).toEqual({ date: '2026-11-30', left: 8 });
  expect(next('2026-12-01')).toEqual({ date: '2027-06-25', left: 206 });
});

it('数得对：本镇街的是本镇街的，区里看全区；没有的写不知道；没有人名', async () => {
  await putCase(bff);
  await putCase(bff, { taper: { from: '2026-03-01' as CivilDate, until: '2026-08-31' as CivilDate } });
  await putCase(bff, { officeId: '500107002', benefits: [{ kind: 'destitute', yuan: 1000 }] });
  await bff.sql`update case_files set next_review = '2026-11-21' where taper_until is not null`;
  const own = await reportOf('heli');
  expect(own).toMatchObject({ from: '2026-01-01', on: '2026-11-22', due: { date: '2026-11-30', left: 8 } });
  expect(own.clauses.map((one) => one.id)).toEqual(['TL42-R3']);
  expect(values(own)).toMatchObject({
    在册家庭: 2,
    在册人数: 4,
    每月金额合计: 308_000,
    其中有低保的: 2,
    过了日子还没核查的: 1,
    在渐退期里: 0,
    期满了还没有结论: 1,
    转介: null,
  });
  const district = values(await reportOf('tangming', 'inspection'));
  expect([district.在册家庭, district.每月金额合计]).toEqual([3, 408_000]);
  expect(values(await reportOf('yangfan')).在册家庭).toBe(0);
  expect(JSON.stringify(own)).not.toContain('李素芬');
  expect(await (await bff.staff('sample-denghua')).call(staffApi.report, { params: { kind: 'half-year' } })).toMatchObject({
    problem: { code: 'forbidden' },
  });
});

it('存成表格：金额到分，取过留痕', async () => {
  const { session } = await bff.staff('sample-heli');
  const headers = { cookie: `desk_session=${session}`, 'x-requested-with': 'desk' };
  const answer = await fetch(`${bff.staffUrl}/staff/api/reports/half-year/file`, { headers });
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(text).toContain('在册（今天）,每月金额合计,3080.00,元,\r\n');
  expect(text).toContain('转介,不知道,件,');
  expect(await bff.sql`select result from audit_log where action = 'report-file-read'`).toEqual([{ result: 'half-year' }]);
});
