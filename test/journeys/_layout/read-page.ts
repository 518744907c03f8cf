/** One piece of text as it is drawn. Lengths in px, contrast as WCAG counts it. */
export interface SeenText {
  readonly text: string;
  readonly px: number;
  readonly contrast: number;
  /** Classes of its element and of the one around it, for a person who has to find it. */
  readonly where: string;
  readonly inTabBar: boolean;
  /** In the web page's own bar on top; in WeChat the bar is WeChat's. */
  readonly inNavBar: boolean;
  /** Stands in an empty field until something is typed. */
  readonly hint?: boolean;
}

/** One thing that can be tapped. */
export interface SeenTarget {
  readonly name: string;
  readonly role: string;
  readonly width: number;
  readonly height: number;
  readonly where: string;
}

/** What a page is made of, as the browser computed it. */
export interface SeenPage {
  /** Width of the window. */
  readonly width: number;
  /** Font size of the page's root: what plain sentences get. */
  readonly body: number;
  readonly texts: readonly SeenText[];
  readonly targets: readonly SeenTarget[];
  /** What reaches over the right edge. */
  readonly tooWide: readonly string[];
  /** Words that are not wholly seen: cut by their box, or sticking out of what can be tapped. */
  readonly cut: readonly string[];
  /** Names and clauses that were torn apart though they have room on one line. */
  readonly torn: readonly string[];
  /** Names that do not hold the words that stand there; `read-names.ts` reads them. */
  readonly otherWords?: readonly string[];
  /** What a reader finds as a heading. */
  readonly headings: readonly string[];
  /** Words on words, and targets on targets. */
  readonly onTop: readonly string[];
}

/** Runs in the browser, on the root of the page on top: must not use anything from outside of itself. */
export function readPage(root: Element): SeenPage {
  const SLACK = 1;
  const TAPPED =
    'button, a[href], input, select, textarea, wx-button, .tap, [role=button], [role=link], [role=radio], [role=checkbox], [role=switch], [role=tab]';
  const seenWidth = document.documentElement.clientWidth;
  const page = root.querySelector('.page') ?? root;

  const whereIs = (node: Element) => {
    const own = (e: Element | null) => (e?.getAttribute('class') ?? e?.tagName.toLowerCase() ?? '').trim().replace(/\s+/g, '.');
    return `${own(node.parentElement)} > ${own(node)}`;
  };
  const isSeen = (node: Element) =>
    node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !node.closest('.heard') && !node.closest('[hidden]');
  const sized = (node: Element) => node.getBoundingClientRect().width > 0 && node.getBoundingClientRect().height > 0;
  /** Bars that stay in place lie over what scrolls; only things of one layer can be in each other's way. */
  const layerOf = (node: Element): Element => {
    for (let at: Element | null = node; at && at !== root; at = at.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(at).position)) return at;
    return root;
  };

  type Colour = readonly [number, number, number, number];
  const colourOf = (css: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (i: 0 | 1 | 2) => top[i] * top[3] + below[i] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const light = ([r, g, b]: Colour) => {
    const part = (v: number) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const groundOf = (node: Element): Colour => {
    const layers: Colour[] = [];
    for (let at: Element | null = node; at; at = at.parentElement) {
      const colour = colourOf(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255, 1] as Colour);
  };
  const contrastOf = (node: Element, css: string) => {
    const ground = groundOf(node);
    let ink = colourOf(css);
    for (let at: Element | null = node; at && at !== root; at = at.parentElement)
      ink = [ink[0], ink[1], ink[2], ink[3] * Number(getComputedStyle(at).opacity)];
    const [a, b] = [light(over(ink, ground)), light(ground)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  const texts: SeenText[] = [];
  const lines: { text: string; node: Element; layer: Element; left: number; right: number; top: number; bottom: number }[] = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let at = walk.nextNode(); at; at = walk.nextNode()) {
    const node = at.parentElement;
    const text = at.nodeValue?.trim().replace(/\s+/g, ' ') ?? '';
    if (!node || text === '' || node.closest('select, textarea, style, script') || !isSeen(node)) continue;
    const style = getComputedStyle(node);
    const px = Number.parseFloat(style.fontSize);
    range.selectNodeContents(at);
    const rects = [...range.getClientRects()].filter((r) => r.width > 0);
    if (rects.length === 0) continue;
    const layer = layerOf(node);
    texts.push({
      text,
      px,
      contrast: contrastOf(node, style.color),
      where: whereIs(node),
      inTabBar: node.closest('.tabs') !== null,
      inNavBar: node.closest('.nav-bar') !== null,
    });
    for (const { left, right, top, bottom } of rects) {
      // A line's box is taller than its signs.
      const middle = (top + bottom) / 2;
      lines.push({ text, node, layer, left, right, top: middle - px / 2, bottom: middle + px / 2 });
    }
  }
  for (const control of root.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    if (!isSeen(control) || !sized(control) || control.getAttribute('aria-hidden') === 'true') continue;
    const empty = control.value === '' && control.placeholder;
    const style = getComputedStyle(control, empty ? '::placeholder' : null);
    const chosen = control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.textContent ?? '') : '';
    const text = (control instanceof HTMLSelectElement ? chosen : empty ? control.placeholder : control.value).trim();
    if (text) {
      const px = Number.parseFloat(style.fontSize);
      texts.push({
        text,
        px,
        contrast: contrastOf(control, style.color),
        where: whereIs(control),
        inTabBar: false,
        inNavBar: false,
        // The harness does not draw WeChat's placeholder-class: there its colour is the browser's.
        ...(empty && !control.closest('wx-input, wx-textarea') && { hint: true }),
      });
    }
  }

  const tooWide: string[] = [];
  if ([document.documentElement, document.body, root, page].some((s) => s.scrollWidth > s.clientWidth))
    tooWide.push('the page scrolls sideways');
  for (const line of lines)
    if (line.right > seenWidth + SLACK || line.left < -SLACK) tooWide.push(`「${line.text}」 (${whereIs(line.node)})`);

  const cut: string[] = [];
  for (const node of root.querySelectorAll<HTMLElement>('*')) {
    if (!isSeen(node) || !node.textContent?.trim() || node === page) continue;
    const style = getComputedStyle(node);
    const wide = style.overflowX !== 'visible' && node.scrollWidth > node.clientWidth + SLACK;
    // What scrolls can be read to its end.
    const high = (style.overflowY === 'hidden' || style.overflowY === 'clip') && node.scrollHeight > node.clientHeight + SLACK;
    if ((wide || high) && node.clientWidth > 0) cut.push(`「${node.textContent.trim().slice(0, 30)}」 (${whereIs(node)})`);
  }
  const everything = (root.textContent ?? '').replace(/\s/g, '');
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    if (!isSeen(control) || !sized(control)) continue;
    const style = getComputedStyle(control);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const words =
      control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.textContent ?? '') : control.value || control.placeholder || '';
    const room = control.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    // What is typed may be longer than its box where the page reads it back whole.
    const readBack = words === control.value && everything.includes(words.replace(/\s/g, ''));
    if (!readBack && pen.measureText(words).width > room + SLACK) cut.push(`「${words}」 (${whereIs(control)})`);
  }

  /** The office in a card with its phone, the two parts of a clause's label, a number: each is read at a glance or not at all. */
  const torn: string[] = [];
  const WORDS = /\S+/g;
  const NUMBERS = /\d[\w-]{5,}/g;
  for (const [selector, around, taken, wholes] of [
    ['.holder__name', '.holder', '.avatar', WORDS],
    ['.cite__label', '.cite__tap', '.icon', WORDS],
    ['.row__under', '.row', '.disc', NUMBERS],
  ] as const)
    for (const node of root.querySelectorAll<HTMLElement>(selector)) {
      if (!isSeen(node)) continue;
      const box = node.closest(around);
      if (!box) continue;
      const style = getComputedStyle(node);
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      // What stands beside it, and the gap.
      const room = box.clientWidth - (box.querySelector(taken)?.getBoundingClientRect().width ?? 0) - 12;
      const inside = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let at = inside.nextNode(); at; at = inside.nextNode())
        for (const { 0: word, index } of (at.nodeValue ?? '').matchAll(wholes)) {
          range.setStart(at, index);
          range.setEnd(at, index + word.length);
          const rows = new Set([...range.getClientRects()].filter((r) => r.width > 0).map((r) => Math.round(r.top)));
          if (rows.size > 1 && pen.measureText(word).width <= room) torn.push(`「${word}」 (${whereIs(node)})`);
        }
    }
  const headings = [...root.querySelectorAll('[role=heading], h1, h2')].filter(isSeen).map((node) => node.textContent?.trim() ?? '');

  const onTop: string[] = [];
  const meet = (a: Omit<(typeof lines)[0], 'text' | 'node'>, b: Omit<(typeof lines)[0], 'text' | 'node'>) =>
    a.layer === b.layer &&
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  for (const [i, a] of lines.entries())
    for (const b of lines.slice(i + 1)) if (meet(a, b)) onTop.push(`「${a.text}」 and 「${b.text}」 (${whereIs(a.node)})`);

  const nameOf = (node: Element): string => {
    const by = (node.getAttribute('aria-labelledby') ?? '').split(' ').flatMap((id) => document.getElementById(id)?.textContent ?? []);
    const around = node instanceof HTMLInputElement ? node.closest('label')?.textContent : '';
    return (node.getAttribute('aria-label') ?? (by.join(' ') || node.textContent || around || '')).trim().replace(/\s+/g, ' ');
  };
  const tapped = [...root.querySelectorAll(TAPPED)].filter(
    (node) => isSeen(node) && sized(node) && node.getAttribute('aria-hidden') !== 'true' && !node.querySelector(TAPPED),
  );
  const boxes = tapped.map((node) => {
    // WeChat's picker opens wherever it is tapped.
    const { width, height, left, right, top, bottom } = (node.closest('wx-picker') ?? node).getBoundingClientRect();
    return { node, layer: layerOf(node), width, height, left, right, top, bottom };
  });
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) if (meet(a, b)) onTop.push(`target 「${nameOf(a.node)}」 and target 「${nameOf(b.node)}」`);
  for (const line of lines) {
    const box = boxes.find(({ node }) => node.contains(line.node));
    if (
      box &&
      (line.left < box.left - SLACK || line.right > box.right + SLACK || line.bottom > box.bottom + SLACK || line.top < box.top - SLACK)
    )
      cut.push(`「${line.text}」 sticks out of 「${nameOf(box.node)}」`);
  }
  const targets = boxes.map(({ node, width, height }) => ({
    name: nameOf(node),
    role: node.getAttribute('role') ?? node.tagName.toLowerCase(),
    width,
    height,
    where: whereIs(node),
  }));
  return {
    width: seenWidth,
    body: Number.parseFloat(getComputedStyle(page).fontSize),
    texts,
    targets,
    tooWide,
    cut,
    torn,
    headings,
    onTop,
  };
}
