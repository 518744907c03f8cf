import { resolvePath } from './asset-url.ts';
import { subPackageOf } from './module-loader.ts';
import { callOn, emit, type MountedPage, sim, topPage } from './sim.ts';

const MAX_PAGES = 10;
const INTO_NEXT_TASK = 0;

type NavigationKind = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab';

/** Draws a page into the view; given by the boot. */
export type DrawPage = (path: string, query: Record<string, string>) => MountedPage;

export interface PageStack {
  /** @throws Error with WeChat's text when its rules forbid it */
  go(kind: NavigationKind, url: string): void;
  back(delta: number): void;
  first(url: string): void;
  setTitle(title: string): void;
}

export function pageStack(draw: DrawPage): PageStack {
  const mount = (url: string) => {
    const { path, query } = parseUrl(url);
    if (!sim.pkg.pages.includes(path)) {
      emit('PageNotFound', { path, query, isEntryPage: sim.pages.length === 0 });
      throw new Error(`page "${path}" is not found`);
    }
    const sub = subPackageOf(path);
    if (sub !== undefined && !sim.loadedSubs.includes(sub.root)) sim.loadedSubs.push(sub.root);
    const page = draw(path, query);
    showTop();
    callOn(page.inst, 'onLoad', query);
    callOn(page.inst, 'onShow');
    setTimeout(() => callOn(page.inst, 'onReady'), INTO_NEXT_TASK);
  };
  const unmountTop = () => {
    const page = sim.pages.pop();
    if (page === undefined) return;
    callOn(page.inst, 'onUnload');
    page.release();
  };

  return {
    first: mount,
    setTitle,
    go(kind, given) {
      const url = `/${resolvePath(topPage()?.path ?? '', given)}`;
      const { path } = parseUrl(url);
      const isTab = (sim.pkg.app.tabBar?.list ?? []).some((tab) => tab.pagePath === path);
      if (kind === 'switchTab' && !isTab) throw new Error('can not switch to no-tabBar page');
      if ((kind === 'navigateTo' || kind === 'redirectTo') && isTab) throw new Error(`can not ${kind} a tabbar page`);
      if (!sim.pkg.pages.includes(path)) throw new Error(`page "${path}" is not found`);
      if (kind === 'navigateTo') {
        if (sim.pages.length >= MAX_PAGES) throw new Error('webview count limit exceed');
        const under = topPage();
        if (under !== undefined) callOn(under.inst, 'onHide');
      } else {
        for (let count = kind === 'redirectTo' ? 1 : sim.pages.length; count > 0; count--) unmountTop();
      }
      mount(url);
    },
    back(delta) {
      for (let count = Math.min(delta, sim.pages.length - 1); count > 0; count--) unmountTop();
      showTop();
      const page = topPage();
      if (page !== undefined) callOn(page.inst, 'onShow');
    },
  };
}

/** Only the page on top is seen, and only its own WXSS counts. */
function showTop(): void {
  const top = topPage();
  for (const page of sim.pages) page.host.hidden = page !== top;
  for (const style of document.querySelectorAll<HTMLStyleElement>('style[data-page]')) {
    style.media = style.dataset.page === top?.path ? 'all' : 'not all';
  }
  const bar = { ...sim.pkg.app.window, ...sim.pkg.configs[top?.path ?? ''] };
  setTitle(bar.navigationBarTitleText ?? '');
  const shown = document.getElementById('weapp-nav');
  shown?.classList.toggle('custom', bar.navigationStyle === 'custom');
  if (shown !== null) shown.style.background = bar.navigationBarBackgroundColor ?? '';
  document.querySelector('#weapp-nav button')?.toggleAttribute('hidden', sim.pages.length < 2);
}

function setTitle(title: string): void {
  document.title = title;
  const shown = document.querySelector('#weapp-nav span');
  if (shown !== null) shown.textContent = title;
}

/** `/pages/a/index?x=1` as path and query. WeChat hands the values over as they were written, still encoded. */
export function parseUrl(url: string): { path: string; query: Record<string, string> } {
  const [path = '', query = ''] = url.split('?');
  const pairs = query === '' ? [] : query.split('&').map((pair) => pair.split('='));
  return { path: path.replace(/^\//, ''), query: Object.fromEntries(pairs.map(([key = '', ...value]) => [key, value.join('=')])) };
}
