import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, form, formOf, resident, submission, ZHONGSHANLU } from '../../test/people.ts';
import { sendPhoto } from '../../test/uploads-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const rowsOf = async (id: string) => {
  const [row] = await bff.sql`
    select (select count(*)::int from submissions where application_id = ${id}) as submissions,
      (select count(*)::int from applications where id = ${id}) as applications,
      (select count(*)::int from work_items where application_id = ${id}) as items,
      (select count(*)::int from application_events where application_id = ${id}) as events,
      (select count(*)::int from audit_log where object_id = ${id} and action = 'application-sent') as audited,
      (select count(*)::int from outbox where payload->>'applicationId' = ${id}) as later`;
  return row;
};
const ONCE = { submissions: 1, applications: 1, items: 1, events: 1, audited: 1, later: 3 };

describe('交申请', () => {
  it('交一次：回执写着交到哪、为什么、几时回话、下一步，每句都有出处', async () => {
    const sufen = await resident(bff, 'aone');
    const id = randomUUID();
    const sent = await sufen.submit(id);
    const receipt = done(sent);
    expect(sent.ok && sent.status).toBe(201);
    expect(receipt.number).toMatch(/^杨家坪 261122-\d{3}-[A-HJKMNP-Z]$/);
    expect(receipt.office).toMatchObject({ id: '500107001', name: '杨家坪街道办事处', district: '九龙坡区', live: true, sample: true });
    expect(receipt.office.phone).toMatch(/^023-0000-/);
    expect(receipt.routing.clauses.map((c) => c.id)).toContain('SAL2026-37');
    // Sunday the 22nd is not counted: Monday, Tuesday, Wednesday.
    expect(receipt.firstReplyBy).toEqual({ date: '2026-11-25', provisional: false });
    expect(receipt.receivedOn).toBe('2026-11-22');
    expect(receipt.next).toHaveLength(6);
    expect(receipt.next[0]?.sentence).toContain('3 个工作日');
    expect(receipt.next[1]?.sentence).toContain('30 个工作日');
    expect(receipt.next[1]?.clauses.map((c) => c.label)).toContain('渝民〔2022〕239号 三（一）');
    for (const step of receipt.next) expect(step.clauses.length).toBeGreaterThan(0);
    expect(receipt.notYetSigned).toEqual(['张国福']);
    expect(await rowsOf(id)).toEqual(ONCE);
  });

  it('同一份交两次，两天以后再交一次：同一张回执，只有一份', async () => {
    const sufen = await resident(bff, 'atwo');
    const id = randomUUID();
    const first = done(await sufen.submit(id));
    const second = await sufen.submit(id);
    expect(second.ok && second.status).toBe(200);
    expect(done(second)).toEqual(first);
    bff.pass(2 * 86_400_000);
    const later = await resident(bff, 'atwo');
    expect(done(await later.submit(id))).toEqual(first);
    bff.pass(-2 * 86_400_000);
    expect(await rowsOf(id)).toEqual(ONCE);
  });

  it('同一份一下点了二十次：一次收下，十九次给同一张回执', async () => {
    const sufen = await resident(bff, 'athree');
    const id = randomUUID();
    const all = await Promise.all(Array.from({ length: 20 }, () => sufen.submit(id)));
    expect(all.map((one) => one.ok && one.status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(all.map((one) => JSON.stringify(done(one)))).size).toBe(1);
    expect(await rowsOf(id)).toEqual(ONCE);
  });

  it('同一个编号、别的内容：content-differs，原来的不动', async () => {
    const sufen = await resident(bff, 'afour');
    const id = randomUUID();
    const first = done(await sufen.submit(id));
    const other = await sufen.submit(id, submission({ form: form({ story: '后来又想起一件事' }) }));
    expect(other).toMatchObject({ ok: false, problem: { code: 'content-differs', status: 422 } });
    expect(done(await sufen.submit(id))).toEqual(first);
  });

  it('别人拿着同一个编号：没有找到，什么也不透露', async () => {
    const sufen = await resident(bff, 'afive');
    const stranger = await resident(bff, 'asix');
    const id = randomUUID();
    done(await sufen.submit(id));
    expect(await stranger.submit(id)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await stranger.call(residentApi.application, { params: { applicationId: id } })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
    // And the same answer for an id that nobody has.
    expect(await stranger.call(residentApi.application, { params: { applicationId: randomUUID() } })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  it('号一天里挨着排，没有空号；又交同一份不占号', async () => {
    const sufen = await resident(bff, 'aseven');
    const id = randomUUID();
    const body = submission({ form: formOf(ZHONGSHANLU) });
    const [first, , second] = [
      done(await sufen.submit(id, body)),
      done(await sufen.submit(id, body)),
      done(await sufen.submit(randomUUID(), body)),
    ];
    expect([first.number, second.number].map((n) => n.slice(0, 14))).toEqual(['中山路 261122-001', '中山路 261122-002']);
  });

  it('许多份一起来，一张照片写在两份里：只有一份不收，说是哪张照片；别的都收，号挨着，每份正好一套', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, (_, n) => resident(bff, `together${'abcdef'[n]}`)));
    const [sufen] = people as [Awaited<ReturnType<typeof resident>>];
    const fileId = await sendPhoto(bff, sufen, 'medical');
    const sent = [...people, ...people].map((one, n) => {
      const photos = one === sufen ? { photos: [{ fileId, about: 'medical' as const }] } : {};
      return { id: randomUUID(), one, form: { ...formOf(n % 2 ? ('500107003' as never) : ('500107004' as never)), ...photos } };
    });
    const answers = await Promise.all(sent.map(({ id, one, form }) => one.submit(id, submission({ form }))));
    const refused = answers.filter((one) => !one.ok);
    expect(refused).toMatchObject([{ problem: { code: 'form-invalid', fields: [{ path: 'photos.0.fileId' }] } }]);
    const rows = await Promise.all(sent.map(({ id }) => rowsOf(id)));
    expect(rows.filter((row) => row?.submissions === 1)).toEqual(Array(11).fill(ONCE));
    const numbers = answers.flatMap((one) => (one.ok ? [done(one).number] : [])).sort();
    const names = [...new Set(numbers.map((one) => one.slice(0, one.indexOf(' '))))];
    expect(names).toHaveLength(2);
    for (const name of names) {
      const here = numbers.filter((one) => one.startsWith(`${name} `)).map((one) => Number(one.split('-')[1]));
      expect(here).toEqual(here.map((_, n) => n + 1));
    }
  });

  it('收到以后、回话以前服务断了：重试拿到同一张回执', async () => {
    const sufen = await resident(bff, 'aeight');
    const id = randomUUID();
    // The answer is thrown away, as a cut line does; then the process is a new one.
    const lost = await sufen.submit(id);
    await bff.restart();
    const again = await sufen.submit(id);
    expect(again.ok && again.status).toBe(200);
    expect(done(again)).toEqual(done(lost));
    expect(await rowsOf(id)).toEqual(ONCE);
  });
});

describe('一次申请，分类看', () => {
  it('一张申请：六种救助都看过，镇街只有一件，同一家不用再申请一遍', async () => {
    const one = await resident(bff, 'oneform');
    const id = randomUUID();
    done(await one.submit(id));
    const heli = await bff.staff('sample-heli');
    const { findings } = done(await heli.call(staffApi.openCase, { params: { applicationId: id } })).assessment;
    for (const rule of [
      'subsistence-allowance',
      'single-application',
      'marginal-family',
      'rigid-expenditure',
      'destitute-support',
      'temporary-assistance',
    ])
      expect([rule, findings.some((finding) => finding.rule === rule)]).toEqual([rule, true]);
    expect(await bff.sql`select kind from work_items where application_id = ${id}`).toEqual([{ kind: 'application' }]);
  });

  it('没答应如实报的，先不收，只说差这一句；答应了就收', async () => {
    const one = await resident(bff, 'truthful');
    const whole = submission();
    const silent = { ...whole, signatures: whole.signatures.filter((one) => one.statement !== 'truthfulness') };
    expect(await one.submit(randomUUID(), silent)).toMatchObject({
      ok: false,
      problem: { code: 'signature-missing', fields: [{ path: 'signatures.truthfulness' }] },
    });
    expect((await one.submit(randomUUID(), whole)).ok).toBe(true);
  });
});

describe('谁看得见', () => {
  it('本镇街的队列里有它；别的镇街没有，打开也是没有找到', async () => {
    const sufen = await resident(bff, 'cone');
    const id = randomUUID();
    const receipt = done(await sufen.submit(id));
    const here = await bff.staff('sample-heli');
    const there = await bff.staff('sample-yangfan');
    const mine = done(await here.call(staffApi.queue, { query: {} }));
    expect(mine.items.find((item) => item.applicationId === id)).toMatchObject({
      number: receipt.number,
      applicantName: '李素芬',
      members: 2,
      state: 'received',
      marks: ['other-adults-not-signed'],
      step: { due: { date: '2026-11-25', provisional: false }, left: 3 },
      total: null,
    });
    const theirs = done(await there.call(staffApi.queue, { query: {} }));
    expect(theirs.items.map((item) => item.applicationId)).not.toContain(id);
    for (const e of [staffApi.openCase, staffApi.markOpened, staffApi.accept] as const)
      expect(await there.call(e, { params: { applicationId: id } })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('数据库里没有明文的名字、证件号和表', async () => {
    const [{ text }] = (await bff.sql`
      select string_agg(t::text, ' ') as text from (
        select a::text as t from accounts a union all select s::text from submissions s union all select p::text from applications p
        union all select o::text from outbox o union all select l::text from audit_log l) as everything`) as unknown as [{ text: string }];
    for (const secret of ['李素芬', '张国福', '500107196303120022'])
      for (const form of [secret, Buffer.from(secret).toString('hex')]) expect(text).not.toContain(form);
  });

  it('日志里没有名字、证件号、码和登录凭据', async () => {
    const text = JSON.stringify(bff.lines);
    expect(bff.lines.length).toBeGreaterThan(20);
    for (const secret of ['李素芬', '500107196303120022', 'code-', 'eyJ']) expect(text).not.toContain(secret);
  });
});
