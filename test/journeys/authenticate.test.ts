import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { beSeen, wereSeen } from './_layout/stops-authentication.ts';
import { sweep } from './_layout/sweep.ts';
import { type Visitor, weappVisitor, webVisitor } from './_layout/visitor.ts';
import {
  arrangeVisit,
  BEDRIDDEN,
  BLIND,
  DAUGHTER,
  DEAF,
  households,
  meetAtVisit,
  orderFace,
  PALSIED,
  showFace,
} from './_town/authentication-story.ts';
import { asClerk, becomeVerified, registerHousehold } from './_town/change-story.ts';
import { openDesk } from './_town/desk-story.ts';
import { movie } from './_town/movie.ts';
import { oneStory } from './_town/one-story.ts';
import { ZHOU, ZHOU_WIFE } from './_town/people.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { startTown, type Town } from './_town/town.ts';

const LIST = '/packages/auth/pages/list/index';
/** Nobody is threatened, in no state of anything. */
const NEVER = /逾期|停发|失败|取消资格|后果|必须/;

describe('周德明一家每年让镇上知道都好；李素芬在网页上', () => {
  let browser: Browser;
  let town: Town;
  let desk: Page;
  let weapp: Visitor;
  let web: Visitor;
  let code = '';
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    desk = await openDesk(town, '何丽', browser);
    weapp = await weappVisitor(town, ZHOU.persona, browser);
    web = await webVisitor(town, DEAF.persona, browser);
  });
  afterAll(async () => {
    await weapp?.close();
    await web?.close();
    await desk?.context().close();
    await town?.close();
    await browser?.close();
  });

  const latest = async (table: 'visits' | 'authentications'): Promise<string> => {
    const [row] =
      table === 'visits'
        ? await town.sql`select id from visits order by asked_at desc limit 1`
        : await town.sql`select id from authentications order by at desc limit 1`;
    return row?.id;
  };
  const faces = async (): Promise<number> => (await town.sql`select count(*)::int as n from face_checks`)[0]?.n;
  const waiting = async (): Promise<number> =>
    (await town.sql`select count(*)::int as n from authentications where state = 'to-look-at'`)[0]?.n;
  const cite = /九龙坡民政〔2025〕53号/;

  it('没核过身份，也能接着做；核过了，家里每个人各在各的日子上', async () => {
    await registerHousehold(town, desk, households());
    await agreeAndBegin(weapp.me);
    await weapp.open(LIST);
    await weapp.me.reads('我自己要做');
    await becomeVerified(weapp, desk);
    await weapp.open('/pages/home/index');
    await weapp.me.reads(/待办：.+的资格认证/);
    await weapp.me.reads(/晚了也不停钱/);
    await weapp.me.tap('link', '资格认证');
    await weapp.me.reads('不会因没认证停钱');
    const words = await weapp.me.text();
    expect(words).toMatch(/前都能做/);
    expect(words).toMatch(cite);
    expect(words).not.toMatch(NEVER);
  });

  it('每一页，在窄的手机上，标准版和长辈版都看得清、点得到', async () => {
    expect((await sweep(weapp, beSeen(BLIND.name))).faults).toEqual([]);
    expect(await faces()).toBe(0);
  });

  it('周德明到窗口给人看过身份证，已经算了；陈秀英刷脸：先问不方便，单独同意，一次就过，当时有凭证', async () => {
    await weapp.open(LIST);
    await weapp.me.reads(/到窗口办事，见过面/);
    await weapp.me.tap('button', `${ZHOU_WIFE.name}，刷脸`);
    await weapp.me.reads(`${ZHOU_WIFE.name}有没有不方便？`);
    await weapp.me.tap('checkbox', '都没有');
    await weapp.me.tap('button', '去刷脸');
    await orderFace(town, { kind: 'pass' });
    await showFace(weapp.me, `${ZHOU_WIFE.name}在旁边，本人这一次同意刷脸`);
    await weapp.me.reads('认好了，是您本人');
    await weapp.me.tap('button', '看凭证');
    await weapp.me.reads('已算今年认证');
    expect(await weapp.me.text()).toMatch(/凭证号[\s\S]*\d{6}-\d{3}-[A-Z2-9]/);
  });

  it('周敏两次没认出来：不怪她，替她约好了人', async () => {
    await orderFace(town, { kind: 'ret', verifyRet: 10004, times: 2 });
    await weapp.open(LIST);
    await weapp.me.tap('button', `${DAUGHTER.name}，刷脸`);
    await weapp.me.tap('checkbox', '都没有');
    await weapp.me.tap('button', '去刷脸');
    const consent = `${DAUGHTER.name}在旁边，本人这一次同意刷脸`;
    await showFace(weapp.me, consent);
    await weapp.me.reads('这次没认出来');
    await weapp.me.reads('再没认出来，就约人来');
    await weapp.me.tap('button', '再来一次');
    await showFace(weapp.me, consent);
    await weapp.me.reads('刷了两次没认出来，不用再试了');
    const words = await weapp.me.text();
    expect(words).toMatch(/约了人上门/);
    expect(words).toMatch(/钱都照发/);
    expect(words).not.toMatch(NEVER);
    expect(await faces()).toBe(3);
  });

  it('躺在床上的何桂芝：不刷脸，请人到家里，来人有码，见过就算', async () => {
    await weapp.open(LIST);
    await weapp.me.tap('button', `${BEDRIDDEN.name}，换个办法`);
    await weapp.me.tap('checkbox', '躺在床上');
    await weapp.me.reads('不用刷脸，请人到家里看');
    await weapp.me.tap('button', '约个时间');
    await weapp.me.tap('radio', /周/);
    await weapp.me.tap('radio', '上午');
    await weapp.me.tap('checkbox', '要家人在');
    await weapp.me.tap('button', /^就约/);
    await weapp.me.reads('收到了，等镇上定日子');
    const visit = await latest('visits');
    code = await arrangeVisit(desk, visit, 'home');
    await weapp.open(LIST);
    await weapp.me.tap('link', new RegExp(`^${BEDRIDDEN.name}`));
    await weapp.me.reads('来的人报的码');
    expect(await weapp.me.text()).toContain(code);
    await weapp.open('/pages/home/index');
    await weapp.me.tap('link', /来人是真的吗/);
    await weapp.me.type('来人报的码，或消息里的核对码', code.toLowerCase());
    await weapp.me.tap('button', '查一查');
    await weapp.me.reads(/是镇街派来的人/);
    await weapp.me.reads('何丽、李强');
  });

  it('脸动不了的周强：拍一段视频，断网、关机都接着传，由人来看', async () => {
    await weapp.open(LIST);
    await weapp.me.tap('button', `${PALSIED.name}，换个办法`);
    await weapp.me.tap('checkbox', '眼睛嘴巴动不了');
    await weapp.me.tap('link', /^拍一段视频/);
    let broken = false;
    const line = weapp.app?.onNetwork(({ path }) => {
      if (broken || !/\/pieces\/1$/.test(path)) return undefined;
      broken = true;
      return 'drop';
    });
    await weapp.me.photograph('拍一段视频', [movie('周强.mp4', { filling: 2_500_000 })]);
    await weapp.me.reads(/从断的地方接着传/);
    await weapp.me.tap('checkbox', '本人同意工作人员看');
    await weapp.me.tap('button', '送给镇上看');
    await weapp.me.reads('还在传，传完自己就送。断了从断的地方接着传。');
    line?.();
    await weapp.app?.kill();
    await weapp.app?.relaunch();
    await expect.poll(() => waiting()).toBe(1);
    const sent = await latest('authentications');
    await asClerk(desk, 'PUT', `/api/authentications/${sent}/looked`, { seen: 'counts', note: '看到本人，说了日期' });
  });

  it('看不见的周德亮：只靠读屏的名字，约在村社见面', async () => {
    await weapp.open(LIST);
    await weapp.me.tap('button', `${BLIND.name}，换个办法`);
    await weapp.me.tap('checkbox', '看不见');
    await weapp.me.tap('button', '约个时间');
    await weapp.me.tap('radio', '村社');
    await weapp.me.tap('button', '请镇上来定日子');
    await weapp.me.reads('收到了，等镇上定日子');
    const visit = await latest('visits');
    await arrangeVisit(desk, visit, 'village');
    await meetAtVisit(desk, visit);
  });

  it('听不见的李素芬，在网页上，身份没核过：写名字和号码，约在村社，当面见过；那天就算了', async () => {
    await agreeAndBegin(web.me);
    await web.open(LIST);
    await web.me.tap('link', /^我自己要做/);
    await web.me.type('姓名', DEAF.name);
    await web.me.type('身份证号', DEAF.number);
    await web.me.pick('您住在哪个镇街，区县', '九龙坡区');
    await web.me.pick('您住在哪个镇街，镇街', '杨家坪街道');
    await web.me.tap('button', '写好了，下一步');
    await web.me.tap('checkbox', '听不见');
    await web.me.tap('link', /^到村社、镇上见个面/);
    await web.me.tap('checkbox', '听力不好');
    await web.me.tap('button', '请镇上来定日子');
    await web.me.reads('收到了，等镇上定日子');
    const visit = await latest('visits');
    await arrangeVisit(desk, visit, 'village');
    await meetAtVisit(desk, visit);
    await web.open(LIST);
    await web.open(`/packages/auth/pages/visit/index?visit=${visit}`);
    await web.me.reads('见过面了');
    const counted = await town.sql`select count(*)::int as n from authentications where contact = 'village-met' and state = 'counted'`;
    expect(counted[0]?.n).toBe(2);
  });

  it('四个不方便的人，一次没成的刷脸也没有；都算过了', async () => {
    expect(await faces()).toBe(3);
    await weapp.open(LIST);
    await weapp.me.reads('算过了，不用再做');
    const words = await weapp.me.text();
    for (const { name } of [PALSIED, BLIND]) expect(words).toMatch(new RegExp(`${name}[\\s\\S]{0,80}算过了`));
    const amounts = await town.sql`select distinct amount from case_benefits`;
    expect(amounts.map((row) => Number(row.amount))).toEqual([128_000]);
  });

  it('消息、凭证、约好的、同意过的，在窄的手机上，标准版和长辈版都看得清', async () => {
    await town.worker.drain();
    const [counted] = await town.sql`select id from authentications where state = 'counted' order by at limit 1`;
    const [arranged] = await town.sql`select id from visits where state = 'arranged' limit 1`;
    expect((await sweep(weapp, wereSeen(counted?.id, arranged?.id, code))).faults).toEqual([]);
  });

  it('刷脸的同意能撤；页面没有报错；日志里没有名字、号码', async () => {
    await weapp.open('/pages/consents/index');
    await weapp.me.tap('button', /^不再同意，同意这一次用微信刷脸/);
    await weapp.me.reads(/不再同意$/);
    expect((await town.sql`select count(*)::int as n from consent_acts where withdrawn_at is not null`)[0]?.n).toBe(1);
    await weapp.assertClean();
    await web.assertClean();
    for (const { name, number } of [ZHOU, ZHOU_WIFE, DAUGHTER, BEDRIDDEN, PALSIED, BLIND, DEAF])
      for (const secret of [name, number]) expect(town.log.filter((line) => line.includes(secret))).toEqual([]);
  });
});
