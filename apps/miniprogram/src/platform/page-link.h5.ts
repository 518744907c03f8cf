import { ROUTES, type RouteName } from '@/routes';

/** The whole address of a page with one code, to be sent by hand. What stands behind `#` is never sent to a server. */
export const pageLink = (name: RouteName, code: string): string =>
  `${window.location.origin}${window.location.pathname}#${ROUTES[name]}?t=${encodeURIComponent(code)}`;
