import type { ecmaVersion } from 'acorn';
import { NAMED_BUT_NOT_CALLED, namedHosts } from './named-hosts.ts';
import { checkSizes, OUR_BUDGET, type PackageSizes, packageSizes, type SizeBudget } from './package-sizes.ts';
import { checkScript } from './script-checks.ts';
import { openWeapp } from './weapp-files.ts';
import { checkWithWechatCompilers } from './wechat-compilers.ts';

export interface StaticOptions {
  readonly budget?: SizeBudget;
  /** Hosts the mini-program may call: those on the operator's list in WeChat's console. */
  readonly hosts?: readonly string[];
  /** Newest language level. iOS 12 and Chrome 79, the oldest the build promises, understand ES2019. */
  readonly es?: ecmaVersion;
}

export interface StaticReport {
  /** Empty when the build may be uploaded. */
  readonly errors: readonly string[];
  readonly sizes: PackageSizes;
  readonly hosts: readonly string[];
}

/**
 * Looks at a built mini-program without running it: sizes, lazy loading, WeChat's compilers, language level,
 * forbidden globals, made-up functions, named hosts, PATCH.
 *
 * @throws Error when the folder holds no build
 */
export function checkWeapp(dist: string, { budget = OUR_BUDGET, hosts = [], es = 2019 }: StaticOptions = {}): StaticReport {
  const files = openWeapp(dist);
  const sizes = packageSizes(files);
  const named = namedHosts(files);
  const allowed = new Set([...hosts, ...NAMED_BUT_NOT_CALLED]);
  const errors = [
    ...checkSizes(sizes, budget),
    ...(files.app.lazyCodeLoading === 'requiredComponents' ? [] : ['app.json: lazyCodeLoading is not requiredComponents']),
    ...checkWithWechatCompilers(files),
    ...files.shipped.filter((file) => file.endsWith('.js')).flatMap((file) => checkScript(file, files.read(file), es)),
    ...[...named].filter(([host]) => !allowed.has(host)).map(([host, where]) => `host ${host} is not on the list: ${where.join(', ')}`),
  ];
  return { errors, sizes, hosts: [...named.keys()].sort() };
}
