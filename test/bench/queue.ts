import { loadavg } from 'node:os';
import { migrate } from '@assist/bff';
import { asStaff, claimNext, compose, foldCounts, queuePage, settleSignal } from '@assist/bff/measured';
import { startPostgres } from '@assist/local-postgres';
import postgres from 'postgres';
import { benchConfig } from './bench-config.ts';
import { benchFolder } from './kept.ts';
import { median, middle } from './median.ts';
import { note } from './outcomes.ts';
import { type Backlog, fillBacklog, openAgain } from './queue-backlog.ts';
import { size } from './size.ts';

/** Backlogs of the whole city; `BENCH_BACKLOGS=10000,1000000,10000000` for the long one. */
const BACKLOGS = process.env.BENCH_BACKLOGS?.split(',').map(Number) ?? [10_000, size('', 1_000_000, 100_000)];
const CLERKS = [1, 8, 32] as const;
const ROUNDS = 3;
/** Claimed and settled in one round, shared by the clerks. */
const A_ROUND = 256;
const PAGES = 64;
const NOW = Date.UTC(2026, 10, 22, 2);
const TOWNSHIP = '500107001';
const GOAL_RATIO = 0.5;
const GOAL_FLAT = 1.5;
const GOAL_PAGE_MS = 5;
/** Fills what `BENCH_KEEP` keeps and measures nothing. */
const ONLY_FILL = process.env.BENCH_ONLY_FILL === '1';
type Print = (text: string) => void;
type Bench = ReturnType<typeof compose>['context'];

/**
 * 领下一件, then 看过了: the verbs that a clerk's two taps call, against the same rows moved by bare SQL on as many connections, with 1, 8 and 32
 * clerks of one township at once, on growing backlogs of all townships. Then the page of the queue.
 */
export async function benchQueue(print: Print): Promise<void> {
  const flat = new Map<number, number[]>();
  for (const backlog of BACKLOGS) {
    const kept = benchFolder(`queue-${backlog}`);
    const dataDir = kept.folder;
    const server = await startPostgres({ dataDir });
    try {
      const url = (await server.hasDatabase('queue')) ? server.urlOf('queue') : await server.createDatabase('queue');
      await migrate(url);
      const sql = postgres(url, { max: Math.max(...CLERKS), onnotice: () => undefined });
      const { context, connection } = compose(benchConfig(url, dataDir, Math.max(...CLERKS), kept.keys), 'bench', () => '', {
        clock: () => NOW,
      });
      await context.keys.load();
      try {
        await (kept.filled ? openAgain : fillBacklog)(sql, context, backlogOf(backlog));
        kept.markFilled();
        if (ONLY_FILL) {
          print(`${backlog.toLocaleString('en')} open items, ${kept.filled ? 'there already' : `filled`}: ${dataDir}`);
          continue;
        }
        print(
          `\n${backlog.toLocaleString('en')} open items, Postgres ${server.version} with fsync, load ${loadavg()[0]?.toFixed(1)}; a second, median (least – most) of ${ROUNDS}`,
        );
        for (const clerks of CLERKS) {
          const { scoped, unscoped, bare, core } = await claims(context, sql, clerks);
          const [ours, theirs] = [middle(scoped), middle(bare)];
          flat.set(clerks, [...(flat.get(clerks) ?? []), ours]);
          const ratio = ours / theirs;
          note({
            what: `claimed and settled, ${backlog.toLocaleString('en')} items, ${clerks} clerks`,
            ours: `${Math.round(ours)} /s`,
            reference: `bare SQL ${Math.round(theirs)} /s`,
            ratio,
            goal: `≥ ${GOAL_RATIO}`,
            reached: ratio >= GOAL_RATIO,
          });
          print(
            `  ${String(clerks).padStart(2)} clerks: ${median(scoped)} claimed and settled, bare SQL ${median(bare)}, ratio ${ratio.toFixed(2)}${ratio >= GOAL_RATIO ? '' : `  NOT REACHED: ${GOAL_RATIO}`}`,
          );
          print(`             ${median(core)} ms of this process' core each; without a clerk's row security ${median(unscoped)}`);
        }
        await pages(context, sql, backlog, print);
      } finally {
        await connection.close();
        await sql.end();
      }
    } finally {
      await server.stop();
      kept.end();
    }
  }
  for (const [clerks, rates] of flat) {
    const times = Math.max(...rates) / Math.min(...rates);
    if (rates.length < 2) continue;
    note({
      what: `claimed and settled over all backlogs, ${clerks} clerks`,
      ours: `within ${times.toFixed(2)} ×`,
      goal: `≤ ${GOAL_FLAT} ×`,
      reached: times <= GOAL_FLAT,
    });
    print(
      `  ${String(clerks).padStart(2)} clerks over all backlogs: within ${times.toFixed(2)} ×${times <= GOAL_FLAT ? '' : `  NOT REACHED: ${GOAL_FLAT}`}`,
    );
  }
}

/** The page of the queue, on connections that were asked for one before; beside it its rows alone by bare SQL. */
async function pages(context: Bench, sql: postgres.Sql, backlog: number, print: Print): Promise<void> {
  const asClerk = await asStaff(context, clerk(0));
  // As the worker does every ten seconds.
  await foldCounts(context);
  const rows = () =>
    sql`select * from work_items where office_id = ${TOWNSHIP} and open order by step_due, total_due, received_at, id limit 51`;
  const took = async (run: () => PromiseLike<unknown>) => {
    const began = performance.now();
    await run();
    return performance.now() - began;
  };
  const [first, page, bare]: [number[], number[], number[]] = [[], [], []];
  // The pool takes its connections in turn, and each plans what it is asked for the first time.
  for (let n = 0; n < Math.max(...CLERKS); n++) {
    first.push(await took(() => queuePage(asClerk, clerk(0), {})));
    await rows();
  }
  for (let n = 0; n < PAGES; n++) {
    page.push(await took(() => queuePage(asClerk, clerk(0), {})));
    bare.push(await took(rows));
  }
  const [ours, theirs] = [middle(page), middle(bare)];
  note({
    what: `a page with its counts, ${backlog.toLocaleString('en')} items`,
    ours: `${ours.toFixed(1)} ms`,
    reference: `its rows alone, bare SQL ${theirs.toFixed(1)} ms`,
    ratio: theirs / ours,
    goal: `< ${GOAL_PAGE_MS} ms`,
    reached: ours < GOAL_PAGE_MS,
  });
  note({ what: `the same, the first on a connection, ${backlog.toLocaleString('en')} items`, ours: `${middle(first).toFixed(1)} ms` });
  print(
    `  a page of the fifty due first, with its counts: ${median(page)} ms, the first on a connection ${median(first)}, its rows alone by bare SQL ${median(bare)}${ours < GOAL_PAGE_MS ? '' : `  NOT REACHED: under ${GOAL_PAGE_MS}`}`,
  );
}

const clerk = (n: number) => ({ staffId: `bench-${n}`, name: '', role: 'handler', officeId: TOWNSHIP, session: Buffer.alloc(0) }) as const;
const backlogOf = (items: number): Backlog => ({
  items,
  township: TOWNSHIP,
  toOpen: CLERKS.length * 3 * (ROUNDS + 1) * A_ROUND + 100,
  clerks: Array.from({ length: Math.max(...CLERKS) }, (_, n) => clerk(n).staffId),
  now: NOW,
});

interface Found {
  /** As the desk calls them: row security shows this clerk her township. */
  readonly scoped: number[];
  /** The same verbs as the worker would call them: what row security costs is the difference. */
  readonly unscoped: number[];
  readonly bare: number[];
  /** Milliseconds of this process' core for one claimed and settled as the desk does. */
  readonly core: number[];
}

/** In turn, so that what else the machine does meets all of them. */
async function claims(context: Bench, sql: postgres.Sql, clerks: number): Promise<Found> {
  const each = Array.from({ length: A_ROUND / clerks });
  const all = (work: (n: number) => Promise<unknown>) =>
    rate(() =>
      Promise.all(
        Array.from({ length: clerks }, async (_, n) => {
          for (const _ of each) await work(n);
        }),
      ),
    );
  const handled = (contextOf: (n: number) => Bench) =>
    all(async (n) => {
      const { item } = await claimNext(contextOf(n), clerk(n));
      if (!item) throw new Error('the queue is empty');
      await settleSignal(contextOf(n), clerk(n), item.workItemId, '看过了');
    });
  const contexts = await Promise.all(Array.from({ length: clerks }, (_, n) => asStaff(context, clerk(n))));
  const found: Found = { scoped: [], unscoped: [], bare: [], core: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage();
    const scoped = await handled((n) => contexts[n] as Bench);
    const { user, system } = process.cpuUsage(before);
    const unscoped = await handled(() => context);
    const bare = await all((n) => bareSql(sql, `bench-${n}`));
    // The first round warms up.
    if (round === 0) continue;
    found.scoped.push(scoped);
    found.unscoped.push(unscoped);
    found.bare.push(bare);
    found.core.push((user + system) / 1000 / A_ROUND);
  }
  return found;
}

async function rate(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return A_ROUND / ((performance.now() - began) / 1000);
}

/** What the two verbs must write at the least, as two transactions: the row, and that somebody did it. */
async function bareSql(sql: postgres.Sql, who: string): Promise<void> {
  const [row] = await sql<{ id: string }[]>`
    with next as (
      select id from work_items where office_id = ${TOWNSHIP} and open and (claimed_until is null or claimed_until <= now())
      order by step_due, total_due, received_at, id limit 1 for update skip locked),
    taken as (update work_items w set claimed_by = ${who}, claimed_until = now() + interval '30 minutes' from next where w.id = next.id returning w.id),
    noted as (insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, office_id)
      select now(), 'staff', ${who}, 'item-claimed', 'work-item', id::text, ${TOWNSHIP} from taken)
    select id from taken`;
  await sql`
    with closed as (update work_items set open = false, state = 'done', claimed_by = null, claimed_until = null where id = ${row?.id as string} returning id)
    insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, office_id)
      select now(), 'staff', ${who}, 'signal-settled', 'work-item', id::text, ${TOWNSHIP} from closed`;
}
