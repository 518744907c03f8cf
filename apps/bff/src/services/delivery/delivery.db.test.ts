import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { secretText } from '../../crypto/codes.ts';
import { type BffForTest, bffForTest, SUNDAY } from '../../test/bff-for-test.ts';
import { done, form, resident, submission, YANGJIAPING } from '../../test/people.ts';
import { sendPhoto } from '../../test/uploads-for-test.ts';
import type { Context } from '../context.ts';
import { reconcileFiles } from '../file/reconcile.ts';
import { sealFeed } from '../platform/seal.ts';
import { deliveryOf, ledgerFigures } from './ledger.ts';
import { reconcileDeliveries } from './reconcile.ts';

let bff: BffForTest;
let ctx: Context;
let close: () => Promise<void>;
beforeAll(async () => {
  bff = await bffForTest();
  const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock, fetch: bff.wechat.fetch });
  ctx = context;
  await ctx.keys.load();
  close = connection.close;
});
afterAll(async () => {
  await close();
  await bff.close();
});
beforeEach(() => bff.pass(SUNDAY - bff.clock()));

const HOUR = 3_600_000;
let people = 0;
const nameOf = (n: number) => `sent${String.fromCharCode(97 + n)}`;
/** What signing in left to do is done. */
async function someone() {
  const who = { person: nameOf(people), ...(await resident(bff, nameOf(people++))) };
  await bff.worker.drain();
  return who;
}
const again = async ({ person }: { person: string }) => {
  const who = await resident(bff, person);
  await bff.worker.drain();
  return who;
};
const night = async () => {
  bff.pass(2 * HOUR);
  await sealFeed(ctx);
  return reconcileDeliveries(ctx, 3);
};
/** Breaks something by hand, as nothing of ours would: row security and triggers do not look. */
const broken = (what: string) => bff.sql.unsafe(`set session_replication_role = replica; ${what}; reset session_replication_role`).simple();
const inbox = async () => done(await (await bff.staff('sample-qinlan')).call(staffApi.supervisorInbox, {})).items;
const queue = async () => done(await (await bff.staff('sample-heli')).call(staffApi.queue, { query: {} })).items;
const told = (accountId: string) => bff.sql`select kind from messages where account_id = ${accountId} order by at, kind`;

async function sent(more: Parameters<typeof submission>[0] = {}) {
  const who = await someone();
  const id = randomUUID();
  const receipt = done(await who.submit(id, submission(more)));
  return { who, id, receipt };
}

describe('一件送到哪里了', () => {
  it('存下、收到、核过、排进队列、有人打开看了：各有时刻；数得出来', async () => {
    const { id } = await sent();
    const at = new Date(SUNDAY).toISOString();
    const moment = (value: string | null | undefined) => value && new Date(value).toISOString();
    const now = async () => {
      const row = await deliveryOf(ctx, id);
      return [row?.saved_at, row?.received_at, row?.checked_at, row?.queued_at, row?.opened_at].map(moment);
    };
    expect(await now()).toEqual([at, at, null, at, null]);
    bff.pass(1000);
    await bff.worker.drain();
    bff.pass(HOUR);
    done(await (await bff.staff('sample-heli')).call(staffApi.openCase, { params: { applicationId: id } }));
    expect(await now()).toEqual([at, at, new Date(SUNDAY + 1000).toISOString(), at, new Date(SUNDAY + 1000 + HOUR).toISOString()]);
    expect((await ledgerFigures(ctx, 2)).find((line) => line.what === 'application')).toEqual({
      what: 'application',
      saved: 1,
      received: 1,
      checked: 1,
      queued: 1,
      opened: 1,
    });
    expect(await deliveryOf(ctx, randomUUID())).toBeUndefined();
  });

  it('都在该在的地方：夜里什么也不说，什么也不动', async () => {
    await bff.worker.drain();
    const before = await bff.sql`select count(*)::int as n from audit_log`;
    expect(await night()).toEqual([]);
    expect(await bff.sql`select count(*)::int as n from audit_log`).toEqual(before);
  });
});

describe('弄坏一处，夜里找得到，补得上的补上', () => {
  it('申请没有排进队列：补上，日子照收到那天算，负责人知道；再来一夜就没有了', async () => {
    const { id } = await sent();
    await bff.worker.drain();
    await broken(`delete from work_items where application_id = '${id}'`);
    expect((await queue()).map((one) => one.applicationId)).not.toContain(id);
    expect(await night()).toEqual([`no-item application ${id} mended`]);
    expect((await queue()).find((one) => one.applicationId === id)).toMatchObject({
      kind: 'application',
      state: 'received',
      applicantName: '李素芬',
      receivedAt: expect.stringContaining('2026-11-22T10:00'),
      step: { due: { date: '2026-11-25' } },
    });
    expect((await inbox()).filter((one) => one.kind === 'put-back').map((one) => one.item.applicationId)).toEqual([id]);
    expect(await night()).toEqual([]);
    expect(await bff.sql`select result from audit_log where action = 'delivery-mended' and object_id = ${id}`).toEqual([
      { result: 'no-item' },
    ]);
  });

  it('队列里的一件关掉了、跑到别的镇街去了，事还没办：回到原来的队列', async () => {
    const one = await sent();
    const two = await sent();
    await bff.worker.drain();
    await broken(`update work_items set open = false where application_id = '${one.id}'`);
    await broken(`update work_items set office_id = '500118001' where application_id = '${two.id}'`);
    expect((await night()).sort()).toEqual([`no-lane application ${one.id} mended`, `no-lane application ${two.id} mended`].sort());
    expect((await queue()).map((item) => item.applicationId)).toEqual(expect.arrayContaining([one.id, two.id]));
    expect(await night()).toEqual([]);
  });

  it('没有回执：按交来的补一张，号换一个，告诉本人', async () => {
    const { who, id, receipt } = await sent();
    await bff.worker.drain();
    await broken(`delete from application_events where application_id = '${id}'; delete from applications where id = '${id}'`);
    expect(await night()).toContain(`no-receipt application ${id} mended`);
    await bff.worker.drain();
    const after = done(await (await again(who)).submit(id));
    expect(after).toEqual({ ...receipt, number: after.number });
    expect(after.number).toMatch(/^杨家坪 261122-\d{3}-/);
    expect(after.number).not.toBe(receipt.number);
    expect((await told(who.accountId)).map((one) => one.kind)).toContain('not-kept-whole');
    expect(await night()).toEqual([]);
  });

  it('没有回执，又受理过：谁受理、到哪天都不编，请本人再说一次', async () => {
    const { who, id } = await sent();
    await bff.worker.drain();
    const heli = (await bff.staff('sample-heli')).call;
    done(await heli(staffApi.markOpened, { params: { applicationId: id } }));
    done(await heli(staffApi.accept, { params: { applicationId: id } }));
    await bff.worker.drain();
    await broken(`delete from applications where id = '${id}'`);
    expect(await night()).toContain(`no-receipt application ${id} lost`);
    expect((await told(who.accountId)).filter((one) => one.kind === 'not-kept-whole')).toHaveLength(1);
    await night();
    expect((await told(who.accountId)).filter((one) => one.kind === 'not-kept-whole')).toHaveLength(1);
    await broken(`delete from application_events where application_id = '${id}'; delete from procedure_runs where application_id = '${id}';
      delete from work_items where application_id = '${id}'; delete from submissions where application_id = '${id}'`);
  });

  it('收下以后要做的没有写下：再写下，做一次，不说两遍', async () => {
    const { who, id } = await sent();
    await broken(`delete from outbox where payload->>'applicationId' = '${id}'`);
    expect(await night()).toEqual([`unchecked application ${id} mended`, `not-told application ${id} mended`]);
    await bff.worker.drain();
    expect(await told(who.accountId)).toEqual([{ kind: 'application-received' }]);
    expect(await night()).toEqual([]);
  });

  it('做了十二次没成、放下的：夜里再做一次', async () => {
    const { who, id } = await sent();
    await broken(`update outbox set done_at = now(), outcome = 'given up: failed too often', tries = 12
      where payload->>'applicationId' = '${id}' and kind = 'tell-resident'`);
    await bff.sql`update outbox set done_at = ${new Date(bff.clock())} where outcome like 'given up%'`;
    const lines = await night();
    expect(lines.filter((line) => line.startsWith('outbox-again'))).toHaveLength(1);
    await bff.worker.drain();
    expect(await told(who.accountId)).toEqual([{ kind: 'application-received' }]);
    await bff.worker.drain();
    expect(await night()).toEqual([]);
  });

  it('该做没做的、该发没发的、该推没推到的：一样一行，说得出是哪一条', async () => {
    const { id } = await sent();
    const feed = randomUUID();
    await broken(`insert into platform_feed (id, seq, at, kind, what, office_id, district, application_id)
      overriding system value values ('${feed}', 900001, '2026-11-22T02:00:00Z', 'application', 'received', '500107001', '500107', '${id}')`);
    await broken(
      `insert into platform_deliveries (client_id, feed_id, seq, state, run_at) values ('city', '${feed}', 900001, 'waiting', '2026-11-22T02:00:00Z')`,
    );
    const lines = await night();
    expect(lines.filter((line) => line.startsWith('outbox-late'))).toHaveLength(3);
    expect(lines).toContain(`webhook-late city ${feed}`);
    await bff.worker.drain();
    await broken(`delete from platform_deliveries; delete from platform_feed where id = '${feed}'`);
    expect(await night()).toEqual([]);
  });

  it('急事、举报也一样：不在队列里就补上', async () => {
    const anybody = bff.residentWith(undefined);
    const callId = randomUUID();
    const call = {
      secret: secretText(),
      device: secretText(),
      divisionCode: YANGJIAPING,
      what: '断粮了',
      name: '吴大贵',
      phone: '13800000001',
    };
    done(await anybody(residentApi.sendUrgentCall, { params: { callId }, body: call }));
    const complaintId = randomUUID();
    const body = { office: YANGJIAPING as string, about: 'household' as const, words: '有一家不该领' };
    done(await anybody(residentApi.complain, { params: { complaintId }, body }));
    await broken(`delete from work_items where subject_id in ('${callId}', '${complaintId}')`);
    expect((await night()).sort()).toEqual([`no-item urgent ${callId} mended`, `no-item complaint ${complaintId} mended`].sort());
    const found = (await queue()).filter((one) => [callId, complaintId].includes(one.subjectId as typeof callId));
    expect(found.map((one) => [one.kind, one.applicantName]).sort()).toEqual([
      ['complaint', '没留名的举报'],
      ['urgent', '吴大贵'],
    ]);
    expect(await night()).toEqual([]);
  });
});

const storedAt = async (fileId: string) =>
  (await bff.sql<{ at: string }[]>`select stored_at as at from files where id = ${fileId}`)[0]?.at ?? '';

it('夜里正看着，照片换了钥匙、搬到新名字下：去新名字下看，不说没存好；本人把它删了，也不说', async () => {
  const who = await someone();
  const moved = await sendPhoto(bff, who);
  const gone = await sendPhoto(bff, who);
  const before = await storedAt(moved);
  const elsewhere = randomUUID();
  const leaves = await storedAt(gone);
  const files: Context['files'] = {
    ...ctx.files,
    read: async (key) => {
      if (key === before) {
        const sealed = await ctx.files.read(before);
        await ctx.files.write(elsewhere, sealed ?? new Uint8Array());
        await bff.sql`update files set stored_at = ${elsewhere} where id = ${moved}`;
        await ctx.files.remove(before);
      }
      if (key === leaves) {
        await bff.sql`delete from files where id = ${gone}`;
        await ctx.files.remove(leaves);
      }
      return ctx.files.read(key);
    },
  };
  expect(await reconcileFiles({ ...ctx, files })).toEqual([]);
  expect(await storedAt(moved)).toBe(elsewhere);
  expect((await deliveryOf(ctx, moved))?.checked_at).not.toBeNull();
});

it('照片打不开了：负责人和本人各知道一次，件还在办', async () => {
  const who = await someone();
  const fileId = await sendPhoto(bff, who);
  const id = randomUUID();
  done(await who.submit(id, submission({ form: form({ photos: [{ fileId, about: 'income' }] }) })));
  expect(await reconcileFiles(ctx)).toEqual([]);
  expect((await deliveryOf(ctx, fileId))?.checked_at).not.toBeNull();
  const key = await storedAt(fileId);
  rmSync(path.join(bff.config.filesDir, key.slice(0, 2), key));
  for (let i = 0; i < 2; i++) expect(await reconcileFiles(ctx)).toEqual([fileId]);
  await bff.worker.drain();
  expect((await inbox()).filter((one) => one.kind === 'not-whole').map((one) => one.item.applicationId)).toEqual([id]);
  const own = done(await (await again(who)).call(residentApi.messages, { query: {} })).items.filter((one) => one.kind === 'not-kept-whole');
  expect(own.map((one) => one.sentence.sentence)).toEqual([
    '您11月22日交给杨家坪街道办事处的照片，有一张我们没存好，打不开了，是我们的问题。您的事照样办。原件请先留着，杨家坪街道办事处会找您再拍一张。',
  ]);
});
