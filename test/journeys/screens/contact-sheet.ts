import type { Picture } from './picture.ts';

const GROUPS: Readonly<Record<Picture['group'], string>> = {
  standard: '小程序（微信版，375 px；-web 是网页版），标准版',
  elder: '小程序（微信版，375 px；-320 是最大的字、最窄的手机；-web 是网页版），长辈版',
  states: '小程序的各种状态：空、等、问题、没网',
  desk: '镇街工作台，1440 px',
};

/** All pictures on one page, side by side. */
export function contactSheet(pictures: readonly Picture[]): string {
  const sheet = (group: Picture['group']) =>
    pictures
      .filter((picture) => picture.group === group)
      .map(({ name, file }) => `<a class="${group}" href="${file}"><img src="${file}" alt="${name}" loading="lazy"><br>${name}</a>`)
      .join('\n');
  const groups = Object.entries(GROUPS) as [Picture['group'], string][];
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>救助通 · 画面</title>
<style>body{font:16px/1.6 sans-serif;margin:24px;background:#e9eff0}a{display:inline-block;vertical-align:top;margin:8px;width:240px;color:inherit}
a.desk{width:640px}img{width:100%;border:1px solid #b7c5c8}</style>
${groups.map(([group, title]) => `<h2>${title}</h2>\n${sheet(group)}`).join('\n')}</html>
`;
}
