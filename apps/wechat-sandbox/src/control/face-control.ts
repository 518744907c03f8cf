import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { FaceCheck } from '../state/face-checks.ts';
import { showFaceCheck } from '../state/phone-face.ts';
import type { World } from '../state/world.ts';
import { bodyOf, textOf } from './read-body.ts';
import { readFaceOrder } from './read-face-order.ts';

/** Faces: what phones do, and what a test orders. */
export function faceControl(app: Hono<{ Bindings: HttpBindings }>, world: World): void {
  // What `wx.requestFacialVerify` of this phone does. The caller plays the callback it is told.
  app.post('/personas/:id/face', async (c) => {
    const persona = world.personas.get(c.req.param('id'));
    if (persona === undefined) return c.json({ error: 'no such persona' }, 404);
    return c.json(await showFaceCheck(world, persona, textOf((await bodyOf(c)).verifyId) ?? ''));
  });
  // Whose face is in front of this phone; null for: of whoever is to be checked.
  app.put('/personas/:id/in-front', async (c) => {
    const { idNumber } = await bodyOf(c);
    if (world.personas.get(c.req.param('id')) === undefined) return c.json({ error: 'no such persona' }, 404);
    if (textOf(idNumber) === undefined) world.inFront.delete(c.req.param('id'));
    else world.inFront.set(c.req.param('id'), String(idNumber));
    return c.body(null, 204);
  });
  app.put('/people/:idNumber', async (c) => {
    const { name, inDatabase = true } = await bodyOf(c);
    if (textOf(name) === undefined) return c.json({ error: 'name is missing' }, 400);
    world.people.register(c.req.param('idNumber'), { name: String(name), inDatabase: inDatabase === true });
    return c.body(null, 204);
  });

  app.get('/face/orders', (c) => c.json({ orders: world.faceChecks.orders() }));
  app.post('/face/orders', async (c) => {
    const order = readFaceOrder(await bodyOf(c));
    if (typeof order === 'string') return c.json({ error: order }, 400);
    world.faceChecks.order(order);
    return c.json(order, 201);
  });
  app.delete('/face/orders', (c) => {
    world.faceChecks.clearOrders();
    return c.body(null, 204);
  });
  app.get('/face/checks', (c) => c.json({ checks: world.faceChecks.list().map((check) => viewOf(world, check)) }));
  // WeChat comes to (another) result by itself, as when it was slow.
  app.put('/face/checks/:verifyId', async (c) => {
    const check = world.faceChecks.get(c.req.param('verifyId'));
    const { verifyRet } = await bodyOf(c);
    if (check === undefined) return c.json({ error: 'no such check' }, 404);
    if (!Number.isInteger(verifyRet)) return c.json({ error: 'verifyRet must be an integer' }, 400);
    check.verifyRet = verifyRet as number;
    check.knownAt = world.clock.now();
    return c.json(viewOf(world, check));
  });
}

/** No name and no number: what a test may print. */
function viewOf(world: World, check: FaceCheck): object {
  return {
    verifyId: check.verifyId,
    outSeqNo: check.outSeqNo,
    persona: world.personas.byOpenid(check.openid)?.id,
    shown: check.shown,
    verifyRet: world.faceChecks.resultOf(check),
    expired: world.faceChecks.expired(check),
    expiresAt: new Date(check.expiresAt).toISOString(),
  };
}
