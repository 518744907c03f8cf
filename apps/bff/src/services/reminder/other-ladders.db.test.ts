import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, type LadderForTest, ladderForTest, OFFICE } from '../../test/ladder-for-test.ts';
import { done, resident, SUFEN } from '../../test/people.ts';
import { memberSubject } from '../authentication/whom.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { addVisit } from '../visit/add.ts';
import { startReminder } from './start.ts';
import { triesAbout } from './tries.ts';

const PHONE = '13800000001';

describe('约好的上门', () => {
  let town: LadderForTest;
  beforeAll(async () => {
    town = await ladderForTest();
  });
  beforeEach(() => town.clear());
  afterAll(() => town.close());

  // Arranged for the 2nd of December, ten days ahead.
  const arranged = async (phone?: string) => {
    const caseId = await town.household('2027-06-01' as CivilDate, phone ? { phone } : {});
    const visitId = await inTransaction(town.ctx, async (tx) => {
      const visit = await addVisit(tx, { whom: await memberSubject(tx, caseId, 'm1'), why: 'asked-for-visit' });
      return visit?.id as string;
    });
    await town.sql`update visits set state = 'arranged', day = '2026-12-02', half = 'morning', arranged_sealed = '\\x00' where id = ${visitId}`;
    return visitId;
  };
  const tell = (accountId: string, visitId: string) =>
    inTransaction(town.ctx, (tx) =>
      tellAccount(tx, {
        accountId,
        kind: 'visit-arranged',
        params: {
          office: '杨家坪街道',
          who: SUFEN.name,
          day: '2026-12-02' as CivilDate,
          half: 'morning',
          where: 'home',
          visitors: ['何丽'],
        },
        subject: { kind: 'visit', id: visitId },
        officeId: OFFICE,
      }),
    );

  it('微信送到，5 天后再发短信；到了那天就停：来的就是那次上门', async () => {
    const account = await town.account(1, { phone: PHONE });
    const visitId = await arranged();
    await tell(account, visitId);
    await town.run();
    expect(town.sent.wechat).toHaveLength(1);
    await town.pass(5 * DAY);
    expect(town.sent.text).toHaveLength(1);
    await town.report('text', 'delivered');
    await town.pass(5 * DAY);
    expect(town.sent.voice).toHaveLength(0);
    expect(await town.reminder()).toEqual({ step: 'text', ended_why: 'visit', visit_id: visitId });
    expect(await town.tasks()).toHaveLength(1);
  });

  it('都送不到：不另派人，那一件上写明没联系上；经办看得到每一次', async () => {
    const account = await town.account(0);
    const visitId = await arranged();
    await tell(account, visitId);
    await town.run();
    expect(await town.reminder()).toEqual({ step: 'township', ended_why: 'visit', visit_id: visitId });
    expect(await town.tasks()).toEqual([{ about: ['asked-for-visit'], marks: ['bounced'], open: true }]);
    expect((await triesAbout(town.ctx, visitId)).map((one) => one.channel)).toEqual(['微信', '短信', '电话', '人']);
  });

  it('没有账户：用名册上的电话', async () => {
    const visitId = await arranged(PHONE);
    await inTransaction(town.ctx, (tx) => startReminder(tx, { kind: 'visit-arranged', officeId: OFFICE, subjectId: visitId }));
    await town.run();
    expect(town.sent.text.map((one) => one.to)).toEqual([PHONE]);
  });

  it('改了日子：重新告诉一遍；取消了：不再提', async () => {
    const account = await town.account(2, { phone: PHONE });
    const visitId = await arranged();
    await tell(account, visitId);
    await town.run();
    await town.sql`update visits set day = '2026-12-05' where id = ${visitId}`;
    await tell(account, visitId);
    await town.run();
    expect(town.sent.wechat).toHaveLength(2);
    await town.sql`update visits set state = 'cancelled' where id = ${visitId}`;
    await town.pass(5 * DAY);
    expect(town.sent.text).toHaveLength(0);
    expect(await town.reminder()).toMatchObject({ ended_why: 'moot' });
  });
});

describe('请补的材料', () => {
  let bff: BffForTest;
  beforeAll(async () => {
    bff = await bffForTest();
  });
  afterAll(() => bff.close());

  const asked = async (person: string) => {
    const who = await resident(bff, person);
    const applicationId = randomUUID();
    done(await who.submit(applicationId));
    const { call } = await bff.staff('sample-heli');
    done(await call(staffApi.markOpened, { params: { applicationId } }));
    const body = { items: [{ title: '户口本', reason: '看不清' }] };
    done(await call(staffApi.askCorrection, { params: { applicationId, correctionId: randomUUID() }, body }));
    return { who, applicationId };
  };
  const ends = () => bff.sql`select ended_why, step from reminders order by started_at desc limit 1`;

  it('联系不上：有人上门，不是就这样算了', async () => {
    await asked('silent');
    await bff.worker.drain();
    await bff.worker.chores();
    expect(await ends()).toEqual([{ ended_why: 'visit', step: 'township' }]);
    expect(await bff.sql`select about, marks, office_id from work_items where kind = 'visit' and open`).toEqual([
      { about: ['nobody-reached'], marks: ['bounced'], office_id: OFFICE },
    ]);
  });

  it('补来了：不再提', async () => {
    bff.pass(1000);
    const { who, applicationId } = await asked('answers');
    await bff.worker.drain();
    const view = done(await who.call(residentApi.application, { params: { applicationId } }));
    const [correction] = view.corrections;
    done(
      await who.call(residentApi.answerCorrection, {
        params: { applicationId, correctionId: correction?.id ?? '', answerId: randomUUID() },
        body: { items: (correction?.items ?? []).map((item) => ({ itemId: item.id, answer: 'cannot-find' as const })) },
      }),
    );
    await bff.worker.chores();
    expect(await ends()).toEqual([{ ended_why: 'met', step: null }]);
  });
});
