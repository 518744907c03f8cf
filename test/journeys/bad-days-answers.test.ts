import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { endsWell, fillTheLeast, invent, listen, newPhone, type Resident, rows, sayName } from './_town/bad-day.ts';
import { photo } from './_town/photo.ts';
import { agreeAndBegin, sayWhere, sign } from './_town/resident-story.ts';
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

const OF_RESIDENTS = ['accounts', 'session_families', 'consents', 'drafts', 'files', 'submissions', 'audit_log', 'outbox'];

describe('还没同意', () => {
  it('到处看看：一条都没记下', async () => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    const heard = listen(app);
    const before = await rows(town, ...OF_RESIDENTS);
    for (const name of ['办理', '消息', '我的', '首页']) await app.tap(me.screen().getByRole('tab', { name }));
    await me.tap('link', '打电话');
    await me.back();
    await me.tap('link', '申请救助');
    await me.tap('button', '先看您的信息怎么用');
    await me.tap('button', '先到处看看');
    await me.reads('家里出了急事？');
    expect(await rows(town, ...OF_RESIDENTS)).toEqual(before);
    expect(heard.filter((call) => !call.startsWith('GET /api/places'))).toEqual([]);
    expect(await app.calls('login')).toEqual([]);
    await endsWell(town, one);
  });
});

describe('还没同意，就从消息点进来', () => {
  it('先说您的信息怎么用；看过、同意了，回来就是那一页，不用再点一次', async () => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    const id = crypto.randomUUID();
    const pages = ['apply/pages/receipt', 'progress/pages/detail', 'progress/pages/working', 'progress/pages/correction'];
    for (const page of [...pages, 'change/pages/receipt', 'change/pages/follow', 'trust/pages/card']) {
      await app.open(`/packages/${page}/index?id=${id}`);
      await me.reads('先看看您的信息怎么用');
      expect(await me.text()).not.toContain('请先登录');
      expect(await me.text()).not.toContain('再试一次');
    }
    await app.open(`/packages/apply/pages/receipt/index?id=${id}`);
    await me.tap('button', '看一看');
    await me.tap('button', '同意');
    await me.reads('没有找到');
    await me.tap('button', '打电话问这件事');
    await me.reads('打电话，有人跟您说');
    await endsWell(town, one);
  });
});

describe('照片不对', () => {
  it('空的、30 MB 的、PDF 改名的：各有一句话、一件事；申请照样交', async () => {
    const one = await newPhone(town, browser);
    const { me } = one;
    await agreeAndBegin(me);
    await fillTheLeast(one);
    await me.tap('link', '改，材料');
    await me.tap('link', /^身份证件/);
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4000, 0x20)]);
    const wrong = [
      { file: { name: 'empty.jpg', bytes: Buffer.alloc(0) }, sentence: '第 1 张：照片是空的，请再拍一张', action: '重拍这一张' },
      {
        file: { name: 'big.jpg', bytes: Buffer.alloc(30 * 1024 * 1024, 1) },
        sentence: '第 2 张：照片超过 10 MB，请换一张小一点的',
        action: '换一张小的',
      },
      { file: { name: 'paper.jpg', bytes: pdf }, sentence: '第 3 张：这个不是照片，请拍一张照片', action: '重拍这一张' },
    ];
    const before = await rows(town, 'files', 'submissions');
    await me.photograph('拍一张', [wrong[0]?.file as (typeof wrong)[0]['file']]);
    for (const { file } of wrong.slice(1)) await me.photograph('再拍一张', [file]);
    for (const { sentence, action } of wrong) {
      const line = me.screen().getByText(sentence, { exact: true }).last().locator('xpath=..');
      await line.getByRole('button', { name: action }).waitFor();
      expect(await line.getByRole('button').count(), sentence).toBe(1);
      // Said once, and no two things to tap are called the same.
      expect(
        await me
          .screen()
          .getByText(sentence.slice(sentence.indexOf('：') + 1))
          .count(),
        sentence,
      ).toBe(1);
      expect(await me.screen().getByRole('button', { name: '再拍一张', exact: true }).count()).toBe(1);
    }
    expect(await rows(town, 'files')).toEqual({ files: before.files });
    // The one thing to do really does it.
    const line = me.screen().getByText('第 3 张：这个不是照片，请拍一张照片', { exact: true }).last().locator('xpath=..');
    one.app.setFiles([photo('card.png')]);
    await one.app.tap(line.getByRole('button'));
    await me.reads('已收到');
    expect(await me.text()).not.toContain('这个不是照片');
    await me.tap('button', '看全部材料');
    await me.tap('button', '好了');
    await sendNow(one);
    expect(await rows(town, 'files', 'submissions')).toEqual({
      files: (before.files ?? 0) + 1,
      submissions: (before.submissions ?? 0) + 1,
    });
    const [row] = await town.sql`select photos from applications order by received_at desc limit 1`;
    expect(row?.photos).toBe(1);
    await endsWell(town, one);
  });
});

describe('不可能的', () => {
  it('家人的生日和号码对不上：交的时候带到那一格，说一句；改了就交', async () => {
    const one = await newPhone(town, browser);
    const { me } = one;
    await agreeAndBegin(me);
    await fillTheLeast(one);
    await me.back();
    const wife = invent('1970-02-03');
    await me.tap('link', /^家里几口人/);
    await me.tap('button', '再加一个人');
    await me.pick('是您的什么人', '丈夫或妻子');
    await me.type('姓名', wife.name);
    await me.pickDay('出生日期', '1971-02-03');
    await me.tap('button', '好了，下一步');
    await me.tap('radio', '身份证');
    await me.type('身份证号', wife.number);
    await me.back();
    await me.tap('button', '就这 2 口人');
    await me.tap('link', /^检查一遍，交上去/);
    const before = await rows(town, 'submissions');
    await me.tap('button', '交上去');
    await me.screen().getByRole('alert').filter({ hasText: '出生日期和身份证号上的不一样，请再看一下' }).waitFor();
    expect(await rows(town, 'submissions')).toEqual(before);
    await me.pickDay('出生日期', wife.birth);
    await me.back();
    // Where she is registered was not said, and holds nobody up.
    await me.tap('button', '交上去');
    await me.reads('已经收到了');
    expect(town.log.filter((line) => line.includes(wife.name) || line.includes(wife.number))).toEqual([]);
    await endsWell(town, one);
  });
});

describe('没有大陆身份证', () => {
  it('号码看错了在那一格说；护照写得进去；还没有证件的，写一句为什么就交得上去', async () => {
    const one = await newPhone(town, browser);
    const { me } = one;
    await agreeAndBegin(me);
    await sayWhere(me);
    await me.tap('button', '往下填');
    await me.tap('link', /^谁来申请/);
    await me.pickDay('出生日期', '2127-05-01');
    expect(await me.text()).not.toContain('2127');
    await me.tap('link', /^您的身份证号/);
    await me.type('姓名', one.name);
    const lastWrong = `${one.number.slice(0, 17)}${one.number.endsWith('1') ? '2' : '1'}`;
    const before = await claimed();
    for (const [number, sentence] of [
      [lastWrong, '有一位可能看错了，请对着身份证再看一下'],
      [invent('2127-05-01').number, '出生日期还没到，请对着身份证再看一下'],
      [one.number.slice(0, 17), '身份证号是 18 位，请再数一数'],
    ] as const) {
      await me.type('身份证号', number);
      await me.tap('button', '写好了');
      await me.screen().getByRole('alert').filter({ hasText: sentence }).waitFor();
      expect(await me.screen().getByRole('alert').count()).toBe(1);
    }
    expect(await claimed()).toBe(before);
    await me.tap('radio', '别的证件');
    await me.pick('证件种类', '护照');
    await me.type('证件号码', 'E12345678');
    await me.tap('button', '写好了');
    await me.reads(`${one.name}，记下了`);
    await me.tap('button', '改一改');
    await me.tap('radio', '还没有');
    await me.tap('button', '写好了');
    await me.reads('为什么还没有？写一句就行');
    await me.type('为什么还没有', '证件丢了，正在补');
    await me.tap('button', '写好了');
    await me.reads(`${one.name}，记下了`);
    await me.back();
    await me.back();
    await sayName(one);
    await sign(me);
    await sendNow(one);
    for (const secret of ['E12345678', '证件丢了']) expect(town.log.filter((line) => line.includes(secret))).toEqual([]);
    await endsWell(town, one);
  });
});

const claimed = async (): Promise<number> => (await town.sql`select id from accounts where identity <> 'none'`).length;

/** From the list of parts or from the last look, whichever is on top. */
async function sendNow({ me }: Resident): Promise<void> {
  if (!(await me.text()).includes('看看对不对，再交上去')) await me.tap('link', /^检查一遍，交上去/);
  await me.tap('button', '交上去');
  await me.reads('已经收到了');
}
