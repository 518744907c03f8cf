import type { Hono } from 'hono';
import { takePushedAlerts } from '../services/alert/push.ts';
import { countCall } from '../services/rate/count.ts';
import { addressOf } from './address.ts';
import type { AppOptions, Env } from './environment.ts';
import { readLimited } from './read-body.ts';

const PATH = '/alerts/:source';
const MOST_BYTES = 1024 * 1024;

/** Where other units push alerts to, signed with a key of their own. On the staff's port: residents' phones have no business here. */
export function alertPushRoutes(app: Hono<Env>, { services, trustedProxies }: AppOptions): void {
  app.post(PATH, async (c) => {
    c.set('route', PATH);
    await countCall(services, 'alertPush', addressOf(c, trustedProxies));
    const body = (await readLimited(c.req.raw, MOST_BYTES, 'too-large')).toString('utf8');
    return c.json(await takePushedAlerts(services, { source: c.req.param('source'), signature: c.req.header('x-alert-signature'), body }));
  });
}
