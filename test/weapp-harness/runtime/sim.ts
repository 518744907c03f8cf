import type { WeappPackage } from '../compile/weapp-package.ts';
import type { BootOptions, SetDataRecord } from '../launch-types.ts';

/** A page or component instance as glass-easel's adapter hands it out. */
export interface Instance {
  readonly is: string;
  readonly data: { root?: TemplateNode };
  createSelectorQuery(): unknown;
  createIntersectionObserver(options?: unknown): unknown;
  [method: string]: unknown;
}

export interface TemplateNode {
  readonly nn?: string;
  readonly cn?: readonly TemplateNode[];
}

export interface MountedPage {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly host: HTMLElement;
  readonly inst: Instance;
  readonly release: () => void;
}

export interface WxCall {
  readonly name: string;
  readonly option: unknown;
}

/** What the runtime knows while it runs; tests read it through the report. */
export const sim = {
  pkg: undefined as unknown as WeappPackage,
  options: undefined as unknown as BootOptions,
  app: undefined as Record<string, unknown> | undefined,
  pages: [] as MountedPage[],
  loadedSubs: [] as string[],
  launchOptions: { path: '', query: {} as Record<string, string>, scene: 1001, referrerInfo: {} },
  errors: [] as string[],
  warnings: [] as string[],
  violations: [] as string[],
  missingApis: new Set<string>(),
  unknownNames: new Set<string>(),
  functionCtorCalls: 0,
  setDataLog: [] as SetDataRecord[],
  calls: [] as WxCall[],
  /** Results that a test puts in the place of the harness's own, by name of the call. */
  stubs: {} as Record<string, unknown>,
  listeners: new Map<string, Set<(value: unknown) => void>>(),
  /** Network calls under way. */
  tasks: 0,
  /** WeChat's own screens (a face check, an agreement to messages) that are open. */
  screens: 0,
  /** When the person last tapped, by `performance.now()`. */
  lastTap: -Infinity,
  /** What the person answers when WeChat asks for the phone number. */
  phoneAnswer: 'allow' as 'allow' | 'deny',
  networkType: 'wifi',
};

export function topPage(): MountedPage | undefined {
  return sim.pages.at(-1);
}

export function emit(event: string, value?: unknown): void {
  for (const listener of sim.listeners.get(event) ?? []) listener(value);
}

/** Calls a lifecycle or handler of a page; what it throws is an error of the run, not of the caller. */
export function callOn(target: Record<string, unknown>, name: string, ...args: unknown[]): unknown {
  try {
    return (target[name] as ((...given: unknown[]) => unknown) | undefined)?.apply(target, args);
  } catch (error) {
    noteError(`${String(target.is ?? 'app')}.${name}`, error);
    return undefined;
  }
}

export function noteError(where: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : typeof error === 'string' ? error : JSON.stringify(error);
  sim.errors.push(`${where}: ${text}`);
}

/** A rule of WeChat that the app does not keep. The run fails at the end. */
export function violation(text: string): void {
  if (!sim.violations.includes(text)) sim.violations.push(text);
}
