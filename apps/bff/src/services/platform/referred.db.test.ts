import { createHmac, randomUUID } from 'node:crypto';
import { platformApi, residentApi, staffApi } from '@assist/contracts';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { done, resident, SUFEN, YANGJIAPING } from '../../test/people.ts';
import { ALLOWANCES } from '../../test/platform-for-test.ts';
import { platformTown } from './platform-town-for-test.ts';

const KEY = Buffer.alloc(32, 7);
const { bff, town, as, pulled, close } = await platformTown({ alerts: { file: undefined, keys: new Map([['city', KEY]]) } });
afterAll(close);

/** What this one hears of, in its order. */
const heard = async (id: string) => (await pulled(id)).items;
const referralsOf = async (id: string) => (await heard(id)).filter((one) => one.referralId).map((one) => [one.type, one.target]);

it('六样补贴，同意了、送出了，办补贴的那边就知道是谁、哪一样；没同意、没送出、别的部门、别的区县都没有', async () => {
  const runId = await town.open('review', await town.household());
  const heli = await town.as('heli');
  const ids: string[] = [];
  for (const target of [...ALLOWANCES, 'employment']) {
    const referralId = randomUUID();
    ids.push(referralId);
    done(
      await heli(staffApi.proposeReferral, {
        params: { runId, referralId },
        body: { target, why: '走访时看到', ...(target !== 'old-age-allowance' && { consent: '要，帮我问问' }) },
      }),
    );
  }
  expect(await referralsOf('allowances')).toEqual([]);
  const [first = ''] = ids;
  const read = async (client: string, referralId: string) => (await as(client))(platformApi.platformReferral, { params: { referralId } });
  expect(await read('allowances', first)).toMatchObject({ problem: { code: 'not-found' } });

  for (const referralId of ids) await heli(staffApi.sendReferral, { params: { referralId }, body: { to: '补贴窗口' } });
  // The old-age allowance was only asked about: the person's own word comes first.
  expect(await referralsOf('allowances')).toEqual(ALLOWANCES.slice(0, -1).map((target) => ['referral.sent', target]));
  expect(await referralsOf('labour')).toEqual([['referral.sent', 'employment']]);
  expect(await referralsOf('city')).toEqual([]);
  expect(await referralsOf('allowances-elsewhere')).toEqual([]);

  const got = done(await read('allowances', first));
  expect(got).toMatchObject({
    target: { id: 'elder-disabled-subsidy', title: '经济困难失能老人养老服务补贴' },
    name: '李素芬',
    why: '走访时看到',
    state: 'sent',
    consent: { how: 'spoken' },
  });
  expect(got.clauses.map((one) => one.id)).toContain('JLP53-6-6d');
  expect(await bff.sql`select result from audit_log where object_id = ${first} and action = 'platform-read'`).toEqual([
    { result: 'allowances' },
  ]);
  // Without the scope for people it is the help and the office alone.
  expect(done(await read('labour', ids.at(-1) ?? ''))).not.toHaveProperty('name');
  for (const [client, id] of [
    ['labour', first],
    ['allowances-elsewhere', first],
    ['allowances', ids.at(-2) ?? ''],
  ] as const)
    expect(await read(client, id)).toMatchObject({ problem: { code: 'not-found' } });

  done(await heli(staffApi.endReferral, { params: { referralId: first }, body: { end: 'granted', words: '办下来了' } }));
  expect((await referralsOf('allowances')).at(-1)).toEqual(['referral.granted', 'elder-disabled-subsidy']);
});

it('台账：没完的按日子、完了的另列，退回和送出都在；没问过的，本人收到一条，要不要自己定', async () => {
  const caseId = await town.household();
  const someone = await town.verified('ledger');
  const runId = await town.open('review', caseId);
  const heli = await town.as('heli');
  const referralId = randomUUID();
  done(await heli(staffApi.proposeReferral, { params: { runId, referralId }, body: { target: 'old-age-allowance', why: '八十岁了' } }));
  const inbox = done(await someone.call(residentApi.messages, { query: {} })).items;
  expect(JSON.stringify(inbox.find((one) => one.kind === 'referral-asked'))).toContain('高龄津贴');
  done(await someone.call(residentApi.answerReferral, { params: { referralId }, body: { answer: 'agree' } }));
  done(await heli(staffApi.sendReferral, { params: { referralId }, body: { to: '老龄办窗口' } }));
  const ledger = async (ended: 'yes' | 'no') =>
    done(await heli(staffApi.staffReferrals, { query: { ended } })).items.find((one) => one.referralId === referralId);
  expect(await ledger('yes')).toBeUndefined();
  expect(await ledger('no')).toMatchObject({ state: 'sent', consent: { how: 'app' } });
  // The family sees it on its one line, between what it has and what happened; who did not prove who they are sees none of it.
  const { links } = done(await someone.call(residentApi.familyChain, {}));
  expect(links).toContainEqual({ on: expect.any(String), kind: 'referral', title: '高龄津贴', words: '送出了，等答复，由户口所在镇街办' });
  expect(links.find((one) => one.kind === 'benefit')?.title).toBe('低保');
  expect(links.filter((one) => one.kind === 'event').map((one) => one.title)).toContain('进了区里的在册名单');
  const claimed = await resident(bff, 'only-claimed');
  expect(done(await claimed.call(residentApi.familyChain, {})).links).toEqual([]);
  done(await heli(staffApi.endReferral, { params: { referralId }, body: { end: 'not-fitting', words: '户口在外地' } }));
  expect(await ledger('no')).toBeUndefined();
  expect((await ledger('yes'))?.steps.map((one) => one.kind)).toEqual(['asked', 'agreed', 'sent', 'not-fitting']);
});

it('申请一到，管认定的部门当时就知道；受理以后看得到是谁、走到哪一步', async () => {
  const someone = await resident(bff, 'sufen');
  const applicationId = randomUUID();
  const before = (await heard('city')).length;
  done(await someone.submit(applicationId));
  const fresh = (await heard('city')).slice(before);
  expect(fresh.map((one) => [one.type, one.applicationId])).toEqual([['application.received', applicationId]]);
  expect(JSON.stringify(fresh)).not.toContain('李素芬');
  const heli = await town.as('heli');
  const items = done(await heli(staffApi.queue, { query: { lane: 'applications', filter: 'open' } })).items;
  expect(items.find((one) => one.applicationId === applicationId)).toBeDefined();
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const runId = (await heard('city')).find((one) => one.applicationId === applicationId && one.runId)?.runId ?? '';
  expect(done(await (await as('city'))(platformApi.platformRun, { params: { runId } }))).toMatchObject({ applicationId, name: '李素芬' });
});

it('平台的七种功能，一户走一遍：录入、共享、预警、监督、推送、监管、档案', async () => {
  const caseId = await town.household();
  const heli = await town.as('heli');
  // 录入, and 监督: whoever looks leaves a trace that the auditor reads.
  expect(done(await heli(staffApi.caseFile, { params: { caseId } })).members[0]?.name).toBe('李素芬');
  const trail = done(await (await town.as('luowenjing'))(staffApi.auditTrail, { query: {} })).items;
  expect(trail[0]).toMatchObject({ who: '何丽', object: expect.stringContaining(caseId.slice(-8)) });
  // 预警: signed, about this household, one item in its township.
  const body = JSON.stringify({
    alerts: [
      {
        key: 'seven-1',
        indicator: 'serious-illness',
        seenOn: '2026-11-20',
        township: YANGJIAPING,
        person: { name: SUFEN.name, number: SUFEN.number },
        words: '上个月医药费自付三万元',
      },
    ],
  });
  const t = Math.floor(bff.clock() / 1000);
  const pushed = await fetch(`${bff.staffUrl}/alerts/city`, {
    method: 'POST',
    headers: { 'x-alert-signature': `t=${t},v1=${createHmac('sha256', KEY).update(`${t}.${body}`).digest('hex')}` },
    body,
  });
  expect(await pushed.json()).toMatchObject({ results: [{ key: 'seven-1', result: 'new' }] });
  const [alert] = done(await heli(staffApi.runs, { query: { procedure: 'alert', caseId } })).items;
  // 推送, 共享: the department and the city's platform hear of it.
  const referralId = randomUUID();
  const consent = '要';
  done(
    await heli(staffApi.proposeReferral, {
      params: { runId: alert?.runId ?? '', referralId },
      body: { target: 'elder-disabled-subsidy', why: '失能', consent },
    }),
  );
  done(await heli(staffApi.sendReferral, { params: { referralId }, body: { to: '民政窗口' } }));
  expect((await heard('allowances')).at(-1)).toMatchObject({ type: 'referral.sent', referralId });
  expect((await heard('city')).filter((one) => one.runId === alert?.runId).map((one) => one.type)).toEqual(['procedure.opened']);
  // 资金监管: what is to be paid is a list that two people let go.
  const list = done(await heli(staffApi.computePayments, { params: { month: '2026-11' } }));
  const lines = done(await heli(staffApi.paymentLines, { params: { listId: list.listId }, query: {} })).items;
  expect(lines.map((one) => one.caseId)).toContain(caseId);
  // 电子档案.
  const archiveId = randomUUID();
  done(await heli(staffApi.askArchive, { params: { archiveId }, body: { kind: 'household', caseId, reason: '归档' } }));
  await bff.worker.drain();
  const [ready] = done(await heli(staffApi.archives, {})).items;
  const file = await fetch(`${bff.staffUrl}/staff/api/archives/${archiveId}/parts/1`, {
    headers: { cookie: `desk_session=${(await bff.staff('sample-heli')).session}` },
  });
  expect(ready).toMatchObject({ archiveId, state: 'ready' });
  expect(Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())))).toContain('1-household.json');
});
