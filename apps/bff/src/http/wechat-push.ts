import type { Hono } from 'hono';
import { answerPushUrl, takePush } from '../services/push/take-push.ts';
import type { AppOptions, Env } from './environment.ts';
import { readLimited } from './read-body.ts';

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
    // Not read on past the limit, whatever was said about its length.
    const body = await readLimited(c.req.raw, MOST_BYTES, 'too-large').catch(() => undefined);
    return body && (await takePush(services, c.req.query(), body.toString('utf8'))) ? text('success') : refused();
  });
}
