import type { Hono } from 'hono';
import { takePushedAlerts } from '../services/alert/push.ts';
import { ServiceProblem } from '../services/problem.ts';
import type { AppOptions, Env } from './environment.ts';

const PATH = '/alerts/:source';
const MOST_BYTES = 1024 * 1024;

/** Where other units push alerts to, signed with a key of their own. On the staff's port: residents' phones have no business here. */
export function alertPushRoutes(app: Hono<Env>, { services }: AppOptions): void {
  app.post(PATH, async (c) => {
    c.set('route', PATH);
    if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES) throw new ServiceProblem('too-large');
    const body = await c.req.text();
    if (body.length > MOST_BYTES) throw new ServiceProblem('too-large');
    return c.json(await takePushedAlerts(services, { source: c.req.param('source'), signature: c.req.header('x-alert-signature'), body }));
  });
}
