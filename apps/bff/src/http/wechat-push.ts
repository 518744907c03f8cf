import type { Hono } from 'hono';
import { answerPushUrl, takePush } from '../services/push/take-push.ts';
import type { AppOptions, Env } from './environment.ts';

const PATH = '/wechat/push';
const MOST_BYTES = 256 * 1024;
const refused = () => new Response(null, { status: 403 });
const text = (words: string) => new Response(words, { headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** Where WeChat pushes its events to: what is not signed by it is refused and read no further. */
export function wechatPushRoutes(app: Hono<Env>, { services }: AppOptions): void {
  app.get(PATH, (c) => {
    c.set('route', PATH);
    const echo = answerPushUrl(services, c.req.query());
    return echo === undefined ? refused() : text(echo);
  });
  app.post(PATH, async (c) => {
    c.set('route', PATH);
    if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES) return refused();
    const body = await c.req.text();
    if (body.length > MOST_BYTES) return refused();
    return (await takePush(services, c.req.query(), body)) ? text('success') : refused();
  });
}
