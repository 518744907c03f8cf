import { createHmac } from 'node:crypto';
import type { RunBeside, RunView } from '@assist/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { type Visitor, webVisitor } from './_layout/visitor.ts';
import { asClerk, becomeVerified, registerHousehold } from './_town/change-story.ts';
import { openDesk } from './_town/desk-story.ts';
import { oneStory } from './_town/one-story.ts';
import { ZHOU } from './_town/people.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { because, putOnRecord, recordAtDesk, takeRun } from './_town/run-story.ts';
import { ALERT_SOURCE, startTown, type Town } from './_town/town.ts';

/** On the other phone; no register knows him. */
const LI = { persona: 'li', name: '李国强', number: '500107197508160014', phone: '13900003003' } as const;
const SEEN = '上个月住院，自己付了三万元';
const TOLD = '上门看过，医药费高，收入低，可能够得上';

describe('从预警到有结果', () => {
  let browser: Browser;
  let town: Town;
  let heli: Page;
  let phone: Visitor;
  let runId = '';
  let keys = 0;
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
    heli = await openDesk(town, '何丽', browser);
    phone = await webVisitor(town, LI.persona, browser);
  });
  afterAll(async () => {
    await phone?.close();
    await heli?.context().close();
    await town?.close();
    await browser?.close();
  });

  /** As another unit's system sends it: signed, to the staff port. @returns the run that it became */
  async function arrives(person: { readonly name: string; readonly number: string; readonly phone?: string }, words: string) {
    const seenOn = new Date(town.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { name, number } = person;
    const one = {
      key: `c-${++keys}`,
      indicator: 'serious-illness',
      seenOn,
      township: '500107001',
      village: '前进村',
      person: { name, number, ...(person.phone && { phone: person.phone }) },
      words,
    };
    const body = JSON.stringify({ alerts: [one] });
    const t = Math.floor(town.now() / 1000);
    const answer = await fetch(`${town.staffUrl}/alerts/${ALERT_SOURCE.name}`, {
      method: 'POST',
      headers: { 'x-alert-signature': `t=${t},v1=${createHmac('sha256', ALERT_SOURCE.key).update(`${t}.${body}`).digest('hex')}` },
      body,
    });
    expect(await answer.json()).toEqual({ results: [{ key: one.key, result: 'new' }] });
    const [row] = await town.sql`select run_id from alerts where source_key = ${one.key}`;
    return row?.run_id as string;
  }
  const beside = (of: string) => asClerk<RunBeside>(heli, 'GET', `/api/runs/${of}/beside`);

  it('预警签着名送进来：何丽的预警道里有一件，写明看到什么；号码只露头尾', async () => {
    await agreeAndBegin(phone.me);
    await becomeVerified(phone, heli, LI);
    runId = await arrives(LI, SEEN);
    await heli.goto(`${town.desk}/queue/alerts`);
    await heli.getByRole('link', { name: LI.name }).click();
    await heli.getByText(SEEN).waitFor();
    const told = heli.getByRole('region', { name: '预警说了什么' });
    expect(await told.innerText()).toContain('不在册');
    expect(await told.innerText()).not.toContain(LI.number);
  });

  it('没上门看过，研判不了；看过三方面，才有结果；李国强这时什么也看不到', async () => {
    await expect(putOnRecord(heli, runId, { kind: 'judged', looked: ['work', 'health', 'living'] })).rejects.toThrow(/上门看过/);
    await takeRun(heli, town, runId);
    await recordAtDesk(heli, town, runId, 'visited', (dialog) => dialog.getByLabel('家里谁签的字').fill(LI.name));
    await recordAtDesk(heli, town, runId, 'judged', async (dialog) => {
      for (const side of ['劳动能力', '健康状况', '生存状态']) await dialog.getByLabel(side).check();
    });
    await phone.open('/packages/decision/pages/list/index');
    await phone.me.reads('现在没有在办的');
    await recordAtDesk(heli, town, runId, 'concluded', async (dialog) => {
      await dialog.getByRole('radio', { name: /可能符合/ }).check();
      await because(TOLD)(dialog);
    });
    await heli.getByRole('region', { name: '转介' }).getByText('帮着申请社会救助').waitFor();
  });

  it('李国强在手机上看到：镇上觉得可能够得上，要不要他定；他说要', async () => {
    await town.worker.drain();
    await phone.open('/pages/messages/index');
    await phone.me.tap('link', /有一样帮助，要不要/);
    await phone.me.reads(TOLD);
    await phone.me.reads('帮着申请社会救助');
    await phone.me.tap('button', '要，请转过去');
    await phone.me.reads('您说要，就要送出');
  });

  it('何丽跟到底：交给谁、办成了；李国强看得到每一步，想申请随时点得开', async () => {
    const act = async (button: string, words: string) => {
      await heli.getByRole('button', { name: `${LI.name}：${button}` }).click();
      const dialog = heli.getByRole('dialog');
      await dialog.getByRole('textbox').fill(words);
      await dialog.getByRole('button').last().click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await heli.goto(`${town.desk}/referrals`);
    await act('送出了', '窗口黄春兰，上门帮着填');
    await act('办成了', '帮着交了申请');
    await phone.open('/pages/home/index');
    await phone.open('/packages/progress/pages/referrals/index');
    await phone.me.reads('办成了');
    expect(await phone.me.text()).toMatch(/窗口黄春兰，上门帮着填/);
    await phone.open('/packages/apply/pages/tasks/index');
    await phone.me.reads('一次申请，镇上分类办');
  });

  it('别的五种结果，各有下文：去落实；先核查，钱不动；等联席会议；继续关注；查了没有问题', async () => {
    await registerHousehold(town, heli);
    const concluded = async (person: { name: string; number: string }, conclusion: string) => {
      const id = await arrives(person, '比对发现的');
      await putOnRecord(heli, id, { kind: 'visited', visit: { visitors: ['何丽', '黄春兰'], way: 'at-home' } });
      await putOnRecord(heli, id, { kind: 'judged', looked: ['work', 'health', 'living'] });
      expect((await putOnRecord(heli, id, { kind: 'concluded', conclusion, reason: '上门看过，写在这里' })).ended).toBe(true);
      return { run: await asClerk<RunView>(heli, 'GET', `/api/runs/${id}`), beside: await beside(id) };
    };
    const money = () => town.sql`select kind, amount, since, until from case_benefits order by case_id, kind, since`;
    const before = await money();
    const review = await concluded(ZHOU, 'may-no-longer-qualify');
    expect(review.beside.followed).toMatchObject([{ title: '定期核查', ended: false }]);
    const meeting = await concluded(LI, 'complex');
    expect(meeting.beside.meetings).toHaveLength(1);
    const risk = await concluded(LI, 'at-risk');
    expect(risk.beside.watched?.endedOn).toBeUndefined();
    expect(risk.beside.watched?.since).toMatch(/^\d{4}-/);
    for (const [conclusion, title] of [
      ['policy-not-carried-out', '政策没落实到位，去落实'],
      ['nothing-found', '查了，没有问题'],
    ] as const) {
      const { run, beside } = await concluded(LI, conclusion);
      expect([beside.followed, beside.meetings, beside.watched]).toEqual([[], [], undefined]);
      await heli.goto(`${town.desk}/runs/${run.runId}`);
      await heli.getByRole('region', { name: '结果' }).getByText(title).waitFor();
    }
    expect(await money()).toEqual(before);
  });

  it('页面没有报错；日志里没有名字、号码、看到的事', async () => {
    await phone.assertClean();
    for (const secret of [LI.name, LI.number, LI.phone, SEEN, ZHOU.number])
      expect(town.log.filter((line) => line.includes(secret))).toEqual([]);
  });
});
