import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type OutgoingCall, type WeappApp } from '../weapp-harness/index.ts';
import { endsWell, newPhone, type Resident, rows, sayName } from './_town/bad-day.ts';
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

type Fault = Parameters<WeappApp['onNetwork']>[0];
const SLOW_MS = 1500;
/** What happens to the first call of every kind. A lost answer is a doubled request: the phone asks the same again. */
const FAULTS: Readonly<Record<string, Fault>> = {
  没出手机就断了: () => 'drop',
  '收到了、回话丢了，同样的又送一次': () => 'lose-answer',
  慢: async () => {
    await new Promise((go) => setTimeout(go, SLOW_MS));
    return undefined;
  },
  我们这边出错: () => ({
    answer: {
      status: 500,
      header: { 'content-type': 'application/problem+json' },
      body: JSON.stringify({ type: 'about:problem/unknown', title: '没接上，是我们的问题。填好的都在', status: 500, code: 'unknown' }),
    },
  }),
  送到一半断了: () => ({ cutAfterBytes: 40 }),
};
const kindOf = ({ method, path }: OutgoingCall): string => `${method} ${path.replace(/\/[0-9a-f-]{36}/g, '/…')}`;

const PHOTOS = 3;
const TABLES = ['submissions', 'applications', 'work_items', 'files'] as const;

describe('从填到交，每一种请求头一次都出事', () => {
  it.each(Object.entries(FAULTS))('%s：还是一份申请、三张照片', { timeout: 300_000 }, async (name, fault) => {
    const one = await newPhone(town, browser);
    const { app, me } = one;
    const before = await rows(town, ...TABLES);
    const met = new Set<string>();
    app.onNetwork((call) => {
      const kind = kindOf(call);
      if (met.has(kind)) return undefined;
      met.add(kind);
      return fault(call);
    });
    await fillAll(one);
    await me.tap('button', '交上去');
    await untilThere(one, (before.applications ?? 0) + 1);
    expect(await rows(town, ...TABLES), await me.text()).toEqual({
      submissions: (before.submissions ?? 0) + 1,
      applications: (before.applications ?? 0) + 1,
      work_items: (before.work_items ?? 0) + 1,
      files: (before.files ?? 0) + PHOTOS,
    });
    const [sent] = await town.sql`select photos from applications order by received_at desc limit 1`;
    expect(sent?.photos).toBe(PHOTOS);
    // The figure of the run: how many kinds of requests met the fault.
    process.stdout.write(`${name}：${met.size} 种请求\n`);
    expect(met.size).toBeGreaterThan(6);
    await endsWell(town, one);
  });
});

/** A person who tries again what is offered to be tried again, and goes on. */
async function fillAll(one: Resident): Promise<void> {
  const { me } = one;
  await agreeAndBegin(me);
  await sayWhere(me);
  await me.reads(/先往下填|往下填/);
  await me.tap('button', /往下填/);
  await me.tap('link', /^谁来申请/);
  await me.tap('link', /^您的身份证号/);
  await patiently(one, '身份证号');
  await me.type('姓名', one.name);
  await me.type('身份证号', one.number);
  await tapUntil(one, '写好了', /，记下了/);
  await me.back();
  await me.back();
  await sayName(one);
  await me.tap('link', /^材料/);
  await me.tap('link', /^身份证件/);
  await me.photograph(
    '拍一张',
    Array.from({ length: PHOTOS }, (_, n) => photo(`card-${n}.png`, { hidden: `${n}`.repeat(60_000) })),
  );
  await me.tap('button', '看全部材料');
  await me.tap('button', '好了');
  await sign(me);
  await me.tap('link', /^检查一遍，交上去/);
}

const TRIES = 12;
/** Taps what sends until this can be read: as a person does where it says "try again". */
async function tapUntil({ app, me }: Resident, button: string, text: RegExp): Promise<void> {
  for (let n = 0; n < TRIES; n++) {
    if (text.test(await me.text())) return;
    await me.tap('button', button).catch(() => undefined);
    await app.settle();
  }
  await me.reads(text);
}

/** The page asks for the account first; where that met the fault, there is a button to try again. */
async function patiently({ app, me }: Resident, label: string): Promise<void> {
  for (let n = 0; n < TRIES; n++) {
    if ((await me.screen().getByLabel(label, { exact: true }).count()) > 0) return;
    const again = me.screen().getByRole('button', { name: /再试一次|再连一次/ });
    if ((await again.count()) > 0) await app.tap(again.first());
    await app.settle();
  }
}

/** Whatever is asked is answered, until the township has it. */
async function untilThere({ app, me }: Resident, wanted: number): Promise<void> {
  for (let n = 0; n < TRIES; n++) {
    await app.settle();
    const [row] = await town.sql`select count(*)::int as n from applications`;
    if (row?.n === wanted) return;
    // The phone notices that there is a network.
    await app.setOffline(true);
    await app.setOffline(false);
    await app.settle();
    for (const name of ['传完再交', '再试一次', '交上去'])
      if ((await me.screen().getByRole('button', { name, exact: true }).count()) > 0) {
        await app.tap(me.screen().getByRole('button', { name, exact: true }).first());
        break;
      }
  }
}
