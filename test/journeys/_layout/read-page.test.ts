import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../weapp-harness/index.ts';
import { faultsOf, type Look } from './judge.ts';
import { namesThatSayOtherWords } from './read-names.ts';
import { readPage } from './read-page.ts';

const STANDARD: Look = { step: 0, width: 320 };
const BIG_BUTTON = 'style="width: 100px; height: 60px; font-size: 18px; border: 0; background: #fff; color: #000"';

describe('what the layout test would notice', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 320, height: 600 }, isMobile: true, hasTouch: true });
  });
  afterAll(() => browser?.close());

  const faults = async (inside: string, look = STANDARD, body = 17) => {
    await page.setContent(
      `<meta name="viewport" content="width=device-width"><body style="margin: 0">
      <div id="root"><div class="page" style="font: ${body}px/1.6 sans-serif; color: #14232a; background: #f4f7f7"><div role="heading">您好</div>${inside}</div></div>`,
    );
    return faultsOf(await page.locator('#root').evaluate(readPage), look);
  };
  /** Exactly one, of this kind. */
  const only = async (kind: string, inside: string, look?: Look, body?: number) => {
    const found = await faults(inside, look, body);
    expect(found.map((fault) => fault.split(':')[0])).toEqual([kind]);
  };

  it('nothing on a good page', async () => {
    expect(await faults(`<button ${BIG_BUTTON}>好了</button><div style="color: #53636a; font-size: 14px">次要</div>`)).toEqual([]);
  });
  it('a name that does not hold the words that stand there; one that says more is good', async () => {
    const names = async (inside: string) => {
      await page.setContent(`<div id="root">${inside}</div>`);
      return page.locator('#root').evaluate(namesThatSayOtherWords);
    };
    expect(
      await names('<button aria-label="打电话给何丽">打电话</button><div role="link" aria-label="改材料，再交">改，材料</div>'),
    ).toEqual([]);
    expect(await names('<div role="link" aria-label="收入，填好了"><div>收入</div><div>2 样</div><div>填好了</div></div>')).toEqual([
      '「收入，填好了」 where 「收入2 样填好了」 stands',
    ]);
    expect(await names('<button aria-label="关上"><i aria-hidden="true">×</i></button>')).toEqual([]);
    expect(await names('<div role="radio" aria-label="有">有<div>写得出一样就算</div></div>')).toEqual([]);
  });
  it('words of 13 px, and of 17 px in 长辈版', async () => {
    await only('small', '<div style="font-size: 13px">小字</div>');
    await only('small', '<div style="font-size: 17px">小字</div>', { step: 3, width: 320 }, 22);
    expect(await faults('<div class="tabs"><div style="font-size: 12px">首页</div></div>')).toEqual([]);
  });
  it('body text of another step', () => only('body text is 20 px, not 22', '', { step: 3, width: 320 }, 20));
  it('pale words, by colour, by opacity and in an empty box', async () => {
    await only('pale', '<div style="color: #8a9a9f">淡</div>');
    await only('pale', '<div style="opacity: 0.5">淡</div>');
    await only('pale', '<div style="background: #a65e00; color: #53636a">淡</div>');
    await only(
      'pale',
      '<style>::placeholder { color: #aaa }</style><input aria-label="姓名" placeholder="写这里" style="width: 200px; height: 50px; font-size: 17px">',
    );
  });
  it('a target of 40 px, and of 50 px in 长辈版', async () => {
    await only('hard to hit', `<button ${BIG_BUTTON.replace('60px', '40px')}>好了</button>`);
    await only('hard to hit', `<button ${BIG_BUTTON.replace('60px', '50px')}>好了</button>`, { step: 3, width: 320 }, 22);
  });
  it('a target without a name', async () => {
    await only('without a name', `<button ${BIG_BUTTON}></button>`);
    expect(await faults(`<button ${BIG_BUTTON} aria-label="关上"></button>`)).toEqual([]);
  });
  it('targets over each other', () =>
    only(
      'one over the other',
      `<button ${BIG_BUTTON} aria-label="一"></button><button ${BIG_BUTTON.replace('"', '"margin-left: -20px; ')} aria-label="二"></button>`,
    ));
  it('words over words', () => only('one over the other', '<div>上面一句</div><div style="margin-top: -20px">下面一句</div>'));
  it('words that their box cuts', async () => {
    await only('cut', '<div style="width: 60px; overflow: hidden; white-space: nowrap">很长很长的一句话</div>');
    await only('cut', '<div style="height: 20px; overflow: hidden">一行<br>又一行</div>');
    await only('cut', '<input aria-label="姓名" value="很长很长的一句话" style="width: 60px; height: 50px; font-size: 17px">');
    await only('cut', `<button ${BIG_BUTTON.replace('100px', '60px; white-space: nowrap')}>很长很长的一句</button>`);
  });
  it('a hint in the browser’s own colour', () =>
    only('pale', '<input aria-label="姓名" placeholder="写这里" style="width: 200px; height: 50px; font-size: 17px; background: #fff">'));
  it('an office or a clause torn apart that has room for itself', async () => {
    const office = (style: string) =>
      `<div class="holder" style="width: 280px"><div style="${style}" class="holder__name">杨家坪街道办事处</div></div>`;
    await only('torn', office('width: 120px'));
    expect(await faults(office('width: 200px'))).toEqual([]);
    const clause = (style: string) =>
      `<div class="cite__tap" style="width: 250px; min-height: 60px"><div style="${style}" class="cite__label">渝民〔2022〕239号 三（一）</div></div>`;
    await only('torn', clause('width: 90px; word-break: break-all'));
    expect(await faults(clause('width: 250px'))).toEqual([]);
    const number = (style: string) => `<div class="row"><div class="row__under" style="${style}">杨家坪 261122-001-W</div></div>`;
    await only('torn', number('width: 100px'));
    expect(await faults(number('width: 250px'))).toEqual([]);
  });
  it('a page without a heading, and a count to one', async () => {
    expect(await faults('<script>document.querySelector("[role]").removeAttribute("role")</script>')).toEqual(['no heading']);
    await only('counts to one', '<div>1/1</div>');
  });
  it('a page that scrolls sideways', () => only('wider than the window', '<div style="width: 400px; height: 1px"></div>'));
});
