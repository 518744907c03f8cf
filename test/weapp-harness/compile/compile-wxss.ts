import fs from 'node:fs';
import path from 'node:path';
import postcss, { type AtRule } from 'postcss';
import { BUILT_IN_TAGS } from '../built-in-tags.ts';
import type { Problem } from './weapp-package.ts';

const TAG_IN_SELECTOR = /(^|[\s>+~,(])([a-z][a-z-]*)(?=[\s>+~.:#[,)]|$)/g;
const RPX = /(-?\d*\.?\d+)rpx\b/gi;

/** WXSS to CSS: imports inlined, rpx by the screen's width, tags renamed to what stands in the DOM. */
export function compileWxss(wxss: string, file: string, problems: Problem[]): string {
  const sheet = postcss.parse(wxss, { from: file });
  sheet.walkAtRules('import', (rule) => inlineImport(rule, file, problems));
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(RPX, (_all, number) => (Number(number) === 0 ? '0px' : `calc(${number} * var(--rpx))`));
  });
  sheet.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes')) return;
    rule.selectors = rule.selectors.map((selector) =>
      selector.replace(TAG_IN_SELECTOR, (all, before, tag) => (tag === 'page' || BUILT_IN_TAGS.includes(tag) ? `${before}wx-${tag}` : all)),
    );
  });
  return sheet.toString();
}

function inlineImport(rule: AtRule, file: string, problems: Problem[]): void {
  const named = rule.params.replace(/^['"]|['"];?$/g, '');
  const target = path.resolve(path.dirname(file), named);
  if (!fs.existsSync(target)) {
    problems.push({ file, level: 'error', message: `@import ${named} not found` });
    rule.remove();
    return;
  }
  rule.replaceWith(postcss.parse(compileWxss(fs.readFileSync(target, 'utf8'), target, problems)).nodes);
}
