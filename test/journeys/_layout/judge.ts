import type { SeenPage } from './read-page.ts';

/** `step` 0 is the standard look, 1 to 5 the steps of 长辈版. */
export interface Look {
  readonly step: 0 | 1 | 2 | 3 | 4 | 5;
  readonly width: number;
}

/** Body text by step, px: what the design promises (DESIGN § 2.3). */
const BODY = [17, 18, 20, 22, 26, 30] as const;
const SMALLEST = { standard: 14, tabBar: 12, elder: 18 };
const TARGET = { standard: 44, elder: 60 };
const CONTRAST = 4.5;
/** The palest of our own second colour, on any ground (DESIGN § 2.2); a browser's own colour for hints is paler. */
const HINT_CONTRAST = 5.3;
/** A box of 43.99 px is one of 44. */
const ROUNDING = 0.05;

/** Everything on this page that is too small, too pale, cut, or in the way of something else. */
export function faultsOf(seen: SeenPage, { step, width }: Look): string[] {
  const elder = step > 0;
  const smallest = (inTabBar: boolean) => (elder ? SMALLEST.elder : inTabBar ? SMALLEST.tabBar : SMALLEST.standard);
  const target = (elder ? TARGET.elder : TARGET.standard) - ROUNDING;
  const say = (kind: string, list: readonly string[]) => [...new Set(list)].map((what) => `${kind}: ${what}`);
  return [
    ...(seen.width === width ? [] : [`the window is ${seen.width} px wide, not ${width}`]),
    ...(seen.body === BODY[step] ? [] : [`body text is ${seen.body} px, not ${BODY[step]}`]),
    ...(seen.texts.length > 0 ? [] : ['nothing to read']),
    ...say('wider than the window', seen.tooWide),
    ...say('cut', seen.cut),
    ...say('torn', seen.torn),
    ...(seen.headings.length > 0 ? [] : ['no heading']),
    ...say(
      'counts to one',
      seen.texts.filter((t) => t.text === '1/1').map((t) => t.where),
    ),
    ...say('one over the other', seen.onTop),
    ...say('named by other words', seen.otherWords ?? []),
    ...say(
      'small',
      seen.texts.filter((t) => t.px < smallest(t.inTabBar)).map((t) => `「${t.text}」 ${t.px} px (${t.where})`),
    ),
    ...say(
      'pale',
      seen.texts
        .filter((t) => t.contrast < (t.hint ? HINT_CONTRAST : CONTRAST))
        .map((t) => `「${t.text}」 ${t.contrast.toFixed(2)} (${t.where})`),
    ),
    ...say(
      'hard to hit',
      seen.targets
        .filter((t) => t.width < target || t.height < target)
        .map((t) => `「${t.name}」 ${t.width.toFixed(1)} × ${t.height.toFixed(1)} (${t.where})`),
    ),
    ...say(
      'without a name',
      seen.targets.filter((t) => t.name === '').map((t) => `${t.role} (${t.where})`),
    ),
  ];
}

/** Font sizes by text, to lay two engines or two widths beside each other. Without the web's own bar on top. */
export function sizesByText(seen: SeenPage): Map<string, string> {
  const sizes = new Map<string, Set<number>>();
  for (const { text, px, inNavBar } of seen.texts) if (!inNavBar) sizes.set(text, (sizes.get(text) ?? new Set()).add(px));
  return new Map([...sizes].map(([text, px]) => [text, [...px].sort((a, b) => a - b).join(' and ')]));
}

/** Texts that both have in other sizes. */
export function sizesThatDiffer(a: Map<string, string>, b: Map<string, string>): string[] {
  return [...a].flatMap(([text, px]) => (b.has(text) && b.get(text) !== px ? [`「${text}」 ${px} px here, ${b.get(text)} px there`] : []));
}
