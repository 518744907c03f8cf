import { sim, topPage } from './sim.ts';

/** Where the browser finds what the page names: a file of the phone, of the build, or of an allowed domain. */
export function assetUrl(source: string): string {
  if (/^(data:|blob:)/.test(source)) return source;
  if (source.startsWith('wxfile://')) return `/__file?path=${encodeURIComponent(source)}`;
  if (/^https?:/.test(source)) {
    const url = new URL(source);
    const actual = sim.options.origins[url.origin];
    return actual === undefined ? source : actual + url.pathname + url.search;
  }
  return `/app/${resolvePath(topPage()?.path ?? '', source)}`;
}

/** `../b/c` seen from `pages/a/index`, as a path from the top of the build. */
export function resolvePath(from: string, to: string): string {
  if (to.startsWith('/')) return to.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
