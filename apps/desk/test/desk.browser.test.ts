import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staffApi } from '@assist/contracts';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeTownship } from './fake-township.ts';
import { AUDITOR, caseView, QUEUE } from './fixtures.ts';
import { inForceTests } from './in-force-for-test.ts';

/** The built page in a real Chromium, under the page policy it is served with, against a township in memory. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = mkdtempSync(join(tmpdir(), 'desk-'));
const NOW = new Date('2026-11-22T10:32:00+08:00');
const CASE = caseView().application.receipt.applicationId;
const FIRST = QUEUE[0]?.applicationId ?? '';

// It builds the page and waits for a real Chromium on two shared cores.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

let browser: Browser;
beforeAll(async () => {
  await build({ root, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(dist, { recursive: true, force: true });
});

export interface Stage {
  readonly page: Page;
  readonly town: FakeTownship;
  readonly origin: string;
  readonly open: (path: string) => Promise<void>;
  /** Ids of the endpoints that were called, reads left out. */
  readonly acts: () => string[];
}

async function onStage(play: (stage: Stage) => Promise<void>, prepare?: (town: FakeTownship) => void): Promise<void> {
  const town = new FakeTownship(dist);
  prepare?.(town);
  const origin = await town.listen();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (m) => m.type() === 'error' && !m.text().startsWith('Failed to load resource') && wrong.push(m.text()));
  page.on('pageerror', (e) => wrong.push(e.message));
  page.on('request', (r) => /^(https?|wss?):/.test(r.url()) && !r.url().startsWith(origin) && wrong.push(`foreign: ${r.url()}`));
  await page.clock.install({ time: NOW });
  await page.clock.resume();
  const open = async (path: string): Promise<void> => {
    await page.goto(origin + path);
    await page.locator('main').first().waitFor();
    await page.waitForLoadState('networkidle');
  };
  const READS = new Set<string>(Object.values(staffApi).flatMap(({ id, method }) => (method === 'GET' ? id : [])));
  try {
    await play({ page, town, origin, open, acts: () => town.heard.map((h) => h.id).filter((id) => !READS.has(id)) });
    expect(wrong).toEqual([]);
  } finally {
    await context.close();
    await town.close();
  }
}

const withSupporter = (town: FakeTownship): void => {
  const view = town.cases.get(CASE);
  if (view) town.cases.set(CASE, { ...view, form: { ...view.form, supporters: [{ id: 's1', relation: 'child', pays: 30000 as never }] } });
};
const names = (page: Page): Promise<string[]> => page.locator('.row__open').allTextContents();
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('键盘', () => {
  it('J K 移动，回车打开，斜杠去找，找的时候字母是字母', () =>
    onStage(async ({ page, open, acts }) => {
      await open('/queue');
      await page.keyboard.press('j');
      expect(await focused(page)).toBe('吴昌明');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      expect(await focused(page)).toBe('何德贵');
      await page.keyboard.press('/');
      await page.keyboard.type('n037');
      expect(await page.locator('input[type=search]').inputValue()).toBe('n037');
      await page.locator('input[type=search]').fill('037');
      expect(await names(page)).toEqual(['李素芬']);
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('李素芬');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '李素芬一家' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/cases/${CASE}`);
      expect(acts()).toEqual([]);
    }));

  it('N 领下一件，写明为什么，焦点到打开；行不换位置', () =>
    onStage(async ({ page, open, acts }) => {
      await open('/queue');
      const before = await names(page);
      await page.keyboard.press('n');
      await page.getByText('没人领的里面，本步剩的日子最少').waitFor();
      expect(await focused(page)).toBe('打开这一件');
      expect(await names(page)).toEqual(before);
      expect(acts()).toEqual(['claimNext']);
    }));

  it('问号看有哪些键，Esc 关上', () =>
    onStage(async ({ page, open }) => {
      await open('/queue');
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: '有哪些键' });
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }));
});

describe('队列', () => {
  it('有新的只在一处写出来，点了才换上', () =>
    onStage(async ({ page, town, open }) => {
      await open('/queue');
      const before = await names(page);
      town.arrives(77, '龚素华');
      await page.clock.fastForward(31_000);
      const offer = page.getByRole('button', { name: /有 1 件新的/ });
      await offer.waitFor();
      expect(await names(page)).toEqual(before);
      await offer.click();
      await page.locator('.row__open', { hasText: '龚素华' }).waitFor();
      expect((await names(page))[0]).toBe('龚素华');
    }));

  it('领的回答在路上丢了，再点一次是同一个键，只领一件', () =>
    onStage(async ({ page, town, open }) => {
      await open('/queue');
      town.loseAnswer.add('claimNext');
      await page.keyboard.press('n');
      await page.getByText('连不上，是网的问题').waitFor();
      await page.getByRole('button', { name: '再试一次' }).click();
      await page.getByText('领到了').waitFor();
      const keys = town.heard.filter((h) => h.id === 'claimNext').map((h) => h.key);
      expect(keys).toHaveLength(2);
      expect(keys[0]).toMatch(/^"[0-9a-f-]{36}"$/);
      expect(keys[1]).toBe(keys[0]);
      expect(town.items.filter((i) => i.claimedBy?.staffId === 's-luo')).toHaveLength(5);
    }));

  it('取不来时写谁的事和问题编号，再试就好', () =>
    onStage(
      async ({ page, town, open }) => {
        await open('/queue');
        await page.getByText('服务器正忙，是我们的问题').first().waitFor();
        await page.getByText('W7K-3Q9').first().waitFor();
        town.refuse.clear();
        await page.getByRole('button', { name: '再试一次' }).click();
        await page.locator('.row__open').first().waitFor();
        expect(await names(page)).toHaveLength(6);
      },
      (town) => town.refuse.set('queue', 'busy'),
    ));

  it('下面的分次取，身份核对另一道，写明要先领', () =>
    onStage(async ({ page, town, open }) => {
      await open('/queue');
      await page.getByRole('button', { name: '下面还有，再取一些' }).click();
      await page.locator('.row__open', { hasText: '左金花' }).waitFor();
      expect(await names(page)).toHaveLength(7);
      await page.getByRole('link', { name: /身份核对/ }).click();
      await page.locator('.row__open', { hasText: '钱世秀' }).click();
      await page.getByText('先领这一件，才能写明').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '领 钱世秀 这一件' }).click();
      await page.getByRole('button', { name: '写明', exact: true }).click();
      await page.getByRole('textbox').last().fill('本人带证件来过，另一个是女儿替她写的');
      await page.getByRole('dialog').getByRole('button', { name: '写明了' }).click();
      await page.getByText('现在没有要核对的身份').waitFor();
      expect(town.heard.find((h) => h.id === 'settleIdentityConflict')?.body).toEqual({ note: '本人带证件来过，另一个是女儿替她写的' });
    }));
});

describe('一件', () => {
  it('领了再打开，才记“打开看过”，只记一次', () =>
    onStage(async ({ page, open, acts }) => {
      await open(`/cases/${FIRST}`);
      expect(acts()).toEqual([]);
      await page.getByRole('button', { name: '领这一件' }).click();
      await page.locator('.stage--now', { hasText: '打开看' }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(acts()).toEqual(['claimItem', 'markOpened']);
    }));

  it('请群众补：写一半刷新还在，送出去的和看到的一样，送完就清掉', () =>
    onStage(async ({ page, town, open }) => {
      await open(`/cases/${CASE}`);
      await page.keyboard.press('c');
      await page.getByRole('button', { name: '户口簿', exact: true }).click();
      await page.getByRole('button', { name: '再加一样' }).click();
      await page.getByLabel('要补什么').nth(1).fill('车的手续');
      await open(`/cases/${CASE}`);
      await page.keyboard.press('c');
      expect(await page.getByLabel('要补什么').nth(1).inputValue()).toBe('车的手续');
      await page.getByRole('button', { name: /送出去/ }).click();
      await page.getByText('为什么要补？写给居民看的一句话').waitFor();
      expect(town.heard.filter((h) => h.id === 'askCorrection')).toEqual([]);
      await page.getByLabel('为什么，写给居民看').nth(1).fill('想看看车还在不在用');
      const preview = await page.locator('.ask__preview .phone').textContent();
      expect(preview).toContain('想看看车还在不在用');
      town.loseAnswer.add('askCorrection');
      await page.getByRole('button', { name: /送出去/ }).click();
      await page.getByText('写的都在').waitFor();
      await page.getByRole('button', { name: '再试一次' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const sent = town.heard.filter((h) => h.id === 'askCorrection');
      expect(sent).toHaveLength(2);
      expect(sent[0]?.body).toEqual({
        items: [
          { title: '户口簿', reason: '请拍户口簿的首页和每个人的那一页。找不到了，告诉我们一声。', evidence: 'household-register' },
          { title: '车的手续', reason: '想看看车还在不在用' },
        ],
      });
      expect(sent[1]?.body).toEqual(sent[0]?.body);
      expect(sent[0]?.header).toBe('desk');
      // The lost answer and the second sending are one correction.
      expect(town.cases.get(CASE)?.application.corrections).toHaveLength(2);
      expect(await page.evaluate(() => Object.keys(sessionStorage).filter((k) => k.startsWith('desk.')))).toEqual([]);
    }));

  it('受理：先写今天起算、最迟哪天，再受理；之后画三十格', () =>
    onStage(async ({ page, town, open, acts }) => {
      await open(`/cases/${CASE}`);
      await page.getByRole('button', { name: '受理', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('共 30 个工作日，最迟').waitFor();
      expect(await dialog.textContent()).toMatch(/今天（11月22日）起算.*2027年1月5日.*暂定/s);
      expect(acts()).toEqual([]);
      await dialog.getByRole('button', { name: '受理，今天起算' }).click();
      await page.locator('.ticks i').first().waitFor();
      expect(await page.locator('.ticks i').count()).toBe(30);
      expect(town.cases.get(CASE)?.application.state).toBe('accepted');
      expect(await page.getByRole('button', { name: '受理', exact: true }).count()).toBe(0);
    }));

  it('受理以后写明去了哪里：案件里、空了的列表里、手上那一栏，都能到“已受理”', () =>
    onStage(
      async ({ page, open }) => {
        await open(`/cases/${CASE}`);
        await page.getByRole('button', { name: '受理', exact: true }).click();
        await page.getByRole('dialog').getByRole('button', { name: '受理，今天起算' }).click();
        await page.getByRole('link', { name: '在队列的“已受理”里' }).waitFor();
        await open('/queue');
        await page.getByText('已受理的有 1 件，期限在走').waitFor();
        await page.getByRole('link', { name: '已受理 1 件' }).waitFor();
        await page.getByRole('link', { name: '在“已受理”里看' }).click();
        await page.locator('.row__open').first().waitFor();
        expect(await names(page)).toEqual(['李素芬']);
      },
      (town) => {
        town.items = town.items.filter((i) => i.applicationId === CASE);
      },
    ));

  it('不住一起的亲属和家里的人在一处看得到，写的是他们给多少，不写同不同意核对', () =>
    onStage(async ({ page, open }) => {
      await open(`/cases/${CASE}`);
      expect(await page.locator('.member--outside').allInnerTexts()).toEqual([expect.stringMatching(/子女\s+不住一起\s+每月给 300 元/)]);
    }, withSupporter));

  it('规则结果上面的话，每句下面有依据', () =>
    onStage(async ({ page, open }) => {
      await open(`/cases/${CASE}`);
      const notices = page.locator('.notice');
      expect(await notices.count()).toBeGreaterThan(0);
      for (const notice of await notices.all()) expect(await notice.locator('.cite').count()).toBeGreaterThan(0);
    }));

  it('别人抢先动过：写明白，不盖掉', () =>
    onStage(
      async ({ page, open }) => {
        await open(`/cases/${CASE}`);
        await page.getByRole('button', { name: '受理', exact: true }).click();
        await page.getByRole('dialog').getByRole('button', { name: '受理，今天起算' }).click();
        await page.getByText('这件事已经往前走了').waitFor();
        await page.getByText('W7K-3Q9').waitFor();
      },
      (town) => town.refuse.set('accept', 'state-changed'),
    ));

  it('照片点开才取；转、放大、两张一起看，都盖着水印', () =>
    onStage(async ({ page, town, open }) => {
      await open(`/cases/${CASE}`);
      expect(town.heard.some((h) => h.id === 'staffFile')).toBe(false);
      await page.locator('.photo').first().click();
      await page.locator('.frame img').waitFor();
      await page.keyboard.press('+');
      await page.keyboard.press('t');
      expect(await page.locator('.frame img').getAttribute('style')).toContain('scale(1.25) rotate(90deg)');
      await page.getByRole('button', { name: '两张一起看' }).click();
      await page.locator('.frame img').nth(1).waitFor();
      expect(await page.locator('.frame .watermark').count()).toBe(2);
      expect(await page.locator('.frame .watermark').first().textContent()).toContain(
        '云岭镇人民政府（样例） 罗文静 2026-11-22 10:32 仅用于办理社会救助',
      );
    }));

  it('居民看到的，一下就到', () =>
    onStage(async ({ page, open }) => {
      await open(`/cases/${CASE}`);
      await page.keyboard.press('v');
      await page.getByRole('dialog').getByText('您补的已收到').first().waitFor();
    }));
});

describe('审计', () => {
  it('只看：没有一个能改的按钮，打开也不记“打开看过”，留痕有一页', () =>
    onStage(
      async ({ page, open, acts }) => {
        await open('/queue');
        expect(await page.getByRole('button', { name: /^领|放回|^受理|给码/ }).count()).toBe(0);
        await page.keyboard.press('n');
        await open(`/cases/${FIRST}`);
        await page.getByText('在谁手里').waitFor();
        expect(await page.getByRole('button', { name: /^领|放回|^受理|请群众补/ }).count()).toBe(0);
        await page.keyboard.press('c');
        expect(await page.getByRole('dialog').count()).toBe(0);
        await open('/codes');
        expect(new URL(page.url()).pathname).toBe('/queue/applications');
        await open('/audit');
        await page.getByText('不准').waitFor();
        expect(acts()).toEqual([]);
      },
      (town) => {
        town.staff = AUDITOR;
      },
    ));
});

describe('登录', () => {
  it('没登录先到登录页，登录后回到原来那一页', () =>
    onStage(
      async ({ page, open }) => {
        await open(`/cases/${CASE}`);
        await page.getByRole('link', { name: '用单位账号登录' }).click();
        await page.getByRole('heading', { name: '李素芬一家' }).waitFor();
        expect(new URL(page.url()).pathname).toBe(`/cases/${CASE}`);
      },
      (town) => {
        town.staff = null;
      },
    ));

  it('中间登录过了时间：去登录再回来，写了一半的还在', () =>
    onStage(async ({ page, town, open }) => {
      await open(`/cases/${CASE}`);
      await page.keyboard.press('c');
      await page.getByRole('button', { name: '残疾人证', exact: true }).click();
      // Only this one meets the end of the session: a look in the background must not get there first.
      town.refuse.set('askCorrection', 'not-signed-in');
      const signingIn = page.waitForRequest(/\/staff\/auth\/login/);
      await page.getByRole('button', { name: /送出去/ }).click();
      await signingIn;
      await page.waitForURL(/\/cases\//);
      await page.getByRole('heading', { name: '李素芬一家' }).waitFor();
      await page.keyboard.press('c');
      expect(await page.getByLabel('要补什么').inputValue()).toBe('残疾人证');
    }));

  it('退出：草稿清掉，回到登录页', () =>
    onStage(async ({ page, open }) => {
      await open(`/cases/${CASE}`);
      await page.keyboard.press('c');
      await page.getByRole('button', { name: '残疾人证', exact: true }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '退出' }).click();
      await page.getByText('已经退出').waitFor();
      expect(
        await page.evaluate(() => [Object.keys(sessionStorage).filter((k) => k.startsWith('desk.')), Object.keys(localStorage)]),
      ).toEqual([[], []]);
    }));

  it('没登上回来：写明白，带问题编号；乱写的编号不显示', () =>
    onStage(
      async ({ page, open }) => {
        await open('/?problem=forbidden&instance=W7K-3Q9');
        await page.getByText('这个账号在这里还没有开通').waitFor();
        await page.getByText('W7K-3Q9').waitFor();
        await open('/?problem=forbidden&instance=%3Cb%3E');
        expect(await page.locator('body').textContent()).not.toContain('<b>');
        await open('/?problem=anything');
        expect(await page.locator('.problem').count()).toBe(0);
      },
      (town) => {
        town.staff = null;
      },
    ));
});

describe('给核身码', () => {
  it('没看过证件给不了；码只显示一次，不留在电脑上', () =>
    onStage(async ({ page, town, open }) => {
      await open('/codes');
      await page.getByLabel('姓名，照证件写').fill('李素芬');
      await page.getByLabel('证件号码').fill('11010519491231002X');
      await page.getByRole('button', { name: '给码' }).click();
      await page.getByText('要亲眼看过证件原件和本人').waitFor();
      expect(town.heard.some((h) => h.id === 'issueVerificationCode')).toBe(false);
      await page.getByRole('checkbox', { name: '我看过证件原件' }).check();
      await page.getByRole('button', { name: '给码' }).click();
      await page.getByText('K7MT-4QWX').waitFor();
      expect(page.url()).not.toMatch(/1101|K7MT/);
      await page.getByRole('button', { name: '给了，收起来' }).click();
      const left = await page.evaluate(
        () => document.documentElement.outerHTML + JSON.stringify(sessionStorage) + JSON.stringify(localStorage),
      );
      expect(left).not.toMatch(/K7MT|11010519491231002X|李素芬/);
    }));

  it('协理员的码：勾上才是；停一位，先问一遍，说清楚办过的照算', () =>
    onStage(async ({ page, town, open, acts }) => {
      await open('/codes');
      await page.getByLabel('姓名，照证件写').fill('邓华');
      await page.getByLabel('证件号码').fill('11010519491231002X');
      await page.getByRole('checkbox', { name: '我看过证件原件' }).check();
      await page.getByRole('checkbox', { name: '他是村社协理员' }).check();
      await page.getByRole('button', { name: '给码' }).click();
      await page.getByText('这部手机就能帮更多的人认证').waitFor();
      expect(town.heard.find((h) => h.id === 'issueVerificationCode')?.body).toMatchObject({ sawPaper: true, assistant: true });
      await page.getByRole('button', { name: '邓大姐不再是协理员' }).click();
      await page.getByText('他帮人办过的都照算').waitFor();
      expect(acts()).not.toContain('endAssistant');
      await page.getByRole('button', { name: '不再是', exact: true }).last().click();
      await page.getByText('起不再是').waitFor();
      expect(acts()).toContain('endAssistant');
    }));
});

describe('样子', () => {
  const pages = ['/queue', '/queue/identity', `/cases/${CASE}`, '/codes'];
  it('1280 宽不横着滚，字不小于 13，标题和地址里没有人名', () =>
    onStage(async ({ page, open }) => {
      for (const path of pages) {
        await open(path);
        const seen = await page.evaluate(() => {
          const small: string[] = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const parent = walk.currentNode.parentElement;
            if (!parent || !walk.currentNode.textContent?.trim() || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parent.tagName)) continue;
            if (Number.parseFloat(getComputedStyle(parent).fontSize) < 13) small.push(walk.currentNode.textContent);
          }
          return { wide: document.documentElement.scrollWidth, small, title: document.title, url: location.href };
        });
        expect(seen.wide, path).toBeLessThanOrEqual(1280);
        expect(seen.small, path).toEqual([]);
        expect(seen.title + decodeURIComponent(seen.url)).not.toMatch(/李素芬|吴昌明|罗文静/);
      }
    }));

  it('打印出来没有按钮和侧栏，写着谁打的', () =>
    onStage(async ({ page, open }) => {
      await open(`/cases/${CASE}`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.side').isVisible()).toBe(false);
      expect(await page.getByRole('button', { name: '受理', exact: true }).isVisible()).toBe(false);
      expect(await page.locator('.print-from').textContent()).toContain('罗文静 2026-11-22');
    }));

  it('断网：写在边上，不盖掉已经取来的', () =>
    onStage(async ({ page, open }) => {
      await open('/queue');
      const before = await names(page);
      await page.context().setOffline(true);
      await page.getByText('连不上。看得到的是先前取的').waitFor();
      expect(await names(page)).toEqual(before);
      await page.context().setOffline(false);
      await page.getByText('连不上。看得到的是先前取的').waitFor({ state: 'detached' });
    }));
});

inForceTests(onStage);
