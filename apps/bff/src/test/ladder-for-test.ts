import { randomUUID } from 'node:crypto';
import { databaseForTest } from '@assist/local-postgres/testing';
import type { CivilDate } from '@assist/policy';
import { compose } from '../compose.ts';
import type { Config } from '../config.ts';
import { connect } from '../db/connect.ts';
import { accountPlace } from '../services/account/account.ts';
import { casePlace } from '../services/case-file/sealed-places.ts';
import type { Handed, Outgoing } from '../services/channel/ports.ts';
import { deliveryReported } from '../services/channel/report.ts';
import { endSilence, sendWaiting, takeUpKilled } from '../services/channel/send-waiting.ts';
import type { Context } from '../services/context.ts';
import { climbReminders } from '../services/reminder/climb.ts';
import { startDueReminders } from '../services/reminder/start.ts';
import { SUNDAY, testConfig } from './bff-for-test.ts';
import { emptyTables } from './empty-for-test.ts';
import { TEST_APPID } from './fake-wechat.ts';
import { SUFEN } from './people.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const OFFICE = '500107001';
const TEMPLATES = { progress: 'T-progress', due: 'T-due', visit: 'T-visit' };

type Answer = 'delivered' | 'refused' | 'busy' | 'down' | 'nonsense' | 'wrong';

/** A database with one household, WeChat and two providers played by the test, and time that stands still. */
export async function ladderForTest(change: (config: Config) => Config = (config) => config) {
  const database = await databaseForTest();
  let time = SUNDAY;
  let wechat: Answer = 'delivered';
  const sent = { wechat: [] as Record<string, unknown>[], text: [] as Outgoing[], voice: [] as Outgoing[] };
  let phone: { text: Handed; voice: Handed } = { text: { kind: 'taken' }, voice: { kind: 'taken' } };
  const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
  const fetch = (async (input: string | URL | Request, init?: RequestInit) => {
    const { pathname } = new URL(String(input));
    if (pathname === '/cgi-bin/stable_token') return json({ access_token: 'token', expires_in: 7200 });
    if (pathname === '/wxaapi/newtmpl/gettemplate')
      return json({
        errcode: 0,
        errmsg: 'ok',
        data: Object.values(TEMPLATES).map((id) => ({
          priTmplId: id,
          title: id,
          content: '事项:{{thing1.DATA}}\n验真码:{{character_string2.DATA}}\n日期:{{date3.DATA}}\n',
          example: '',
          type: 2,
        })),
      });
    if (pathname !== '/cgi-bin/message/subscribe/send') return new Response('', { status: 404 });
    if (wechat === 'down') throw new TypeError('fetch failed');
    if (wechat === 'nonsense') return new Response('<html>', { status: 502 });
    if (wechat === 'refused') return json({ errcode: 43101, errmsg: 'user refuse to accept the msg rid: 1' });
    if (wechat === 'busy') return json({ errcode: -1, errmsg: 'system error' });
    if (wechat === 'wrong') return json({ errcode: 47003, errmsg: 'argument invalid! data.thing1.value invalid rid: 1' });
    sent.wechat.push(JSON.parse(String(init?.body)) as Record<string, unknown>);
    return json({ errcode: 0, errmsg: 'ok', msgid: 1700827132819554 + sent.wechat.length });
  }) as typeof globalThis.fetch;
  const config = change({ ...testConfig(database.url, '/tmp/assist-ladder-test') });
  const composed = compose({ ...config, wechat: { ...config.wechat, templates: TEMPLATES } }, 'test', () => '', {
    clock: () => time,
    fetch,
  });
  const take = async (channel: 'text' | 'voice', message: Outgoing): Promise<Handed> => {
    sent[channel].push(message);
    return phone[channel];
  };
  const ctx: Context = {
    ...composed.context,
    texts: { send: (message) => take('text', message) },
    calls: { call: (message) => take('voice', message) },
  };
  // As the owner: what these stories write down by hand, the processes may not.
  const owner = connect(database.url, 4, 'test');
  const sql = owner.client;
  const run = async () => {
    await climbReminders(ctx);
    await takeUpKilled(ctx);
    await sendWaiting(ctx);
    await endSilence(ctx);
    await climbReminders(ctx);
    await sendWaiting(ctx);
  };
  return {
    ctx,
    loopback: composed.context,
    sql,
    sent,
    run,
    /** The chore that puts people on the ladder, then everything else. */
    begin: async () => {
      await startDueReminders(ctx);
      await run();
    },
    pass: async (ms: number) => {
      time += ms;
      await run();
    },
    /** Moves time, without the worker. */
    later: (ms: number) => {
      time += ms;
    },
    setTime: (ms: number) => {
      time = ms;
    },
    now: () => time,
    wechatSays: (answer: Answer) => {
      wechat = answer;
    },
    phoneSays: (answers: Partial<typeof phone>) => {
      phone = { ...phone, ...answers };
    },
    report: async (channel: 'text' | 'voice', outcome: 'delivered' | 'bounced') => {
      const ref = sent[channel].at(-1)?.ref as string;
      await deliveryReported(ctx, outcome === 'delivered' ? { ref, outcome } : { ref, outcome, why: 'dead-number' });
      await run();
    },
    /** Somebody's account, verified unless said otherwise. */
    account: async (credits = 0, given: { phone?: string; verified?: boolean } = {}) => {
      const id = randomUUID();
      const openid = `o-${id}`;
      const number = ctx.hash.find('paper-number', `resident-identity:${SUFEN.number}`);
      await sql`insert into accounts (id, wechat_appid, openid_hash, openid_sealed, identity, name_sealed, paper_sealed, number_hash,
          phone_sealed, phone_hash, verified_at, created_at)
        values (${id}, ${TEST_APPID}, ${ctx.hash.find('openid', `${TEST_APPID}:${openid}`)}, ${ctx.cipher.seal(accountPlace.openid(id), openid)},
          ${given.verified === false ? 'claimed' : 'verified'}, ${ctx.cipher.seal(accountPlace.name(id), SUFEN.name)},
          ${ctx.cipher.sealJson(accountPlace.paper(id), { kind: 'resident-identity', number: SUFEN.number })}, ${number},
          ${given.phone ? ctx.cipher.seal(accountPlace.phone(id), given.phone) : null}, ${given.phone ? ctx.hash.find('phone', given.phone) : null},
          ${new Date(time).toISOString()}, ${new Date(time).toISOString()})`;
      if (credits > 0)
        for (const template of Object.values(TEMPLATES))
          await sql`insert into subscribe_credits values (${id}, ${template}, ${credits}, ${new Date(time).toISOString()})`;
      return id;
    },
    /** A household of one in the register. */
    household: async (due: CivilDate, given: { phone?: string; village?: string; number?: string } = {}) => {
      const caseId = randomUUID();
      const at = new Date(time).toISOString();
      const number = given.number ?? SUFEN.number;
      await sql`insert into case_files (id, office_id, district, register_number, area, village, household_sealed, members, amount, kinds,
          fingerprint, created_at, updated_at)
        values (${caseId}, ${OFFICE}, '500107', ${caseId.slice(0, 12)}, 'urban', ${given.village ?? null},
          ${ctx.cipher.sealJson(casePlace.household(caseId), {})}, 1, 60000, '{subsistence}', ${Buffer.from(caseId)}, ${at}, ${at})`;
      await sql`insert into case_members (case_id, member_id, office_id, person_sealed, number_hash, phone_sealed, relation, next_authentication)
        values (${caseId}, 'm1', ${OFFICE},
          ${ctx.cipher.sealJson(casePlace.person(caseId, 'm1'), { name: SUFEN.name, paper: { kind: 'resident-identity', number } })},
          ${ctx.hash.find('paper-number', `resident-identity:${number}`)},
          ${given.phone ? ctx.cipher.seal(casePlace.phone(caseId, 'm1'), given.phone) : null}, 'self', ${due})`;
      await sql`insert into case_benefits values (${caseId}, 'subsistence', '', ${OFFICE}, 60000, '2024-01-01')`;
      return caseId;
    },
    reminder: async () => {
      const [row] = await sql<{ step: string | null; ended_why: string | null; visit_id: string | null }[]>`
        select step, ended_why, visit_id from reminders order by started_at desc limit 1`;
      return row;
    },
    tasks: () => sql<{ about: string[]; marks: string[]; open: boolean }[]>`select about, marks, open from work_items where kind = 'visit'`,
    clear: async () => {
      time = SUNDAY;
      wechat = 'delivered';
      phone = { text: { kind: 'taken' }, voice: { kind: 'taken' } };
      for (const list of Object.values(sent)) list.length = 0;
      await emptyTables(sql, [
        'reminders',
        'sends',
        'messages',
        'reality_codes',
        'subscribe_credits',
        'wechat_pushes',
        'loopback_messages',
        'loopback_scripts',
        'visits',
        'work_items',
        'case_events',
        'case_benefits',
        'case_members',
        'case_files',
        'accounts',
        'outbox',
      ]);
    },
    close: async () => {
      await composed.connection.close();
      await owner.close();
      await database.drop();
    },
  };
}
export type LadderForTest = Awaited<ReturnType<typeof ladderForTest>>;
