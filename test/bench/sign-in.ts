import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { signIn } from '@assist/bff/measured';
import { benchBff } from './bench-bff.ts';
import { compare } from './compare.ts';
import { load, pgbench } from './load.ts';

const SECONDS = 4;
const PEOPLE = 256;

/**
 * Signing in again of somebody who was here: WeChat asked (a stand-in that answers at once), the account found, a family of tokens begun, two
 * tokens made, the look counted and on the trail; against what of it Postgres has to do, run by pgbench in one transaction.
 */
export async function benchSignIn(print: (text: string) => void): Promise<void> {
  const { wechat, base } = await standIn();
  const bff = await benchBff({ WECHAT_API_BASE: base, TRUSTED_PROXIES: '1' }).catch((error: unknown) => {
    wechat.kill();
    throw error;
  });
  try {
    for (let n = 0; n < PEOPLE; n++) await signIn(bff.context, { code: `person-${n}` });
    const accounts = await bff.sql<{ id: string; hash: string }[]>`select id, encode(openid_hash, 'hex') as hash from accounts limit 16`;
    const statements = accounts.map(({ id, hash }) => least(id, hash));
    // A hall's phones share an address, and an address has its limit: these come from many.
    const request = {
      before: '',
      request: `return wrk.format("POST", "/api/session", { ["content-type"] = "application/json",
          ["x-forwarded-for"] = string.format("10.%d.%d.%d", math.random(0, 255), math.random(0, 255), math.random(0, 255)) },
        string.format('{"code":"person-%d"}', math.random(0, ${PEOPLE - 1})))`,
    };
    print(`\nsign-in: ${PEOPLE} people who were here before, Postgres ${bff.version} with fsync, load ${loadavg()[0]?.toFixed(1)}`);
    compare(print, {
      what: 'signing in over HTTP',
      ours: (clients) => load(bff.residentUrl, request, clients, SECONDS),
      limit: (clients) => pgbench(bff.url, statements, clients, SECONDS, 'account'),
    });
  } finally {
    await bff.close();
    wechat.kill();
  }
}

/** WeChat as a process of its own, that answers at once. */
export async function standIn(): Promise<{ wechat: ChildProcess; base: string }> {
  const wechat = spawn(process.execPath, [fileURLToPath(new URL('./wechat-stand-in.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(wechat.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { wechat, base: `http://127.0.0.1:${String(port).trim()}` };
}

const least = (accountId: string, openidHash: string): string => `
  begin;
  insert into rate_counts (key, window_start, count) values ('signIn:' || gen_random_uuid(), date_trunc('minute', now()), 1)
    on conflict (key, window_start) do update set count = rate_counts.count + 1;
  select * from accounts where wechat_appid = 'wx0' and openid_hash = '\\x${openidHash}';
  with family as (insert into session_families (id, account_id, created_at) values (gen_random_uuid(), '${accountId}', now()) returning id)
    insert into refresh_tokens (hash, family_id, issued_at, expires_at)
    select sha256(gen_random_uuid()::text::bytea), id, now(), now() + interval '30 days' from family;
  insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id)
    values (now(), 'account', '${accountId}', 'signed-in', 'account', '${accountId}');
  commit;
`;
