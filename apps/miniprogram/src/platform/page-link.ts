import { ROUTES, type RouteName } from '@/routes';

/** The address of a page with one code, for a card in WeChat. */
export const pageLink = (name: RouteName, code: string): string => `${ROUTES[name]}?t=${encodeURIComponent(code)}`;
