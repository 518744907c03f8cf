import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { endsWell, newPhone, once, rows, sayName } from './_town/bad-day.ts';
import { photo } from './_town/photo.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { startTown, type Town } from './_town/town.ts';

let browser: Browser;
let town: Town;
beforeAll(async () => {
  [browser, town] = await Promise.all([launchChromium(), startTown()]);
});
afterAll(async () => {
  await town?.close();
  await browser?.close();
});

describe('照片传到一半没网', () => {
  it('说清楚东西在手机里；有网自己接着传，镇上只有一张', async () => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    await agreeAndBegin(me);
    await sayName(one);
    await me.tap('link', /^材料/);
    await me.tap('link', /^身份证件/);
    const before = await rows(town, 'files');
    once(app, 'POST /api/files', () => ({ cutAfterBytes: 20_000 }));
    await me.photograph('拍一张', [photo('card.png', { hidden: 'x'.repeat(60_000) })]);
    await me.reads('没传完的都在手机里，有网就接着传。');
    await me.reads('没有网络，东西都在手机里');
    expect(await rows(town, 'files')).toEqual(before);
    await app.setOffline(true);
    await app.setOffline(false);
    await me.reads('已收到');
    expect((await rows(town, 'files')).files).toBe((before.files ?? 0) + 1);
    await endsWell(town, one);
  });
});

describe('填到一半', () => {
  it('我们的系统停了、数据库重启：写的留在手机里，说得明白；好了以后存到，只有一份', async () => {
    const one = await newPhone(town, browser);
    const { me } = one;
    await agreeAndBegin(me);
    await sayName(one);
    await me.reads(/已保存 \d\d:\d\d，替您留到/);
    const before = await rows(town, 'drafts');
    const bad = [[town.stopBff, town.raiseBff] as const, [town.stopDatabase, town.raiseDatabase] as const];
    for (const [stop, raise] of bad) {
      await stop();
      await typeName(`${one.name}安`);
      await me.reads(/已保存 \d\d:\d\d，在这部手机里/);
      await raise();
      await me.tap('link', /^谁来申请/);
      expect(await me.screen().getByLabel('您的姓名', { exact: true }).first().inputValue()).toBe(`${one.name}安`);
      await me.back();
      await typeName(one.name);
      await me.reads(/已保存 \d\d:\d\d，替您留到/);
      expect(await rows(town, 'drafts')).toEqual(before);
    }
    await endsWell(town, one);

    async function typeName(name: string) {
      await me.tap('link', /^谁来申请/);
      await me.type('您的姓名', name);
      await me.back();
    }
  });
});

describe('小程序随时会被关掉', () => {
  it('填到哪里被关掉，再打开都在', async () => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    const typed = (label: string) => me.screen().getByLabel(label, { exact: true }).first().inputValue();
    // The system ends what went out of sight, a breath after the last key.
    const killed = async () => {
      await app.toBackground();
      await app.relaunch();
      await me.tap('link', '申请救助');
    };
    await agreeAndBegin(me);
    await me.tap('link', /^谁来申请/);
    await me.type('您的姓名', one.name);
    await killed();
    await me.tap('link', /^谁来申请/);
    expect(await typed('您的姓名')).toBe(one.name);
    await me.pickDay('出生日期', one.birth);
    await killed();
    await me.tap('link', /^谁来申请/);
    await me.reads('1969年5月17日');
    await me.back();
    await me.tap('link', /^出了什么事/);
    await me.type('用自己的话说说', '上个月摔了一跤，做不了工');
    await killed();
    await me.tap('link', /^出了什么事/);
    expect(await typed('用自己的话说说')).toBe('上个月摔了一跤，做不了工');
    await me.back();
    await me.tap('link', /^同意和签名/);
    await me.tap('checkbox', '我同意用到这些要紧的信息');
    await killed();
    await me.tap('link', /^同意和签名/);
    expect(await me.screen().getByRole('checkbox', { checked: true }).count()).toBe(1);
    await endsWell(town, one);
  });
});
