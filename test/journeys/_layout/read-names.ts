/**
 * Runs in the browser, on the root of the page on top: must not use anything from outside of itself.
 * Who speaks to the phone, or sees the words and hears the name, needs both to be the same ("label in name", WCAG 2.5.3). As axe looks at it
 * on the web, but in both engines. A choice may leave out the small line under it.
 * @returns one line for each name that does not hold the words that stand there
 */
export function namesThatSayOtherWords(root: Element): string[] {
  const NAMED = '[role=button][aria-label], [role=link][aria-label], [role=tab][aria-label], button[aria-label], a[aria-label]';
  const signs = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  const wrong: string[] = [];
  for (const node of root.querySelectorAll(NAMED)) {
    if (/^(radio|checkbox|switch)$/.test(node.getAttribute('role') ?? '')) continue;
    const inside = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    let words = '';
    for (let at = inside.nextNode(); at; at = inside.nextNode()) {
      const holder = at.parentElement;
      if (holder?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !holder.closest('[aria-hidden=true], .heard'))
        words += at.nodeValue ?? '';
    }
    const name = node.getAttribute('aria-label') ?? '';
    if (!signs(name).includes(signs(words))) wrong.push(`「${name}」 where 「${words.trim()}」 stands`);
  }
  return wrong;
}
