import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { residentApi } from '@assist/contracts';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, connect } from './db/connect.ts';
import { scopedTo } from './db/scope.ts';
import { changeForm } from './services/change/told-for-test.ts';
import { replicaReads } from './services/replica/reads.ts';
import { type Bff, startBff } from './start-bff.ts';
import { putCase } from './test/case-for-test.ts';
import { townForTest, yuan } from './test/household-for-test.ts';
import { done, YANGJIAPING, ZHONGSHANLU } from './test/people.ts';
import { type ReplicaForTest, replicaForTest } from './test/replica-for-test.ts';
import { during, type Seen, shown, usable } from './test/replica-lanes-for-test.ts';

/** Each fault so long, or until it has done its work. */
const FAULT_MS = Number(process.env.REPLICA_FAULT_MS ?? 3000);

let at: ReplicaForTest;
beforeAll(async () => {
  at = await replicaForTest();
}, 300_000);
afterAll(() => at?.close(), 60_000);

it('每一个可以从副本读的，都真从副本读到，和主库一字不差；哪一个也不写', { timeout: 300_000 }, async () => {
  const { bff } = at;
  const town = townForTest(bff);
  const caseId = await town.household();
  const runId = await town.open('raise', caseId);
  const opinion = { kind: 'opinion', reason: '添了人', proposal: { benefits: [{ kind: 'subsistence', amount: yuan(900) }] } } as const;
  done(await town.at('heli', runId, opinion as never));
  done(await town.at('denghua', runId, { kind: 'notice-posted' }));
  const me = await town.verified('replicapages');
  const applicationId = randomUUID();
  done(await me.submit(applicationId));
  const [certificateId, changeId] = [randomUUID(), randomUUID()];
  done(await me.call(residentApi.submitChange, { params: { changeId }, body: { form: changeForm(caseId) } }));
  done(await me.call(residentApi.issueCertificate, { params: { certificateId }, body: { caseId } }));
  const code = done(await me.call(residentApi.certificates, {})).given[0]?.code;
  await bff.worker.drain();

  // The same without a replica, on the same database.
  const { databaseReplicaUrl: _, metrics: _metrics, ...rest } = bff.config;
  const alone: Bff = await startBff({
    config: { ...rest, databaseReplicaUrl: undefined, metrics: undefined },
    clock: bff.clock,
    fetch: bff.wechat.fetch,
    log: () => undefined,
  });
  const ids: Record<string, string> = { applicationId, runId, changeId, district: '500107' };
  const query: Record<string, string> = { postings: `?office=${YANGJIAPING}` };
  const bodies: Record<string, unknown> = { checkReality: { code: 'ABCDEFGH' }, checkCertificate: { code } };
  const ask = async (base: string, id: string) => {
    const e = residentApi[id as keyof typeof residentApi];
    const answer = await fetch(base + e.path.replace(/\{(\w+)\}/g, (_all, name) => String(ids[name])) + (query[id] ?? ''), {
      method: e.method,
      headers: { authorization: `Bearer ${me.accessToken}`, 'content-type': 'application/json' },
      ...(bodies[id] !== undefined && { body: JSON.stringify(bodies[id]) }),
    });
    const text = await answer.text();
    return `${answer.status} ${answer.ok ? text : (JSON.parse(text) as { code: string }).code}`;
  };
  await usable(at, 1);
  const found: Record<string, string> = {};
  for (const id of replicaReads()) {
    const before = await at.counts();
    const expected = await ask(alone.residentUrl, id);
    for (let tries = 0; ; tries += 1) {
      expect([id, await ask(bff.residentUrl, id)]).toEqual([id, expected]);
      const now = await at.counts();
      expect([id, now.writes, now.broke]).toEqual([id, before.writes, before.broke]);
      if ((now.served ?? 0) > (before.served ?? 0)) break;
      if (tries === 20) throw new Error(`${id} is never read from the replica: ${JSON.stringify(now)}`);
      await usable(at, 1);
    }
    found[id] = expected.slice(0, 3);
  }
  await alone.close();
  expect(Object.entries(found).filter(([, status]) => status !== '200')).toEqual([]);
  // What is counted is counted on the primary, each time.
  expect(done(await me.call(residentApi.certificates, {})).given[0]?.checks).toBeGreaterThanOrEqual(2);
});

it('行级安全在副本上和主库上一样：谁问、问得到几行，一张表一张表对；副本上什么也写不进', { timeout: 120_000 }, async () => {
  const { bff } = at;
  await putCase(bff, { officeId: ZHONGSHANLU });
  const hidden = await putCase(bff);
  await shown(at);
  const tables = (await bff.sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and relrowsecurity order by 1`) as unknown as { name: string }[];
  expect(tables.length).toBeGreaterThan(50);
  const counted = async (url: string, readOnly: boolean) => {
    const open = (actor: 'account' | 'door') => connect(url, 1, 'test', actor, readOnly);
    const [door, account] = [open('door'), open('account')];
    const staff = (offices: string[], more = {}) => scopedTo(door.client, { staffId: 'x', offices, hidden: [], ...more }).db;
    const rows: Record<string, Record<string, number>> = {};
    const asking: Record<string, Connection['db']> = {
      door: door.db,
      account: account.db,
      here: staff([YANGJIAPING]),
      there: staff([ZHONGSHANLU]),
      relative: staff([YANGJIAPING], { hidden: [hidden] }),
      village: staff([YANGJIAPING], { villages: ['样例一村'], role: 'assistant' }),
      district: staff([], { districts: ['500107'], role: 'confirmer' }),
      nobody: staff([]),
    };
    for (const [who, db] of Object.entries(asking)) {
      const counts: Record<string, number> = {};
      for (const { name } of tables) {
        const [row] = (await db.execute(sql`select count(*)::int as n from ${sql.identifier(name)}`)) as unknown as { n: number }[];
        counts[name] = row?.n ?? -1;
      }
      rows[who] = counts;
    }
    await Promise.all([door.close(), account.close()]);
    return rows;
  };
  const onReplica = await counted(at.url, true);
  expect(onReplica).toEqual(await counted(bff.config.databaseUrl, false));
  // And it is no list of zeros.
  const cases = (who: string) => onReplica[who]?.case_files ?? 0;
  expect([cases('here') > 0, cases('there'), cases('door'), cases('nobody'), cases('village')]).toEqual([true, 1, 0, 0, 0]);
  expect([cases('account'), cases('relative')]).toEqual([cases('here') + cases('there'), cases('here') - 1]);
  const link = connect(at.url, 1, 'test', 'account', true);
  await expect(link.client`insert into chore_turns values ('x', now())`).rejects.toThrow(/read-only transaction/);
  await expect(link.client`set default_transaction_read_only = off`.then(() => link.client`delete from messages`)).rejects.toThrow(
    /recovery|read-only/,
  );
  await link.close();
});

/** So long, and on a busy machine until somebody was served by the replica. */
const untilServed = async () => {
  const before = (await at.counts()).served ?? 0;
  await pause(FAULT_MS);
  for (let tries = 0; tries < 300 && ((await at.counts()).served ?? 0) === before; tries += 1) await pause(100);
};
const whole = ({ seen }: { seen: Seen }) => {
  expect(seen.reads).toBeGreaterThan(0);
  expect({ stale: seen.stale, refused: seen.refused }).toEqual({ stale: [], refused: [] });
};

it('跟得上、慢一点、慢得多、停着、重放不动：自己写的、看过的、别人告诉的，都在；谁也没看到出错', { timeout: 600_000 }, async () => {
  await usable(at, 1);
  const quiet = await during(at, 'following', untilServed);
  whole(quiet);
  expect(quiet.grown.served).toBeGreaterThan(0);
  await at.lag(20);
  whole(await during(at, '20 ms behind', () => pause(FAULT_MS)));
  await at.lag(400);
  const late = await during(at, '400 ms behind', () => pause(FAULT_MS));
  whole(late);
  expect(late.grown.behind).toBeGreaterThan(0);
  await at.lag(0);
  const paused = await during(at, 'replay paused', async () => {
    await at.pause();
    await pause(FAULT_MS);
    expect(await at.gauge('assist_replica_lag_seconds')).toBeGreaterThan(1);
    expect(await at.gauge('assist_replica_lag_bytes')).toBeGreaterThan(0);
    await at.resume();
  });
  whole(paused);
  expect(paused.grown.behind).toBeGreaterThan(0);
  await usable(at, 1);
  expect(await at.gauge('assist_replica_lag_seconds')).toBeLessThan(FAULT_MS / 1000);
});

it('副本被杀、不出声、主库被杀再起：一样', { timeout: 600_000 }, async () => {
  await usable(at, 1);
  whole(
    await during(at, 'killed and started again', async () => {
      await at.kill();
      await pause(FAULT_MS);
      await at.start();
      await usable(at, 1);
      await pause(FAULT_MS / 2);
    }),
  );
  const silent = await during(at, 'says nothing', async () => {
    await at.freeze();
    await pause(FAULT_MS);
    at.thaw();
    await usable(at, 1);
  });
  whole(silent);
  expect((silent.grown.slow ?? 0) + (silent.grown.away ?? 0)).toBeGreaterThan(0);
  // Nobody works meanwhile: without the primary nothing can be taken.
  await at.restartPrimary();
  await expect.poll(async () => (await fetch(`${at.bff.residentUrl}/readyz`)).status).toBe(200);
  await usable(at, 1);
  whole(await during(at, 'after the primary was killed and is back', untilServed));
});

it('副本升成了主库、有人在那边写了：不从那边读；重新做一个，又从副本读', { timeout: 600_000 }, async () => {
  await usable(at, 1);
  const promoted = await during(at, 'promoted', async () => {
    await pause(FAULT_MS / 3);
    await at.promote();
    const there = postgres(at.url, { max: 1, onnotice: () => undefined });
    await there`update messages set read_at = now()`;
    await there`delete from application_events`;
    await there.end();
    await usable(at, 0);
    await pause(FAULT_MS);
  });
  whole(promoted);
  expect(promoted.grown['not-a-replica']).toBeGreaterThan(0);
  await at.remake();
  await usable(at, 1);
  const again = await during(at, 'made anew', untilServed);
  whole(again);
  expect(again.grown.served).toBeGreaterThan(0);
});
