import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { residentApi, staffApi } from '@assist/contracts';
import postgres from 'postgres';
import { verify } from './case-for-test.ts';
import { inventedNumber } from './numbers.ts';
import { done, resident, SUFEN } from './people.ts';
import type { ReplicaForTest } from './replica-for-test.ts';

const LANES = 4;
/** Of one account; its list grows by each. */
const SENT_BY_ONE = 12;

/** Until the replica has replayed what the primary has now. */
export const shown = async (at: ReplicaForTest) => {
  const [place] = await at.bff.sql`select pg_current_wal_flush_lsn()::text as at`;
  const replica = postgres(at.url, { max: 1, onnotice: () => undefined });
  const reached = async () => (await replica`select pg_last_wal_replay_lsn() >= ${String(place?.at)}::pg_lsn as yes`)[0]?.yes === true;
  for (let tries = 0; !(await reached()); tries += 1) {
    if (tries > 3000) throw new Error('the replica does not follow');
    await pause(20);
  }
  await replica.end();
};

/** Whether it is read from; it is once it has come as far as the primary is now. */
export const usable = async (at: ReplicaForTest, yes: 0 | 1) => {
  if (yes) await shown(at);
  for (let tries = 0; (await at.gauge('assist_replica_usable')) !== yes; tries += 1) {
    if (tries > 600)
      throw new Error(`the replica did not come to ${yes ? 'be read from' : 'be left alone'}: ${JSON.stringify(await at.counts())}`);
    await pause(100);
  }
};
export interface Seen {
  reads: number;
  refused: string[];
  stale: string[];
  ms: number[];
}
const RANK: Readonly<Record<string, number>> = { received: 1, opened: 2 };

/** Somebody with two phones, a clerk, and what each of them was shown: no later look shows less. */
async function lane(at: ReplicaForTest, number: number, over: () => boolean, seen: Seen): Promise<void> {
  const { bff } = at;
  const clerk = (await bff.staff('sample-heli')).call;
  for (let person = 0; !over(); person += 1) {
    const name = `replica${String.fromCharCode(97 + number)}${'x'.repeat(person + 1)}${randomUUID().replace(/[^a-f]/g, '')}`;
    const first = await resident(bff, name, { name: SUFEN.name, number: inventedNumber() });
    await verify(bff, first.accountId);
    const second = await resident(bff, name, null);
    const known = new Map<string, number>();
    let told = 0;
    const look = async (call: typeof first.call) => {
      const must = new Map(known);
      const mustTold = told;
      const began = performance.now();
      const [list, inbox] = await Promise.all([call(residentApi.applications, {}), call(residentApi.messages, { query: {} })]);
      seen.ms.push(performance.now() - began);
      seen.reads += 2;
      for (const one of [list, inbox]) if (!one.ok) seen.refused.push(one.problem.code);
      if (list.ok) {
        const states = new Map(list.data.map((one) => [one.receipt.applicationId, RANK[one.state] ?? 0]));
        for (const [id, rank] of must)
          if ((states.get(id) ?? 0) < rank) seen.stale.push(`application ${states.get(id) ?? 'missing'} < ${rank}`);
        for (const [id, rank] of states) known.set(id, Math.max(known.get(id) ?? 0, rank));
      }
      if (inbox.ok) {
        if (inbox.data.items.length < mustTold) seen.stale.push(`messages ${inbox.data.items.length} < ${mustTold}`);
        told = Math.max(told, inbox.data.items.length);
      }
    };
    for (let sent = 0; sent < SENT_BY_ONE && !over(); sent += 1) {
      const id = randomUUID();
      const receipt = await first.submit(id);
      if (!receipt.ok) throw new Error(receipt.problem.code);
      known.set(id, 1);
      await Promise.all([look(second.call), look(first.call)]);
      // What a clerk does is told by WeChat: who then opens the page has to find it.
      done(await clerk(staffApi.markOpened, { params: { applicationId: id } }));
      known.set(id, 2);
      await look(second.call);
    }
  }
}

/** Everybody goes on while `fault` comes and goes. @returns figures of that time */
export async function during(at: ReplicaForTest, name: string, fault: () => Promise<unknown>) {
  const seen: Seen = { reads: 0, refused: [], stale: [], ms: [] };
  const before = await at.counts();
  let ended = false;
  const lanes = Promise.all(Array.from({ length: LANES }, (_, i) => lane(at, i, () => ended, seen)));
  await Promise.all([
    fault().finally(() => {
      ended = true;
    }),
    lanes,
  ]);
  const after = await at.counts();
  const grown = Object.fromEntries(
    Object.entries(after)
      .map(([why, n]) => [why, n - (before[why] ?? 0)])
      .filter(([, n]) => n !== 0),
  );
  seen.ms.sort((a, b) => a - b);
  const of = (part: number) => Math.round(seen.ms[Math.min(Math.floor(seen.ms.length * part), seen.ms.length - 1)] ?? 0);
  console.log(
    `${name}: ${seen.reads} reads, ${JSON.stringify(grown)}; both pages half ${of(0.5)} ms, 99 of a hundred ${of(0.99)}, slowest ${of(1)}`,
  );
  return { seen, grown: grown as Record<string, number> };
}
