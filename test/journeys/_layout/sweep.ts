import { faultsOf, type Look, sizesByText } from './judge.ts';
import { goTo, type Stop } from './stops.ts';
import type { Visitor } from './visitor.ts';

/** The narrowest phone that is still sold, the middle, and a wide one; px. */
export const STANDARD: readonly Look[] = [320, 375, 414].map((width) => ({ step: 0, width }));
/** The step 长辈版 begins with, and the biggest on the narrowest. */
export const ELDER: readonly Look[] = [...[320, 375, 414].map((width) => ({ step: 3, width }) as const), { step: 5, width: 320 }];

// Where words break first; the other widths are swept in the long run.
export const NARROW_STANDARD: readonly Look[] = STANDARD.filter(({ width }) => width < 414);
export const NARROW_ELDER: readonly Look[] = ELDER.filter(({ width }) => width === 320);

export interface Swept {
  readonly faults: string[];
  /** Font sizes by text, for every stop and look. */
  readonly sizes: Map<string, Map<string, string>>;
}

/** Goes through these screens, once, and looks at each in every width. */
export async function sweep(visitor: Visitor, stops: readonly Stop[], looks: readonly Look[]): Promise<Swept> {
  const swept: Swept = { faults: [], sizes: new Map() };
  for (const stop of stops) {
    await goTo(stop, visitor.me, visitor.open);
    for (const look of looks) {
      await visitor.setWidth(look.width);
      if (look.step === 5) await setStep(visitor, 3, 5);
      const seen = await seeStill(visitor, look);
      if (look.step === 5) await setStep(visitor, 5, 3);
      const here = `${stop.name}, ${look.width} px, ${look.step ? `长辈版 ${look.step}` : 'standard'}`;
      swept.faults.push(...faultsOf(seen, look).map((fault) => `${here}: ${fault}`));
      swept.sizes.set(here, sizesByText(seen));
    }
  }
  return swept;
}

const STILL_MS = 3000;

/** The page as it comes to rest: one that still slides or fades in, or takes its new width, is too wide or too pale for a moment. */
async function seeStill(visitor: Visitor, look: Look): ReturnType<Visitor['see']> {
  const until = performance.now() + STILL_MS;
  let seen = await visitor.see();
  while (faultsOf(seen, look).length > 0 && performance.now() < until) seen = await visitor.see();
  return seen;
}

/** The step is a class on the page's root and nothing else: setting it there spares a way to 我的 and back. */
function setStep({ me }: Visitor, from: number, to: number): Promise<void> {
  return me
    .screen()
    .evaluate((root, [a, b]) => void root.querySelector('.page')?.classList.replace(a, b), [`elder-${from}`, `elder-${to}`] as const);
}

/** Turns 长辈版 on or off, as a person does. */
export async function switchElder(visitor: Visitor): Promise<void> {
  await visitor.setWidth(375);
  await visitor.open('/pages/mine/index');
  await visitor.me.tap('switch', '长辈版');
}
