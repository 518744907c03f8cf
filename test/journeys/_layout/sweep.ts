import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { wholePage } from '../screens/whole-page.ts';
import { faultsOf, type Look, sizesByText } from './judge.ts';
import { goTo, type Stop } from './stop.ts';
import type { Visitor } from './visitor.ts';

/** The narrowest phone that is still sold, the middle, and a wide one; px. */
const STANDARD: readonly Look[] = [320, 375, 414].map((width) => ({ step: 0, width }));
/** The step 长辈版 begins with, and the biggest on the narrowest. */
const ELDER: readonly Look[] = [...[320, 375, 414].map((width) => ({ step: 3, width }) as const), { step: 5, width: 320 }];

/** What a story is looked at in, in both modes. */
export interface Looks {
  readonly standard: readonly Look[];
  readonly elder: readonly Look[];
}
const EVERY_WIDTH: Looks = { standard: STANDARD, elder: ELDER };
// Where words break first: the narrowest phone, in the standard mode and with the biggest words. The long run looks at the rest.
const NARROW: Looks = { standard: STANDARD.filter(({ width }) => width === 320), elder: ELDER.filter(({ step }) => step === 5) };

export interface Swept {
  readonly faults: string[];
  /** Font sizes by text, for every stop and look. */
  readonly sizes: Map<string, Map<string, string>>;
}

/**
 * Goes through these screens, once, and looks at each in both modes: in `npm test` where words break first, in the long run at every width.
 * 长辈版 is classes on the page's root and nothing else, so they are put there; only what has the tab bar, which is another one then, is
 * gone to again in the other mode as a person goes there. Leaves the phone in the mode it had.
 */
export async function sweep(
  visitor: Visitor,
  stops: readonly Stop[],
  looks: Looks = process.env.TEST_KIND === 'long' ? EVERY_WIDTH : NARROW,
): Promise<Swept> {
  const swept: Swept = { faults: [], sizes: new Map() };
  const otherwiseDrawn = new Set<Stop>();
  for (const stop of stops) {
    await goTo(stop, visitor.me, visitor.open);
    const { step, tabBar } = await modeOf(visitor);
    if (tabBar) otherwiseDrawn.add(stop);
    for (const look of [...looks.standard, ...looks.elder])
      if (!tabBar || look.step > 0 === step > 0) await lookAt(visitor, stop, look, step, swept);
  }
  if (otherwiseDrawn.size === 0) return swept;
  await switchElder(visitor);
  for (const way of waysOf(stops)) {
    if (!way.some((stop) => otherwiseDrawn.has(stop))) continue;
    for (const stop of way) {
      await goTo(stop, visitor.me, visitor.open);
      const { step } = await modeOf(visitor);
      if (otherwiseDrawn.has(stop))
        for (const look of step > 0 ? looks.elder : looks.standard) await lookAt(visitor, stop, look, step, swept);
    }
  }
  await switchElder(visitor);
  return swept;
}

/** Screens that are reached from each other: each way begins at an address. */
function waysOf(stops: readonly Stop[]): Stop[][] {
  const ways: Stop[][] = [];
  for (const stop of stops) {
    if (stop.at || ways.length === 0) ways.push([]);
    ways.at(-1)?.push(stop);
  }
  return ways;
}

/** @param own the step that the page was drawn with, and has again afterwards */
async function lookAt(visitor: Visitor, stop: Stop, look: Look, own: Look['step'], swept: Swept): Promise<void> {
  await visitor.setWidth(look.width);
  if (look.step !== own) await putOn(visitor, look.step);
  const seen = await seeStill(visitor, look);
  // What axe reads off the markup and the colours is the same at every width. In the long run only: it takes its time.
  const axe = process.env.TEST_KIND === 'long' && look.width === AXE_WIDTH && look.step !== 5 ? ((await visitor.axe?.()) ?? []) : [];
  if (PICTURES && isPictured(look)) await keepPicture(PICTURES, visitor, stop, look);
  if (look.step !== own) await putOn(visitor, own);
  const here = `${stop.name}, ${look.width} px, ${look.step ? `长辈版 ${look.step}` : 'standard'}`;
  swept.faults.push(...[...faultsOf(seen, look), ...axe].map((fault) => `${here}: ${fault}`));
  swept.sizes.set(here, sizesByText(seen));
}

/** A folder that `npm run screens` names: every screen that a story looks at is kept there as a picture too. */
const PICTURES = process.env.SCREENS_OUT;
/** Both modes in the middle, and the biggest words on the narrowest. */
const isPictured = ({ step, width }: Look): boolean => (step === 5 ? width === 320 : width === 375);

async function keepPicture(folder: string, { page, me, app }: Visitor, { name }: Stop, { step, width }: Look): Promise<void> {
  const group = step > 0 ? 'elder' : 'standard';
  const engine = app ? '' : '-web';
  writeFileSync(path.join(folder, `${group}--${name}-${width}${engine}.png`), await wholePage(page, () => me.screen()));
}

const AXE_WIDTH = 320;
/** Waited for only while something is wrong, on a machine that does other things beside. */
const STILL_MS = 15_000;

/** The page as it comes to rest: one that still slides or fades in, or takes its new width, is too wide or too pale for a moment. */
async function seeStill(visitor: Visitor, look: Look): ReturnType<Visitor['see']> {
  const until = performance.now() + STILL_MS;
  let seen = await visitor.see();
  while (faultsOf(seen, look).length > 0 && performance.now() < until) seen = await visitor.see();
  return seen;
}

const modeOf = ({ me }: Visitor): Promise<{ step: Look['step']; tabBar: boolean }> =>
  me.screen().evaluate((root) => {
    const step = Number(/\belder-(\d)\b/.exec(root.querySelector('.page')?.className ?? '')?.[1] ?? 0);
    return { step: step as Look['step'], tabBar: root.querySelector('.tabs') !== null };
  });

/** As viewing.ts of the app puts it on the page's root: 0 is the standard mode. */
function putOn({ me }: Visitor, step: Look['step']): Promise<void> {
  return me.screen().evaluate((root, to) => {
    const page = root.querySelector('.page');
    for (const name of [...(page?.classList ?? [])]) if (/^elder(-\d)?$/.test(name)) page?.classList.remove(name);
    if (to) page?.classList.add('elder', `elder-${to}`);
  }, step);
}

/** Turns 长辈版 on or off, as a person does. */
export async function switchElder(visitor: Visitor): Promise<void> {
  await visitor.setWidth(375);
  // From elsewhere: 我的 may still have a sheet open that the last look left there.
  await visitor.open('/pages/privacy/index');
  await visitor.me.reads('用来做什么');
  await visitor.open('/pages/mine/index');
  await visitor.me.tap('switch', '长辈版');
}
