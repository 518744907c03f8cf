import type { SampleClerk } from '../reference/sample-clerks.ts';

/** The page of the identity provider for development: one button a sample clerk. Nothing on it comes from outside but the id of the sign-in. */
export const clerkPage = (uid: string, clerks: readonly SampleClerk[]): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>开发用登录</title>
<style>
body { font: 18px/1.5 sans-serif; max-width: 32em; margin: 3em auto; padding: 0 1em; }
button { display: block; width: 100%; min-height: 60px; margin: 12px 0; font: inherit; text-align: left; padding: 8px 16px; }
small { display: block; color: #555; }
</style>
<h1>开发用登录</h1>
<p>这些人都是虚构的，只在开发时有。选一位：</p>
<form method="post" action="/choose/${encodeURIComponent(uid)}">
${clerks.map((clerk) => `<button name="clerk" value="${clerk.subject}">${clerk.name}<small>${clerk.where}</small></button>`).join('\n')}
</form>
</html>
`;
