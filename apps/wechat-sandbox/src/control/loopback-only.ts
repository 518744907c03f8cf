import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

const LOOPBACK_ADDRESS = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/**
 * Who holds the control plane can sign in as anyone: only this machine may, and only pages served by this machine.
 * The Host is checked too, since a name that resolves to 127.0.0.1 would otherwise let a foreign page in.
 */
export const loopbackOnly: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  const address = c.env.incoming.socket.remoteAddress ?? '';
  const origin = c.req.header('origin');
  const here = LOOPBACK_ADDRESS.test(address) && isLoopback(new URL(c.req.url).hostname) && (!origin || isLoopbackOrigin(origin));
  if (!here) return c.json({ error: 'this machine only' }, 403);
  await next();
};

function isLoopback(hostname: string): boolean {
  return LOOPBACK_HOST.test(hostname);
}

export function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}
