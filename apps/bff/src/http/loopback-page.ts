import type { Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod/mini';
import { instantText } from '../clock.ts';
import { listLoopback, scriptLoopback } from '../services/channel/loopback.ts';
import { ServiceProblem } from '../services/problem.ts';
import type { AppOptions, Env } from './environment.ts';
import { readJson } from './read-body.ts';

const PATH = '/staff/loopback';
const CHANNELS = { text: '短信', voice: '电话' } as const;
const OUTCOMES = { delivered: '送到', bounced: '送不到', silent: '没有回音' } as const;

const scriptSchema = z.object({
  channel: z.enum(['text', 'voice']),
  phone: z.optional(z.string().check(z.regex(/^\d{5,15}$/))),
  outcome: z.enum(['delivered', 'bounced', 'silent']),
  afterSeconds: z.optional(z.number().check(z.int(), z.gte(0), z.lte(365 * 24 * 3600))),
});

/** Development only: what would have gone out as text message or call, and what is to become of the next ones. */
export function loopbackRoutes(app: Hono<Env>, { services, production }: AppOptions): void {
  if (production) return;
  app.get(PATH, async (c) => {
    c.set('route', PATH);
    const lines = await listLoopback(services);
    return c.html(html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>短信和电话（开发用）</title></head>
<body>
<h1>短信和电话（开发用，没有真的发出去）</h1>
<p>${lines.length === 0 ? '还没有要发的。' : `最近 ${lines.length} 条，新的在上。`}</p>
<table border="1" cellpadding="6">
<tr><th>时间</th><th>用什么</th><th>号码尾号</th><th>说了什么</th><th>结果</th></tr>
${lines.map(
  (
    line,
  ) => html`<tr><td>${instantText(line.sentAt)}</td><td>${CHANNELS[line.channel]}</td><td>${line.lastFour}</td><td>${line.words}</td><td>${OUTCOMES[line.outcome]}${line.reportedAt || line.outcome === 'silent' ? '' : '（还没说）'}</td></tr>
`,
)}</table>
</body></html>`);
  });
  app.put(`${PATH}/script`, async (c) => {
    c.set('route', `${PATH}/script`);
    const script = scriptSchema.safeParse(await readJson(c.req.raw));
    if (!script.success) throw new ServiceProblem('bad-request');
    await scriptLoopback(services, script.data);
    return c.body(null, 204);
  });
}
