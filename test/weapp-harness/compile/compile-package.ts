import fs from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { compileWxss } from './compile-wxss.ts';
import { readTagAttributes } from './read-tag-attributes.ts';
import type { AppConfig, PageConfig, Problem, SubPackage, WeappPackage } from './weapp-package.ts';

const GLASS_EASEL_ERROR = 3;

/**
 * Compiles a weapp build for the browser runtime. WXML and WXS go through Tencent's own compiler, WXSS through postcss,
 * JavaScript stays as it was built.
 *
 * @throws Error when the folder holds no app.json: Taro exits with 0 even when it built nothing
 */
export function compilePackage(dist: string): WeappPackage {
  const root = path.resolve(dist);
  if (!fs.existsSync(path.join(root, 'app.json'))) throw new Error(`no app.json in ${dist}: the build made nothing`);
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
  const app = JSON.parse(read('app.json')) as AppConfig;
  const problems: Problem[] = [];
  const group = new TmplGroup();
  const tagAttributes = new Map<string, Set<string>>();
  const templateNames = new Set<string>();
  const configs: Record<string, PageConfig> = {};
  const modules: Record<string, string> = {};
  const wxss: Record<string, string> = {};

  for (const file of filesBelow(root)) {
    const extension = path.extname(file);
    const base = file.slice(0, -extension.length);
    if (extension === '.wxml') {
      const source = read(file);
      for (const [, name = ''] of source.matchAll(/<template\s+name="([^"]+)"/g)) templateNames.add(name);
      for (const warning of group.addTmpl(base, source) ?? []) {
        problems.push({ file, level: warning.level >= GLASS_EASEL_ERROR ? 'error' : 'warn', message: warning.message });
      }
      readTagAttributes(source, tagAttributes);
    } else if (extension === '.wxs') group.addScript(base, read(file));
    else if (extension === '.js') modules[file] = read(file);
    else if (extension === '.wxss') wxss[base] = compileWxss(read(file), path.join(root, file), problems);
    else if (extension === '.json' && file !== 'app.json' && !/^(project|sitemap)/.test(file)) configs[base] = JSON.parse(read(file));
  }
  const templates = group.getTmplGenObjectGroups();
  group.free();
  const subs = subPackagesOf(app);
  return {
    app,
    configs,
    modules,
    wxss,
    templates,
    templateNames: [...templateNames],
    tagAttributes: Object.fromEntries([...tagAttributes].map(([tag, names]) => [tag, [...names]])),
    pages: [...app.pages, ...subs.flatMap((sub) => sub.pages)],
    subs,
    problems,
  };
}

/** Sub-packages with their roots ending in a slash and their pages from the top. */
function subPackagesOf(app: AppConfig): SubPackage[] {
  return (app.subPackages ?? app.subpackages ?? []).map((sub) => {
    const root = sub.root.replace(/\/?$/, '/');
    return { root, independent: sub.independent === true, pages: sub.pages.map((page) => root + page) };
  });
}

/** Every file below a folder, as paths from it. */
function filesBelow(root: string, folder = ''): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const inner = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(root, inner) : [inner];
  });
}
