import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { eventOf } from '../state/push-events.ts';
import { checkPushTarget, deliverPush, type PushTarget, TAMPERINGS, type Tampering } from '../state/pushes.ts';
import type { World } from '../state/world.ts';
import { isLoopbackOrigin } from './loopback-only.ts';
import { bodyOf, textOf } from './read-body.ts';

/** The console's page where the operator says whereto WeChat pushes, and events that a test has pushed. */
export function pushControl(app: Hono<{ Bindings: HttpBindings }>, world: World): void {
  app.put('/push', async (c) => {
    const target = readTarget(await bodyOf(c));
    if (typeof target === 'string') return c.json({ error: target }, 400);
    // As in the console: an address that does not echo is not taken.
    if (!(await checkPushTarget(target, world.clock.now()))) return c.json({ checked: false }, 422);
    world.push.target = target;
    return c.json({ checked: true });
  });
  app.delete('/push', (c) => {
    world.push.target = undefined;
    return c.body(null, 204);
  });
  // Any event about a person: `event` names it, `fields` are its own; `tampering` sends it as a forger would.
  app.post('/pushes', async (c) => {
    const { persona: id, event, fields = {}, tampering } = await bodyOf(c);
    const persona = world.personas.get(textOf(id) ?? '');
    if (persona === undefined) return c.json({ error: 'no such persona' }, 404);
    if (textOf(event) === undefined) return c.json({ error: 'event is missing' }, 400);
    if (tampering !== undefined && !TAMPERINGS.includes(tampering as Tampering))
      return c.json({ error: `tampering must be one of ${TAMPERINGS.join(', ')}` }, 400);
    if (world.push.target === undefined) return c.json({ error: 'no push address is set' }, 409);
    const delivery = await deliverPush(world.push.target, eventOf(world, persona, String(event), fields as object), {
      appid: world.appid,
      nowMs: world.clock.now(),
      openid: persona.openid,
      tampering: tampering as Tampering | undefined,
    });
    return c.json(delivery);
  });
}

function readTarget({ url, token, encodingAesKey }: Record<string, unknown>): PushTarget | string {
  if (typeof url !== 'string' || !isLoopbackOrigin(url)) return 'url must be on this machine';
  if (typeof token !== 'string' || !/^\w{3,32}$/.test(token)) return 'token must be 3 to 32 letters and digits';
  if (typeof encodingAesKey !== 'string' || !/^[A-Za-z0-9]{43}$/.test(encodingAesKey))
    return 'encodingAesKey must be 43 letters and digits';
  return { url, token, encodingAesKey };
}
