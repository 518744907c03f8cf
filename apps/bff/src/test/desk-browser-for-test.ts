/** A browser: keeps cookies by port (ours are told apart by name anyway) and does not follow by itself. */
export function browser() {
  const jar = new Map<string, string>();
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  const follow = async (answer: Response, until: (url: string) => boolean): Promise<string> => {
    let url = new URL(answer.headers.get('location') ?? '', answer.url).href;
    while (!until(url)) {
      const next = await go(url);
      const to = next.headers.get('location');
      if (!to) return url;
      url = new URL(to, url).href;
    }
    return url;
  };
  /** From the desk's sign-in over the page of the identity provider, as one of its clerks, up to coming back. */
  const begin = async (login: string, clerk: string, more: Record<string, string> = {}) => {
    const begun = await go(login);
    const asked = new URL(begun.headers.get('location') ?? '', begun.url);
    const page = await follow(begun, (url) => url.includes('/choose/') || url.includes('/staff/auth/callback'));
    if (page.includes('/staff/auth/callback')) return { url: page, asked, words: '' };
    const words = await (await go(page)).text();
    const chosen = await go(page, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ clerk, ...more }).toString(),
    });
    return { url: await follow(chosen, (url) => url.includes('/staff/auth/callback')), asked, words };
  };
  return { go, follow, jar, begin };
}
