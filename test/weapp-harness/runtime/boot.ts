import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { WeappPackage } from '../compile/weapp-package.ts';
import type { BootOptions } from '../launch-types.ts';
import { resolvePath } from './asset-url.ts';
import { registerBuiltIns } from './built-ins/register-built-ins.ts';
import { connectDom } from './dom-events.ts';
import { measureSetData } from './measured-set-data.ts';
import { type ComponentEnv, moduleLoader } from './module-loader.ts';
import { pageStack, parseUrl } from './page-stack.ts';
import { callOn, emit, type Instance, noteError, sim } from './sim.ts';
import { guardedWx, makeWx } from './wx/make-wx.ts';

/** Starts the app of a compiled package in this browser page, as WeChat would from cold. */
export function boot(pkg: WeappPackage, options: BootOptions): ReturnType<typeof pageStack> {
  sim.pkg = pkg;
  sim.options = options;
  sim.networkType = options.networkType;
  catchErrors();
  measureSetData();
  addStyle(pkg.wxss.app ?? '');

  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  const context = new glassEasel.CurrentWindowBackendContext();
  connectDom(context);
  const backend = env.associateBackend(context as never);
  // The template compiler's output is an expression; it is the harness's own code, not the app's.
  const groups = new Function(`return ${pkg.templates}`)() as Record<string, unknown>;

  let drawn = 0;
  const stack = pageStack((path, query) => {
    loadComponent(path);
    const host = document.createElement('wx-page');
    host.dataset.path = path;
    const place = document.createElement('i');
    host.append(place);
    document.getElementById('weapp-pages')?.append(host);
    const root = backend.createRoot('wx-page-root', space, path);
    const inst = root.get() as unknown as Instance;
    drawn += 1;
    Object.assign(inst, { route: path, __route__: path, options: query, __wxExparserNodeId__: String(drawn) });
    const release = () => {
      root.release();
      host.remove();
    };
    const page = { path, query, host, inst, release };
    sim.pages.push(page);
    root.attach(host as never, place as never);
    return page;
  });
  const wx = makeWx(stack);
  registerBuiltIns(env.getGlobalCodeSpace().getComponentSpace(), space.getComponentSpace(), pkg.tagAttributes, wx);
  const loader = moduleLoader(guardedWx(wx));

  const registered = new Set<string>();
  const loadComponent = (path: string) => {
    if (registered.has(path)) return;
    registered.add(path);
    const config = pkg.configs[path] ?? {};
    const using = Object.entries({ ...pkg.app.usingComponents, ...config.usingComponents }).map(
      ([name, used]) => [name, resolvePath(path, used)] as const,
    );
    const usingComponents = Object.fromEntries(using.map(([name, used]) => [name, `/${used}`]));
    space.addComponentStaticConfig(path, { ...config, usingComponents } as never);
    if (groups[path] !== undefined) space.addCompiledTemplate(path, { groupList: groups, content: groups[path] } as never);
    for (const [, used] of using) loadComponent(used);
    const wxss = pkg.wxss[path];
    if (wxss !== undefined) addStyle(wxss, pkg.pages.includes(path) ? path : undefined);
    space.componentEnv(path, (own) => loader.requireIn(own as unknown as ComponentEnv, path));
  };

  const url = options.url ?? `/${pkg.pages[0]}`;
  sim.launchOptions = { ...parseUrl(url), scene: options.scene, referrerInfo: {} };
  loader.require('app.js');
  if (sim.app === undefined) throw new Error('app.js never called App()');
  callOn(sim.app, 'onLaunch', sim.launchOptions);
  callOn(sim.app, 'onShow', sim.launchOptions);
  emit('AppShow', sim.launchOptions);
  stack.first(url);
  return stack;
}

function addStyle(css: string, page?: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  if (page !== undefined) style.dataset.page = page;
  document.head.append(style);
}

function catchErrors(): void {
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.addGlobalErrorListener((error, method) => noteError(method ?? 'component', error));
  glassEasel.addGlobalWarningListener((message) => {
    sim.warnings.push(String((message as { message?: string } | undefined)?.message ?? message));
    return false;
  });
  addEventListener('unhandledrejection', (event) => {
    noteError('unhandled rejection', event.reason?.errMsg ?? event.reason);
    emit('UnhandledRejection', { reason: event.reason });
  });
  addEventListener('error', (event) => {
    noteError('uncaught', event.error ?? event.message);
    emit('Error', String(event.message));
  });
}
