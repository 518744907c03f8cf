import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type WeappApp } from '../weapp-harness/index.ts';
import { type Ears, ears } from './_town/ears.ts';
import { oneStory } from './_town/one-story.ts';
import { openWeapp } from './_town/open-phone.ts';
import { ZHOU } from './_town/people.ts';
import { startTown, type Town } from './_town/town.ts';

describe('一位看不见的老人，只听名字，从头填到交', () => {
  let browser: Browser;
  let town: Town;
  let app: WeappApp;
  let me: Ears;
  oneStory();
  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    app = await openWeapp(town, ZHOU.persona, browser);
    me = ears(app);
  });
  afterAll(async () => {
    await app?.close();
    await town?.close();
    await browser?.close();
  });

  it('首页：最要紧的先听到，名字里有看得见的字', async () => {
    expect(await me.hears('button', /^家里出了急事？/)).toContain('马上求助');
    await me.tap('link', '申请救助');
    await me.tap('button', '先看您的信息怎么用');
    await me.tap('button', '同意');
    await me.hears('heading', '一次申请，镇上分类办');
  });

  it('每一步听得到叫什么、填没填：户口、住处', async () => {
    expect(await me.hears('link', /^去哪里申请/)).toContain('没开始');
    await me.tap('link', /^去哪里申请/);
    await me.hears('heading', '您的户口在哪里？');
    await me.tap('radio', '重庆');
    await me.pick('户口在哪里，区县', '九龙坡区');
    await me.pick('户口在哪里，镇街', '杨家坪街道');
    await me.tap('button', '好了，下一步');
    await me.tap('button', '就住在户口那里');
    await me.tap('radio', '城里');
    expect(await me.isOn('radio', '城里')).toBe(true);
    await me.tap('button', '好了，下一步');
    await me.hears('heading', /^您的申请归杨家坪街道办事处/);
    await me.tap('button', '往下填');
  });

  it('名字、号码、身体、残疾证', async () => {
    await me.tap('link', /^谁来申请/);
    await me.tap('link', /^您的身份证号/);
    await me.type('姓名', ZHOU.name);
    await me.type('身份证号', ZHOU.number);
    await me.tap('button', '写好了');
    await me.hears('heading', new RegExp(`^${ZHOU.name}`));
    await me.back();
    await me.type('您的姓名', ZHOU.name);
    expect(await me.hears('link', /^您的身份证号/)).toContain('写好了');
    await me.tap('button', '好了，下一步');
    await me.tap('radio', '在家住');
    await me.tap('button', '好了，下一步');
    await me.tap('radio', '没有大病');
    await me.tap('radio', '有');
    await me.pick('证上写的哪一类', '视力');
    await me.tap('radio', '一级');
    await me.tap('button', '好了，下一步');
    await me.tap('radio', '干不了活');
    await me.tap('button', '好了');
    await me.hears('heading', '一次申请，镇上分类办');
  });

  it('家里的人：谁算、谁不算，听得到为什么', async () => {
    await me.tap('link', /^家里几口人/);
    await me.hears('heading', '家里有哪些人？');
    await me.hears('heading', '谁算在这一户里');
    await me.tap('button', '就这 1 口人');
    await me.hears('heading', '一次申请，镇上分类办');
  });

  it('收入、同意，看一遍，交上去，听到号', async () => {
    await me.tap('link', /^收入/);
    await me.tap('button', /^接着填/);
    await me.tap('checkbox', '城乡居民养老金');
    await me.tap('button', '好了，下一步');
    await me.type('城乡居民养老金，元一个月', '300');
    await me.tap('button', '好了');
    expect(await me.hears('link', new RegExp(`^${ZHOU.name}`))).toContain('填好了');
    await me.back();
    await me.tap('link', /^同意和签名/);
    await me.tap('checkbox', '我同意用到这些要紧的信息');
    await me.tap('checkbox', '我同意镇上查这些');
    await me.tap('checkbox', /^我写的都是真的/);
    await me.tap('button', '好了');
    await me.tap('link', /^检查一遍，交上去/);
    await me.tap('button', '交上去');
    await me.hears('heading', '已经收到了');
    expect(await me.hears('article', /.*/)).toMatch(/杨家坪 \d{6}-001-[A-Z2-9]/);
    const [sent] = await town.sql`select count(*)::int as n from applications`;
    expect(sent?.n).toBe(1);
    await app.assertClean();
  });
});
