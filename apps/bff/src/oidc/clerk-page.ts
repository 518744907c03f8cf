import type { SampleClerk } from '../reference/sample-clerks.ts';

/** One page of the identity provider for development. It asks nobody outside for anything; what stands on it is ours or escaped. */
const page = (title: string, content: string): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { font: 18px/1.5 sans-serif; max-width: 32em; margin: 3em auto; padding: 0 1em; }
button { display: block; width: 100%; min-height: 60px; margin: 12px 0; font: inherit; text-align: left; padding: 8px 16px; }
small { display: block; color: #555; }
</style>
<h1>${title}</h1>
${content}
</html>
`;

/**
 * One button a sample clerk. Nothing on it comes from outside but the id of the sign-in.
 * @param again whether somebody signed in already is asked to show two factors now
 */
export const clerkPage = (uid: string, clerks: readonly SampleClerk[], again: boolean): string =>
  page(
    '开发用登录',
    `<p>这些人都是虚构的，只在开发时有。${again ? '工作台要再核一次：还是选刚才那一位' : '选一位'}：</p>
<form method="post" action="/choose/${encodeURIComponent(uid)}">
${clerks.map((clerk) => `<button name="clerk" value="${clerk.subject}">${clerk.name}<small>${clerk.where}</small></button>`).join('\n')}
<p><label><input type="checkbox" name="password-only"> 只用密码，不用第二样（看看会被请去再核一次）</label></p>
</form>`,
  );

/** Asks whether to leave. @param form of the provider, with what it must get back */
export const leavePage = (form: string): string =>
  page(
    '开发用登录：退出',
    `${form}
<button autofocus type="submit" form="op.logoutForm" name="logout" value="yes">退出</button>
<button type="submit" form="op.logoutForm">先不退</button>`,
  );

/** After leaving, where nobody said where to go back to. */
export const leftPage = (): string => page('开发用登录：退出了', '<p>这一页可以关了。</p>');

/** What went wrong, for somebody who develops. */
export const errorPage = (problem: Readonly<Record<string, unknown>>): string =>
  page(
    '开发用登录：没登录上',
    Object.entries(problem)
      .map(([name, value]) => `<p>${escaped(name)}<small>${escaped(String(value))}</small></p>`)
      .join('\n'),
  );

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
