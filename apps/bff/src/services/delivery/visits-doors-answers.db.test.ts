import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Door, residentApi, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putCase, verify } from '../../test/case-for-test.ts';
import { somebody } from '../../test/faces-for-test.ts';
import { movie } from '../../test/movies-for-test.ts';
import { done, resident, submission } from '../../test/people.ts';
import { sendPiece } from '../../test/uploads-for-test.ts';
import type { Context } from '../context.ts';
import { reconcileFiles } from '../file/reconcile.ts';
import { sealFeed } from '../platform/seal.ts';
import { ledgerFigures } from './ledger.ts';
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
  await bff.sql`update staff_accounts set villages = '{前进村}' where id = 'sample-denghua'`;
});
afterAll(async () => {
  await close();
  await bff.close();
});

const HOUR = 3_600_000;
/** The night's look, an hour later; whoever is signed in stays so. */
const night = async () => {
  bff.pass(HOUR);
  await bff.worker.drain();
  await sealFeed(ctx);
  const lines = await reconcileDeliveries(ctx, 3);
  bff.pass(-HOUR);
  return lines;
};
/** Breaks something by hand, as nothing of ours would: row security and triggers do not look. */
const broken = (what: string) => bff.sql.unsafe(`set session_replication_role = replica; ${what}; reset session_replication_role`).simple();
const desk = async (id = 'sample-heli') => (await bff.staff(id)).call;
const itemOf = async (subjectId: string) =>
  done(await (await desk())(staffApi.queue, { query: {} })).items.find(
    (one) => one.subjectId === subjectId || one.applicationId === subjectId,
  );
const inbox = async () => done(await (await desk('sample-qinlan'))(staffApi.supervisorInbox, {})).items;
const figure = async (what: string) => (await ledgerFigures(ctx, 2)).find((line) => line.what === what);

it('约了上门，不在队列里、关掉了：补上，负责人知道；去过了、取消了的不补', async () => {
  const who = somebody('周德明');
  const visited = await putCase(bff, { people: [who, somebody()] });
  const me = await resident(bff, 'visited', who);
  await verify(bff, me.accountId);
  const visitId = randomUUID();
  done(
    await me.call(residentApi.bookVisit, {
      params: { visitId },
      body: { whom: { caseId: visited, memberId: 'm1' }, where: 'home', address: '前进村 3 组' },
    }),
  );
  expect(await night()).toEqual([]);
  expect(await figure('visit')).toMatchObject({ saved: 1, queued: 1 });
  const before = await itemOf(visitId);
  await broken(`delete from work_items where subject_id = '${visitId}'`);
  expect(await night()).toEqual([`no-item visit ${visitId} mended`]);
  const after = await itemOf(visitId);
  // Its number stood in its item alone: another of the same day; all else as it was.
  expect({ ...after, workItemId: before?.workItemId, number: before?.number }).toEqual(before);
  expect((await inbox()).map((one) => [one.kind, one.item.subjectId])).toContainEqual(['put-back', visitId]);
  await broken(`update work_items set open = false where subject_id = '${visitId}'`);
  expect(await night()).toEqual([`no-lane visit ${visitId} mended`]);
  done(await me.call(residentApi.cancelVisit, { params: { visitId } }));
  await broken(`delete from work_items where subject_id = '${visitId}'`);
  expect(await night()).toEqual([]);
});

it('入户带回来的：要看的补上；只见了面的、看过了的不补；没同意的再排进来', async () => {
  const me = await resident(bff, 'rounding');
  const code = done(await (await desk('sample-denghua'))(staffApi.issueRoundCode, { body: {}, key: randomUUID() })).code;
  done(await me.call(residentApi.tieRound, { body: { code }, key: randomUUID() }));
  const caseId = await putCase(bff);
  const door: Door = {
    on: '2026-11-22' as CivilDate,
    beside: ['黄春兰'],
    present: '家里人',
    met: [],
    wishes: [],
    note: '',
    photos: [],
    caseId,
  } as Door;
  const send = async (more: Partial<Door>) => {
    const doorId = randomUUID();
    done(await me.call(residentApi.sendDoor, { params: { doorId }, body: { ...door, ...more } }));
    return doorId;
  };
  const [quiet, noted] = [await send({}), await send({ note: '屋顶漏雨' })];
  expect(await night()).toEqual([]);
  const before = await itemOf(noted);
  await broken(`delete from work_items where kind = 'door'`);
  expect(await night()).toEqual([`no-item door ${noted} mended`]);
  expect({ ...(await itemOf(noted)), workItemId: before?.workItemId }).toEqual(before);
  expect(await itemOf(quiet)).toBeUndefined();
  const item = await itemOf(noted);
  const heli = await desk();
  done(await heli(staffApi.claimItem, { params: { workItemId: item?.workItemId ?? '' }, key: randomUUID() }));
  done(await heli(staffApi.settleDoor, { params: { doorId: noted }, body: { words: '转给村里修' } }));
  await broken(`delete from work_items where kind = 'door'`);
  expect(await night()).toEqual([]);
  await broken(`update doors set not_agreed_at = '2026-11-22T02:00:00Z', not_agreed_sealed = '\\x00' where id = '${noted}'`);
  expect(await night()).toEqual([`no-item door ${noted} mended`]);
  expect((await itemOf(noted))?.marks).toContain('not-agreed');
});

it('补来的：镇街还在等，改过来；补的不见了，本人和负责人各知道一次', async () => {
  const me = await resident(bff, 'answering');
  const applicationId = randomUUID();
  const params = { applicationId };
  done(await me.submit(applicationId, submission()));
  const heli = await desk();
  done(await heli(staffApi.markOpened, { params }));
  const correctionId = randomUUID();
  const asked = done(
    await heli(staffApi.askCorrection, { params: { ...params, correctionId }, body: { items: [{ title: '户口本', reason: '看不清' }] } }),
  );
  const itemId = asked.corrections.at(-1)?.items[0]?.id ?? '';
  const answerId = randomUUID();
  done(
    await me.call(residentApi.answerCorrection, {
      params: { ...params, correctionId, answerId },
      body: { items: [{ itemId, answer: 'cannot-find' }] },
    }),
  );
  expect(await night()).toEqual([]);
  const states = async () => [
    (await bff.sql`select state from applications where id = ${applicationId}`)[0]?.state,
    (await itemOf(applicationId))?.state,
  ];
  for (const what of [
    `update applications set state = 'correction-asked' where id = '${applicationId}'`,
    `update work_items set state = 'correction-asked' where application_id = '${applicationId}'`,
  ]) {
    await broken(what);
    expect(await night()).toEqual([`not-shown correction ${answerId} mended`]);
    expect(await states()).toEqual(['correction-answered', 'correction-answered']);
    expect(await night()).toEqual([]);
  }
  await broken(`delete from correction_answers where id = '${answerId}'`);
  for (let i = 0; i < 2; i++) expect(await night()).toEqual([`answer-gone application ${applicationId} lost`]);
  expect(await bff.sql`select 1 from messages where account_id = ${me.accountId} and kind = 'not-kept-whole'`).toHaveLength(1);
  expect((await inbox()).filter((one) => one.item.applicationId === applicationId).map((one) => one.kind)).toEqual([
    'put-back',
    'not-whole',
  ]);
  // Asked anew, it is answered anew.
  done(
    await heli(staffApi.askCorrection, {
      params: { ...params, correctionId: randomUUID() },
      body: { items: [{ title: '户口本', reason: '没存好' }] },
    }),
  );
  expect(await night()).toEqual([]);
});

it('送了一半的视频，有一块打不开了：手机知道要再送这一块，合起来一个字节不差', async () => {
  const me = await resident(bff, 'filming');
  const whole = movie({ filling: 2 * 1024 * 1024 });
  const uploadId = randomUUID();
  const params = { uploadId };
  const sha256 = createHash('sha256').update(whole).digest('hex');
  done(await me.call(residentApi.beginUpload, { params, body: { bytes: whole.length, sha256, mediaType: 'video/mp4' } }));
  for (const piece of [0, 1]) await sendPiece(bff, me, uploadId, whole, piece);
  expect(await reconcileFiles(ctx)).toEqual([]);
  const [row] = await bff.sql<{ stored_at: string }[]>`select stored_at from upload_pieces where upload_id = ${uploadId} and piece = 1`;
  const key = row?.stored_at ?? '';
  rmSync(path.join(bff.config.filesDir, key.slice(0, 2), key));
  expect(await reconcileFiles(ctx)).toEqual([`${uploadId}:1`]);
  expect(await reconcileFiles(ctx)).toEqual([]);
  expect(done(await me.call(residentApi.upload, { params })).received).toEqual([0]);
  for (const piece of [1, 2]) await sendPiece(bff, me, uploadId, whole, piece);
  expect(done(await me.call(residentApi.finishUpload, { params }))).toEqual({ fileId: uploadId, bytes: whole.length });
});
