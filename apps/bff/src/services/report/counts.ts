import type { ReportView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { RECIPIENTS, type Recipient } from '@assist/policy-chongqing';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/who.ts';

type Section = ReportView['sections'][number];
type Row = Section['rows'][number];

/** Whose cases are counted: a township's, or all of a district. */
interface Counted {
  readonly ctx: Context;
  readonly from: CivilDate;
  readonly on: CivilDate;
  /** Of a table that carries the township's code. */
  here(table: string): SQL;
}

export const countedFor = (ctx: Context, staff: Staff, from: CivilDate, on: CivilDate): Counted => ({
  ctx,
  from,
  on,
  here: (table) =>
    staff.role === 'confirmer'
      ? sql`left(${sql.raw(table)}.office_id, 6) = ${staff.district ?? ''}`
      : sql`${sql.raw(table)}.office_id = ${staff.officeId}`,
});

async function one(counted: Counted, query: SQL): Promise<Record<string, number>> {
  const [row] = await counted.ctx.db.execute<Record<string, string>>(query);
  return Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [key, Number(value)]));
}

const row = (label: string, value: number | undefined, unit: Row['unit'] = 'items', note?: string): Row => ({
  label,
  value: value ?? 0,
  unit,
  ...(note && { note }),
});

/** All sections of a report. Whether somebody authenticated is not among them. */
export const sectionsOf = (counted: Counted): Promise<Section[]> =>
  Promise.all([inForce(counted), applied(counted), changed(counted), tapers(counted), paid(counted), alerts(counted), kept(counted)]);

async function inForce(counted: Counted): Promise<Section> {
  const all = await one(
    counted,
    sql`select count(*) as households, coalesce(sum(members), 0) as people, coalesce(sum(amount), 0) as fen
      from case_files c where ended_on is null and ${counted.here('c')}`,
  );
  const kinds = await counted.ctx.db.execute<{ kind: Recipient; n: string }>(sql`
    select kind, count(*) as n from case_files c, unnest(c.kinds) as kind where ended_on is null and ${counted.here('c')} group by kind order by kind`);
  return {
    title: '在册（今天）',
    rows: [
      row('在册家庭', all.households, 'households'),
      row('在册人数', all.people, 'people'),
      row('每月金额合计', all.fen, 'fen'),
      ...kinds.map(({ kind, n }) => row(`其中有${RECIPIENTS[kind] ?? kind}的`, Number(n), 'households')),
    ],
  };
}

async function applied(counted: Counted): Promise<Section> {
  const { from } = counted;
  const got = await one(
    counted,
    sql`select count(*) filter (where received_on >= ${from}::date) as received, count(*) filter (where accepted_on >= ${from}::date) as accepted
      from applications a where ${counted.here('a')}`,
  );
  const ended = await one(
    counted,
    sql`select count(*) filter (where e.kind = 'confirmed') as confirmed, count(*) filter (where e.kind = 'refused') as refused
      from procedure_events e join procedure_runs r on r.id = e.run_id
      where r.application_id is not null and e.happened_on >= ${from}::date and ${counted.here('r')}`,
  );
  return {
    title: '申请（今年）',
    rows: [
      row('收到', got.received),
      row('受理', got.accepted),
      row('审核确认', ended.confirmed),
      row('不予确认（都进监测）', ended.refused),
    ],
  };
}

async function changed(counted: Counted): Promise<Section> {
  const { from, on } = counted;
  const told = await one(
    counted,
    sql`select count(*) as n from change_notices t where (told_at at time zone 'Asia/Shanghai')::date >= ${from}::date and ${counted.here('t')}`,
  );
  const runs = await one(
    counted,
    sql`select count(*) filter (where r.procedure = 'raise') as raised, count(*) filter (where r.procedure = 'cut') as cut,
        count(*) filter (where r.procedure = 'stop') as stopped
      from procedure_events e join procedure_runs r on r.id = e.run_id
      where e.kind = 'takes-effect' and e.happened_on >= ${from}::date and ${counted.here('r')}`,
  );
  const reviews = await one(
    counted,
    sql`select (select count(*) from procedure_runs r where r.procedure = 'review' and r.ended_on >= ${from}::date and ${counted.here('r')}) as done,
      (select count(*) from case_files c where c.ended_on is null and c.next_review < ${on}::date and ${counted.here('c')}) as late`,
  );
  return {
    title: '收入、人口、财产的变化和核查（今年）',
    rows: [
      row('居民报的变化', told.n),
      row('核查办完', reviews.done),
      row('过了日子还没核查的', reviews.late, 'households'),
      row('增发生效', runs.raised),
      row('减发生效', runs.cut),
      row('停发生效', runs.stopped),
    ],
  };
}

async function tapers(counted: Counted): Promise<Section> {
  const found = await one(
    counted,
    sql`select count(*) filter (where taper_until >= ${counted.on}::date) as running, count(*) filter (where taper_until < ${counted.on}::date) as over
      from case_files c where ended_on is null and taper_until is not null and ${counted.here('c')}`,
  );
  return {
    title: '渐退期（今天）',
    rows: [row('在渐退期里', found.running, 'households'), row('期满了还没有结论', found.over, 'households')],
  };
}

async function paid(counted: Counted): Promise<Section> {
  const found = await one(
    counted,
    sql`select count(*) filter (where l.state = 'paid') as paid, coalesce(sum(l.amount) filter (where l.state = 'paid'), 0) as fen,
        count(*) filter (where l.state = 'bounced') as bounced, count(*) filter (where l.state = 'no-account') as without
      from payment_lines l join payment_lists p on p.id = l.list_id
      where p.month >= ${counted.from.slice(0, 7)} and p.state = 'returned' and ${counted.here('p')}`,
  );
  return {
    title: '发放（今年财政已回执的清单）',
    rows: [
      row('发到账号', found.paid),
      row('发到账号的金额', found.fen, 'fen'),
      row('退回过', found.bounced, 'items', '退回的在下一份清单再发，一笔可能退几次'),
      row('列出时没有账号', found.without),
    ],
  };
}

async function alerts(counted: Counted): Promise<Section> {
  const found = await one(
    counted,
    sql`select count(*) filter (where opened_on >= ${counted.from}::date) as opened, count(*) filter (where ended_on >= ${counted.from}::date) as ended
      from procedure_runs r where procedure = 'alert' and ${counted.here('r')}`,
  );
  return {
    title: '预警和转介（今年）',
    rows: [
      row('预警开始查的', found.opened),
      row('预警办完的', found.ended),
      { label: '转介', value: null, unit: 'items', note: '转介的台账不在这里数，请看转介一页' },
    ],
  };
}

async function kept(counted: Counted): Promise<Section> {
  const found = await one(
    counted,
    sql`select count(*) as open, count(*) filter (where due < ${counted.on}::date) as late from procedure_runs r
      where ended_on is null and ${counted.here('r')}`,
  );
  return { title: '规范（今天）', rows: [row('在办的程序', found.open), row('其中过了期限的', found.late)] };
}
