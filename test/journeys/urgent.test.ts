import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { oneStory } from './_town/one-story.ts';
import { type OpenPhone, openPhone } from './_town/open-phone.ts';
import { ZHOU } from './_town/people.ts';
import { startTown, type Town } from './_town/town.ts';

describe('断粮了，不登录求助：网页版', () => {
  let browser: Browser;
  let town: Town;
  let phone: OpenPhone;
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    phone = await openPhone('网页版', town, ZHOU, browser);
  });
  afterAll(async () => {
    await phone?.close();
    await town?.close();
    await browser?.close();
  });

  it('首页点一下；没说、没选在哪里，说清楚差什么，电话一直在', async () => {
    await phone.me.tap('button', /家里出了急事/);
    await phone.me.reads('出了什么事，说出来');
    await phone.me.tap('button', '送给镇街');
    await phone.me.reads('选一下，才知道送给谁。');
    await phone.me.reads('打 120');
  });

  it('点一样、选镇街、留电话，送到了：有号，说 60 分钟内回电话', async () => {
    await phone.me.tap('radio', '断粮没住处');
    await phone.me.pick('现在在哪个镇街，区县', '九龙坡区');
    await phone.me.pick('现在在哪个镇街，镇街', '杨家坪街道');
    await phone.me.reads(/60 分钟内给您回电话/);
    await phone.me.type('电话', '13800000001');
    await phone.me.tap('button', '送给镇街');
    await phone.me.reads('镇街收到了');
    const [call] = await town.sql`select number, kind, account_id from urgent_calls`;
    expect(call).toMatchObject({ kind: 'no-food-or-shelter', account_id: null });
    await phone.me.reads(call?.number.split(' ')[1]);
  });

  it('一小时没人打：转给区县值班，手机上看得到；日志里没有电话', async () => {
    town.letPass(61 * 60_000);
    await town.worker.chores();
    await phone.me.tap('button', '看看到哪一步了');
    await phone.me.reads(/已经转给九龙坡区民政局值班/);
    expect(town.log.join('\n')).not.toContain('13800000001');
  });
});
