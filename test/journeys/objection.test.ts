import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import type { Stop } from './_layout/stop.ts';
import { sweep } from './_layout/sweep.ts';
import { type Visitor, webVisitor } from './_layout/visitor.ts';
import { asClerk, becomeVerified, registerHousehold } from './_town/change-story.ts';
import { openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { ZHOU } from './_town/people.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { startTown, type Town } from './_town/town.ts';

const AGAINST = '他家去年买了一辆车';
const LOOKED = '查过车辆登记，去家里看过';
const REPLY = '车是他侄子的，停在他家门口，他家没有车';
const OWN = '这个月没有活干，工资没有涨那么多';

describe('从公示上的一句不同意见，到回复', () => {
  let browser: Browser;
  let town: Town;
  let desk: Page;
  /** The household, on a phone of its own. */
  let zhou: Visitor;
  /** Somebody who reads the notice, in a browser, signed in nowhere. */
  let neighbour: Visitor;
  let runId: string;
  let number = '';
  let secret = '';
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    desk = await openDesk(town, '何丽', browser);
    zhou = await webVisitor(town, ZHOU.persona, browser);
    neighbour = await webVisitor(town, 'li', browser);
  });
  afterAll(async () => {
    await zhou?.close();
    await neighbour?.close();
    await desk?.context().close();
    await town?.close();
    await browser?.close();
  });

  const step = (event: object) => asClerk(desk, 'PUT', `/api/runs/${runId}/events/${crypto.randomUUID()}`, event);
  const pickTownship = async (label: string) => {
    await neighbour.me.pick(`${label}，区县`, '九龙坡区');
    await neighbour.me.pick(`${label}，镇街`, '杨家坪街道');
  };

  it('周家在册，本人核过身份；镇街开始看减发，写明理由、去过家里', async () => {
    await registerHousehold(town, desk);
    await agreeAndBegin(zhou.me);
    await becomeVerified(zhou, desk);
    const [file] = await town.sql`select id from case_files`;
    runId = crypto.randomUUID();
    await asClerk(desk, 'PUT', `/api/runs/${runId}`, { procedure: 'cut', caseId: file?.id });
    await step({ kind: 'ground-named', ground: 'income-or-property-up' });
    await step({ kind: 'visited', visit: { visitors: ['何丽'], way: 'at-home' } });
  });

  it('定下来以前，周德明在手机上说：写下来，钱照发；镇街记在案上才往下走', async () => {
    await zhou.open('/pages/mine/index');
    await zhou.me.tap('link', /^意见和决定/);
    await zhou.me.tap('link', /减发/);
    await zhou.me.reads(/640\s元\s照发，一分不少/);
    await zhou.me.tap('button', '写下我想说的');
    await zhou.me.type('我想说的', OWN);
    await zhou.me.tap('button', '送出去');
    await zhou.me.reads('收到了');
    await zhou.me.tap('button', '回去看');
    await zhou.me.reads('送到了，还没记到案上');
    const [said] = await town.sql`select id from decision_statements`;
    await asClerk(desk, 'PUT', `/api/runs/${runId}/events/${said?.id}`, { kind: 'heard', reason: '本人在手机上说的' });
    await step({ kind: 'opinion', reason: '工资多了 300 元', proposal: { benefits: [{ kind: 'subsistence', amount: 34000 }] } });
    await step({ kind: 'notice-posted' });
    await zhou.open('/pages/messages/index');
    await zhou.me.tap('link', /意见公示了/);
    await zhou.me.reads('镇街的意见，还不是决定');
    await zhou.me.reads(/社会救助法》 第四十八条/);
  });

  it('邻居没登录，在社区公示里看到这一户：只有姓名、几口人、金额；写下不同意见，不留名', async () => {
    await neighbour.open('/pages/home/index');
    await neighbour.me.tap('link', '社区公示');
    await pickTownship('您住在哪个镇街');
    await neighbour.me.reads('正在公示 1 户');
    const posted = await neighbour.me.text();
    expect(posted).toMatch(/周德明/);
    expect(posted).toMatch(/2\s人/);
    expect(posted).toMatch(/340\s元/);
    expect(posted).not.toMatch(/工资|300|陈秀英|前进村/);
    await neighbour.me.tap('button', /我有不同意见$/);
    await neighbour.me.type('您的意见', AGAINST);
    await neighbour.me.tap('button', '送出去');
    await neighbour.me.reads('留不留名字，选一个');
    await neighbour.me.tap('radio', '不留名字');
    await neighbour.me.tap('button', '送出去');
    await neighbour.me.reads('号和口令，抄下来，或拍下来');
    const received = await neighbour.me.text();
    number = /[2-9A-HJ-NP-Z]{8}/.exec(received)?.[0] ?? '';
    const [sealed] = await town.sql`select number from posting_objections`;
    expect(number).toBe(sealed?.number);
    secret = (await neighbour.page.locator('.secret__word').allInnerTexts()).join(' ');
    expect(secret.split(' ')).toHaveLength(4);
    // Neither lies on the phone.
    expect(await neighbour.page.evaluate(() => JSON.stringify(localStorage))).not.toContain(number);
  });

  it('何丽在公示异议那一道看到它，领了，记一笔核实，写回复', async () => {
    await desk.goto(`${town.desk}/queue/objections`);
    await desk.getByRole('link', { name: ZHOU.name }).click();
    await desk.getByText(AGAINST).waitFor();
    await desk.getByText('公示照样挂满 7 天，不提前取下。').waitFor();
    await desk.getByRole('button', { name: '领这一件' }).click();
    await desk.getByRole('button', { name: '记一笔核实' }).click();
    await desk.getByLabel('去哪看的、问了谁、查到什么').fill(LOOKED);
    await desk.getByRole('dialog').getByRole('button', { name: '记下' }).click();
    await desk.getByText(LOOKED).first().waitFor();
    await desk.getByRole('button', { name: '写回复' }).click();
    await desk.getByLabel('怎么核实的、结果怎样').fill(REPLY);
    await desk.getByRole('dialog').getByRole('button', { name: '回复' }).click();
    await desk.getByRole('link', { name: '印回复信' }).waitFor();
  });

  it('邻居凭号和口令看到回复；口令错一个词，对不上', async () => {
    await neighbour.open('/packages/voice/pages/back/index');
    await neighbour.me.type('号', number);
    await neighbour.me.type('口令', '竹林 竹林 竹林 竹林');
    await neighbour.me.tap('button', '看回复');
    await neighbour.me.reads('没有对上');
    await neighbour.me.type('口令', secret);
    await neighbour.me.tap('button', '看回复');
    await neighbour.me.reads(REPLY);
    expect(await neighbour.me.text()).not.toContain(AGAINST);
  });

  it('周德明自己的那一页、消息里，都没有这件事', async () => {
    await zhou.open('/pages/messages/index');
    await zhou.me.reads('意见公示了');
    const messages = await zhou.me.text();
    await zhou.me.tap('link', /意见公示了/);
    await zhou.me.reads('走过的步骤');
    for (const seen of [messages, await zhou.me.text()]) expect(seen).not.toMatch(/车|异议|侄子/);
  });

  it('有人说工作人员收钱：镇街那一道没有，区里的唐明看得到', async () => {
    await neighbour.open('/packages/voice/pages/complaint/index');
    await neighbour.me.tap('radio', '工作人员做得不对');
    if (!/杨家坪街道办事处/.test(await neighbour.me.text())) await pickTownship('哪个镇街');
    await neighbour.me.reads('杨家坪街道办事处');
    await neighbour.me.tap('button', '下一步');
    await neighbour.me.type('怎么回事', '窗口收了两百块钱');
    await neighbour.me.tap('button', '下一步');
    await neighbour.me.tap('radio', '留名字和电话');
    await neighbour.me.type('您怎么称呼', '李大姐');
    await neighbour.me.type('打哪个电话回您', '13900007777');
    await neighbour.me.tap('button', '送出去');
    await neighbour.me.reads(/一件一件查/);
    await desk.goto(`${town.desk}/queue/complaints`);
    await desk.getByText('现在没有举报投诉要查。').waitFor();
    const bureau = await openDesk(town, '唐明', browser);
    await bureau.getByRole('link', { name: '举报投诉' }).click();
    await bureau.getByRole('link', { name: '工作人员做得不对' }).click();
    await bureau.getByText('窗口收了两百块钱').waitFor();
    await bureau.getByText('李大姐').waitFor();
    await bureau.context().close();
  });

  it('公示、异议、举报、看回复、决定，在窄的手机上，标准版和长辈版都看得清、点得到', async () => {
    const [posting] = await town.sql`select id from postings`;
    const voice = (page: string, query = '') => `/packages/voice/pages/${page}/index${query}`;
    const open: readonly Stop[] = [
      { name: 'postings', at: voice('postings'), reads: /正在公示/ },
      { name: 'objection', at: voice('objection', `?id=${posting?.id}`), reads: '哪里不对，写下来' },
      { name: 'complaint', at: voice('complaint'), reads: '说的是哪样事？' },
      { name: 'voice-back', at: voice('back'), reads: '写上号和口令，看回复' },
    ];
    const own: readonly Stop[] = [
      { name: 'decisions', at: '/packages/decision/pages/list/index', reads: /在办/ },
      { name: 'decision', at: `/packages/decision/pages/one/index?id=${runId}`, reads: '走过的步骤' },
      { name: 'decision-say', at: `/packages/decision/pages/say/index?id=${runId}&as=objection`, reads: '哪里不对，写下来' },
    ];
    const both = await Promise.all([sweep(neighbour, open), sweep(zhou, own)]);
    expect(both.flatMap(({ faults }) => faults)).toEqual([]);
    await neighbour.assertClean();
    await zhou.assertClean();
  });
});
