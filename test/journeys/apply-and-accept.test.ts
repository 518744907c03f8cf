import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { acceptIt, askFor, claimNextAndOpen, HIDDEN, openDesk, photoBytes } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { ENGINES, type OpenPhone, openPhone } from './_town/open-phone.ts';
import { ZHOU, ZHOU_WIFE } from './_town/people.ts';
import { photo } from './_town/photo.ts';
import { addWife, agreeAndBegin, sayIncome, sayWhere, sayWho, send, sendPhoto, sign } from './_town/resident-story.ts';
import { startTown, type Town } from './_town/town.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

describe.each(ENGINES)('周德明在%s里申请，杨家坪街道的何丽收下', (engine) => {
  let town: Town;
  let phone: OpenPhone;
  let desk: Page;
  let number = '';
  oneStory();
  beforeAll(async () => {
    town = await startTown();
    phone = await openPhone(engine, town, ZHOU, browser);
  });
  afterAll(async () => {
    await desk?.context().close();
    await phone?.close();
    await town?.close();
  });

  it('没同意以前什么都没记下；同意了才登录', async () => {
    expect(await count(town, 'accounts')).toBe(0);
    expect(town.log).toEqual([]);
    await agreeAndBegin(phone.me);
    // Signing in goes on beside what the person reads.
    await expect.poll(() => count(town, 'accounts')).toBe(1);
  });

  it('先说归哪里办、为什么，再往下填', async () => {
    await sayWhere(phone.me);
    await phone.me.reads('您的申请归杨家坪街道办事处');
    await phone.me.reads(/《社会救助法》/);
    await phone.me.tap('button', '往下填');
  });

  it('写自己、妻子和收入', async () => {
    await sayWho(phone.me);
    await addWife(phone.me);
    await sayIncome(phone.me);
    await phone.me.reads('还差 3 样');
  });

  it('估一估：两口人一个月 1200 元，人均 600 元，低于城里的 770 元；不是决定，随时能申请', async () => {
    await phone.me.tap('link', /^估一估/);
    await phone.me.reads('这是估算，不是决定');
    const words = await phone.me.text();
    expect(words).toMatch(/770/);
    expect(words).toMatch(/渝民规〔2025〕6号/);
    expect(words).toMatch(/申请/);
    await phone.me.back();
  });

  it('照片选了就传，一样一样点头，交上去拿到回执', async () => {
    await sendPhoto(phone.me);
    await sign(phone.me);
    number = await send(phone.me);
    expect(number).toMatch(/^杨家坪 \d{6}-001-[A-Z2-9]$/);
    const receipt = await phone.me.text();
    expect(receipt).toMatch(/杨家坪街道办事处/);
    expect(receipt).toMatch(/我们的约定（文件没有写）/);
    expect(receipt).toMatch(/渝民〔2022〕239号 三（一）/);
    expect(receipt).toContain(ZHOU_WIFE.name);
  });

  it('回执能存成一张图片，够大够清楚', async () => {
    await phone.me.tap('button', '存成图片');
    await phone.me.reads('图片存好了');
    await expect.poll(async () => (await phone.pictures()).length).toBe(1);
    const [picture] = await phone.pictures();
    const bytes = Buffer.from(picture ?? []);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    // Width and height stand in the first chunk; words on white are more than an empty sheet.
    expect(bytes.readUInt32BE(16)).toBe(750);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(1000);
    expect(bytes.length).toBeGreaterThan(30_000);
  });

  it('收下、评估、排队、要发的通知和留痕，在库里各是一份', async () => {
    for (const table of ['submissions', 'applications', 'work_items']) expect(await count(town, table), table).toBe(1);
    const [one] = await town.sql`select count(*)::int as n from audit_log where action = 'application-sent'`;
    expect(one?.n).toBe(1);
  });

  it('永川的杨帆看不到：队列是空的，拿着编号也打不开', async () => {
    const [row] = await town.sql`select id from applications`;
    const other = await openDesk(town, '杨帆', browser);
    expect(await other.getByText(ZHOU.name).count()).toBe(0);
    const status = await other.evaluate((id) => fetch(`/staff/api/applications/${id}`).then((r) => r.status), row?.id);
    expect(status).toBe(404);
    await other.context().close();
  });

  it('何丽领下一件，看得到事实、条款和照片；照片里藏的地点已经没有', async () => {
    desk = await openDesk(town, '何丽', browser);
    await claimNextAndOpen(desk, ZHOU.name);
    await desk.getByText('渝民规〔2025〕6号').first().waitFor();
    await desk.getByText(number).first().waitFor();
    const bytes = await photoBytes(desk);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.includes(HIDDEN)).toBe(false);
  });

  it('居民看到镇上打开了，在谁手里', async () => {
    await phone.me.tap('button', '看进度');
    await phone.me.reads('镇上已打开看');
    await phone.me.reads('办救助的工作人员');
  });

  it('一次请补两样，各有原因；居民一样拍照，一样说办不到', async () => {
    await askFor(desk, [
      { what: '住院的单子', why: '看病花了多少，要看单子' },
      { what: '房东的电话', why: '想问问房租' },
    ]);
    await phone.me.tap('button', '看看有没有新的');
    await phone.me.reads('请补 2 样：住院的单子等');
    await phone.me.tap('button', '去补');
    await phone.me.reads('看病花了多少，要看单子');
    await phone.me.tap('radio', /拍照/);
    await phone.me.photograph('拍一张', [photo('bill.jpg')]);
    await phone.me.reads('已收到');
    await phone.me.tap('button', '下一样');
    await phone.me.tap('radio', /办不到/);
    await phone.me.tap('button', '好了，看一遍');
    await phone.me.tap('button', '交上去');
    await phone.me.reads('您补的已收到');
  });

  it('何丽收下，三十个工作日从今天起算；居民看到期限和条款', async () => {
    await desk.reload();
    await acceptIt(desk, town);
    await phone.me.tap('button', '看进度');
    await phone.me.reads('镇上收下了（受理）');
    await phone.me.reads(/渝民〔2022〕239号 三（一）/);
    const [row] = await town.sql`select state from applications`;
    expect(row?.state).toBe('accepted');
  });

  it('页面没有报错，也没有破微信的规矩', () => phone.assertClean());

  it('日志里没有名字、号码；库里的名字和号码都加了密', async () => {
    const secrets = [ZHOU.name, ZHOU.number, ZHOU_WIFE.name, ZHOU_WIFE.number, '何丽'];
    for (const secret of secrets) expect(town.log.filter((line) => line.includes(secret))).toEqual([]);
    const tables = await town.sql`select table_name as name from information_schema.tables where table_schema = 'public'`;
    for (const { name } of tables) {
      const rows = await town.sql`select to_jsonb(t)::text as text from ${town.sql(name)} t`;
      for (const secret of secrets.slice(0, 4))
        expect(rows.filter((r) => String(r.text).includes(secret)).length, `${name}: ${secret}`).toBe(0);
    }
  });
});

async function count(town: Town, table: string): Promise<number> {
  const [row] = await town.sql`select count(*)::int as n from ${town.sql(table)}`;
  return row?.n;
}
