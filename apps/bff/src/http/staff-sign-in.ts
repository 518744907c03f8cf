import type { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { ServiceProblem } from '../services/problem.ts';
import { countCall } from '../services/rate/count.ts';
import { authenticateStaff, staffSignOut } from '../services/staff/session.ts';
import { beginStaffSignIn, finishStaffSignIn, STAFF_SESSION_MS } from '../services/staff/sign-in.ts';
import { signedOutElsewhere } from '../services/staff/signed-out-elsewhere.ts';
import { addressOf } from './address.ts';
import { answerProblem } from './base-app.ts';
import type { Env } from './environment.ts';
import { refuseForgery } from './forgery.ts';
import { readLimited } from './read-body.ts';
import type { StaffAppOptions } from './staff-app.ts';

export const SESSION_COOKIE = 'desk_session';
const BROWSER_COOKIE = 'desk_sign_in';
const LOGIN = '/staff/auth/login';
const CALLBACK = '/staff/auth/callback';
const LOGOUT = '/staff/auth/logout';
/** The identity provider's, not a browser's: OpenID Connect Back-Channel Logout 1.0. */
const LEFT_ELSEWHERE = '/staff/auth/backchannel-logout';
const MOST_TOKEN_BYTES = 16 * 1024;

/** A path of the desk itself; anything else would lead a clerk to somebody else's page. */
export const safeReturn = (path: string | undefined): string => (path && /^\/(?![/\\])[\w\-./?=&%#]*$/.test(path) ? path : '/');

/** Whose session this browser has, to be raised; without one it is a plain sign-in. */
const sessionOf = (ctx: StaffAppOptions['services'], cookie: string | undefined): Promise<Buffer | undefined> =>
  authenticateStaff(ctx, cookie).then(
    ({ session }) => session,
    () => undefined,
  );

/** Sign-in through the identity provider. A person's browser comes here, so a problem leads back to the desk with its code. */
export function staffSignInRoutes(app: Hono<Env>, options: StaffAppOptions): void {
  const ctx = options.services;
  const cookie = (maxAge: number): CookieOptions => ({
    path: '/staff',
    httpOnly: true,
    sameSite: 'Lax',
    secure: new URL(options.deskUrl()).protocol === 'https:',
    maxAge,
  });
  app.get(LOGIN, async (c) => {
    c.set('route', LOGIN);
    await countCall(ctx, 'staffSignIn', addressOf(c, options.trustedProxies));
    const raises = c.req.query('second') === '1' ? await sessionOf(ctx, getCookie(c, SESSION_COOKIE)) : undefined;
    const { url, browser } = await beginStaffSignIn(ctx, safeReturn(c.req.query('returnTo')), raises);
    setCookie(c, BROWSER_COOKIE, browser, cookie(600));
    return c.redirect(url.href, 302);
  });
  app.get(CALLBACK, async (c) => {
    c.set('route', CALLBACK);
    setCookie(c, BROWSER_COOKIE, '', cookie(0));
    try {
      const finished = await finishStaffSignIn(ctx, new URL(c.req.url), getCookie(c, BROWSER_COOKIE));
      const back = new URL(finished.returnTo, options.deskUrl());
      if ('refused' in finished) {
        answerProblem(c, finished.refused, options.log);
        back.searchParams.set('problem', finished.refused.code);
      } else setCookie(c, SESSION_COOKIE, finished.session, cookie(STAFF_SESSION_MS / 1000));
      return c.redirect(back.href, 302);
    } catch (error) {
      answerProblem(c, error, options.log);
      return c.redirect(`${options.deskUrl()}/?problem=${c.get('problem')}&instance=${c.get('instance')}`, 302);
    }
  });
  app.post(LOGOUT, async (c) => {
    c.set('route', LOGOUT);
    refuseForgery(c, options.deskUrl());
    const left = await staffSignOut(ctx, await authenticateStaff(ctx, getCookie(c, SESSION_COOKIE)));
    setCookie(c, SESSION_COOKIE, '', cookie(0));
    return c.json(left);
  });
  app.post(LEFT_ELSEWHERE, async (c) => {
    c.set('route', LEFT_ELSEWHERE);
    await countCall(ctx, 'staffSignIn', addressOf(c, options.trustedProxies));
    const body = await readLimited(c.req.raw, MOST_TOKEN_BYTES, 'too-large');
    const token = new URLSearchParams(body.toString('utf8')).get('logout_token');
    if (!token || !(await signedOutElsewhere(ctx, token))) throw new ServiceProblem('bad-request');
    return c.body(null, 200);
  });
}
