import type { Wechat } from '@assist/wechat';
import { dayInShanghai, instantText } from '../../clock.ts';
import type { Context } from '../context.ts';

interface Known {
  readonly until: number;
  readonly templates: ReadonlyMap<string, { readonly fields: readonly string[]; readonly longTerm: boolean }>;
}
const HOUR_MS = 3_600_000;
/** WeChat's list changes when an operator changes it in the console: asked for once an hour. */
const known = new WeakMap<Wechat, Known>();

/** @throws WechatError */
export async function templateOf(ctx: Context, templateId: string) {
  const before = known.get(ctx.wechat);
  if (before && before.until > ctx.clock()) return before.templates.get(templateId);
  const list = await ctx.wechat.listTemplates();
  const templates = new Map(list.map(({ id, fields, kind }) => [id, { fields, longTerm: kind === 'long-term' }]));
  known.set(ctx.wechat, { until: ctx.clock() + HOUR_MS, templates });
  return templates.get(templateId);
}

/**
 * Fills the fields of a template, whatever the operator chose: what it is about, where to look, the code. Nothing about the person.
 * @returns undefined where a field asks for something that we never say there
 */
export function templateData(
  fields: readonly string[],
  { what, code, at }: { readonly what: string; readonly code: string; readonly at: number },
): Record<string, string> | undefined {
  const things = [what, '打开救助通看，不收费', `验真码 ${code}`];
  const strings = [code];
  const data: Record<string, string> = {};
  for (const key of fields) {
    const value = valueFor(key.replace(/\d+$/, ''), things, strings, at);
    if (value === undefined) return undefined;
    data[key] = value;
  }
  return data;
}

function valueFor(prefix: string, things: string[], strings: string[], at: number): string | undefined {
  switch (prefix) {
    case 'thing':
      return things.shift();
    case 'character_string':
      return strings.shift();
    case 'date':
      return dayInShanghai(at);
    case 'time':
      return instantText(at).slice(0, 16).replace('T', ' ');
    case 'phrase':
      return '请查看';
    case 'name':
      return '救助通';
    default:
      return undefined;
  }
}
