import { noteError, sim } from '../sim.ts';

/** What a page gives to a wx call. */
export interface WxOption {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
  // biome-ignore lint/suspicious/noExplicitAny: every call has its own fields, checked where they are read
  [field: string]: any;
}

/** A failure in WeChat's words: `errMsg` is `<name>:fail <message>`. */
export class WxFail extends Error {
  readonly errno: number | undefined;
  /** What some older calls say in place of errno. */
  readonly errCode: number | undefined;
  constructor(message: string, errno?: number, errCode?: number) {
    super(message);
    this.errno = errno;
    this.errCode = errCode;
  }
}

export function failure(name: string, error: unknown): { errMsg: string; errno?: number; errCode?: number } {
  const given = error as { errMsg?: string; message?: string; errno?: number; errCode?: number };
  const errMsg = given.errMsg ?? `${name}:fail ${given.message ?? String(error)}`;
  const { errno, errCode } = given;
  return { errMsg, ...(errno !== undefined && { errno }), ...(errCode !== undefined && { errCode }) };
}

/** Calls success or fail, then complete. What the page's own callbacks throw is the page's error. */
export function settleCallbacks(name: string, option: WxOption, ok: boolean, result: unknown): void {
  for (const callback of [ok ? option.success : option.fail, option.complete]) {
    try {
      callback?.(result);
    } catch (error) {
      noteError(`callback of ${name}`, error);
    }
  }
}

export function remember(name: string, option: unknown): void {
  let copy: unknown;
  try {
    copy = JSON.parse(JSON.stringify(option));
  } catch {
    copy = {};
  }
  sim.calls.push({ name, option: copy });
}

/**
 * A call by WeChat's rule: with callbacks it returns nothing and calls them, without it returns a promise.
 * A test's stub takes the place of what the harness would do.
 */
export function asyncApi(name: string, run: (option: WxOption) => unknown): (option?: WxOption) => Promise<unknown> | undefined {
  return (option = {}) => {
    remember(name, option);
    const outcome = (async () => {
      const stub = sim.stubs[name];
      const result = (stub ?? (await run(option)) ?? {}) as { errMsg?: string };
      if (result.errMsg?.includes(':fail')) throw result;
      return { errMsg: `${name}:ok`, ...result };
    })();
    const withCallbacks = option.success !== undefined || option.fail !== undefined || option.complete !== undefined;
    const settled = outcome.then(
      (result) => {
        settleCallbacks(name, option, true, result);
        return result as unknown;
      },
      (error) => {
        const failed = failure(name, error);
        settleCallbacks(name, option, false, failed);
        if (!withCallbacks) throw failed;
        return undefined;
      },
    );
    return withCallbacks ? undefined : settled;
  };
}
