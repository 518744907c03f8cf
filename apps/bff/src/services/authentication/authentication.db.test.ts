import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ChangeForm, residentApi, staffApi, type Whom } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf, putCase, verify } from '../../test/case-for-test.ts';
import { byName, consentTo, faceOf, somebody } from '../../test/faces-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { jpeg } from '../../test/photos.ts';
import { sendMovie } from '../../test/uploads-for-test.ts';

let bff: BffForTest;
let people = 0;
const folder = mkdtempSync(path.join(tmpdir(), 'assist-contacts-'));
const contactsFile = path.join(folder, 'contacts.jsonl');
beforeAll(async () => {
  bff = await bffForTest((config) => ({ ...config, contactsFile }));
});
afterAll(async () => {
  await bff.close();
  rmSync(folder, { recursive: true, force: true });
});

const refused = (code: string) => ({ ok: false, problem: { code } });
const on = (day: string) => day as CivilDate;
const TODAY = on('2026-11-22');
type Someone = Awaited<ReturnType<typeof resident>>;
const account = (who: { name: string; number: string } | null = somebody()) => resident(bff, `auth${'x'.repeat(++people)}`, who);
const clerk = async (staffId = 'sample-heli') => (await bff.staff(staffId)).call;
async function household(name = '在册的人') {
  const who = somebody(name);
  const caseId = await putCase(bff, { people: [who, somebody('家里另一位')] });
  const me = await account(who);
  await verify(bff, me.accountId);
  return { who, caseId, me, whom: { caseId, memberId: 'm1' } as Whom };
}
const send = (who: Someone, whom: Whom, fileIds: string[], more: object = {}, authenticationId: string = randomUUID()) =>
  who.call(residentApi.sendEvidence, {
    params: { authenticationId },
    body: { whom, role: 'self', fileIds, takenOn: TODAY, consent: consentTo('video'), ...more },
  });
const look = async (authenticationId: string, seen: 'counts' | 'visit-instead', staffId?: string) =>
  (await clerk(staffId))(staffApi.lookAtEvidence, { params: { authenticationId }, body: { seen, note: '看清了，是本人' } });
const itemOf = async (subjectId: string) =>
  (await bff.sql`select id, open, about, marks, kind from work_items where subject_id = ${subjectId}`)[0];
const metOf = async (caseId: string, memberId = 'm1') =>
  (
    await bff.sql`select last_met::text as met, last_met_contact as contact, next_authentication::text as next from case_members where case_id = ${caseId} and member_id = ${memberId}`
  )[0];

describe('送视频', () => {
  it('到队里由人看；镇上看得到那段视频；看过算数：今年认证过，居民收到', async () => {
    const { me, whom, caseId } = await household();
    const before = await moneyOf(bff);
    const fileId = await sendMovie(bff, me);
    const sent = done(await send(me, whom, [fileId]));
    expect(sent.state).toBe('to-look-at');
    expect((await metOf(caseId))?.met).toBeNull();
    const standing = async () => done(await me.call(residentApi.family, {})).cases[0]?.members[0]?.authentication;
    expect(await standing()).toMatchObject({ toLookAt: true });
    const item = await itemOf(sent.authenticationId);
    expect(item).toMatchObject({ kind: 'evidence', open: true, about: ['video-or-photo'] });
    const { call, session } = await bff.staff('sample-heli');
    const opened = done(await call(staffApi.openAuthenticationItem, { params: { workItemId: item?.id } }));
    expect(opened.evidence).toEqual({
      authenticationId: sent.authenticationId,
      takenOn: TODAY,
      by: '本人',
      files: [{ fileId, mediaType: 'video/mp4' }],
    });
    const video = await fetch(`${bff.staffUrl}/staff/api/files/${fileId}`, {
      headers: { cookie: `desk_session=${session}`, 'x-requested-with': 'desk' },
    });
    expect(video.headers.get('content-type')).toBe('video/mp4');
    expect(video.headers.get('content-disposition')).toContain('video.mp4');
    expect((await video.arrayBuffer()).byteLength).toBeGreaterThan(100);
    const looked = done(await look(sent.authenticationId, 'counts'));
    expect(looked).toMatchObject({ state: 'counted', contact: 'office-manual', by: '本人 何丽' });
    expect(done(await look(sent.authenticationId, 'counts'))).toEqual(looked);
    expect(await look(sent.authenticationId, 'visit-instead', 'sample-huangchunlan')).toMatchObject(refused('state-changed'));
    expect(await metOf(caseId)).toEqual({ met: '2026-11-22', contact: 'office-manual', next: '2027-11-22' });
    expect(await itemOf(sent.authenticationId)).toMatchObject({ open: false });
    expect(await standing()).not.toHaveProperty('toLookAt');
    expect(done(await me.call(residentApi.messages, { query: {} })).items.map((one) => one.kind)).toEqual(['authentication-counted']);
    expect(await moneyOf(bff)).toEqual(before);
  });

  it('看不清：请人上门，没有第三种', async () => {
    const { me, whom, caseId } = await household();
    const { authenticationId } = done(await send(me, whom, [await sendMovie(bff, me)]));
    expect(done(await look(authenticationId, 'visit-instead')).state).toBe('looked-visit-instead');
    const [visit] = done(await me.call(residentApi.visits, {}));
    expect(visit).toMatchObject({ state: 'asked' });
    expect(await itemOf(visit?.visitId ?? '')).toMatchObject({ about: ['seen-visit-instead'], open: true });
    expect((await metOf(caseId))?.met).toBeNull();
  });

  it('同一天两段都看过：各是各的，都有着落', async () => {
    const { me, whom } = await household();
    for (let i = 0; i < 2; i++) {
      const { authenticationId } = done(await send(me, whom, [await sendMovie(bff, me)]));
      expect(done(await look(authenticationId, 'counts')).state).toBe('counted');
    }
  });

  it('监护人的现场照片：要先刷过监护人的脸，看过才算', async () => {
    const { me, caseId } = await household();
    const guardian = somebody('监护人');
    const child: Whom = { caseId, memberId: 'm2' };
    const more = { guardian: { name: guardian.name, paper: { kind: 'resident-identity', number: guardian.number } } };
    const face = await faceOf(me, child, 'guardian', more);
    const fileId = await sendMovie(bff, me);
    expect(await send(me, { caseId, memberId: 'm1' }, [fileId], { role: 'guardian', faceCheckId: face.faceCheckId })).toMatchObject(
      refused('form-invalid'),
    );
    const { authenticationId } = done(await send(me, child, [fileId], { role: 'guardian', faceCheckId: face.faceCheckId }));
    expect(await itemOf(authenticationId)).toMatchObject({ about: ['guardian-photo'], marks: ['by-helper'] });
    expect((await metOf(caseId, 'm2'))?.met).toBeNull();
    expect(done(await look(authenticationId, 'counts')).by).toBe('监护人 何丽');
    expect((await metOf(caseId, 'm2'))?.met).toBe('2026-11-22');
  });

  it('拍得太早、拍在以后、没有视频、别人的视频、没同意：说清楚', async () => {
    const { me, whom } = await household();
    const fileId = await sendMovie(bff, me);
    expect(await send(me, whom, [fileId], { takenOn: on('2026-11-18') })).toMatchObject(refused('form-invalid'));
    expect(await send(me, whom, [fileId], { takenOn: on('2026-11-23') })).toMatchObject(refused('form-invalid'));
    expect(await send(me, whom, [])).toMatchObject(refused('form-invalid'));
    expect(await send(me, whom, [randomUUID()])).toMatchObject(refused('form-invalid'));
    const other = await account();
    expect(await send(other, byName(somebody()), [fileId])).toMatchObject(refused('form-invalid'));
    expect(await send(me, whom, [fileId], { consent: consentTo('face') })).toMatchObject(refused('form-invalid'));
    expect(done(await send(me, whom, [fileId], { takenOn: on('2026-11-19') })).state).toBe('to-look-at');
    expect(await send(me, whom, [fileId])).toMatchObject(refused('form-invalid'));
  });

  it('同一个号送十次：一件', async () => {
    const { me, whom } = await household();
    const fileIds = [await sendMovie(bff, me)];
    const id = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => send(me, whom, fileIds, {}, id)));
    expect(new Set(all.map((one) => JSON.stringify(done(one)))).size).toBe(1);
    expect(await bff.sql`select id from work_items where subject_id = ${id}`).toHaveLength(1);
    expect(await send(me, whom, fileIds, { takenOn: on('2026-11-21') }, id)).toMatchObject(refused('content-differs'));
  });
});

describe('窗口登记', () => {
  const register = async (whom: Whom, more: object = {}, id: string = randomUUID(), staffId = 'sample-heli') =>
    (await clerk(staffId))(staffApi.registerAuthentication, {
      params: { authenticationId: id },
      body: { whom, contact: 'office-manual', on: TODAY, ...more },
    });

  it('一个人在窗口就够，照片跟着；再送一遍同一条', async () => {
    const { whom, caseId } = await household();
    const { session } = await bff.staff('sample-heli');
    const fileId = randomUUID();
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(jpeg())]), 'paper.jpg');
    const origin = bff.staffUrl;
    const put = await fetch(`${bff.staffUrl}/staff/api/files/${fileId}`, {
      method: 'POST',
      headers: { cookie: `desk_session=${session}`, 'x-requested-with': 'desk', origin },
      body: form,
    });
    expect(put.status).toBe(201);
    const id = randomUUID();
    const first = await register(whom, { where: '前进村便民点', fileIds: [fileId] }, id);
    expect(first.ok && first.status).toBe(201);
    expect(done(first)).toMatchObject({ state: 'counted', by: '工作人员 何丽（前进村便民点）', nextDue: '2027-11-22' });
    const again = await register(whom, { where: '前进村便民点', fileIds: [fileId] }, id);
    expect(again.ok && again.status).toBe(200);
    expect(await metOf(caseId)).toMatchObject({ met: '2026-11-22', contact: 'office-manual' });
    const photo = await fetch(`${bff.staffUrl}/staff/api/files/${fileId}`, {
      headers: { cookie: `desk_session=${session}`, 'x-requested-with': 'desk' },
    });
    expect(photo.status).toBe(200);
  });

  it.each(['visit', 'review-visit'])('%s 要两个名字', async (contact) => {
    const { whom } = await household();
    expect(await register(whom, { contact })).toMatchObject(refused('two-names-needed'));
    expect(await register(whom, { contact, secondName: '何丽' })).toMatchObject(refused('two-names-needed'));
    expect(done(await register(whom, { contact, secondName: '黄春兰' })).by).toContain('何丽 黄春兰');
  });

  it('拿着证件来、册上没有的：收下，队里有一件；还没到的日子、别的镇的人：不行', async () => {
    const { whom } = await household();
    const stranger = done(await register({ name: '新来的', paper: { kind: 'resident-identity', number: somebody().number } }));
    expect(stranger.state).toBe('not-in-register');
    expect(await itemOf(stranger.authenticationId)).toMatchObject({ marks: ['not-in-register'], open: true });
    expect(await register(whom, { on: on('2026-11-23') })).toMatchObject(refused('form-invalid'));
    expect(await register(whom, {}, randomUUID(), 'sample-yangfan')).toMatchObject(refused('not-found'));
  });

  it('帮了没有账户的人：镇上打得出告知信，写着谁、哪天、下次；看过留痕；别的镇街没有', async () => {
    const gran = somebody('没有手机的奶奶');
    const caseId = await putCase(bff, { people: [gran] });
    const neighbour = await account();
    const { authenticationId = '' } = await faceOf(neighbour, byName(gran), 'neighbour');
    const read = async (staffId?: string) => (await clerk(staffId))(staffApi.staffAuthentication, { params: { authenticationId } });
    expect(done(await read())).toMatchObject({ whoName: '没有手机的奶奶', on: TODAY, by: '别人帮忙', nextDue: '2027-11-22' });
    const file = done(await (await clerk())(staffApi.caseFile, { params: { caseId } }));
    expect(file.events.at(-1)).toMatchObject({ kind: 'authentication-counted', subjectId: authenticationId });
    expect(file.members[0]).toMatchObject({ claimed: false });
    expect(await read('sample-yangfan')).toMatchObject(refused('not-found'));
    const looks = await bff.sql`select actor_id from audit_log where action = 'authentication-read' and object_id = ${authenticationId}`;
    expect(looks).toHaveLength(1);
  });

  it('镇街并到别处了：接着办的镇街登记得上，记录在那里；钱没动', async () => {
    const { whom, caseId } = await household();
    const money = await moneyOf(bff);
    await bff.sql`update office_areas set office_id = '500118001' where division_code = '500107001'`;
    expect(await register(whom)).toMatchObject(refused('not-found'));
    const there = await (await clerk('sample-yangfan'))(staffApi.registerAuthentication, {
      params: { authenticationId: randomUUID() },
      body: { whom, contact: 'office-manual', on: TODAY },
    });
    await bff.sql`update office_areas set office_id = division_code where division_code = '500107001'`;
    expect(done(there)).toMatchObject({ state: 'counted', office: { id: '500118001' } });
    expect(await metOf(caseId)).toMatchObject({ met: '2026-11-22', contact: 'office-manual' });
    expect(await moneyOf(bff)).toEqual(money);
  });

  it('先前的一天补登记：不会把后来的见面改早', async () => {
    const { whom, caseId } = await household();
    done(await register(whom));
    done(await register(whom, { on: on('2026-03-01'), contact: 'village-met' }));
    expect(await metOf(caseId)).toMatchObject({ met: '2026-11-22' });
  });
});

describe('数据先跑', () => {
  it('窗口给的码用上了：那天带证件见过，算；册上没有的人什么也不多', async () => {
    const who = somebody('领码的人');
    const caseId = await putCase(bff, { people: [who] });
    const paper = { kind: 'resident-identity' as const, number: who.number };
    const me = await account(who);
    const issue = async (seen: { name: string; paper: typeof paper }) =>
      done(await (await clerk())(staffApi.issueVerificationCode, { body: { ...seen, sawPaper: true }, key: randomUUID() }));
    const { code } = await issue({ name: who.name, paper });
    expect((await metOf(caseId))?.met).toBeNull();
    done(await me.call(residentApi.verifyByCode, { body: { code }, key: randomUUID() }));
    expect(await metOf(caseId)).toMatchObject({ met: '2026-11-22', contact: 'window-with-card' });
    const stranger = somebody();
    const them = await account(stranger);
    const other = await issue({ name: stranger.name, paper: { kind: 'resident-identity', number: stranger.number } });
    done(await them.call(residentApi.verifyByCode, { body: { code: other.code }, key: randomUUID() }));
    expect(done(await them.call(residentApi.authentications, {}))).toEqual([]);
  });

  it.each([
    [true, '2026-11-22'],
    [false, null],
  ])('本人到窗口报变化，工作人员看到本人 %s', async (sawPerson, met) => {
    const who = somebody('到窗口的人');
    const caseId = await putCase(bff, { people: [who, somebody()] });
    const form: ChangeForm = {
      formVersion: 1,
      caseId,
      person: { name: who.name, paper: { kind: 'resident-identity', number: who.number } },
      reporter: { as: 'counter' },
      changed: [],
      nothingChanged: true,
      photos: [],
    };
    done(await (await clerk())(staffApi.tellAtCounter, { params: { changeId: randomUUID() }, body: { form, sawPerson } }));
    await bff.worker.chores();
    await bff.worker.chores();
    expect((await metOf(caseId))?.met).toBe(met);
    expect(await bff.sql`select id from authentications where case_id = ${caseId}`).toHaveLength(met ? 1 : 0);
  });

  it('别的单位的记录：算一次，读几遍也是一次；半行、乱写的、还没到的日子、不认识的人都跳过', async () => {
    const who = somebody('别处见过的人');
    const caseId = await putCase(bff, { people: [who] });
    const line = (more: object) =>
      `${JSON.stringify({ key: randomUUID(), number: who.number, contact: 'village-met', on: '2026-11-20', ...more })}\n`;
    writeFileSync(
      contactsFile,
      `${line({ where: '前进村' })}不是一行\n${line({ on: '2026-12-01' })}${line({ contact: 'own-face' })}${line({ number: somebody().number })}`,
    );
    await bff.worker.chores();
    await bff.worker.chores();
    expect(await bff.sql`select contact, on_day::text as day from authentications where case_id = ${caseId}`).toEqual([
      { contact: 'village-met', day: '2026-11-20' },
    ]);
    expect(await metOf(caseId)).toMatchObject({ met: '2026-11-20' });
    appendFileSync(contactsFile, line({ on: '2026-11-21' }).slice(0, -5));
    await bff.worker.chores();
    appendFileSync(contactsFile, line({ on: '2026-11-21' }).slice(-5));
    await bff.worker.chores();
    expect(await metOf(caseId)).toMatchObject({ met: '2026-11-21' });
  });
});

describe('法：认证不通向少给钱', () => {
  it('同一笔里碰过认证的，库不让它把钱改少、停掉、删掉', async () => {
    const { caseId } = await household();
    const touch = `insert into signals (id, kind, office_id, subject_hash, on_day, count, at) values (gen_random_uuid(), 'name-differs', '500107001', decode(md5(random()::text), 'hex'), '2026-11-22', 1, now())`;
    for (const less of [
      `update case_benefits set amount = amount - 1 where case_id = '${caseId}'`,
      `update case_benefits set until = '2026-12-01' where case_id = '${caseId}'`,
      `delete from case_benefits where case_id = '${caseId}'`,
      `update case_files set amount = 0 where id = '${caseId}'`,
      `update case_files set ended_on = '2026-12-01' where id = '${caseId}'`,
      `update case_files set taper_from = '2026-12-01', taper_until = '2027-05-31' where id = '${caseId}'`,
    ]) {
      const both = bff.sql.begin(async (tx) => {
        await tx.unsafe(touch);
        await tx.unsafe(less);
      });
      await expect(both, less).rejects.toThrow(/no change of money|by a decision only/);
    }
  });
});

describe('看一眼', () => {
  it('奇怪的写明怎么回事就收起来，别的什么也不变', async () => {
    const gone = somebody('档上没了的人');
    const id = await putCase(bff, { people: [somebody(), gone] });
    await bff.sql`update case_members set left_on = '2026-10-01' where case_id = ${id} and member_id = 'm2'`;
    const before = await moneyOf(bff);
    const me = await account(gone);
    await faceOf(me, byName(gone));
    const [item] =
      await bff.sql`select w.id from work_items w join signals s on s.id = w.subject_id where s.kind = 'died-on-record' and w.case_id = ${id}`;
    const call = await clerk();
    const opened = done(await call(staffApi.openAuthenticationItem, { params: { workItemId: item?.id } }));
    expect(opened.signal).toMatchObject({ kind: 'died-on-record', count: 1 });
    const settle = () => call(staffApi.settleSignal, { params: { workItemId: item?.id }, body: { note: '档错了，人在' } });
    expect(done(await settle()).state).toBe('done');
    expect(done(await settle()).state).toBe('done');
    expect(await moneyOf(bff)).toEqual(before);
  });
});
