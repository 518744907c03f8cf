import type { SubPackage } from '../compile/weapp-package.ts';
import { resolvePath } from './asset-url.ts';
import { logicScope, runModule } from './logic-scope.ts';
import { sim } from './sim.ts';

/** The constructors that a page's or component's file may call while it loads. */
export interface ComponentEnv {
  Page(definition: unknown): void;
  Component(definition: unknown): void;
  Behavior(definition: unknown): unknown;
}

export interface ModuleLoader {
  require(file: string): unknown;
  /** Loads a page's or component's file with its own `Page` and `Component`. */
  requireIn(env: ComponentEnv, file: string): void;
}

export function subPackageOf(file: string): SubPackage | undefined {
  return sim.pkg.subs.find((sub) => file.startsWith(sub.root));
}

/** CommonJS over the build, with WeChat's rule that a sub-package's code is only there once one of its pages was opened. */
export function moduleLoader(wx: object): ModuleLoader {
  const loaded = new Map<string, { exports: unknown }>();
  const scope = logicScope();
  let env: ComponentEnv | undefined;
  const inFile = (): ComponentEnv => {
    if (env === undefined) throw new Error('Page, Component and Behavior are only there while a page or component loads');
    return env;
  };

  const requireFile = (given: string): unknown => {
    const file = given.endsWith('.js') ? given : `${given}.js`;
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const source = sim.pkg.modules[file];
    if (source === undefined) throw new Error(`module '${file}' is not defined`);
    const sub = subPackageOf(file);
    if (sub !== undefined && !sim.loadedSubs.includes(sub.root)) {
      throw new Error(`module '${file}' is in sub-package ${sub.root}, which is not loaded`);
    }
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const requireFrom = (path: string) => {
      const target = resolvePath(file, path);
      const targetSub = subPackageOf(target);
      if (targetSub !== undefined && targetSub !== sub) throw new Error(`${file} requires ${target} of another package`);
      if (sub?.independent && targetSub !== sub)
        throw new Error(`${file} is in an independent package and requires ${target} of the main one`);
      return requireFile(target);
    };
    runModule(source, file, {
      require: requireFrom,
      module,
      exports: module.exports,
      wx,
      App: (definition: Record<string, unknown>) => {
        sim.app = definition;
      },
      Page: (definition: unknown) => inFile().Page(definition),
      Component: (definition: unknown) => inFile().Component(definition),
      Behavior: (definition: unknown) => inFile().Behavior(definition),
      getApp: () => sim.app,
      getCurrentPages: () => sim.pages.map((page) => page.inst),
      ...scope,
    });
    return module.exports;
  };

  return {
    require: requireFile,
    requireIn(own, file) {
      const outer = env;
      env = own;
      try {
        requireFile(file);
      } finally {
        env = outer;
      }
    },
  };
}
