const DIALOG = '[role="dialog"], .ant-modal-root, .ant-drawer';
/** Where the keyboard goes on when what it stood on is gone: around that, never onto another button, which a second press would set off. */
const AROUND = 'li, td, section, aside, main';
const FIELD = '.ant-modal-body :is(input:not([type="checkbox"], [type="hidden"]), textarea):not(:disabled)';

/**
 * Keeps the keyboard where the work is. A browser lets the focus fall to the top of the page when the element that has it goes away: a button
 * that was pressed and is no longer offered, a dialog that closed, a page that was left. Whoever works without a mouse would then begin anew,
 * some forty Tabs from her work. Here it goes back to what opened the dialog, or to what the lost element stood in.
 *
 * @returns stops it
 */
export function keepFocus(): () => void {
  /** What had the focus on the page itself, and all it stood in, nearest first. */
  let onPage: readonly Element[] = [];
  let last: Element | null = null;

  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    const dialog = target.closest(DIALOG);
    if (!dialog) onPage = withAncestors(target);
    else if (target.matches('.ant-modal-close') && !(last && dialog.contains(last))) {
      // Just opened: where there is something to fill in, that is where one begins, not at the cross that closes it.
      const field = dialog.querySelector<HTMLElement>(FIELD);
      if (field) queueMicrotask(() => field.focus());
    }
    last = target;
  };
  /** Left by the person herself, onto nothing: that is where she wants to be. */
  const onBlur = ({ target }: FocusEvent): void =>
    queueMicrotask(() => {
      if (target === last && last?.isConnected && document.hasFocus()) last = null;
    });
  const restore = (): void => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const left = onPage.find((one) => one.isConnected && (one === onPage[0] || one.matches(AROUND))) ?? document.querySelector('main');
    if (!(left instanceof HTMLElement)) return;
    if (left !== onPage[0] && !left.hasAttribute('tabindex')) left.tabIndex = -1;
    left.focus({ preventScroll: left !== onPage[0] });
  };
  const observer = new MutationObserver(restore);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
  };
}

function withAncestors(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) all.push(one);
  return all;
}
