import fs from 'node:fs';
import { createRequire } from 'node:module';

/** Every name that WeChat's own type declarations give to `wx`. A name that is not among them does not exist in WeChat. */
export function wechatNames(): readonly string[] {
  names ??= readNames();
  return names;
}

let names: readonly string[] | undefined;

function readNames(): string[] {
  const file = createRequire(import.meta.url).resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const source = fs.readFileSync(file, 'utf8').replaceAll('\r', '');
  const start = source.indexOf('    interface Wx {');
  const body = source.slice(start).replace(/\/\*[\s\S]*?\*\//g, '');
  const members = body.slice(0, body.indexOf('\n    }\n')).matchAll(/^ {8}(?:readonly )?(\w+)\??\s*[(<:]/gm);
  return [...new Set([...members].map(([, name = '']) => name))];
}
