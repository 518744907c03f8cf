import { canvasNode } from '../built-ins/canvas.ts';
import type { PageStack } from '../page-stack.ts';
import { topPage } from '../sim.ts';
import { asyncApi, WxFail } from './async-api.ts';
import { askPerson, hideToast, showToast } from './overlay.ts';

const TOAST_MS = 1500;

/** Pages, dialogs, bars and scrolling. */
export function interfaceApis(stack: PageStack): Record<string, unknown> {
  const quiet = (...names: string[]) => Object.fromEntries(names.map((name) => [name, asyncApi(name, () => ({}))]));
  return {
    navigateTo: asyncApi('navigateTo', ({ url }) => {
      stack.go('navigateTo', url);
      return { eventChannel: { on() {}, once() {}, off() {}, emit() {} } };
    }),
    redirectTo: asyncApi('redirectTo', ({ url }) => stack.go('redirectTo', url)),
    reLaunch: asyncApi('reLaunch', ({ url }) => stack.go('reLaunch', url)),
    switchTab: asyncApi('switchTab', ({ url }) => stack.go('switchTab', url)),
    navigateBack: asyncApi('navigateBack', ({ delta = 1 }) => stack.back(delta)),
    showToast: asyncApi('showToast', ({ title, duration = TOAST_MS }) => showToast(title, duration)),
    hideToast: asyncApi('hideToast', hideToast),
    showLoading: asyncApi('showLoading', ({ title }) => showToast(title, undefined)),
    hideLoading: asyncApi('hideLoading', hideToast),
    showModal: asyncApi('showModal', async ({ title = '', content = '', showCancel = true, confirmText = '确定', cancelText = '取消' }) => {
      const confirm = (await askPerson([title, content], showCancel ? [cancelText, confirmText] : [confirmText])) === confirmText;
      return { confirm, cancel: !confirm, content: null };
    }),
    showActionSheet: asyncApi('showActionSheet', async ({ itemList, alertText = '' }) => {
      const tapIndex = itemList.indexOf(await askPerson([alertText], [...itemList, '取消']));
      if (tapIndex < 0) throw new WxFail('cancel');
      return { tapIndex };
    }),
    setNavigationBarTitle: asyncApi('setNavigationBarTitle', ({ title }) => stack.setTitle(title)),
    pageScrollTo: asyncApi('pageScrollTo', ({ scrollTop, selector }) => {
      const host = topPage()?.host;
      if (selector !== undefined) host?.querySelector(selector)?.scrollIntoView();
      else host?.scrollTo(0, scrollTop ?? 0);
    }),
    ...quiet(
      'setNavigationBarColor',
      'showNavigationBarLoading',
      'hideNavigationBarLoading',
      'setBackgroundColor',
      'setBackgroundTextStyle',
    ),
    ...quiet('startPullDownRefresh', 'stopPullDownRefresh', 'hideHomeButton', 'showShareMenu', 'hideShareMenu', 'updateShareMenu'),
    ...quiet('hideKeyboard', 'vibrateShort', 'vibrateLong', 'setKeepScreenOn', 'setVisualEffectOnCapture', 'loadFontFace'),
    ...quiet('enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'preDownloadSubpackage', 'makePhoneCall', 'openLocation'),
    createSelectorQuery: () => withNodes(topPage()?.inst.createSelectorQuery()),
    createIntersectionObserver: (component?: { createIntersectionObserver(options?: unknown): unknown }, options?: unknown) =>
      (component ?? topPage()?.inst)?.createIntersectionObserver(options),
    createAnimation: chainable,
  };
}

/** `wx.createAnimation()`: every verb returns itself, nothing moves. */
function chainable(): unknown {
  const animation: unknown = new Proxy({}, { get: (_none, verb) => (verb === 'export' ? () => ({ actions: [] }) : () => animation) });
  return animation;
}

interface NodesRef {
  fields(wanted: Readonly<Record<string, unknown>>, tell?: (found: Record<string, unknown> | null) => void): unknown;
}

/** glass-easel's query gives places and sizes; a canvas's node is WeChat's own. A class finds it: ids are not written into the page. */
function withNodes(query: unknown): unknown {
  const real = query as { select(selector: string): NodesRef } | undefined;
  if (real === undefined) return undefined;
  const host = topPage()?.host;
  const select = real.select.bind(real);
  real.select = (selector) => {
    const ref = select(selector);
    const fields = ref.fields.bind(ref);
    ref.fields = (wanted, tell) =>
      fields(wanted, (found) => {
        if (wanted.node === true && found) found.node = canvasNode(host?.querySelector(selector));
        tell?.(found);
      });
    return ref;
  };
  return real;
}
