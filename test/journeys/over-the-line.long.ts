import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { claimNextAndOpen, openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { ENGINES, type OpenPhone, openPhone } from './_town/open-phone.ts';
import { ZHOU, ZHOU_WIFE } from './_town/people.ts';
import { agreeAndBegin, sayWhere, sayWho, send, sign } from './_town/resident-story.ts';
import { startTown, type Town } from './_town/town.ts';

// Two people, 2,100 yuan a month: 1,050 each, over the line of 770 in town and under one and a half times of it, 1,155.
describe.each(ENGINES)('一家人收入过了低保线：领到下一级，家里重残的人还能一个人申请，选了都照样交，%s', (engine) => {
  let browser: Browser;
  let town: Town;
  let phone: OpenPhone;
  let desk: Page;
  oneStory();
  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    phone = await openPhone(engine, town, ZHOU, browser);
  });
  afterAll(async () => {
    await desk?.context().close();
    await phone?.close();
    await town?.close();
    await browser?.close();
  });

  it('写家里两口人，妻子肢体二级残疾', async () => {
    const { me } = phone;
    await agreeAndBegin(me);
    await sayWhere(me);
    await me.tap('button', '往下填');
    await sayWho(me);
    await me.tap('link', /^家里几口人/);
    await me.tap('button', '再加一个人');
    await me.pick('是您的什么人', '丈夫或妻子');
    await me.type('姓名', ZHOU_WIFE.name);
    await me.pickDay('出生日期', ZHOU_WIFE.birth);
    await me.tap('button', '好了，下一步');
    await me.tap('radio', '身份证');
    await me.type('身份证号', ZHOU_WIFE.number);
    await me.tap('button', '好了，下一步');
    await me.tap('radio', '在家住');
    await me.tap('radio', '一起');
    await me.tap('radio', '在一处');
    await me.tap('button', '好了，下一步');
    await me.tap('radio', '没有大病');
    await me.tap('radio', '有');
    await me.tap('radio', '二级');
    await me.tap('button', '好了，下一步');
    await me.tap('radio', '干不了活');
    await me.tap('button', '填下一个人');
    await me.reads('谁算在这一户里');
    // Said by the rules, with the clause.
    expect(await me.text()).toMatch(/陈秀英\s*算\s*夫妻算一家人，不住一起也算。[\s\S]*第七条/);
    await me.tap('button', '就这 2 口人');
  });

  it('他一个月 2100 元，妻子没有收入', async () => {
    const { me } = phone;
    await me.tap('link', /^收入/);
    await me.tap('button', /^接着填/);
    await me.tap('checkbox', '打零工的钱');
    await me.tap('button', '好了，下一步');
    await me.type('打零工的钱，元一个月', '2100');
    await me.tap('button', '好了，下一步');
    await me.type('上班要花的，元一个月', '0');
    await me.tap('button', '好了');
    await me.reads('2,100');
    await me.tap('button', /^接着填/);
    await me.tap('radio', '没有收入');
    await me.tap('button', '好了');
    await me.reads('没有收入');
    await me.back();
  });

  it('估一估：过了低保线，在边缘线下面，往下一级是低保边缘；不管哪样，都写着能申请', async () => {
    const { me } = phone;
    await me.tap('link', /^估一估/);
    await me.reads('一级一级，都替您看了');
    const words = await me.text();
    expect(words).toMatch(/您家每人每月约 1,050 元\s+低保线\s+770 元\s+边缘线\s+1,155 元/);
    expect(words).toMatch(/低保边缘/);
    expect(words).toMatch(/哪一种都能申请/);
    expect(words).not.toMatch(/不能申请|失败/);
  });

  it('妻子可以一个人申请低保：两样摆在一起，各有为什么和依据，由家里选', async () => {
    const { me } = phone;
    await me.reads('全家申请，还是一个人申请？');
    const words = await me.text();
    expect(words).toMatch(/全家一起申请\s+低保：还没说全/);
    expect(words).toMatch(/陈秀英一个人申请\s+大概率符合：成年无业重度残疾人/);
    await me.tap('radio', '陈秀英一个人申请');
    await me.tap('button', '我要申请');
    await me.reads('看看对不对，再交上去');
    await me.back();
    await me.back();
  });

  it('照样交得上去；镇上的人看得到家里怎么选的', async () => {
    const { me } = phone;
    await sign(me);
    await send(me);
    await me.reads('有事告诉谁');
    const [sent] = await town.sql`select count(*)::int as n from applications`;
    expect(sent?.n).toBe(1);
    desk = await openDesk(town, '何丽', browser);
    await claimNextAndOpen(desk, ZHOU.name);
    await desk.getByText('选了 陈秀英 一个人单独申请（单人户）').first().waitFor();
    await phone.assertClean();
  });
});
