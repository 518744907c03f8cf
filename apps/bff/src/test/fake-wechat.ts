export const TEST_APPID = 'wx00112233445566aa';

/** What the test decides about faces, and what it can look at. */
interface FakeFace {
  /** An error code instead of a verify_id. */
  begin: number | undefined;
  ret: number;
  query: number | 'nonsense' | 'down' | undefined;
  /** Whose face was asked for. */
  readonly opened: { readonly name: string; readonly number: string }[];
  /** How often it was asked for a result. */
  asked: number;
}

/** How WeChat answers in tests: `code-<person>-<anything>` is that person's login or phone code; each is good once. */
export function fakeWechat(clock: () => number) {
  const used = new Set<string>();
  let bad: 'down' | 'nonsense' | 'busy' | undefined;
  /** Face checks that were opened, by their id: when, and with which sequence number. */
  const faces = new Map<string, { readonly at: number; readonly sequenceNumber: string }>();
  const face: FakeFace = { begin: undefined, ret: 10000, query: undefined, opened: [], asked: 0 };
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
    if (url.pathname === '/cityservice/face/identify/getverifyid') return beginFace(JSON.parse(String(init?.body)));
    if (url.pathname === '/cityservice/face/identify/queryverifyinfo') return askFace(JSON.parse(String(init?.body)));
    return new Response('not here', { status: 404 });
  };
  const beginFace = (body: { out_seq_no: string; cert_info: { cert_name: string; cert_no: string } }): Response => {
    if (face.begin) return json({ errcode: face.begin, errmsg: 'told by the test' });
    if ([...faces.values()].some((one) => one.sequenceNumber === body.out_seq_no)) return json({ errcode: 84019, errmsg: 'exists' });
    const verifyId = `verify-${faces.size + 1}`;
    faces.set(verifyId, { at: clock(), sequenceNumber: body.out_seq_no });
    face.opened.push({ name: body.cert_info.cert_name, number: body.cert_info.cert_no });
    return json({ errcode: 0, errmsg: 'ok', verify_id: verifyId, expires_in: 3600 });
  };
  const askFace = (body: { verify_id: string; out_seq_no: string }): Response => {
    face.asked += 1;
    const known = faces.get(body.verify_id);
    if (face.query === 'nonsense') return new Response('<html>', { headers: { 'content-type': 'text/html' } });
    if (face.query === 'down') throw new TypeError('fetch failed');
    if (face.query) return json({ errcode: face.query, errmsg: 'told by the test' });
    if (known?.sequenceNumber !== body.out_seq_no) return json({ errcode: 84020, errmsg: 'mismatch' });
    if (clock() - known.at >= 3_600_000) return json({ errcode: 84022, errmsg: 'expired' });
    return json({ errcode: 0, errmsg: 'ok', verify_ret: face.ret });
  };
  return {
    face,
    fetch: answer as typeof fetch,
    set: (state: typeof bad) => {
      bad = state;
    },
  };
}
