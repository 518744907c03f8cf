import type { Locator, Page } from 'playwright-core';
import type { NetworkHook } from './host/network-types.ts';
import type { TestFile } from './host/phone-files.ts';
import type { WeappStorage } from './host/weapp-storage.ts';
import type { Report } from './launch-types.ts';
import type { Phone, Run } from './launch-weapp.ts';
import type { WeappInPage } from './runtime/index.ts';

type Role = Parameters<Page['getByRole']>[0];
type RoleOptions = Parameters<Page['getByRole']>[1];
type Target = string | Locator;

/** A running mini-program in a test's hands. Finders look at the page on top; texts and roles are what a person or a screen reader meets. */
export interface WeappApp {
  /** The browser page of this run; a new one after `relaunch`. */
  readonly page: Page;
  readonly storage: WeappStorage;
  /** What the browser's console said in this run. */
  readonly consoleLog: readonly string[];
  $(selector: string): Locator;
  byRole(role: Role, options?: RoleOptions): Locator;
  byLabel(label: string | RegExp): Locator;
  byText(text: string | RegExp): Locator;
  /** WeChat's own sheets, dialogs and toasts above the pages. */
  readonly overlay: Locator;
  tap(target: Target): Promise<void>;
  /** Types into an `<input>` or `<textarea>`, found by itself or by what is around it. */
  fill(target: Target, text: string): Promise<void>;
  /** Waits until nothing is drawn any more and no network call is under way. */
  settle(options?: { network?: boolean }): Promise<void>;
  path(): Promise<string>;
  stack(): Promise<string[]>;
  /** The person's back gesture. */
  back(): Promise<void>;
  /** The person comes in on this page while the app runs: by a scanned code, a card, a notice. Other pages are closed. */
  open(url: string, options?: { network?: boolean }): Promise<void>;
  screenshot(file?: string): Promise<Buffer>;
  report(): Promise<Report>;
  /** Fails when the app threw, broke a rule of WeChat, or asked for something that WeChat or the harness does not have. */
  assertClean(): Promise<void>;
  /** Options of every call of this name, as the app gave them. */
  calls(name: string): Promise<unknown[]>;
  /** Puts a result in the place of the harness's own; undefined takes it away again. `openType:contact` names a button's. */
  stub(name: string, value: unknown): Promise<void>;
  /** Pictures the app put into the phone's album in this run, in their order. */
  album(): Promise<Uint8Array[]>;
  setFiles(files: TestFile[] | 'cancel'): void;
  setPhoneAnswer(answer: 'allow' | 'deny'): Promise<void>;
  /** Takes the network away or gives it back; calls under way break. */
  setOffline(offline: boolean): Promise<void>;
  /** What happens to calls that leave the phone; the returned function takes the hook away. Outlives `relaunch`. */
  onNetwork(hook: NetworkHook): () => void;
  /** The app goes out of sight. After more than five seconds there, WeChat breaks its calls: `interrupt`. */
  toBackground(options?: { interrupt?: boolean }): Promise<void>;
  toForeground(): Promise<void>;
  /** The system ends the app at once: no unload, calls under way are cut. */
  kill(): Promise<void>;
  /** Starts it again from cold, with what the storage kept. Kills it first if it still runs. */
  relaunch(url?: string): Promise<void>;
  close(): Promise<void>;
}

const QUIET_MS = 60;
/** What never rests is to fail, and not what runs on a machine that does other things beside. */
const SETTLE_MS = 30_000;

export function weappApp(phone: Phone, first: Run): WeappApp {
  let run = first;
  let alive = true;
  const inPage = <Value>(act: (weapp: WeappInPage) => Value): Promise<Value> =>
    run.page.evaluate(`(${act.toString()})(window.weapp)`) as Promise<Value>;
  const top = () => run.page.locator('wx-page:not([hidden])').last();
  const found = (target: Target) => (typeof target === 'string' ? top().locator(target) : target);

  const settle: WeappApp['settle'] = async ({ network = true } = {}) => {
    const wait = async ([quietMs, untilMs, withNetwork]: readonly [number, number, boolean]) => {
      const { weapp } = window as unknown as { weapp: WeappInPage };
      const end = performance.now() + untilMs;
      let before = -1;
      while (performance.now() < end) {
        const { marks, tasks } = weapp.activity();
        if (marks === before && (!withNetwork || tasks === 0)) return;
        before = marks;
        await new Promise((go) => setTimeout(go, quietMs));
      }
      throw new Error('the app did not come to rest');
    };
    await run.page.evaluate(wait, [QUIET_MS, SETTLE_MS, network] as const);
  };

  const kill = async () => {
    if (!alive) return;
    alive = false;
    run.network.breakAll('interrupted', 600003);
    await run.page.close({ runBeforeUnload: false });
  };

  const app: WeappApp = {
    get page() {
      return run.page;
    },
    get consoleLog() {
      return run.consoleLog;
    },
    storage: phone.storage,
    $: (selector) => top().locator(selector),
    byRole: (role, options) => top().getByRole(role, options),
    byLabel: (label) => top().getByLabel(label),
    byText: (text) => top().getByText(text),
    get overlay() {
      return run.page.locator('#weapp-overlay');
    },
    async tap(target) {
      await found(target).tap();
      await settle();
    },
    async fill(target, text) {
      const control = found(target);
      const typable = await control.evaluate((node) => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement);
      await (typable ? control : control.locator('input, textarea')).fill(text);
      await settle();
    },
    settle,
    path: async () => (await app.stack()).at(-1) ?? '',
    stack: () => inPage((weapp) => weapp.stack()),
    async back() {
      await inPage((weapp) => weapp.back());
      await settle();
    },
    async open(url, options) {
      await run.page.evaluate((to) => void (window as unknown as { weapp: WeappInPage }).weapp.open(to), url);
      await settle(options);
    },
    screenshot: (file) => run.page.screenshot(file === undefined ? {} : { path: file }),
    report: () => inPage((weapp) => weapp.report()),
    async assertClean() {
      const { errors, violations, missingApis, unknownNames, unknownTemplates } = await app.report();
      const found = { errors, violations, missingApis, unknownNames, unknownTemplates };
      const wrong = Object.entries(found).filter(([, list]) => list.length > 0);
      if (wrong.length > 0) throw new Error(`the run is not clean: ${JSON.stringify(Object.fromEntries(wrong), null, 2)}`);
    },
    calls: (name) => run.page.evaluate((wanted) => (window as unknown as { weapp: WeappInPage }).weapp.calls(wanted), name),
    stub: (name, value) =>
      run.page.evaluate(([key, result]) => (window as unknown as { weapp: WeappInPage }).weapp.stub(key, result), [name, value] as const),
    async album() {
      const saved = (await app.calls('saveImageToPhotosAlbum')) as { readonly filePath: string }[];
      return saved.flatMap(({ filePath }) => run.files.get(filePath)?.bytes ?? []);
    },
    setFiles(files) {
      run.files.next = files === 'cancel' ? files : [...files];
    },
    setPhoneAnswer: (answer) =>
      run.page.evaluate((given) => (window as unknown as { weapp: WeappInPage }).weapp.setPhoneAnswer(given), answer),
    async setOffline(offline) {
      run.network.offline = offline;
      if (offline) run.network.breakAll('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', 600001);
      const type = offline ? 'none' : 'wifi';
      await run.page.evaluate((given) => (window as unknown as { weapp: WeappInPage }).weapp.changeNetwork(given), type);
      await settle();
    },
    onNetwork(hook) {
      phone.hooks.push(hook);
      return () => void phone.hooks.splice(phone.hooks.indexOf(hook), 1);
    },
    async toBackground({ interrupt = false } = {}) {
      await inPage((weapp) => weapp.toBackground());
      if (interrupt) run.network.breakAll('interrupted', 600003);
    },
    async toForeground() {
      await inPage((weapp) => weapp.toForeground());
      await settle();
    },
    kill,
    async relaunch(url) {
      await kill();
      run = await phone.start(url);
      alive = true;
    },
    async close() {
      run.network.breakAll('interrupted', 600003);
      await phone.stop();
    },
  };
  return app;
}
