import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { sweep } from './_layout/sweep.ts';
import { type Visitor, weappVisitor, webVisitor } from './_layout/visitor.ts';
import { becomeVerified, registerHousehold } from './_town/change-story.ts';
import { openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { ZHOU } from './_town/people.ts';
import { startTown, type Town } from './_town/town.ts';

/** Two in Dazu's town with one wage of 2,000: 1,000 each, 230 over the line of 770, 155 below the marginal line of 1,155 (F3-01, YM239-1-4a). */
async function answerAll({ me }: Visitor): Promise<void> {
  const on = () => me.tap('button', '下一题');
  await me.tap('button', /看看能申请什么/);
  await me.reads('您家住在哪个区县？');
  await me.pick('哪个区县', '大足区');
  await on();
  await me.tap('radio', '城里');
  await on();
  await me.pick('再添一个人', '丈夫或妻子');
  await me.reads('一共 2 口人');
  await on();
  await me.type('您多少岁', '45');
  await me.type('丈夫或妻子多少岁', '44');
  await on();
  for (const title of ['有人有残疾证吗？', '有人得了大病，或常年吃药？']) {
    await me.reads(title);
    await me.tap('radio', '都没有');
    await on();
  }
  await me.pick('您现在', '有单位上班');
  await me.pick('丈夫或妻子现在', '没活干，在找');
  await on();
  await me.type('您一个月，元', '2000');
  await me.type('您为上班花的，一个月，元', '0');
  await me.type('丈夫或妻子一个月，元', '0');
  await me.reads('每人约 1,000 元');
  await on();
  await me.type('存款、保险这些，一共大概，元', '1000');
  await me.pick('房子', '一套');
  await me.tap('radio', '没有车');
  await me.tap('radio', '没有开');
  await on();
  await me.type('看病买药，一年自己出了，元', '0');
  await on();
  for (const [title, answer] of [
    ['家里现在领着哪一样？', '都没有'],
    ['有不住一起、该管您家的亲人吗？', '没有'],
    ['最近出了什么难事？', '没有'],
  ] as const) {
    await me.reads(title);
    await me.tap('radio', answer);
    await on();
  }
}

const count = async (town: Town, table: 'accounts' | 'drafts' | 'applications'): Promise<number> =>
  (await town.sql<{ n: number }[]>`select count(*)::int as n from ${town.sql(table)}`)[0]?.n ?? 0;

describe('先知道，再申请', () => {
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
    web = await webVisitor(town, 'li', browser);
  });
  afterAll(async () => {
    await weapp?.close();
    await web?.close();
    await desk?.context().close();
    await town?.close();
    await browser?.close();
  });

  const led = async (one: Visitor) => {
    await one.me.reads('一级一级，都替您看了');
    const words = await one.me.text();
    expect(words).toMatch(/比[^。]*低保线 770 元高 230 元/);
    expect(words).toMatch(/边缘线 1,155 元里面，还低 155 元/);
    expect(words).toMatch(/渝民〔2022〕239号 一（四）/);
    expect(words).toMatch(/急了随时能办/);
    expect(words).toMatch(/这是估算，不是决定/);
    expect(words).toMatch(/按大足区/);
  };

  it('网页版：不登录，一题一题；多出一点的家，接到边缘家庭；哪里也没有留下', async () => {
    await answerAll(web);
    await led(web);
    expect([await count(town, 'accounts'), await count(town, 'drafts')]).toEqual([0, 0]);
  });

  it('微信版：一样的题，一样的结果；看为什么问；窄的手机上看得清', async () => {
    await answerAll(weapp);
    await led(weapp);
    expect(await count(town, 'accounts')).toBe(0);
    const { faults } = await sweep(weapp, [{ name: 'check-outcome', reads: '一级一级，都替您看了' }]);
    expect(faults).toEqual([]);
  });

  it('带着答案去申请：先看告知，同意了才记；说过的在，没说的没有', async () => {
    for (const { me } of [weapp, web]) {
      await me.tap('button', '照样申请，带上这些答案');
      await me.tap('button', '同意');
      await me.reads('一次申请，镇上分类办');
      await me.tap('link', /^家里几口人/);
      await me.reads('丈夫或妻子');
    }
    await weapp.assertClean();
    await web.assertClean();
  });

  it('政策：没有网也看得到是什么、找谁办、哪一条', async () => {
    await weapp.app?.setOffline(true);
    await weapp.open('/packages/know/pages/library/index');
    await weapp.me.type('找一样', '看病');
    await weapp.me.tap('link', /^医疗救助/);
    await weapp.me.reads('找谁办');
    expect(await weapp.me.text()).toMatch(/渝民发〔2024〕12号/);
    await weapp.app?.setOffline(false);
  });

  it('救助证明：核过身份才开得出；别人凭码看到的，只有上面写的；收回就不作数', async () => {
    await registerHousehold(town, desk);
    await weapp.open('/packages/trust/pages/certificate/index');
    await weapp.me.reads('先核一下身份');
    await becomeVerified(weapp, desk);
    await weapp.open('/packages/trust/pages/certificate/index');
    await weapp.me.tap('button', /^开一张：低保/);
    await weapp.me.reads('给要看的人看这张');
    code = /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(await weapp.me.text())?.[0] ?? '';
    expect(code).not.toBe('');
    const verify = async (reads: string) => {
      await web.open('/packages/trust/pages/verify/index');
      await web.me.type('核对码', code.toLowerCase());
      await web.me.tap('button', '核一核');
      await web.me.reads(reads);
    };
    await verify('这张证明现在管用');
    const seen = await web.me.text();
    expect(seen).toContain(ZHOU.name);
    expect(seen).not.toContain('640');
    expect(seen).not.toContain(ZHOU.number);
    await weapp.open('/packages/trust/pages/certificate/index');
    await weapp.me.reads('别人核过 1 次。');
    await weapp.me.tap('button', '收回这张');
    await weapp.me.reads('以前开的');
    await verify('没有查到管用的证明');
    expect(JSON.stringify(town.log)).not.toContain(code.replace('-', ''));
  });

  it('我的资料：存着什么、谁看过、能抄走；窄的手机上，标准版和长辈版都看得清', async () => {
    await weapp.open('/packages/trust/pages/data/index');
    await weapp.me.reads('存着您的这些');
    expect(await weapp.me.text()).toMatch(/镇上名册里的您家：1 份/);
    const { faults } = await sweep(weapp, [
      { name: 'check-questions', at: '/packages/check/pages/questions/index', reads: '您家住在哪个区县？' },
      { name: 'library', at: '/packages/know/pages/library/index', reads: '有哪些帮助' },
      { name: 'certificate', at: '/packages/trust/pages/certificate/index', reads: '以前开的' },
      { name: 'my-data', at: '/packages/trust/pages/data/index', reads: '存着您的这些' },
    ]);
    expect(faults).toEqual([]);
    await weapp.assertClean();
  });
});
