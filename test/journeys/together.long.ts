import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { sweep, switchElder } from './_layout/sweep.ts';
import type { Visitor } from './_layout/visitor.ts';
import { type Invented, invent, sayName, sayNumber } from './_town/bad-day.ts';
import { becomeVerified } from './_town/change-story.ts';
import { claimNextAndOpen, openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { ENGINES } from './_town/open-phone.ts';
import { sayWhere, send, sign } from './_town/resident-story.ts';
import { addAdult, codeOn, ownPhone, signByFace } from './_town/together-story.ts';
import { startTown, type Town } from './_town/town.ts';

const TASKS = '/packages/apply/pages/tasks/index';
const RELAY = '/packages/together/pages/relay/index';
const SIGN = '/packages/together/pages/sign/index';
const HELPERS = '/packages/together/pages/proxies/index';
const HELPING = '/packages/together/pages/helping/index';

let browser: Browser;
let town: Town;
let desk: Page;
beforeAll(async () => {
  [browser, town] = await Promise.all([launchChromium(), startTown()]);
  desk = await openDesk(town, '何丽', browser);
});
afterAll(async () => {
  await desk?.context().close();
  await town?.close();
  await browser?.close();
});

const standing = async (applicant: Invented, member: string): Promise<string | undefined> => {
  const [row] = await town.sql`
    select s.status from signatures s join applications a on a.id = s.application_id
    where s.member_id = ${member} and s.statement = 'cross-check' order by a.received_at desc limit 1`;
  expect(applicant.number).toHaveLength(18);
  return row?.status;
};

describe('父亲瘫在床上，两个人看着点头；母亲在女儿的手机上刷一下脸', () => {
  const daughter = invent('1985-06-18');
  const father = { relation: '爸爸或妈妈', ...invent('1955-02-11') };
  const mother = { relation: '爸爸或妈妈', ...invent('1957-09-23') };
  let hers: Visitor;
  oneStory();
  afterAll(() => hers?.close());

  it('女儿填好；父亲签不了，说一声就行；母亲拿到一个码', async () => {
    hers = await ownPhone(town, browser);
    await hers.open(TASKS);
    await sayWhere(hers.me);
    await hers.me.tap('button', '往下填');
    await sayNumber({ me: hers.me, ...daughter });
    await sayName({ me: hers.me, ...daughter });
    await addAdult(hers, { ...father, name: '老父亲' });
    await addAdult(hers, { ...mother, name: '老母亲' });
    await sign(hers.me);
    await hers.open(RELAY);
    await hers.me.tap('button', /老父亲，请他点头$/);
    await hers.me.tap('button', '不方便签，联系不上');
    await hers.me.tap('button', '不方便签，请两个人当面记');
    await hers.me.reads('不方便自己签，镇街两个人当面记，或由监护人签');
    await hers.me.tap('button', /老母亲，请他点头$/);
    await hers.me.tap('button', '做一个码，抄在纸上');
  });

  it('同一部手机，写名字要等人来问；刷一下脸，当时就算', async () => {
    const code = await codeOn(hers);
    await hers.me.tap('button', '好了');
    await hers.open(SIGN);
    await hers.me.type('纸上的码', code);
    await hers.me.type('您证件号的最后六位', mother.number.slice(-6));
    await hers.me.tap('button', '打开看看');
    await hers.me.tap('checkbox', '我同意用到这些要紧的信息');
    await hers.me.tap('checkbox', '我同意镇上查这些');
    await hers.me.tap('button', '不写字，刷一下脸');
    const stop = { name: 'sign-by-face', reads: '不刷脸，写名字' };
    expect((await sweep(hers, [stop])).faults).toEqual([]);
    await hers.me.tap('button', '不刷脸，写名字');
    await signByFace(hers, mother.number);
    await hers.me.reads('记下了，您同意了');
    const [row] = await town.sql`select way, state, confirmed_by from relay_signatures order by signed_at desc limit 1`;
    expect(row).toEqual({ way: 'face', state: 'given', confirmed_by: 'face' });
    expect(town.log.filter((line) => line.includes(mother.number))).toEqual([]);
  });

  it('没等谁，先交了：母亲能核对，父亲还不能，家里的日子已经定了', async () => {
    await hers.open(TASKS);
    await send(hers.me);
    await town.worker.drain();
    expect([await standing(daughter, 'm3'), await standing(daughter, 'm2')]).toEqual(['given', 'not-yet']);
  });

  it('镇街两个人到床前，念给他听，他点头：当面记下，就算', async () => {
    await claimNextAndOpen(desk, daughter.name);
    const family = desk.getByRole('region', { name: '家里人同意到哪了' });
    await family.getByText('不方便自己签').first().waitFor();
    await family.getByRole('button', { name: '当面记' }).click();
    const dialog = desk.getByRole('dialog', { name: /当面记 老父亲/ });
    await dialog.getByLabel('第二个人的名字').fill('李强');
    await dialog.getByLabel('怎么问的、怎么答的').fill('在床前念给他听，点了头');
    await dialog
      .getByRole('button', { name: '记 下' })
      .or(dialog.getByRole('button', { name: '记下' }))
      .click();
    await dialog.waitFor({ state: 'hidden' });
    await family.getByText('见证：何丽、李强').waitFor();
    expect(await standing(daughter, 'm2')).toBe('given');
    await hers.assertClean();
  });
});

describe.each(ENGINES)('孤儿，协理员替他开一份，他自己接过去，%s', (engine) => {
  const orphan = invent('2009-04-02');
  let his: Visitor;
  let helpers: Visitor;
  oneStory();
  afterAll(async () => {
    await his?.close();
    await helpers?.close();
  });

  it('他没有手机：帮忙的人替他开、替他填、替他交，填的是他的', async () => {
    helpers = await ownPhone(town, browser, engine);
    await helpers.open(HELPING);
    await helpers.me.tap('button', '替没有手机的人开一份');
    await helpers.me.type('姓名', orphan.name);
    await helpers.me.type('身份证号', orphan.number);
    await helpers.me.tap('button', '开一份');
    await helpers.me.tap('button', `替${orphan.name}填`);
    await sayWhere(helpers.me);
    await helpers.me.tap('button', '往下填');
    await sayName({ me: helpers.me, ...orphan });
    await sign(helpers.me);
    await helpers.me.tap('link', /^检查一遍，交上去/);
    await helpers.me.tap('button', '交上去');
    // Under eighteen and nobody else in the form: asked once, and it goes on whatever is said.
    await helpers.me.tap('button', '对，就是这样');
    await helpers.me.reads('已经收到了');
    await town.worker.drain();
    expect(await standing(orphan, 'm1')).toBe('not-yet');
  });

  it('帮忙的人看得到在帮谁、做到哪了', async () => {
    await helpers.open(HELPING);
    await helpers.me.reads('交了的 1 份');
    await helpers.assertClean();
  });

  it('他有了手机，窗口看过证件，一下接过去：申请、谁帮的、代点的，都在；是他同意的，他自己说', async () => {
    his = await ownPhone(town, browser, engine);
    await becomeVerified(his, desk, orphan);
    await switchElder(his);
    await his.open(HELPERS);
    await his.me.tap('button', /接过来/);
    await his.me.reads('替您交了申请');
    expect((await sweep(his, [{ name: 'helpers-claimed', reads: '替您交了申请' }])).faults).toEqual([]);
    await his.setWidth(375);
    await his.open('/packages/together/pages/signed/index');
    await his.me.tap('button', '是我同意的');
    await his.me.reads('同意了，只用在这次申请');
    expect(await standing(orphan, 'm1')).toBe('given');
    await his.assertClean();
  });
});
