import type { PaymentListView, RecordedEvent, RunView } from '@assist/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { type Visitor, weappVisitor } from './_layout/visitor.ts';
import { asClerk, codeFromCounter, takeCode } from './_town/change-story.ts';
import { acceptIt, claimNextAndOpen, openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { ZHOU } from './_town/people.ts';
import { addWife, agreeAndBegin, sayIncome, sayWhere, sayWho, send, sendPhoto, sign } from './_town/resident-story.ts';
import { putOnRecord, recordAtDesk, takeRun } from './_town/run-story.ts';
import { startTown, type Town } from './_town/town.ts';

const DAY = 24 * 3_600_000;
/** 1,540 yuan for two by the standard of the city, 1,200 yuan of income. */
const YUAN = 340;

describe('从申请到第一笔钱：居民的手机、何丽和唐明的工作台', () => {
  let browser: Browser;
  let town: Town;
  let heli: Page;
  let tangming: Page;
  let phone: Visitor;
  let runId = '';
  let month = '';
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    heli = await openDesk(town, '何丽', browser);
    phone = await weappVisitor(town, ZHOU.persona, browser);
  });
  afterAll(async () => {
    await phone?.close();
    await heli?.context().close();
    await tangming?.context().close();
    await town?.close();
    await browser?.close();
  });

  const onRecord = (event: RecordedEvent, desk = heli) => putOnRecord(desk, runId, event);
  /** Nobody stays signed in at a desk over days. */
  async function daysPass(days: number) {
    town.letPass(days * DAY);
    await Promise.all([heli, tangming].map((desk) => desk?.context().close()));
    heli = await openDesk(town, '何丽', browser);
    tangming = await openDesk(town, '唐明', browser);
  }
  it('周德明交上申请，何丽受理', async () => {
    await agreeAndBegin(phone.me);
    await sayWhere(phone.me);
    await phone.me.reads('您的申请归杨家坪街道办事处');
    await phone.me.tap('button', '往下填');
    await sayWho(phone.me);
    await addWife(phone.me);
    await sayIncome(phone.me);
    await sendPhoto(phone.me);
    await sign(phone.me);
    await send(phone.me);
    await phone.open('/pages/identity/index');
    await takeCode(phone.me, heli);
    await heli.goto(town.desk);
    await claimNextAndOpen(heli, ZHOU.name);
    await acceptIt(heli, town);
    const [application = ''] = new URL(heli.url()).pathname.split('/').slice(-1);
    ({ runId } = await asClerk<RunView>(heli, 'GET', `/api/applications/${application}/run`));
  });

  it('核对、两个人上门、写初步意见；没上门以前写不了意见', async () => {
    await expect(onRecord({ kind: 'opinion', reason: '收入低于标准', proposal: { benefits: [] } })).rejects.toThrow(/两人以上入户走访过/);
    await onRecord({ kind: 'check-requested' });
    tangming = await openDesk(town, '唐明', browser);
    await onRecord({ kind: 'check-done', reason: '核对回来了，和写的一样' }, tangming);
    await takeRun(heli, town, runId);
    await recordAtDesk(heli, town, runId, 'visited', async (dialog) => {
      await dialog.getByLabel('第二个人').fill('黄春兰');
      await dialog.getByLabel('家里谁签的字').fill(ZHOU.name);
    });
    await recordAtDesk(heli, town, runId, 'opinion', async (dialog) => {
      await dialog.getByLabel('低保，每月多少元').fill(String(YUAN));
      await dialog.getByLabel('原因、经过').fill('两口人每月收入 1200 元，低于标准');
    });
  });

  it('公示满七天才能往上送；唐明另一个人确认；居民看到结果', async () => {
    await onRecord({ kind: 'notice-posted' });
    await daysPass(6);
    await expect(onRecord({ kind: 'forwarded' })).rejects.toThrow(/公示满 7 天/);
    await daysPass(2);
    await onRecord({ kind: 'forwarded' });
    await expect(onRecord({ kind: 'confirmed' })).rejects.toThrow(/要由别的人来做/);
    const { caseId, paid } = await onRecord({ kind: 'confirmed' }, tangming);
    expect(paid?.benefits).toMatchObject([{ kind: 'subsistence', amount: YUAN * 100 }]);
    const [benefit] = await town.sql`select to_char(since, 'YYYY-MM') as month from case_benefits where case_id = ${caseId as string}`;
    month = benefit?.month;
    await town.worker.drain();
    await phone.open('/pages/messages/index');
    await phone.me.reads(/确认/);
  });

  it('本人写上银行卡，隔一天算数；清单由何丽冻结、唐明放行；财政的回执说发了', async () => {
    await phone.open('/packages/change/pages/contact/index');
    await phone.me.tap('radio', '换银行卡');
    await phone.me.type('新的卡号', '6217001234567890123');
    await phone.me.tap('button', '好了，下一步');
    await phone.me.tap('radio', '到窗口拿一个码');
    await phone.me.type('窗口给的码', await codeFromCounter(heli, ZHOU));
    await phone.me.tap('button', '核好了，换');
    await phone.me.reads('记下了，隔一天才算数');
    // The account counts after a day, and a list is frozen in its own month: at a month's end that is the next one.
    const monthBegins = Date.parse(`${month}-01T12:00:00+08:00`) - town.now();
    await daysPass(Math.max(3, Math.ceil(monthBegins / DAY)));
    await town.worker.chores();
    const list = await asClerk<PaymentListView>(heli, 'PUT', `/api/payment-months/${month}`);
    expect(list).toMatchObject({ lines: 1, amount: YUAN * 100, noAccount: 0, unexplained: 0 });
    const at = `/api/payment-lists/${list.listId}`;
    await asClerk(heli, 'PUT', `${at}/frozen`, { hash: list.hash });
    await expect(asClerk(heli, 'PUT', `${at}/released`, { hash: list.hash })).rejects.toThrow(/payment-second-person|forbidden/);
    await asClerk(tangming, 'PUT', `${at}/released`, { hash: list.hash });
    await asClerk(heli, 'PUT', `${at}/exported`);
    expect(await returned(at)).toBe(201);
    await town.worker.drain();
    await phone.open('/pages/messages/index');
    await phone.me.reads('这个月的钱发了');
    expect(await phone.me.text()).toMatch(/340 元.*尾号 0123/s);
  });

  it('页面没有报错；日志里没有名字、号码、卡号', async () => {
    await phone.assertClean();
    for (const secret of [ZHOU.name, ZHOU.number, '6217001234567890123'])
      expect(town.log.filter((line) => line.includes(secret))).toEqual([]);
  });

  /** The finance office's file comes back with 已发 on every line. */
  const returned = (at: string): Promise<number> =>
    heli.evaluate(async (list) => {
      const text = await fetch(`/staff${list}/file?encoding=utf-8`).then((answer) => answer.text());
      const rows = text.trim().split('\r\n');
      const back = rows.map((row, i) => (i === 0 ? row : row.replace(/,,$/, ',已发,'))).join('\r\n');
      const form = new FormData();
      form.append('fileName', '回执.csv');
      form.append('file', new Blob([back]), '回执.csv');
      const sent = await fetch(`/staff${list}/returns/${crypto.randomUUID()}`, {
        method: 'POST',
        headers: { 'x-requested-with': 'desk' },
        body: form,
      });
      return sent.status;
    }, at);
});
