import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../weapp-harness/index.ts';
import { acceptIt, askFor, claimNextAndOpen, openDesk } from '../_town/desk-story.ts';
import { oneStory } from '../_town/one-story.ts';
import { ZHOU } from '../_town/people.ts';
import { addWife, agreeAndBegin, sayIncome, sayWhere, sayWho, send, sendPhoto, sign } from '../_town/resident-story.ts';
import { startTown, type Town } from '../_town/town.ts';
import { sizesThatDiffer } from './judge.ts';
import type { Stop } from './stop.ts';
import { BY_NAME } from './stops-authentication.ts';
import { beginChange, CHANGE } from './stops-change.ts';
import { accepted, bill, followed, twoThings } from './stops-followed.ts';
import { FORM, fillTheRest } from './stops-form.ts';
import { NOTHING_YET, OPEN_TO_ALL } from './stops-open.ts';
import { type Swept, sweep } from './sweep.ts';
import { type Visitor, weappVisitor, webVisitor } from './visitor.ts';

/** Texts of one screen that are enough to say that the engines drew the same one; a page with nothing on it yet may have fewer. */
const SAME_TEXTS = 3;

/** One family's application, change and correction; every screen on the way looked at in both engines and both modes. */
export function layoutStory(): void {
  let browser: Browser;
  let town: Town;
  let weapp: Visitor;
  let web: Visitor;
  let desk: Page;
  const all: (readonly [weapp: Swept, web: Swept])[] = [];
  oneStory();

  beforeAll(async () => {
    browser = await launchChromium();
    town = await startTown();
    weapp = await weappVisitor(town, ZHOU.persona, browser);
    await agreeAndBegin(weapp.me);
    await sayWhere(weapp.me);
    await weapp.me.tap('button', '往下填');
    await sayWho(weapp.me);
    await addWife(weapp.me);
    await sayIncome(weapp.me);
    await sendPhoto(weapp.me);
    await fillTheRest(weapp.me, weapp.open);
    await weapp.open('/packages/apply/pages/tasks/index');
    await weapp.me.reads(/^已保存/);
    // The same person's other phone: the draft comes there by itself.
    web = await webVisitor(town, ZHOU.persona, browser);
    await agreeAndBegin(web.me);
    await web.me.reads('杨家坪街道办事处');
    for (const { me, open } of [weapp, web]) await beginChange(me, open);
  });
  afterAll(async () => {
    await desk?.context().close();
    await weapp?.close();
    await web?.close();
    await town?.close();
    await browser?.close();
  });

  const inBoth = async (stops: readonly Stop[]): Promise<string[]> => {
    const pair = await Promise.all([sweep(weapp, stops), sweep(web, stops)]);
    all.push(pair);
    return pair.flatMap(({ faults }, i) => faults.map((fault) => `${['微信版', '网页版'][i]} ${fault}`));
  };

  it('填的时候，标准版、长辈版三档和五档：字够大、够深、没切、没叠，点的地方够大、有名字，不横滚', async () => {
    expect(await inBoth([...OPEN_TO_ALL, ...NOTHING_YET, ...FORM, ...CHANGE, ...BY_NAME])).toEqual([]);
  });

  it('交上去、请补两样以后，标准版和长辈版', async () => {
    await weapp.open('/packages/apply/pages/tasks/index');
    await sign(weapp.me);
    await send(weapp.me);
    desk = await openDesk(town, '何丽', browser);
    await claimNextAndOpen(desk, ZHOU.name);
    await askFor(desk, twoThings);
    // What the resident is told of it is the worker's to write.
    await town.worker.drain();
    const { application, correction } = await ids();
    expect(await inBoth(followed(application, correction))).toEqual([]);
  });

  it('补了、收下以后，标准版和长辈版', async () => {
    const { application, correction } = await ids();
    await weapp.open(`/packages/progress/pages/correction/index?id=${application}&correction=${correction}`);
    await weapp.me.tap('radio', '有，拍照');
    await weapp.me.photograph('拍一张', [bill]);
    await weapp.me.reads('已收到');
    await weapp.me.tap('button', '下一样');
    await weapp.me.tap('radio', '办不到');
    await weapp.me.tap('button', '好了，看一遍');
    await weapp.me.tap('button', '交上去');
    await weapp.me.reads('您补的已收到');
    await desk.reload();
    await acceptIt(desk, town);
    expect(await inBoth(accepted(application))).toEqual([]);
  });

  it('同一句话在两个引擎里一样大；窄的手机上不变小', () => {
    const differences: string[] = [];
    for (const [inWeapp, inWeb] of all) {
      for (const [look, sizes] of inWeapp.sizes) {
        const other = inWeb.sizes.get(look) ?? new Map<string, string>();
        const shared = [...sizes.keys()].filter((text) => other.has(text)).length;
        if (shared < Math.min(SAME_TEXTS, sizes.size)) differences.push(`${look}: only ${shared} texts in both`);
        differences.push(...sizesThatDiffer(sizes, other).map((d) => `${look}: ${d}`));
        const middle = inWeapp.sizes.get(look.replace(/\d+ px/, '375 px'));
        if (middle) differences.push(...sizesThatDiffer(sizes, middle).map((d) => `${look} and 375 px: ${d}`));
      }
    }
    expect(differences).toEqual([]);
  });

  it('页面没有报错，也没有破微信的规矩', async () => {
    await weapp.assertClean();
    await web.assertClean();
  });

  async function ids(): Promise<{ application: string; correction: string }> {
    const [row] = await town.sql`select application_id as application, id as correction from corrections`;
    return row as unknown as { application: string; correction: string };
  }
}
