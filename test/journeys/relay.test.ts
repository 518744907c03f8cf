import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { sweep, switchElder } from './_layout/sweep.ts';
import type { Visitor } from './_layout/visitor.ts';
import { invent, sayName, sayNumber } from './_town/bad-day.ts';
import { oneStory } from './_town/one-story.ts';
import { ENGINES } from './_town/open-phone.ts';
import { ZHOU_WIFE } from './_town/people.ts';
import { addWife, sayWhere, send, sign } from './_town/resident-story.ts';
import { codeOn, ownPhone, writeName } from './_town/together-story.ts';
import { startTown, type Town } from './_town/town.ts';

/** In npm test the WeChat build; in the long run both. */
const HERE = process.env.TEST_KIND === 'long' ? ENGINES : (['微信版'] as const);

const RELAY = '/packages/together/pages/relay/index';
const SIGN = '/packages/together/pages/sign/index';
const HELPERS = '/packages/together/pages/proxies/index';
const HELPING = '/packages/together/pages/helping/index';

let browser: Browser;
let town: Town;
beforeAll(async () => {
  [browser, town] = await Promise.all([launchChromium(), startTown()]);
});
afterAll(async () => {
  await town?.close();
  await browser?.close();
});

const crossCheckOf = async (member: string): Promise<string | undefined> => {
  const [row] = await town.sql`select s.status from signatures s join applications a on a.id = s.application_id
    where s.member_id = ${member} and s.statement = 'cross-check' order by a.received_at desc limit 1`;
  return row?.status;
};

describe.each(HERE)('在外打工的人申请，妻子在广东用自己的手机点头，%s', (engine) => {
  const husband = invent('1978-04-12');
  let his: Visitor;
  let hers: Visitor;
  let code = '';
  oneStory();
  afterAll(async () => {
    await his?.close();
    await hers?.close();
  });

  it('他填好，请妻子点头：一个码，只给她；没等她签，先交了，日子就定了', async () => {
    his = await ownPhone(town, browser, engine);
    await his.open('/packages/apply/pages/tasks/index');
    await sayWhere(his.me);
    await his.me.tap('button', '往下填');
    await sayNumber({ me: his.me, ...husband });
    await sayName({ me: his.me, ...husband });
    await addWife(his.me);
    await sign(his.me);
    await his.open(RELAY);
    await his.me.reads('申请日期：交的那天');
    await his.me.tap('button', '陈秀英，请他点头');
    await his.me.tap('button', '做一个码，抄在纸上');
    code = await codeOn(his);
    await his.me.tap('button', '好了');
    await his.open('/packages/apply/pages/tasks/index');
    await send(his.me);
    await town.worker.drain();
    expect(await crossCheckOf('m2')).toBe('not-yet');
  });

  it('她在自己的手机上写码、写自己的六位，看清楚，手写名字', async () => {
    hers = await ownPhone(town, browser, engine);
    await hers.open(SIGN);
    await hers.me.type('纸上的码', code.toLowerCase());
    await hers.me.type('您证件号的最后六位', '123456');
    await hers.me.tap('button', '打开看看');
    await hers.me.reads('这六位没对上');
    await hers.me.type('您证件号的最后六位', ZHOU_WIFE.number.slice(-6));
    await hers.me.tap('button', '打开看看');
    await hers.me.reads(`${husband.name}在申请救助`);
    await hers.me.tap('checkbox', '我同意用到这些要紧的信息');
    await hers.me.tap('checkbox', '我同意镇上查这些');
    await writeName(hers);
    await hers.me.tap('button', '同意，签好了');
    await hers.me.reads('记下了');
    expect(await crossCheckOf('m2')).toBe('given');
    const [row] = await town.sql`select state, way from relay_signatures order by signed_at desc nulls last limit 1`;
    expect(row).toEqual({ state: 'given', way: 'handwriting' });
    expect(town.log.filter((line) => line.includes(code) || line.includes(ZHOU_WIFE.number.slice(-6)))).toEqual([]);
  });

  it('码用过一次就没了；她随时看得到以自己名义签过的', async () => {
    await his.open(SIGN);
    await his.me.type('纸上的码', code);
    await his.me.type('您证件号的最后六位', ZHOU_WIFE.number.slice(-6));
    await his.me.tap('button', '打开看看');
    await his.me.reads(/这个链接用过了/);
    await hers.open('/packages/together/pages/signed/index');
    await hers.me.reads('手写签名');
    const { faults } = await sweep(hers, [{ name: 'signed', at: '/packages/together/pages/signed/index', reads: '不再同意' }]);
    expect(faults).toEqual([]);
    await hers.assertClean();
    await his.assertClean();
  });
});

describe.each(HERE)('八十岁的奶奶，孙子在另一部手机上帮她填、帮她交，%s', (engine) => {
  const grandma = invent('1946-03-01');
  let hers: Visitor;
  let his: Visitor;
  let token = '';
  oneStory();
  afterAll(async () => {
    await hers?.close();
    await his?.close();
  });

  it('她说请谁、做什么、到哪天，发一个邀请', async () => {
    hers = await ownPhone(town, browser, engine);
    await hers.open('/pages/identity/index');
    await hers.me.type('姓名', grandma.name);
    await hers.me.type('身份证号', grandma.number);
    await hers.me.tap('button', '写好了');
    await hers.me.reads('核一下身份');
    await switchElder(hers);
    await hers.open(HELPERS);
    await hers.me.tap('button', '请一个人帮我办');
    await hers.me.type('怎么称呼他', '孙子小宇');
    await hers.me.tap('checkbox', '交');
    await hers.me.tap('button', '做一个邀请');
    await hers.me.reads('发给孙子小宇就行');
    token = await codeOn(hers);
  });

  it('孙子接下，替她填，替她交；填的是她的，不是他的', async () => {
    his = await ownPhone(town, browser, engine);
    await his.open(HELPING);
    await his.me.tap('button', '有人念给我一个码');
    await his.me.type('邀请的码', token);
    await his.me.tap('button', '好，我来帮');
    await his.me.tap('button', `替${grandma.name}填`);
    await his.me.reads(`正在替${grandma.name}填`);
    await sayWhere(his.me);
    await his.me.tap('button', '往下填');
    await sayName({ me: his.me, ...grandma });
    await sign(his.me);
    await send(his.me);
    await town.worker.drain();
    expect(await crossCheckOf('m1')).toBe('not-yet');
    const [row] = await town.sql`select h.verb from helper_acts h where h.about_kind = 'application' and h.verb = 'send'`;
    expect(row).toEqual({ verb: 'send' });
  });

  it('每一步都告诉她；是她同意的，她自己说；不是的，点一下就停', async () => {
    await hers.open('/packages/together/pages/signed/index');
    await hers.me.reads('帮忙的人点的');
    await hers.me.tap('button', '是我同意的');
    await hers.me.reads('同意了，只用在这次申请');
    expect(await crossCheckOf('m1')).toBe('given');
    const stops = [
      { name: 'helpers', at: HELPERS, reads: '替您交了申请' },
      { name: 'invite', at: '/packages/together/pages/invite/index', reads: '能帮您做什么' },
    ];
    expect((await sweep(hers, stops)).faults).toEqual([]);
    await hers.setWidth(375);
    await hers.open(HELPERS);
    await hers.me.tap('button', '我没同意：替您交了申请');
    await hers.me.reads('停下了');
    await his.open(HELPING);
    await his.me.reads('停下了');
    await hers.assertClean();
    await his.assertClean();
  });
});
