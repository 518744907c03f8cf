import { STATEMENT_HASHES } from '@assist/contracts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { endsWell, listen, newPhone, once, type Resident, rows, sayName } from './_town/bad-day.ts';
import { photo } from './_town/photo.ts';
import { agreeAndBegin, sayWhere, send, sign } from './_town/resident-story.ts';
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

const plus = (counts: Record<string, number>, n = 1) => Object.fromEntries(Object.entries(counts).map(([table, m]) => [table, m + n]));
const written = async ({ me }: Resident, label: string) => me.screen().getByLabel(label, { exact: true }).first().inputValue();

describe('一位没有证件、没有单子的妇女', () => {
  it('写清为什么没有证件，打零工的钱承诺一声：交得上去，承诺的是哪段字留在案上', async () => {
    const one = await newPhone(town, browser);
    const { me } = one;
    await agreeAndBegin(me);
    await sayWhere(me);
    await me.reads('您的申请归杨家坪街道办事处');
    await me.tap('button', '往下填');
    await me.tap('link', /^谁来申请/);
    await me.tap('link', /^您的身份证号/);
    await me.type('姓名', one.name);
    await me.tap('radio', '还没有');
    await me.type('为什么还没有', '从小没有上户口');
    await me.tap('button', '写好了');
    await me.reads(`${one.name}，记下了`);
    await me.back();
    await me.back();
    await sayName(one);
    await me.tap('link', /^收入/);
    await me.tap('button', /^接着填/);
    await me.tap('checkbox', '打零工的钱');
    await me.tap('button', '好了，下一步');
    await me.type('打零工的钱，元一个月', '900');
    await me.tap('button', '好了，下一步');
    await me.type('上班要花的，元一个月', '0');
    await me.tap('button', '好了');
    await me.reads('900');
    await me.back();
    await me.tap('link', /^材料/);
    // What the township finds out by itself is not asked for (SAL2026-62).
    await me.reads('户口，镇上自己去查。');
    expect(await me.text()).not.toContain('户口簿');
    await me.tap('link', /^身份证件/);
    await me.tap('radio', '办不到');
    await me.type('写一句', '从小没有上户口');
    await me.tap('button', '看全部材料');
    await me.tap('link', /^收入的单子/);
    await me.tap('radio', '没有单子，我来承诺');
    await me.type('您要说的', '打零工，每月约 900 元，老板不开单子');
    await me.tap('button', '看全部材料');
    await me.reads('还没点头');
    await me.tap('link', /^收入的单子/);
    await me.tap('checkbox', '我承诺，说的是真的');
    await me.tap('button', '看全部材料');
    await me.reads('承诺了');
    await me.tap('button', '好了');
    await sign(me);
    await send(me);
    const [sent] = await town.sql`select application_id as id from submissions order by sent_at desc limit 1`;
    const promise =
      await town.sql`select member_id, hash, status from signatures where application_id = ${sent?.id} and statement = 'declaration'`;
    expect([...promise]).toEqual([{ member_id: 'm1', hash: STATEMENT_HASHES.declaration, status: 'given' }]);
    await endsWell(town, one);
  });
});

describe('整张表都没有网', () => {
  it('从头填到交、还拍了照：都在手机里；关掉再开，网一来先照片后申请，只有一份', async () => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    await app.setOffline(true);
    await agreeAndBegin(me);
    await sayWhere(me);
    await me.tap('button', '先往下填');
    await me.tap('link', /^谁来申请/);
    await me.tap('link', /^您的身份证号/);
    await me.type('姓名', one.name);
    await me.type('身份证号', one.number);
    await me.tap('button', '写好了');
    await me.reads('锁在这部手机里');
    await me.back();
    await me.reads('写好了');
    await me.back();
    await sayName(one);
    await me.tap('link', /^材料/);
    await me.tap('link', /^身份证件/);
    await me.photograph('拍一张', [photo('card.png')]);
    await me.reads('没传完的都在手机里，有网就接着传。');
    await me.tap('button', '看全部材料');
    await me.tap('button', '好了');
    await sign(me);
    await me.tap('link', /^检查一遍，交上去/);
    await me.tap('button', '交上去');
    await me.tap('button', '传完再交');
    await me.reads('等照片传完，就自己交上去');
    const before = await rows(town, 'submissions', 'applications', 'work_items', 'files');
    const heard = listen(app);
    await app.kill();
    // The phone that is started again has its network.
    await app.relaunch();
    await app.tap(me.screen().getByRole('tab', { name: '办理' }));
    await expect
      .poll(async () => rows(town, 'submissions', 'applications', 'work_items', 'files'), { timeout: 40_000 })
      .toEqual(plus(before));
    const order = heard.filter((call) => /PUT \/api\/me\/identity|POST \/api\/files|PUT \/api\/applications/.test(call));
    expect(order.at(-1)).toBe('PUT /api/applications');
    expect(order.filter((call) => call === 'PUT /api/applications')).toHaveLength(1);
    const [sent] = await town.sql`select photos from applications order by received_at desc limit 1`;
    expect(sent?.photos).toBe(1);
    await app.relaunch();
    await app.tap(me.screen().getByRole('tab', { name: '办理' }));
    await me.reads(/\d{6}-\d{3}-[A-Z2-9]/);
    // Once the server has it, the number lies nowhere on this phone.
    expect(everythingKept(one)).not.toContain(one.number);
    await endsWell(town, one);
  });
});

describe('手机被关掉五次', () => {
  it('打字打到一半、传到一半、交到一半：每次打开，屏上有过的都在；最后一份申请、一张照片', async () => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    const killed = async () => {
      await app.kill();
      await app.relaunch();
      await me.tap('link', '申请救助');
    };
    await agreeAndBegin(me);
    await me.tap('link', /^谁来申请/);
    await me.type('您的姓名', one.name);
    await killed();
    await me.tap('link', /^谁来申请/);
    expect(await written(one, '您的姓名')).toBe(one.name);
    await me.back();
    await sayWhere(me);
    await me.tap('button', '往下填');
    await me.tap('link', /^出了什么事/);
    await me.type('用自己的话说说', '上个月摔了一跤，做不了工');
    await killed();
    await me.tap('link', /^出了什么事/);
    expect(await written(one, '用自己的话说说')).toBe('上个月摔了一跤，做不了工');
    await me.back();
    await me.tap('link', /^材料/);
    await me.tap('link', /^身份证件/);
    const before = await rows(town, 'submissions', 'applications', 'work_items', 'files');
    // Every time, until it is killed: one that is cut only once has arrived by itself before anybody reads that it waits.
    const lift = app.onNetwork(({ path }) => (path.startsWith('/api/files') ? { cutAfterBytes: 20_000 } : undefined));
    await me.photograph('拍一张', [photo('card.png', { hidden: 'x'.repeat(60_000) })]);
    await me.reads('没传完的都在手机里，有网就接着传。');
    await app.kill();
    lift();
    await app.relaunch();
    await me.tap('link', '申请救助');
    await me.tap('link', /^材料/);
    await me.tap('link', /^身份证件/);
    await me.reads('已收到');
    await me.tap('radio', '有，拍照');
    await me.tap('button', '看全部材料');
    await me.tap('button', '好了');
    await me.tap('link', /^谁来申请/);
    await me.tap('link', /^您的身份证号/);
    await me.type('姓名', one.name);
    await me.type('身份证号', one.number);
    await me.tap('button', '写好了');
    await me.reads(`${one.name}，记下了`);
    await killed();
    await sayName(one);
    await sign(me);
    await me.tap('link', /^检查一遍，交上去/);
    once(app, 'PUT /api/applications', () => 'lose-answer');
    await me.tap('button', '交上去');
    await me.reads('现在没有网');
    await app.kill();
    await app.relaunch();
    await app.tap(me.screen().getByRole('tab', { name: '办理' }));
    await me.reads(/\d{6}-\d{3}-[A-Z2-9]/);
    expect(await rows(town, 'submissions', 'applications', 'work_items', 'files')).toEqual(plus(before));
    await endsWell(town, one);
  });
});

describe('一部手机两个人', () => {
  it('设了数字码：离开十分钟，别人拿起来什么也看不到，急事照样能求助；对上了，填的都在', async () => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    await agreeAndBegin(me);
    await sayName(one);
    await me.reads(/已保存 \d\d:\d\d，替您留到/);
    await app.open('/packages/trust/pages/own-code/index');
    await me.type('4 到 6 个数字', '2468');
    await me.tap('button', '就用这个');
    await me.reads('您设过数字码');
    await away(one);
    await me.reads('先对一下您的数字码');
    expect(await me.text()).not.toContain(one.name);
    for (const tab of ['办理', '消息', '我的']) {
      await app.tap(me.screen().getByRole('tab', { name: tab }));
      await me.reads('先对一下您的数字码');
      expect(await me.text()).not.toContain(one.name);
    }
    await me.type('数字码', '1111');
    await me.tap('button', '对一下');
    await me.reads('这几个数字没对上，还能再对 4 次');
    await me.tap('button', '急事，马上求助');
    await me.reads('出了什么事，说出来');
    await me.back();
    await me.type('数字码', '2468');
    await me.tap('button', '对一下');
    await me.reads('我的资料');
    await app.open('/packages/apply/pages/member/index?id=m1');
    expect(await written(one, '您的姓名')).toBe(one.name);
    // Somebody else takes the phone for good: nothing of the first one stays, nothing asks for the first one's code.
    await app.open('/pages/mine/index');
    await me.tap('link', '退出，清掉这部手机上的记录');
    await me.tap('button', '退出，清掉');
    await me.reads('急事');
    expect(everythingKept(one)).not.toContain(one.name);
    await endsWell(town, one);
  });

  it('忘了：证件号后六位对上就进去；没有数字码的人不受打扰', async () => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    await agreeAndBegin(me);
    await app.open('/pages/identity/index');
    await me.type('姓名', one.name);
    await me.type('身份证号', one.number);
    await me.tap('button', '写好了');
    await me.reads(`${one.name}，记下了`);
    await away(one);
    await me.reads('急事');
    await app.open('/packages/trust/pages/own-code/index');
    await me.type('4 到 6 个数字', '2468');
    await me.tap('button', '就用这个');
    await me.reads('您设过数字码');
    await away(one);
    await me.reads('先对一下您的数字码');
    // WeChat draws no bar on the first page: its capsule ends 56 px down, and no word may lie under it.
    const [head, capsule] = [await me.screen().locator('.head').first().boundingBox(), 56];
    expect(head?.y).toBeGreaterThanOrEqual(capsule);
    await me.tap('button', '忘了');
    await me.type('证件号后六位', '000000');
    await me.tap('button', '对一下');
    await me.reads('这六位没对上，请照着证件再看一下');
    await me.type('证件号后六位', one.number.slice(-6));
    await me.tap('button', '对一下');
    await me.reads('急事');
    await endsWell(town, one);
  });
});

/** The phone was put away for ten minutes and was taken up again. */
async function away({ app }: Resident): Promise<void> {
  await app.toBackground();
  await app.kill();
  app.storage.call({ op: 'set', key: 'setting:last-seen', json: JSON.stringify(JSON.stringify(Date.now() - 10 * 60_000)) });
  await app.relaunch();
  await app.settle();
}

/** All that lies on this phone, read as who breaks the seal would. */
function everythingKept({ app: { storage } }: Resident): string {
  const { keys = [] } = storage.call({ op: 'info' });
  return keys.map((key) => JSON.stringify(storage.peek(key))).join('\n');
}
