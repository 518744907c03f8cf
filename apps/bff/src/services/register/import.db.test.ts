import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, GUOFU, resident, SUFEN } from '../../test/people.ts';
import { type Cells, csv, guofu, madeUpNumber, sendRegister, sufen } from '../../test/register-for-test.ts';

let bff: BffForTest;
let heli: Awaited<ReturnType<BffForTest['staff']>>;
beforeEach(async () => {
  await bff?.close();
  bff = await bffForTest();
  heli = await bff.staff('sample-heli');
});
afterAll(() => bff.close());

const send = async (rows: readonly Cells[]) => done(await sendRegister(bff, heli.session, csv(rows)));
const confirm = (importId: string, call = heli.call) => call(staffApi.confirmImport, { params: { importId } });
/** Sent, confirmed, written. */
async function write(rows: readonly Cells[]) {
  bff.pass(1000);
  const { importId } = await send(rows);
  done(await confirm(importId));
  await bff.worker.drain();
  return done(await heli.call(staffApi.import, { params: { importId } }));
}
const files = async () => done(await heli.call(staffApi.caseFiles, { query: {} }));
const file = async (caseId: string) => done(await heli.call(staffApi.caseFile, { params: { caseId } }));
const firstFile = async () => file((await files()).items[0]?.caseId ?? '');

describe('送名单', () => {
  it('先看：一户会新增，档里什么也没有', async () => {
    const view = await send([sufen(), guofu()]);
    expect(view).toMatchObject({
      state: 'checked',
      fileName: '在册名单.csv',
      encoding: 'utf-8',
      by: '何丽',
      rows: 2,
      done: 0,
      would: { add: 1, change: 0, same: 0, missing: 0 },
      problems: [],
      problemCount: 0,
      changes: [{ registerNumber: 'J0001', sentence: '新增：2 人，低保，每月 835 元' }],
    });
    expect((await files()).total).toBe(0);
  });

  it('看过了写进去：档里有两个人，日期按规则算出来', async () => {
    const written = await write([sufen(), guofu()]);
    expect(written).toMatchObject({ state: 'done', done: 1 });
    expect((await files()).items).toMatchObject([
      {
        registerNumber: 'J0001',
        headName: '李素芬',
        members: 2,
        village: '前进村社区',
        kinds: ['subsistence'],
        amount: 83500,
        // 2026-06-10 and half a year; the earlier of both members' dates.
        nextReviewDue: '2026-12-10',
        nextAuthenticationDue: '2026-10-20',
      },
    ]);
    const whole = await firstFile();
    expect(whole.members).toMatchObject([
      {
        memberId: 'm1',
        name: '李素芬',
        relation: '户主',
        maskedNumber: '5****************2',
        maskedPhone: '139****1002',
        birthDate: '1963-03-12',
        claimed: false,
        authentication: { state: 'met', due: '2027-09-05', counted: { contact: 'on-record', on: '2026-09-05', sentence: '9月5日见过面' } },
      },
      { memberId: 'm2', name: '张国福', relation: '配偶', authentication: { state: 'visit-to-arrange', due: '2026-10-20' } },
    ]);
    expect(whole).toMatchObject({
      area: 'urban',
      lastReview: '2026-06-10',
      benefits: [{ kind: 'subsistence', title: '低保', amount: 83500, since: '2024-03-01' }],
      events: [{ kind: 'registered', who: '何丽', sentence: '进了区里的在册名单' }],
    });
    expect(whole.taper).toBeUndefined();
    expect(JSON.stringify(whole)).not.toContain(SUFEN.number);
  });

  it('看档留痕', async () => {
    await write([sufen()]);
    await firstFile();
    const luo = await bff.staff('sample-luowenjing');
    const trail = done(await luo.call(staffApi.auditTrail, { query: {} })).items.map((one) => one.what);
    expect(trail).toEqual(expect.arrayContaining(['看了一户一档', '送来在册名单，看了会变什么', '确认写进在册名单', '在册名单写好了']));
  });

  it('同一个文件再来一次：全都一样，一户也不多', async () => {
    await write([sufen(), guofu()]);
    // The rows behind the head in another order are the same household.
    const again = await write([guofu(), sufen()]);
    expect(again.would).toEqual({ add: 0, change: 0, same: 1, missing: 0 });
    expect(await files()).toMatchObject({ total: 1 });
    expect((await firstFile()).events).toHaveLength(1);
  });

  it('同一个编号再送：同一个答复；换了内容不行；别的镇街看不到', async () => {
    const importId = randomUUID();
    const text = csv([sufen()]);
    expect((await sendRegister(bff, heli.session, text, importId)).status).toBe(201);
    expect((await sendRegister(bff, heli.session, text, importId)).status).toBe(200);
    expect(await sendRegister(bff, heli.session, csv([guofu({ 与户主关系: '户主', 户主: GUOFU.name })]), importId)).toMatchObject({
      problem: { code: 'content-differs' },
    });
    const yangfan = await bff.staff('sample-yangfan');
    expect(await yangfan.call(staffApi.import, { params: { importId } })).toMatchObject({ problem: { code: 'not-found' } });
    expect(await confirm(importId, yangfan.call)).toMatchObject({ problem: { code: 'not-found' } });
    expect(done(await yangfan.call(staffApi.imports, {}))).toEqual([]);
    expect(done(await heli.call(staffApi.imports, {}))).toHaveLength(1);
  });

  it('审计只看，不能送', async () => {
    const luo = await bff.staff('sample-luowenjing');
    expect(await sendRegister(bff, luo.session, csv([sufen()]))).toMatchObject({ problem: { code: 'forbidden' } });
  });

  it('两个人一起点确认：写一次', async () => {
    const { importId } = await send([sufen(), guofu()]);
    const both = await Promise.all([confirm(importId), confirm(importId), confirm(importId)]);
    expect(both.every((one) => one.ok)).toBe(true);
    await bff.worker.drain();
    expect((await firstFile()).events).toHaveLength(1);
  });

  it('先看的那一份，后面又有一份写进去了：要重新送', async () => {
    const old = await send([sufen({ '每月金额(元)': '700' })]);
    bff.pass(60_000);
    await write([sufen()]);
    expect(await confirm(old.importId)).toMatchObject({ problem: { code: 'state-changed' } });
    expect((await firstFile()).benefits).toMatchObject([{ amount: 83500 }]);
  });

  it('看了七天没确认：等着写的都清掉', async () => {
    const { importId } = await send([sufen()]);
    bff.pass(8 * 24 * 3_600_000);
    await bff.worker.chores();
    heli = await bff.staff('sample-heli');
    expect(done(await heli.call(staffApi.import, { params: { importId } })).state).toBe('stopped');
    expect(await bff.sql`select from register_import_rows`).toHaveLength(0);
    expect(await confirm(importId)).toMatchObject({ problem: { code: 'state-changed' } });
  });
});

describe('名单改了', () => {
  it('金额少了：先看时排在最前，说明白；写进去，记一笔', async () => {
    await write([sufen(), guofu()]);
    const other = sufen({ 户编号: 'J0002', 户主: '陈一', 成员姓名: '陈一', 身份证号: madeUpNumber('1950-01-01', 2) });
    const lower = [other, sufen({ '每月金额(元)': '700.5' }), guofu()];
    const view = await send(lower);
    expect(view.would).toEqual({ add: 1, change: 1, same: 0, missing: 0 });
    expect(view.changes[0]).toEqual({
      registerNumber: 'J0001',
      sentence: '每月从 835 元变为 700.50 元，少了：照区里的名单记，这里不做决定',
    });
    await write(lower);
    const whole = await firstFile();
    expect(whole.benefits).toMatchObject([{ amount: 70050 }]);
    expect(whole.events.map((one) => one.sentence)).toEqual([
      '进了区里的在册名单',
      '名单上每月的金额变少（区里已定的，照抄，不是这里定的）',
    ]);
  });

  it('名单里没有的户：只数一数，档不动', async () => {
    await write([sufen(), guofu()]);
    const other = sufen({ 户编号: 'J0002', 户主: '陈一', 成员姓名: '陈一', 身份证号: madeUpNumber('1950-01-01', 2) });
    expect((await write([other])).would).toEqual({ add: 1, change: 0, same: 0, missing: 1 });
    expect((await files()).total).toBe(2);
  });

  it('多了一个人、少了一个人：在的人编号不变，走了的不再显示，回来还是原来的编号', async () => {
    await write([sufen(), guofu()]);
    const xiao = guofu({ 成员姓名: '李小', 与户主关系: '儿子', 身份证号: madeUpNumber('1999-05-05', 3) });
    await write([sufen(), xiao]);
    expect((await firstFile()).members.map((one) => [one.memberId, one.name])).toEqual([
      ['m1', '李素芬'],
      ['m3', '李小'],
    ]);
    await write([sufen(), guofu(), xiao]);
    expect((await firstFile()).members.map((one) => [one.memberId, one.name])).toEqual([
      ['m1', '李素芬'],
      ['m2', '张国福'],
      ['m3', '李小'],
    ]);
  });

  it('结束过的户又回到名单上：还是那个档，以前的钱和走了的人不跟着回来', async () => {
    await write([sufen(), guofu()]);
    const { caseId } = await firstFile();
    await bff.sql`update case_files set ended_on = '2026-10-01' where id = ${caseId}`;
    await write([sufen({ 起始日期: '2026-11-01', '每月金额(元)': '700' })]);
    const again = await file(caseId);
    expect(again.benefits).toMatchObject([{ since: '2026-11-01', amount: 70000 }]);
    expect(again.members.map((one) => one.name)).toEqual(['李素芬']);
  });

  it('还没有证件的孩子后来有了：还是同一个人', async () => {
    const baby = guofu({ 成员姓名: '李小', 与户主关系: '女', 身份证号: '', 证件类型: '无', 出生日期: '2026-08-01', 上次见面: '' });
    await write([sufen(), baby]);
    await write([sufen(), { ...baby, 证件类型: '居民身份证', 身份证号: madeUpNumber('2026-08-01', 4) }]);
    expect((await firstFile()).members.map((one) => one.memberId)).toEqual(['m1', 'm2']);
  });

  it('这里记下的见面比名单新：名单改了别的，见面不丢', async () => {
    await write([sufen(), guofu()]);
    await bff.sql`update case_members set last_met = '2026-11-20', last_met_contact = 'window-with-card' where member_id = 'm2'`;
    await write([sufen({ 村社: '天鹅堡社区' }), guofu({ 村社: '天鹅堡社区' })]);
    expect((await firstFile()).members[1]?.authentication).toMatchObject({
      state: 'met',
      due: '2027-11-20',
      counted: { contact: 'window-with-card', sentence: '11月20日到窗口办事，见过面' },
    });
  });
});

describe('渐退期和别的待遇', () => {
  it('渐退期的户：到哪天、每月多少', async () => {
    await write([sufen({ 渐退期起: '2026-09-01', 渐退期止: '2027-02-28' })]);
    const { taper } = await firstFile();
    expect(taper).toMatchObject({ from: '2026-09-01', until: '2027-02-28', amount: 83500 });
    expect(taper?.sentence.sentence).toBe('到2027年2月28日为止是渐退期，每月还是835 元。期满要重新算，不会自己停。');
    expect(taper?.sentence.clauses.map((one) => one.id)).toContain('JLP53-6-5a');
    const listed = done(await heli.call(staffApi.caseFiles, { query: { due: 'taper' } }));
    expect(listed.items).toMatchObject([{ taperUntil: '2027-02-28' }]);
  });

  it('一个人还有自己的一份：另写一行', async () => {
    await write([sufen(), guofu(), guofu({ 待遇种类: '残疾人两项补贴', '每月金额(元)': '90', 起始日期: '2025-01-01' })]);
    const whole = await firstFile();
    expect(whole.members).toHaveLength(2);
    expect(whole.benefits).toMatchObject([
      { kind: 'subsistence', amount: 83500 },
      { kind: 'disability-allowances', amount: 9000, memberId: 'm2' },
    ]);
  });
});

describe('本人看', () => {
  const verify = async (who: typeof SUFEN, person: string) => {
    const one = await resident(bff, person, who);
    const { code } = done(
      await heli.call(staffApi.issueVerificationCode, {
        body: { name: who.name, paper: { kind: 'resident-identity', number: who.number }, sawPaper: true },
        key: randomUUID(),
      }),
    );
    done(await one.call(residentApi.verifyByCode, { body: { code }, key: randomUUID() }));
    return one;
  };

  it('写了号没核过：看不到；核过了：看到自己家，每人一个日子', async () => {
    await write([sufen(), guofu()]);
    const claimed = await resident(bff, 'fa');
    expect(done(await claimed.call(residentApi.family, {}))).toMatchObject({ cases: [], notShown: 'not-verified' });
    const verified = await verify(SUFEN, 'fb');
    const family = done(await verified.call(residentApi.family, {}));
    expect(family.notShown).toBeUndefined();
    expect(family.assurance.clauses.map((one) => one.id)).toEqual(['JLP53-6-4', 'F8-01', 'F8-08', 'nothing-follows']);
    expect(family.cases).toMatchObject([
      {
        office: { name: '杨家坪街道办事处' },
        area: 'urban',
        benefits: [{ title: '低保', amount: 83500 }],
        members: [
          { name: '李素芬', me: true, authentication: { state: 'met' } },
          { name: '张国福', authentication: { state: 'visit-to-arrange' } },
        ],
        // 18 days before the date.
        nextReview: { due: { date: '2026-12-10', provisional: false }, reviewOpen: true },
      },
    ]);
    expect(family.cases[0]?.members[1]?.me).toBeUndefined();
    expect((await firstFile()).members.map((one) => one.claimed)).toEqual([true, false]);
  });

  it('核过了，名单上没有：说没有找到', async () => {
    await write([sufen()]);
    const other = await verify(GUOFU, 'fc');
    expect(done(await other.call(residentApi.family, {}))).toMatchObject({ cases: [], notShown: 'not-in-register' });
  });

  it('离开这一户的人：不再看到', async () => {
    await write([sufen(), guofu()]);
    const one = await verify(GUOFU, 'fd');
    expect(done(await one.call(residentApi.family, {})).cases).toHaveLength(1);
    await write([sufen()]);
    expect(done(await one.call(residentApi.family, {})).cases).toHaveLength(0);
  });
});
