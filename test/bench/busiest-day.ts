import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { authenticateResident, formOf, submission, submitApplication } from '@assist/bff/measured';
import type { DivisionCode } from '@assist/policy';
import { type BenchBff, benchBff } from './bench-bff.ts';
import { ASSUMPTIONS, type Needs, needsOf } from './busiest-day-needs.ts';
import { type Load, load, luaText } from './load.ts';
import { middle } from './median.ts';
import { note } from './outcomes.ts';
import { standIn } from './sign-in.ts';
import { size } from './size.ts';

/** How many accounts the database holds; those who come are of all of them the last few. */
const HOUSEHOLDS = size('BENCH_HOUSEHOLDS', ASSUMPTIONS.households.value, 100_000);
const SECONDS = size('BENCH_SECONDS', 20, 5);
const ROUNDS = size('BENCH_ROUNDS', 3, 1);
const CLIENTS = 32;
const PEOPLE = 256;
const TOWNSHIPS = 8;
/** Clerks work at so many times what is needed of them, so that they stay ahead of what residents send at full speed. */
const CLERKS_AT = 4;

/**
 * The busiest day of a million households, sped up until the BFF can do no more: one BFF process answers residents (signing in, reading, sending,
 * in the proportions of that day) and clerks (taking the next item, opening it) at once. What is needed a second in the day's worst minutes
 * against what was answered.
 */
export async function benchBusiestDay(print: (text: string) => void): Promise<void> {
  const { wechat, base } = await standIn();
  const bff = await benchBff({ WECHAT_API_BASE: base, TRUSTED_PROXIES: '1' }).catch((error: unknown) => {
    wechat.kill();
    throw error;
  });
  try {
    const needs = needsOf();
    const offices = await bff.sql<{ id: string }[]>`select id from offices where live order by id limit ${TOWNSHIPS}`;
    await fill(bff, HOUSEHOLDS - PEOPLE);
    const request = await requests(bff, offices, needs);
    const sessions = await Promise.all(offices.map(({ id }, n) => clerkOf(bff, id, n)));
    print(
      `\nbusiest-day: ${HOUSEHOLDS.toLocaleString('en')} accounts, Postgres ${bff.version} with fsync, one BFF process, load ${loadavg()[0]?.toFixed(1)}`,
    );
    for (const [name, { value, why }] of Object.entries(ASSUMPTIONS)) print(`  ${name} = ${value.toLocaleString('en')} (${why})`);
    const got: Round[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const before = await bff.used();
      const stop = await clerksAtWork({ url: bff.staffUrl, sessions, claimsASecond: needs.claim * CLERKS_AT });
      const residents = load(bff.residentUrl, request, CLIENTS, SECONDS);
      const clerks = await stop();
      const after = await bff.used();
      const answers = residents.rate * SECONDS + clerks.claimed + clerks.opened;
      const core = { bff: (after.bff - before.bff) / answers, postgres: (after.postgres - before.postgres) / answers };
      // The first round warms up.
      if (round > 0) got.push({ residents, clerks, core });
    }
    tell(print, needs, got);
  } finally {
    await bff.close();
    wechat.kill();
  }
}

interface Round {
  readonly residents: Load;
  readonly clerks: Worked;
  /** Milliseconds of a core for one answer. */
  readonly core: { readonly bff: number; readonly postgres: number };
}

function tell(print: (text: string) => void, needs: Needs, got: readonly Round[]): void {
  const needed = needs.signIn + needs.read + needs.submit;
  const ratios = got.map(({ residents }) => residents.rate / needed);
  const lines = [
    { what: 'residents on the busiest day (signing in, reading, sending)', needed, found: got.map(({ residents }) => residents.rate) },
    { what: 'of these: sent applications', needed: needs.submit, found: ratios.map((ratio) => ratio * needs.submit) },
    { what: 'clerks beside them: taken up', needed: needs.claim, found: got.map(({ clerks }) => clerks.claimed / clerks.seconds) },
    { what: 'clerks beside them: opened', needed: needs.openCase, found: got.map(({ clerks }) => clerks.opened / clerks.seconds) },
  ];
  for (const { what, needed: least, found } of lines) {
    const ratio = middle(found) / least;
    note({
      what,
      ours: `${middle(found).toFixed(1)} /s`,
      reference: `needed ${least.toFixed(1)} /s`,
      ratio,
      goal: '≥ 1',
      reached: ratio >= 1,
    });
    print(
      `  ${what}: needed ${least.toFixed(1)} a second, answered ${middle(found).toFixed(1)} (${Math.min(...found).toFixed(1)} – ${Math.max(...found).toFixed(1)}): ${ratio.toFixed(2)} ×${ratio >= 1 ? '' : '  NOT REACHED'}`,
    );
  }
  const all = needed + needs.claim + needs.openCase;
  for (const side of ['bff', 'postgres'] as const) {
    const each = middle(got.map(({ core }) => core[side]));
    const cores = (all * each) / 1000;
    note({ what: `cores of ${side} for the busiest day (${each.toFixed(1)} ms an answer)`, ours: cores.toFixed(2) });
    print(`  ${side}: ${each.toFixed(1)} ms of a core for one answer, so ${cores.toFixed(2)} cores for ${all.toFixed(0)} answers a second`);
  }
  const refused = got.map(({ clerks }) => Object.values(clerks.refused).reduce((sum, n) => sum + n, 0));
  print(
    `  99 of 100 of the residents in ${middle(got.map(({ residents }) => residents.p99)).toFixed(0)} ms, of the clerks in ${middle(got.map(({ clerks }) => clerks.p99)).toFixed(0)} ms, with everything at its limit; refused: residents 0, clerks ${refused.join(', ')}; clerks came at ${CLERKS_AT} × what is needed of them`,
  );
}

/** Everybody else: they are only in the way of whoever is looked up. */
async function fill({ sql }: BenchBff, accounts: number): Promise<void> {
  await sql`
    insert into accounts (id, wechat_appid, openid_hash, openid_sealed, identity, created_at)
    select gen_random_uuid(), 'wx0', sha256(n::text::bytea), '\\x00', 'none', now() from generate_series(1, ${accounts}::int) as n`;
  await sql`vacuum analyze accounts`;
}

/** What wrk asks: by the weights of the day, of somebody who has an application already. */
async function requests(bff: BenchBff, offices: readonly { id: string }[], needs: Needs) {
  const bodies = offices.map(({ id }) => ({ form: formOf(id as DivisionCode) }));
  const people: { token: string; id: string }[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const [token, id] = [await bff.resident(`person-${n}`), randomUUID()];
    await submitApplication(bff.context, await authenticateResident(bff.context, token), id, submission(bodies[n % bodies.length]));
    people.push({ token, id });
  }
  const all = needs.signIn + needs.read + needs.submit;
  return {
    before: `local people = { ${people.map(({ token, id }) => `{ ${luaText(`Bearer ${token}`)}, "${id}" }`).join(', ')} }
      local bodies = { ${bodies.map((body) => luaText(JSON.stringify(submission(body)))).join(', ')} }
      local reads = { "/api/applications", "/api/messages" }
      local function from(who)
        return { ["authorization"] = who and who[1], ["content-type"] = "application/json",
          ["x-forwarded-for"] = string.format("10.%d.%d.%d", math.random(0, 255), math.random(0, 255), math.random(0, 255)) }
      end`,
    request: `local one, which = any(people), math.random()
      if which < ${needs.signIn / all} then
        return wrk.format("POST", "/api/session", from(nil), string.format('{"code":"person-%d"}', math.random(0, ${PEOPLE - 1})))
      elseif which < ${(needs.signIn + needs.submit) / all} then
        return wrk.format("PUT", "/api/applications/" .. uuid(), from(one), any(bodies))
      end
      local n = math.random(3)
      return wrk.format("GET", reads[n] or ("/api/applications/" .. one[2]), from(one))`,
  };
}

/** Somebody at the desk of a township, signed in. @returns the session */
async function clerkOf({ sql, context }: BenchBff, officeId: string, n: number): Promise<string> {
  const [staffId, session] = [`busy-${n}`, randomBytes(32).toString('base64url')];
  await sql`insert into staff_accounts (id, issuer, subject, name, role, office_id) values (${staffId}, 'bench', ${staffId}, '', 'handler', ${officeId})`;
  await sql`insert into staff_sessions (hash, staff_id, created_at, expires_at)
    values (${context.hash.find('staff-session', session)}, ${staffId}, now(), now() + interval '8 hours')`;
  return session;
}

interface Worked {
  readonly claimed: number;
  readonly opened: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly p99: number;
}

/** @returns what ends them, and says what they did */
async function clerksAtWork(given: { url: string; sessions: readonly string[]; claimsASecond: number }): Promise<() => Promise<Worked>> {
  const clerks = spawn(process.execPath, [fileURLToPath(new URL('./clerks-at-work.ts', import.meta.url)), JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: clerks.stdout });
  await once(lines, 'line');
  return async () => {
    const said = once(lines, 'line');
    clerks.kill('SIGTERM');
    const [line] = (await said) as [string];
    return JSON.parse(line) as Worked;
  };
}
