import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { changeTold } from './_layout/stops-change.ts';
import { sweep } from './_layout/sweep.ts';
import { type Visitor, weappVisitor, webVisitor } from './_layout/visitor.ts';
import { asClerk, becomeVerified, codeFromCounter, daysAgo, registerHousehold, sayHigherWage } from './_town/change-story.ts';
import { openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { ZHOU, ZHOU_WIFE } from './_town/people.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { startTown, type Town } from './_town/town.ts';

const NUMBER = /\S+ \d{6}-\d{3}-[A-Z2-9]/;

describe('领着低保的周德明报变化', () => {
  let browser: Browser;
  let town: Town;
  let desk: Page;
  let weapp: Visitor;
  let web: Visitor;
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    desk = await openDesk(town, '何丽', browser);
    weapp = await weappVisitor(town, ZHOU.persona, browser);
    web = await webVisitor(town, ZHOU.persona, browser);
  });
  afterAll(async () => {
    await weapp?.close();
    await web?.close();
    await desk?.context().close();
    await town?.close();
    await browser?.close();
  });

  const idOf = async (told: string): Promise<string> => {
    const rows = await town.sql`select id from change_notices order by told_at desc limit 1`;
    expect(rows.length, told).toBe(1);
    return rows[0]?.id;
  };

  it('名单送进来，本人核过身份，册子就对上了', async () => {
    await registerHousehold(town, desk);
    await agreeAndBegin(weapp.me);
    await becomeVerified(weapp, desk);
  });

  it('微信里：首页点“家里有变化”，工资涨了；一题一题：哪天、谁、现在多少，拍一张单子', () => sayHigherWage(weapp));

  it('还没发，先看影响：六个月照发，怎么算的、哪一条、以后怎样；什么也没送出去', async () => {
    const words = await weapp.me.text();
    expect(words).toMatch(/还没发，先算给您看/);
    expect(words).toMatch(/640/);
    expect(words).toMatch(/渝民〔2022〕239号 一（三）/);
    expect(words).toMatch(/再核/);
    expect(words).toMatch(/1,?000/);
    expect(await count(town, 'change_notices')).toBe(0);
    await weapp.me.tap('checkbox', '我同意到时候直接看别的帮助');
  });

  it('六个月、凭据、字号，在窄的手机上，标准版和长辈版里都看得清、点得到', async () => {
    const { faults } = await sweep(weapp, [{ name: 'change-effect', reads: '报了，一般不会马上停' }]);
    expect(faults).toEqual([]);
  });

  it('先存着：在“办理”里找得到，接着还是同一份', async () => {
    await weapp.me.tap('button', '先存着');
    await weapp.me.reads('没填完的');
    await weapp.me.tap('link', /家里有变化/);
    await weapp.me.tap('button', '选了 1 样，下一步');
    for (;;) {
      if (/还没发，先算给您看/.test(await weapp.me.text())) break;
      await weapp.me.tap('button', /^(好了，下一步|先跳过)$/);
    }
  });

  it('没有网也能发：在“待送的”里等，有网自己送到，只有一份', async () => {
    await weapp.me.reads('报了，一般不会马上停');
    await weapp.app?.setOffline(true);
    await weapp.me.tap('button', '发给镇上');
    await weapp.me.reads('还没送到，在“待送的”里');
    await weapp.app?.setOffline(false);
    await expect.poll(() => count(town, 'change_notices')).toBe(1);
    await weapp.open('/pages/cases/index');
    await weapp.me.reads('报过的变化');
    await weapp.me.tap('link', /工资涨了/);
    await weapp.me.tap('link', /看凭证/);
    await weapp.me.reads('已经告诉镇上了');
    const slip = await weapp.me.text();
    expect(slip).toMatch(NUMBER);
    expect(slip).toMatch(/第 18 天报的，没有超过 3 个月/);
    expect(slip).toMatch(/渝民〔2022〕239号 四（五）/);
    expect(slip).not.toMatch(/及时|逾期/);
  });

  it('何丽在自己的队里看到它：有前后两边，有照片，钱没有动', async () => {
    const id = await idOf('工资涨了');
    const whole = await asClerk<{ change: { passOn: boolean }; beside?: { before: unknown[]; after: unknown[] }; files: unknown[] }>(
      desk,
      'GET',
      `/api/changes/${id}`,
    );
    expect(whole.change.passOn).toBe(true);
    expect(whole.files).toHaveLength(1);
    expect(whole.beside?.after.length).toBeGreaterThan(0);
  });

  it('网页上，另一部手机：都没变，一下就报完', async () => {
    await agreeAndBegin(web.me);
    await web.open('/packages/change/pages/what/index');
    await web.me.reads('家里有什么变化？');
    await expect.poll(() => web.me.text()).toMatch(/有亲人过世了/);
    await web.me.tap('button', '都没变，报个平安');
    await web.me.reads('已经告诉镇上了');
    expect(await count(town, 'change_notices')).toBe(2);
  });

  it('网页上：有亲人过世，一页说完；话轻，不提钱', async () => {
    await web.open('/packages/change/pages/bereavement/index');
    await web.me.reads('请节哀');
    await web.me.tap('radio', ZHOU_WIFE.name);
    await web.me.pickDay('哪一天', daysAgo(3));
    await web.me.type('还有什么要我们知道的', '后事还没办完。');
    const page = await web.me.text();
    expect(page).toMatch(/渝民发〔2024〕12号 （十六）/);
    expect(page).not.toMatch(/停发|退回|追缴|骗|元/);
    await web.me.tap('button', '告诉镇上');
    await web.me.reads('我们知道了，请节哀');
    expect(await web.me.text()).not.toMatch(/退回|追缴|骗/);
    expect(await count(town, 'change_notices')).toBe(3);
  });

  it('何丽打开看了，居民看到走到哪一步、在谁手里', async () => {
    const id = await idOf('有亲人过世');
    await asClerk(desk, 'PUT', `/api/changes/${id}/opened`);
    await web.me.tap('button', '看进度');
    await web.me.reads('镇上已打开看');
    await web.me.reads('现在在谁手里');
  });

  it('凭证、进度、换卡，在窄的手机上，两个引擎、标准版和长辈版都看得清', async () => {
    const stops = changeTold(await idOf('有亲人过世'));
    const both = await Promise.all([sweep(web, stops), sweep(weapp, stops)]);
    expect(both.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('换电话：再核一步；窗口、旧号码的码一样摆着，隔一天才算数，不是自己换的能停', async () => {
    await weapp.open('/packages/change/pages/contact/index');
    await weapp.me.tap('radio', '换电话号码');
    await weapp.me.type('新的电话号码', '13900000001');
    await weapp.me.tap('button', '好了，下一步');
    await weapp.me.reads('再核一步，是您本人');
    await weapp.me.tap('radio', '到窗口拿一个码');
    await weapp.me.type('窗口给的码', await codeFromCounter(desk, ZHOU));
    await weapp.me.tap('button', '核好了，换');
    await weapp.me.reads('记下了，隔一天才算数');
    await weapp.me.tap('button', '不是我换的，停下');
    await weapp.me.reads('停下了，没换');
  });

  it('页面没有报错，也没有破微信的规矩；日志里没有名字、号码', async () => {
    await weapp.assertClean();
    await web.assertClean();
    for (const secret of [ZHOU.name, ZHOU.number, ZHOU_WIFE.name, ZHOU_WIFE.number])
      expect(town.log.filter((line) => line.includes(secret))).toEqual([]);
  });
});

async function count(town: Town, table: string): Promise<number> {
  const [row] = await town.sql`select count(*)::int as n from ${town.sql(table)}`;
  return row?.n;
}
