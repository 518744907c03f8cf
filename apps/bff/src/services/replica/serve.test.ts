import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../db/connect.ts';
import type { LogPosition, ReplicaLink, Standing } from '../../db/replica.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { lagOf } from './lag.ts';
import { isReplicaRead } from './reads.ts';
import { type ReplicaLimits, type ReplicaReads, replicaReads } from './serve.ts';

/** Where everything is answered no clock decides; where somebody never answers the test says how long is too long. */
const PATIENT = { catchUp: 20_000, check: 20_000, read: 20_000, look: 20_000, stuck: 20_000 };
const PRIMARY = { db: 'primary' as unknown as Database } as Context;
const REPLICA = 'replica' as unknown as Database;
const at = (place: number): LogPosition => ({ cluster: 'ours', line: 1, at: BigInt(place) });
const following = (place: number, change: Partial<Standing> = {}): Standing => ({ ...at(place), following: true, ...change });
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

let primaryAt: number;
let standing: () => Promise<Standing>;
let counted: (string | undefined)[];
let letGo: number;
let replica: ReplicaReads;
let limits: { -readonly [K in keyof ReplicaLimits]: number };
beforeEach(async () => {
  primaryAt = 100;
  standing = async () => following(primaryAt);
  counted = [];
  letGo = 0;
  limits = { ...PATIENT };
  const link: ReplicaLink = {
    reading: (work) => work(REPLICA, () => standing()),
    look: () => standing(),
    letGo: () => {
      letGo += 1;
    },
    close: async () => undefined,
  };
  replica = replicaReads({
    primary: undefined as never,
    link,
    counted: (why) => counted.push(why),
    position: async () => at(primaryAt),
    limits,
  });
  await replica.look();
});

const whoAnswered = async (verb = async (ctx: Context) => ctx.db as unknown as string) =>
  (replica.begin('applications') as NonNullable<ReturnType<ReplicaReads['begin']>>)(PRIMARY, verb);

describe('问哪一个', () => {
  it('跟上了的，问副本；没写进名单的，从来不问', async () => {
    expect(await whoAnswered()).toBe('replica');
    expect(counted).toEqual([undefined]);
    for (const id of ['drafts', 'readFile', 'myDataCopy', 'me', 'urgentStatus', 'submitApplication', 'nothing']) {
      expect([id, isReplicaRead(id), replica.begin(id)]).toEqual([id, false, undefined]);
    }
  });

  it('差一点，等一等；等到了还是问副本', async () => {
    let place = 98;
    standing = async () => following(place++);
    expect(await whoAnswered()).toBe('replica');
    expect(place).toBe(101);
  });

  it('等不到，问主库；接下来不再去等，看到跟上了才再问', async () => {
    limits.catchUp = 1;
    standing = async () => following(99);
    expect(await whoAnswered()).toBe('primary');
    expect(replica.state.usable).toBe(false);
    standing = async () => {
      throw new Error('asked all the same');
    };
    expect(await whoAnswered()).toBe('primary');
    standing = async () => following(100);
    await replica.look();
    expect(await whoAnswered()).toBe('replica');
    expect(counted).toEqual(['behind', 'behind', undefined]);
  });

  it.each([
    ['升成了主库的', following(200, { following: false }), 'not-a-replica'],
    ['跟着从前那条线的，走得再远', following(200, { line: 2 }), 'another-line'],
    ['别家的库', following(200, { cluster: 'theirs' }), 'another-line'],
  ])('%s：问主库', async (_, found, why) => {
    standing = async () => found;
    expect(await whoAnswered()).toBe('primary');
    await replica.look();
    expect(await whoAnswered()).toBe('primary');
    expect(counted).toEqual([why, why]);
  });

  it('还没看过一眼的，不问', async () => {
    const link = { reading: () => Promise.reject(new Error('asked')), look: never, letGo: () => undefined, close: async () => undefined };
    const fresh = replicaReads({ primary: undefined as never, link, counted: () => undefined, position: async () => at(1) });
    expect(await fresh.begin('postings')?.(PRIMARY, async (ctx) => ctx.db)).toBe(PRIMARY.db);
  });
});

describe('副本出了事，人看不出来', () => {
  it('断了：再问主库；不出声：到时候就问主库，一直不出声就把线放掉', async () => {
    standing = () => Promise.reject(Object.assign(new Error(), { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }));
    expect(await whoAnswered()).toBe('primary');
    expect([counted, replica.state.usable]).toEqual([['away'], false]);
    standing = async () => following(100);
    await replica.look();
    standing = never;
    limits.check = 10;
    limits.look = 10;
    expect(await whoAnswered()).toBe('primary');
    expect([counted, letGo]).toEqual([['away', 'slow'], 0]);
    await replica.look();
    expect([letGo, replica.state.usable]).toEqual([1, false]);
  });

  it('读到一半不出声了：也到时候就问主库', async () => {
    limits.read = 10;
    expect(await whoAnswered((ctx) => (ctx.db === REPLICA ? never() : Promise.resolve('primary')))).toBe('primary');
    expect(counted).toEqual(['slow']);
  });

  it('看着好好的，问的却总等不到：那几条线没人接了，放掉重接', async () => {
    Object.assign(limits, { read: 1, stuck: 0 });
    expect(await whoAnswered((ctx) => (ctx.db === REPLICA ? never() : Promise.resolve('primary')))).toBe('primary');
    expect([counted, letGo, replica.state.usable]).toEqual([['slow'], 1, true]);
  });

  it('要写的，在主库上从头来；没有，就是没有，不问第二遍', async () => {
    const written: unknown[] = [];
    await whoAnswered(async (ctx) => {
      if (ctx.db === REPLICA) throw Object.assign(new Error(), { code: '25006' });
      written.push(ctx.db);
      return '';
    });
    expect([written, replica.state.usable]).toEqual([[PRIMARY.db], true]);
    let asked = 0;
    const none = whoAnswered(async () => {
      asked += 1;
      throw new ServiceProblem('not-found');
    });
    await expect(none).rejects.toThrow('not-found');
    expect([asked, counted]).toEqual([1, ['writes', undefined]]);
  });
});

it('落后多久：看自己见过的；没人写的一小时不算；换了主库接着算', () => {
  let time = 0;
  const lag = lagOf(() => time);
  expect(lag.seen(at(10), following(10))).toEqual({ seconds: 0, bytes: 0 });
  time = 3_600_000;
  expect(lag.seen(at(30), following(10))).toEqual({ seconds: 0, bytes: 20 });
  time += 5000;
  expect(lag.seen(at(40), following(29))).toEqual({ seconds: 5, bytes: 11 });
  time += 5000;
  // Away: nobody knows how far it came.
  expect(lag.seen(at(40), undefined)).toEqual({ seconds: 10, bytes: 11 });
  time += 5000;
  expect(lag.seen({ ...at(35), line: 2 }, following(40)).seconds).toBe(15);
  time += 5000;
  expect(lag.seen({ ...at(36), line: 2 }, following(36, { line: 2 }))).toEqual({ seconds: 0, bytes: 0 });
});
