import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { addMonths } from '@assist/policy';
import { authenticationStanding, type Recipient, reviewCycle } from '@assist/policy-chongqing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { sampleRegister } from '../../reference/sample-register.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done } from '../../test/people.ts';
import { checkImport } from './check-import.ts';
import { confirmImport } from './confirm-import.ts';
import { finishImport } from './finish-imports.ts';

const TODAY = '2026-11-22' as CivilDate;
const HOUSEHOLDS = 4000;
let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
  const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock });
  const bytes = Buffer.from(sampleRegister({ households: HOUSEHOLDS, seed: 11, day: TODAY }));
  const { view } = await checkImport(context, { operator: 'test' }, { importId: randomUUID(), bytes });
  expect(view).toMatchObject({ would: { add: HOUSEHOLDS }, problems: [] });
  await confirmImport(context, { operator: 'test' }, view.importId);
  await finishImport(context, view.importId);
  await connection.close();
}, 120_000);
afterAll(() => bff.close());

interface BenefitRow {
  kind: Recipient;
  member_id: string;
  since: CivilDate;
}

it('记下的下次核查、下次见面，和规则现算的一户一户、一人一人都一样', async () => {
  const files = await bff.sql`select id, district, last_review::text, next_review::text from case_files`;
  const members = await bff.sql`select case_id, member_id, last_met::text, next_authentication::text from case_members`;
  const benefits = await bff.sql`select case_id, kind, member_id, since::text from case_benefits`;
  const of = (id: string) => benefits.filter((one) => one.case_id === id) as unknown as BenefitRow[];
  const byCase = new Map(files.map((one) => [one.id as string, { district: one.district as DivisionCode, benefits: of(one.id) }]));
  const earliest = (days: readonly (string | undefined)[]) => days.filter((day) => day !== undefined).sort()[0] ?? null;

  const wrongReviews = files.filter((file) => {
    const { district, benefits: own } = byCase.get(file.id) ?? { district: '' as DivisionCode, benefits: [] };
    const dates = own.map(({ kind, since }) => {
      const { months } = reviewCycle({ district, recipient: kind });
      return months === undefined ? undefined : addMonths((file.last_review ?? since) as CivilDate, months);
    });
    return earliest(dates) !== file.next_review;
  });
  expect(wrongReviews).toEqual([]);

  const wrongMeetings = members.filter((member) => {
    const { district, benefits: own } = byCase.get(member.case_id) ?? { district: '' as DivisionCode, benefits: [] };
    const dates = own
      .filter((one) => one.member_id === '' || one.member_id === member.member_id)
      .map(({ kind, since }) => authenticationStanding({ district, recipient: kind, lastMet: member.last_met ?? since }, TODAY).due);
    return earliest(dates) !== member.next_authentication;
  });
  expect(wrongMeetings).toEqual([]);

  // The comparison saw every case there is: with and without a date, and of each district.
  expect(files.filter((one) => one.next_review === null).length).toBeGreaterThan(100);
  expect(members.filter((one) => one.next_authentication !== null).length).toBeGreaterThan(2000);
  expect(members.filter((one) => one.last_met === null).length).toBeGreaterThan(100);
  expect(new Set(files.map((one) => one.district)).size).toBe(3);
});

it.each(['authentication', 'review', 'taper', undefined] as const)('到期的名单（%s）：一页一页不重不漏，按日子排', async (due) => {
  const { call } = await bff.staff('sample-heli');
  const all: { caseId: string; on: string }[] = [];
  let cursor: string | undefined;
  let total = 0;
  do {
    const page = done(await call(staffApi.caseFiles, { query: { ...(due && { due }), ...(cursor && { cursor }) } }));
    total = page.total;
    all.push(
      ...page.items.map((one) => ({
        caseId: one.caseId,
        on:
          (due === 'authentication'
            ? one.nextAuthenticationDue
            : due === 'review'
              ? one.nextReviewDue
              : due === 'taper'
                ? one.taperUntil
                : one.registerNumber) ?? '',
      })),
    );
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(new Set(all.map((one) => one.caseId)).size).toBe(all.length);
  expect(all).toHaveLength(total);
  expect(all.length).toBeGreaterThan(50);
  expect(all.map((one) => one.on)).toEqual(all.map((one) => one.on).sort());
  const [expected] = await bff.sql`select count(*)::int as n from case_files c where office_id = '500107001' and case ${due ?? 'all'}
    when 'review' then next_review <= '2026-12-22' when 'taper' then taper_until is not null
    when 'authentication' then exists (select from case_members m where m.case_id = c.id and next_authentication <= '2026-12-22') else true end`;
  expect(total).toBe(expected?.n);
});

it('一个库，分类看：按哪一种找，就是那一种的全部，一户不多一户不少', async () => {
  const { call } = await bff.staff('sample-heli');
  const there = await bff.sql<{ kind: Recipient; n: number }[]>`
    select kind, count(*)::int as n from case_files, unnest(kinds) kind where office_id = '500107001' group by kind`;
  expect(there.length).toBeGreaterThan(4);
  for (const { kind, n } of there) {
    const { items, total } = done(await call(staffApi.caseFiles, { query: { kind } }));
    expect([kind, total, items.every((one) => one.kinds.includes(kind))]).toEqual([kind, n, true]);
  }
});

it('按村社、按户编号找；编出来的页码没认出来', async () => {
  const { call } = await bff.staff('sample-heli');
  const village = done(await call(staffApi.caseFiles, { query: { village: '样例一村' } }));
  expect(village.items.every((one) => one.village === '样例一村')).toBe(true);
  const one = done(await call(staffApi.caseFiles, { query: { registerNumber: 'JLP-00001' } }));
  expect(one).toMatchObject({ total: 1, items: [{ headName: '周德明', members: 2 }] });
  expect(await call(staffApi.caseFiles, { query: { cursor: 'made-up' } })).toMatchObject({ problem: { code: 'bad-request' } });
});
