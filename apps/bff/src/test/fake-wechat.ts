export const TEST_APPID = 'wx00112233445566aa';

/** How WeChat answers in tests: `code-<person>-<anything>` is that person's login or phone code; each is good once. */
export function fakeWechat(clock: () => number) {
  const used = new Set<string>();
  let bad: 'down' | 'nonsense' | 'busy' | undefined;
  const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'text/plain' } });
  const person = (code: string): string | undefined => /^code-([a-z]+)-/.exec(code)?.[1];
  const take = (code: string): Response | undefined => {
    if (!person(code)) return json({ errcode: 40029, errmsg: 'invalid code' });
    if (used.has(code)) return json({ errcode: 40163, errmsg: 'code been used' });
    used.add(code);
    return undefined;
  };
  const answer = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(input));
    if (bad === 'down') throw new TypeError('fetch failed');
    if (bad === 'nonsense') return new Response('<html>502 Bad Gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } });
    if (bad === 'busy') return json({ errcode: -1, errmsg: 'system error' });
    if (url.pathname === '/cgi-bin/stable_token') return json({ access_token: 'token-of-the-test', expires_in: 7200 });
    if (url.pathname === '/sns/jscode2session') {
      const code = url.searchParams.get('js_code') ?? '';
      return take(code) ?? json({ openid: `o-${person(code)}`, session_key: 'c2Vzc2lvbi1rZXk9PQ==' });
    }
    if (url.pathname === '/wxa/business/getuserphonenumber') {
      const { code } = JSON.parse(String(init?.body)) as { code: string };
      const digits = /-(\d+)$/.exec(code)?.[1] ?? '13800000000';
      const watermark = { timestamp: Math.floor(clock() / 1000), appid: TEST_APPID };
      return (
        take(code) ??
        json({ errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: digits, purePhoneNumber: digits, countryCode: '86', watermark } })
      );
    }
    return new Response('not here', { status: 404 });
  };
  return {
    fetch: answer as typeof fetch,
    set: (state: typeof bad) => {
      bad = state;
    },
  };
}
