import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { World } from '../state/world.ts';
import { plainToken, stableToken } from './access-token.ts';
import { answer, errorAnswer, spellingOf, WireError } from './answer.ts';
import { getverifyid, queryverifyinfo } from './face.ts';
import { getuserphonenumber } from './getuserphonenumber.ts';
import { jscode2session } from './jscode2session.ts';
import type { WireRequest } from './request-checks.ts';
import { checksession, resetusersessionkey } from './session-key.ts';
import { gettemplate, subscribeSend } from './subscribe-message.ts';

type Env = { Bindings: HttpBindings };
type Endpoint = (request: WireRequest, world: World) => object;

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/sns/jscode2session': jscode2session,
  '/wxa/checksession': checksession,
  '/wxa/resetusersessionkey': resetusersessionkey,
  '/cgi-bin/stable_token': stableToken,
  '/cgi-bin/token': plainToken,
  '/wxa/business/getuserphonenumber': getuserphonenumber,
  '/cityservice/face/identify/getverifyid': getverifyid,
  '/cityservice/face/identify/queryverifyinfo': queryverifyinfo,
  '/cgi-bin/message/subscribe/send': subscribeSend,
  '/wxaapi/newtmpl/gettemplate': gettemplate,
};

/** What a mini-program's server sees of WeChat. */
export function wirePlane(world: World): Hono<Env> {
  const app = new Hono<Env>();
  for (const [path, endpoint] of Object.entries(ENDPOINTS)) app.all(path, (c) => withFaults(c, path, world, endpoint));
  return app;
}

async function withFaults(c: Context<Env>, path: string, world: World, endpoint: Endpoint): Promise<Response> {
  const request = { method: c.req.method, query: new URL(c.req.url).searchParams, text: await c.req.text() };
  const carryOut = () => run(request, path, world, endpoint);
  for (const fault of world.faults.strike(path)) {
    if (fault.kind === 'latency') {
      await world.wait(fault.ms);
      continue;
    }
    const real = fault.after || fault.kind === 'truncated' ? carryOut() : undefined;
    switch (fault.kind) {
      case 'reset':
        c.env.incoming.socket.resetAndDestroy();
        return RESPONSE_ALREADY_SENT;
      case 'errcode':
        return errorAnswer(fault.errcode, spellingOf(path), world.clock.now());
      case 'html-502':
        return c.html(page('502 Bad Gateway'), 502);
      case 'html-500':
        return c.html(page('500 Internal Server Error'), 500);
      case 'nonsense':
        return answer({ errcode: 'maybe', errmsg: ['?'], verify_ret: 'yes', verify_id: 7, data: null }, spellingOf(path));
      case 'truncated': {
        const whole = (await real?.text()) ?? '';
        return c.body(whole.slice(0, Math.floor(whole.length / 2)), 200, { 'content-type': real?.headers.get('content-type') ?? '' });
      }
    }
  }
  return carryOut();
}

function run(request: WireRequest, path: string, world: World, endpoint: Endpoint): Response {
  const record = (errcode: number) =>
    void world.calls.push({ at: new Date(world.clock.now()).toISOString(), method: request.method, path, errcode });
  try {
    const body = endpoint(request, world);
    record(0);
    return answer(body, spellingOf(path));
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    record(error.errcode);
    return errorAnswer(error.errcode, spellingOf(path), world.clock.now(), error.text);
  }
}

function page(title: string): string {
  return `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}
