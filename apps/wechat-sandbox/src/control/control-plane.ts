import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { forget, type World } from '../state/world.ts';
import { faceControl } from './face-control.ts';
import { isLoopbackOrigin, loopbackOnly } from './loopback-only.ts';
import { messageControl } from './message-control.ts';
import { pushControl } from './push-control.ts';
import { bodyOf, textOf } from './read-body.ts';
import { readFault } from './read-fault.ts';

/**
 * What the people in front of their phones would do, and what a test orders. Not part of WeChat's protocol.
 * The web build and the weapp harness get their one-time codes here.
 */
export function controlPlane(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(loopbackOnly, cors({ origin: (origin) => (isLoopbackOrigin(origin) ? origin : null) }));

  app.get('/personas', (c) => c.json({ personas: world.personas.list() }));
  app.post('/personas', async (c) => {
    const { id, name, phone, idNumber } = await bodyOf(c);
    const persona = world.personas.create({ id: textOf(id), name: textOf(name), phone: textOf(phone), idNumber: textOf(idNumber) });
    return persona === undefined ? c.json({ error: 'id is taken' }, 409) : c.json(persona, 201);
  });
  app.put('/personas/:id/blocked', async (c) => {
    const persona = world.personas.setBlocked(c.req.param('id'), (await bodyOf(c)).blocked === true);
    return persona === undefined ? c.json({ error: 'no such persona' }, 404) : c.json(persona);
  });
  for (const [name, codes] of [['login-code', world.loginCodes] as const, ['phone-code', world.phoneCodes] as const]) {
    app.post(`/personas/:id/${name}`, async (c) => {
      const id = c.req.param('id') ?? '';
      if (world.personas.get(id) === undefined) return c.json({ error: 'no such persona' }, 404);
      // Another appid makes a code as another mini-program's page would have.
      return c.json({ code: codes.issue(id, textOf((await bodyOf(c)).appid) ?? world.appid) }, 201);
    });
  }

  app.get('/clock', (c) => c.json({ now: new Date(world.clock.now()).toISOString() }));
  app.post('/clock/advance', async (c) => {
    const { seconds } = await bodyOf(c);
    if (typeof seconds !== 'number' || !(seconds >= 0)) return c.json({ error: 'seconds must be 0 or more' }, 400);
    world.clock.advance(seconds);
    return c.json({ now: new Date(world.clock.now()).toISOString() });
  });

  app.get('/faults', (c) => c.json({ faults: world.faults.list() }));
  app.post('/faults', async (c) => {
    const fault = readFault(await bodyOf(c));
    if (typeof fault === 'string') return c.json({ error: fault }, 400);
    world.faults.add(fault);
    return c.json(fault, 201);
  });
  app.delete('/faults', (c) => {
    world.faults.clear();
    return c.body(null, 204);
  });

  app.get('/calls', (c) => c.json({ calls: world.calls }));
  app.post('/forget', (c) => {
    forget(world);
    return c.body(null, 204);
  });
  faceControl(app, world);
  messageControl(app, world);
  pushControl(app, world);
  return app;
}
