import type { Browser, BrowserContext, Page } from 'playwright-core';
import { compilePackage } from './compile/compile-package.ts';
import type { WeappPackage } from './compile/weapp-package.ts';
import { wechatNames } from './compile/wechat-names.ts';
import { askSandboxForCode, askSandboxForScreen, type PhoneScreen } from './host/ask-sandbox.ts';
import { harnessHtml, launchChromium } from './host/browser-page.ts';
import { type Network, phoneNetwork } from './host/network.ts';
import type { NetworkHook, TaskOrder } from './host/network-types.ts';
import { startPageServer } from './host/page-server.ts';
import { type PhoneFiles, phoneFiles, type TestFile } from './host/phone-files.ts';
import { createStorage, type WeappStorage } from './host/weapp-storage.ts';
import type { BootOptions } from './launch-types.ts';
import type { WeappInPage } from './runtime/index.ts';
import { type WeappApp, weappApp } from './weapp-app.ts';

export interface LaunchOptions extends Partial<Omit<BootOptions, 'wechatNames' | 'privacyAgreed' | 'origins'>> {
  /** Folder of the weapp build. */
  readonly dist: string;
  /** Whose WeChat it is, by the sandbox's id: `zhou`, `li`, or one made there. */
  readonly persona?: string;
  /** Without it, `wx.login`, the phone button, face checks and subscribe messages fail as without a network. */
  readonly sandboxUrl?: string;
  /** What this person's phone kept. Give the same one again for the next day. */
  readonly storage?: WeappStorage;
  /** Domains the build names, and where each really is: `{ 'http://127.0.0.1:8787': bff.url }`. All others are refused. */
  readonly origins?: Readonly<Record<string, string>>;
  /** Photos and papers on the phone, picked from the front. */
  readonly files?: readonly TestFile[];
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A browser to share between launches; otherwise one of its own. */
  readonly browser?: Browser;
}

/** One start of the app: it ends with `kill`, and the next one begins from cold. */
export interface Run {
  readonly page: Page;
  readonly network: Network;
  readonly files: PhoneFiles;
  readonly consoleLog: string[];
}

/** The things that stay the same over restarts of the app. */
export interface Phone {
  readonly storage: WeappStorage;
  readonly hooks: NetworkHook[];
  start(url?: string): Promise<Run>;
  stop(): Promise<void>;
}

const DEFAULT_VIEWPORT = { width: 375, height: 720 };
const MIDDLE_FONT = 17;

/**
 * Starts a weapp build outside WeChat and hands back what a test drives it with.
 *
 * @throws Error when the build is missing or broken, or when the app throws while it starts
 */
export async function launchWeapp(options: LaunchOptions): Promise<WeappApp> {
  const pkg = compilePackage(options.dist);
  const broken = pkg.problems.filter((problem) => problem.level === 'error');
  if (broken.length > 0) throw new Error(`the build does not compile: ${JSON.stringify(broken)}`);
  const phone = await openPhone(options, pkg);
  try {
    return weappApp(phone, await phone.start(options.url));
  } catch (error) {
    await phone.stop();
    throw error;
  }
}

async function openPhone(options: LaunchOptions, pkg: WeappPackage): Promise<Phone> {
  const storage = options.storage ?? createStorage();
  const hooks: NetworkHook[] = [];
  let files = phoneFiles(storage, options.files ?? []);
  let firstRun = true;
  const server = await startPageServer({ dist: options.dist, html: await harnessHtml(), storage, files: () => files });
  const browser = options.browser ?? (await launchChromium());
  const context = await browser.newContext({
    viewport: options.viewport ?? DEFAULT_VIEWPORT,
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await keepOnThisMachine(context);

  return {
    storage,
    hooks,
    async start(url) {
      // What the person has not picked yet still lies on the phone; what was picked was temporary.
      if (!firstRun) files = phoneFiles(storage, files.next === 'cancel' ? [] : files.next);
      firstRun = false;
      const page = await context.newPage();
      const consoleLog: string[] = [];
      page.on('console', (message) => consoleLog.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => consoleLog.push(`pageerror: ${error.stack ?? error.message}`));
      const network = phoneNetwork({ files, origins: options.origins, appid: options.appid ?? 'wx5a5b0000c0ffee01', hooks });
      await expose(page, { network, files, options });
      await page.goto(server.url);
      const boot: BootOptions = { ...bootOptions(options, storage), url };
      await page.evaluate(([given, how]) => (window as unknown as { weapp: WeappInPage }).weapp.boot(given, how), [pkg, boot] as const);
      return { page, network, files, consoleLog };
    },
    async stop() {
      await context.close();
      if (options.browser === undefined) await browser.close();
      await server.close();
    },
  };
}

/** Pictures may come from this machine; nothing reaches another. */
async function keepOnThisMachine(context: BrowserContext): Promise<void> {
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
}

interface Exposed {
  readonly network: Network;
  readonly files: PhoneFiles;
  readonly options: LaunchOptions;
}

async function expose(page: Page, { network, files, options }: Exposed): Promise<void> {
  // Events reach the page one after the other, in the order in which they happened.
  let queue: Promise<unknown> = Promise.resolve();
  await page.exposeFunction('__hostStart', (order: TaskOrder) => {
    network.start(order, (event) => {
      const tell = () =>
        page.evaluate(([id, what]) => (window as unknown as { weapp: WeappInPage }).weapp.deliver(id, what), [order.id, event] as const);
      queue = queue.then(tell).catch(() => undefined); // the page may be gone by now
    });
  });
  await page.exposeFunction('__hostAbort', (id: number) => network.abort(id));
  await page.exposeFunction('__hostPick', (count: number) => files.pick(count));
  await page.exposeFunction('__hostCode', async (kind: 'login' | 'phone') => {
    if (network.offline || options.sandboxUrl === undefined) throw new Error('no network');
    return askSandboxForCode(options.sandboxUrl, options.persona ?? 'zhou', kind);
  });
  await page.exposeFunction('__hostScreen', async (screen: PhoneScreen, given: unknown) => {
    if (network.offline || options.sandboxUrl === undefined) throw new Error('no network');
    return askSandboxForScreen(options.sandboxUrl, options.persona ?? 'zhou', screen, given);
  });
}

function bootOptions(options: LaunchOptions, storage: WeappStorage): BootOptions {
  const fontSizeSetting = options.fontSizeSetting ?? MIDDLE_FONT;
  return {
    scene: options.scene ?? 1001,
    appid: options.appid ?? 'wx5a5b0000c0ffee01',
    envVersion: options.envVersion ?? 'develop',
    functionCtor: options.functionCtor ?? 'throw',
    intl: options.intl ?? true,
    fontSizeSetting,
    fontSizeScaleFactor: options.fontSizeScaleFactor ?? fontSizeSetting / MIDDLE_FONT,
    cannotUse: options.cannotUse ?? [],
    privacyAgreed: storage.privacyAgreed,
    privacyContractName: options.privacyContractName ?? '《用户隐私保护指引》',
    undeclaredPrivacy: options.undeclaredPrivacy ?? [],
    networkType: options.networkType ?? 'wifi',
    wechatNames: wechatNames(),
    origins: options.origins ?? {},
  };
}
