import type { WeappFiles } from './weapp-files.ts';

export interface PackageSizes {
  /** Bytes. */
  readonly main: number;
  readonly subs: Readonly<Record<string, number>>;
  readonly total: number;
}

export interface SizeBudget {
  /** Bytes that we allow ourselves: a resident's phone loads the main package before anything is seen. */
  readonly main: number;
  readonly sub: number;
}

const MB = 1024 * 1024;
export const OUR_BUDGET: SizeBudget = { main: 1.2 * MB, sub: 1 * MB };
/** WeChat refuses what is larger. */
const WECHAT_LIMIT = { package: 2 * MB, total: 30 * MB };

export function packageSizes({ shipped, subRoots, size }: WeappFiles): PackageSizes {
  const sum = (files: readonly string[]) => files.reduce((total, file) => total + size(file), 0);
  return {
    main: sum(shipped.filter((file) => !subRoots.some((root) => file.startsWith(root)))),
    subs: Object.fromEntries(subRoots.map((root) => [root, sum(shipped.filter((file) => file.startsWith(root)))])),
    total: sum(shipped),
  };
}

export function checkSizes(sizes: PackageSizes, budget: SizeBudget): string[] {
  const over = (name: string, bytes: number, ours: number, limit: number): string[] => {
    if (bytes > limit) return [`${name}: ${bytes} bytes, WeChat takes no more than ${limit}`];
    return bytes > ours ? [`${name}: ${bytes} bytes, over our budget of ${ours}`] : [];
  };
  return [
    ...over('main package', sizes.main, budget.main, WECHAT_LIMIT.package),
    ...Object.entries(sizes.subs).flatMap(([root, bytes]) => over(`sub-package ${root}`, bytes, budget.sub, WECHAT_LIMIT.package)),
    ...over('whole mini-program', sizes.total, WECHAT_LIMIT.total, WECHAT_LIMIT.total),
  ];
}
