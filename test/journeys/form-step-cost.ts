import path from 'node:path';
import { median, middle } from '../bench/median.ts';
import { note } from '../bench/outcomes.ts';
import { launchWeapp, type WeappApp } from '../weapp-harness/index.ts';
import { agreeAndBegin } from './_town/resident-story.ts';
import { weappHands } from './_town/weapp-hands.ts';

const DIST = path.resolve(import.meta.dirname, '../../apps/miniprogram/dist/weapp');
const ROUNDS = 9;
/** What a phone has to stay under: bytes of one setData at a keystroke, milliseconds of script at a step of the form. */
const KEYSTROKE_BYTES = 2048;
const STEP_MS = 100;
/** Bytes of all setData until a page stands there for the first time. */
const FIRST_SHOW_BYTES = 30_000;

/** Script of the whole page, harness and rendering included: more than what a phone would run of ours. Milliseconds. */
async function scriptClock(app: WeappApp): Promise<() => Promise<number>> {
  const devtools = await app.page.context().newCDPSession(app.page);
  await devtools.send('Performance.enable');
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
}

/** A keystroke and a step of the form in the WeChat build, without a network. */
export async function benchFormStep(print: (text: string) => void): Promise<void> {
  const app = await launchWeapp({ dist: DIST });
  try {
    await app.setOffline(true);
    const me = weappHands(app);
    const script = await scriptClock(app);
    const measured = async (act: () => Promise<void>) => {
      const [before, at] = [(await app.report()).setData, await script()];
      await act();
      await app.settle();
      const after = (await app.report()).setData;
      return { bytes: after.total - before.total, ms: (await script()) - at };
    };
    await agreeAndBegin(me);
    await me.tap('link', /^出了什么事/);
    const box = me.screen().getByLabel('用自己的话说说', { exact: true }).first();
    // The page has come to rest, with its box in use: from here on only keys.
    await app.fill(box, '上');
    await app.settle();
    const keys: { bytes: number; ms: number }[] = [];
    for (let n = 1; n <= ROUNDS; n++) keys.push(await measured(() => app.fill(box, '上个月摔了一跤，做不了工'.repeat(8) + '字'.repeat(n))));
    await me.back();
    const steps: { bytes: number; ms: number }[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      steps.push(await measured(() => me.tap('link', /^谁来申请/)));
      await me.back();
    }
    const most = Math.max(...keys.map(({ bytes }) => bytes));
    const step = middle(steps.map(({ ms }) => ms));
    const shown = middle(steps.map(({ bytes }) => bytes));
    print(`A keystroke: ${median(keys.map(({ bytes }) => bytes))} bytes over setData, ${median(keys.map(({ ms }) => ms))} ms of script`);
    print(
      `A step of the form (list to page): ${median(steps.map(({ bytes }) => bytes))} bytes, ${median(steps.map(({ ms }) => ms))} ms of script`,
    );
    print(`  budgets: ${KEYSTROKE_BYTES} bytes a keystroke, ${STEP_MS} ms a step; harness and rendering are counted in`);
    note({
      what: 'a keystroke in the form, over setData',
      ours: `${most} bytes`,
      goal: `< ${KEYSTROKE_BYTES} bytes`,
      reached: most < KEYSTROKE_BYTES,
    });
    note({
      what: 'a step of the form, script',
      ours: `${Math.round(step)} ms`,
      goal: `< ${STEP_MS} ms`,
      reached: step < STEP_MS,
    });
    note({
      what: "a page's first show, over setData",
      ours: `${shown} bytes`,
      goal: `< ${FIRST_SHOW_BYTES} bytes`,
      reached: shown < FIRST_SHOW_BYTES,
    });
    if (most >= KEYSTROKE_BYTES) throw new Error(`a keystroke sends ${most} bytes, ${KEYSTROKE_BYTES} is the budget`);
  } finally {
    await app.close();
  }
}
