import type { PageStack } from '../page-stack.ts';
import { sim } from '../sim.ts';
import { accountApis } from './account-apis.ts';
import { settleCallbacks, type WxOption } from './async-api.ts';
import { fileSystemManager } from './file-apis.ts';
import { interfaceApis } from './interface-apis.ts';
import { mediaApis } from './media-apis.ts';
import { networkApis } from './network-apis.ts';
import { PRIVACY_APIS, privacyApis, withPrivacy } from './privacy.ts';
import { screenApis } from './screen-apis.ts';
import { storageApis } from './storage-apis.ts';
import { systemApis } from './system-apis.ts';

/** Taro's webpack keeps its chunk list on `wx`; the others are what the language asks of any object. */
const BUILD_NAMES = /^(webpackJsonp|then$|toJSON$|__)/;

type Api = (option?: WxOption) => unknown;

/** All of `wx` that the harness has, without the guard around it. */
export function makeWx(stack: PageStack): Record<string, unknown> {
  const manager = fileSystemManager();
  const wx: Record<string, unknown> = {
    ...systemApis(),
    ...storageApis(),
    ...interfaceApis(stack),
    ...networkApis(),
    ...mediaApis(),
    ...accountApis(),
    ...screenApis(),
    ...privacyApis(),
    getFileSystemManager: () => manager,
  };
  for (const name of PRIVACY_APIS) if (name in wx) wx[name] = afterPrivacy(name, wx[name] as Api);
  return wx;
}

function afterPrivacy(name: string, api: Api): Api {
  return (option = {}) => {
    const allowed = withPrivacy(name);
    if (option.success === undefined && option.fail === undefined && option.complete === undefined) return allowed.then(() => api(option));
    allowed.then(
      () => api(option),
      (failed) => settleCallbacks(name, option, false, failed),
    );
    return undefined;
  };
}

/**
 * `wx` as the app sees it. What WeChat has and the harness lacks is there to be asked for, and fails the run when called;
 * what WeChat does not have either is undefined, and noted.
 */
export function guardedWx(wx: Record<string, unknown>): object {
  const inWechat = new Set(sim.options.wechatNames);
  return new Proxy(wx, {
    has: (known, name) => name in known || inWechat.has(String(name)),
    get(known, name) {
      if (typeof name !== 'string' || name in known) return known[name as string];
      if (!inWechat.has(name)) {
        if (!BUILD_NAMES.test(name)) sim.unknownNames.add(name);
        return undefined;
      }
      return () => {
        sim.missingApis.add(name);
        throw new Error(`wx.${name} is not in the harness yet: add it under test/weapp-harness/runtime/wx`);
      };
    },
  });
}
