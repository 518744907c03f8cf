import Taro from '@tarojs/taro';
import { ROUTES, type RouteName, type Tab } from '@/routes';

/** WeChat keeps at most ten pages open. */
const DEEPEST = 9;

const address = (name: RouteName, params: Record<string, string> = {}): string => {
  const query = Object.entries(params).map(([k, v]) => `${k}=${encodeURIComponent(v)}`);
  return query.length ? `${ROUTES[name]}?${query.join('&')}` : ROUTES[name];
};

/** Opens a page on top of this one. */
export function goTo(name: RouteName, params?: Record<string, string>): void {
  const url = address(name, params);
  void (Taro.getCurrentPages().length >= DEEPEST ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

/** Opens a page in place of this one: the way back does not lead here any more. */
export function replaceWith(name: RouteName, params?: Record<string, string>): void {
  void Taro.redirectTo({ url: address(name, params) });
}

/** One of the four pages of the tab bar; whatever lies above is closed. */
export function goTab(tab: Tab): void {
  const url = ROUTES[tab];
  void (Taro.getCurrentPages().length > 1 ? Taro.reLaunch({ url }) : Taro.redirectTo({ url }));
}

/** Back, or home where this page was the first. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goTab('home');
}
