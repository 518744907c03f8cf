import { randomUUID } from 'node:crypto';
import { APPLIED_AS, EVENT_KINDS, type OPENED_BY_HAND, type RecordedEvent, type RunView, staffApi } from '@assist/contracts';
import type { BffForTest } from '../../test/bff-for-test.ts';
import { somebody } from '../../test/faces-for-test.ts';
import { type Clerk, DAY, townForTest, yuan } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { missingBeforeLess } from './lawful-for-test.ts';

const WHO: readonly Clerk[] = ['heli', 'huangchunlan', 'tangming', 'denghua', 'luowenjing', 'yangfan'];
const PROCEDURES: readonly ((typeof OPENED_BY_HAND)[number] | 'application')[] = [
  ...(['review', 'raise', 'cut', 'stop', 'taper', 'after-death', 'alert'] as const),
  'application',
];
const HOME = '500107001';
/** Of the steps, before which the household moves house. */
const MOVES = 0.02;
const NAMES: Partial<Record<Clerk, string>> = { heli: '何丽', huangchunlan: '黄春兰', tangming: '唐明', denghua: '邓华' };

/** The same walk for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Walked {
  readonly procedure: string;
  readonly steps: number;
  readonly recorded: number;
  readonly refused: number;
  /** How often money became less on the way. */
  readonly lowered: number;
  /** How often the household moved house and back. */
  readonly moved: number;
  /** How often the time of a decision was made longer, and stood on record. */
  readonly extended: number;
  readonly ended: boolean;
  /** What broke the rules, in words; empty is right. */
  readonly broken: readonly string[];
}

/**
 * Random people try random things in a procedure, possible ones more often than not. What is watched: an event goes through exactly where the
 * view said it may; those of another township and who only reads get nothing through; a procedure that is not over can go on; money
 * becomes less only by the end of a cut or a stop, and then only with all that the law asks for on record, looked for by an oracle of its
 * own; what was confirmed is not decided anew; no clock ends before it began; every event is on the audit record once.
 */
export async function walk(bff: BffForTest, seed: number, steps: number): Promise<Walked> {
  const random = randomOf(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const town = townForTest(bff);
  const procedure = PROCEDURES[seed % PROCEDURES.length] as (typeof PROCEDURES)[number];
  const { about, id, runId } = procedure === 'application' ? await accepted(bff, seed) : await opened(bff, procedure);
  const broken: string[] = [];
  let [recorded, refused, lowered, moved, extended] = [0, 0, 0, 0, 0];
  const paid = async () =>
    Number(
      (
        await bff.sql`select coalesce(sum(amount), 0) as sum from case_benefits where until is null
          and case_id = (select case_id from procedure_runs where id = ${runId})`
      )[0]?.sum,
    );
  const itemsAt = async (officeId: string): Promise<number> =>
    Number((await bff.sql`select count(*)::int as n from work_items where subject_id = ${runId} and office_id = ${officeId}`)[0]?.n);
  const [start] = await bff.sql`select coalesce(max(seq), 0)::int as seq from procedure_events where run_id = ${runId}`;
  const viewOf = async (who: Clerk): Promise<RunView | undefined> => {
    const answer = await (await town.as(who))(staffApi.run, { params: { runId } });
    return answer.ok ? answer.data : undefined;
  };
  let before = await paid();
  /** Moves house and back in the middle: there exactly one item of it, here nothing but where it went; its record and money as they were. */
  const movesAway = async (): Promise<void> => {
    const call = async () => (await bff.staff('sample-qinlan')).call;
    const to = done(await (await call())(staffApi.moveTargets, {}))[0]?.officeId ?? '';
    const move = async (toOfficeId: string) =>
      done(
        await (await call())(staffApi.moveCase, {
          params: { moveId: randomUUID() },
          body: { about, id, toOfficeId, reason: '搬家' },
        }),
      );
    const [events, items] = [(await viewOf('heli'))?.events.length, await itemsAt(HOME)];
    await move(to);
    const tried = await town.at('heli', runId, { kind: 'objected', reason: '还有话说' });
    if (tried.ok || tried.problem.code !== 'moved-away') broken.push(`after a move: ${tried.ok ? 'recorded' : tried.problem.code}`);
    if (items > 1 || (await itemsAt(to)) !== items) broken.push(`${await itemsAt(to)} items of it after a move, ${items} before`);
    await bff.sql`update staff_accounts set office_id = ${to} where id = 'sample-qinlan'`;
    await move(HOME);
    await bff.sql`update staff_accounts set office_id = ${HOME} where id = 'sample-qinlan'`;
    if ((await viewOf('heli'))?.events.length !== events) broken.push('a move changed the record');
    if ((await paid()) !== before) broken.push('a move changed the money');
    moved += 1;
  };
  for (let i = 0; i < steps; i++) {
    if (random() < MOVES) await movesAway();
    if (random() < 0.3) bff.pass(Math.floor(random() * 10) * DAY);
    const who = pick(WHO);
    const view = await viewOf(who);
    if (view?.ended && random() < 0.7) break;
    // A way out ends the walk: seldom taken, or none would come to where money changes.
    const possible =
      view?.steps.filter((step) => step.possible && step.mine && (step.kind !== 'closed-unchanged' || random() < 0.03)) ?? [];
    const order = view?.events.map((one) => one.event.kind) ?? [];
    const stale = (of: RecordedEvent['kind']) => AGAIN.has(of) && order.lastIndexOf(of) < order.lastIndexOf('opinion');
    // Half of the time towards the end, so that walks come there: what was not done yet, and not a way out.
    const onward = possible.filter((step) => (step.done === 0 || stale(step.kind)) && !WAYS_OUT.has(step.kind));
    const kind =
      onward.length && random() < 0.75 ? pick(onward).kind : possible.length && random() < 0.5 ? pick(possible).kind : pick(EVENT_KINDS);
    const event = filled(kind, view, NAMES[who] ?? '', pick);
    const answer = await town.at(who, runId, event);
    const said = view?.steps.find((step) => step.kind === kind);
    if (answer.ok) {
      recorded += 1;
      if (kind === 'extended') extended += 1;
      if (!said?.possible || !said.mine) broken.push(`${who} recorded ${kind}, which the page said was not possible`);
      if (who === 'yangfan' || who === 'luowenjing') broken.push(`${who} recorded ${kind}`);
      if (procedure === 'application' && order.includes('confirmed') && DECIDES.has(kind)) broken.push(`${kind} after it was confirmed`);
    } else {
      refused += 1;
      if (said?.possible && said.mine && !MAY_BE_REFUSED.has(answer.problem.code)) broken.push(`${who}: ${kind} ${answer.problem.code}`);
    }
    const now = await paid();
    if (now < before && !(answer.ok && kind === 'takes-effect' && (procedure === 'cut' || procedure === 'stop')))
      broken.push(`less money after ${kind} in ${procedure}`);
    if (now < before && answer.ok) {
      lowered += 1;
      broken.push(...missingBeforeLess(answer.data.events).map((words) => `less money, and ${words} (${procedure})`));
    }
    // Every clock the view shows was set going by an event that stands on record, and ends after it.
    const clocks = answer.ok ? answer.data.clocks : [];
    const first = view?.openedOn ?? '';
    broken.push(...clocks.filter((one) => one.due.date < first).map((one) => `the clock ${one.id} ends before it began`));
    before = now;
    const seen = await Promise.all((['heli', 'tangming', 'denghua'] as const).map(viewOf));
    if (!seen[0]?.ended && !seen.some((one) => one?.steps.some((step) => step.possible && step.mine)))
      if (!waitsForDays(seen[0]))
        // Where only days are waited for, the next action is there when they are over.
        broken.push(`nobody can go on after ${kind} in ${procedure}`);
  }
  const [audited] = await bff.sql`
    select count(*)::int as n from procedure_events e where e.run_id = ${runId} and e.seq > ${start?.seq} and
      1 <> (select count(*) from audit_log a where a.action = 'procedure-event' and a.object_id = e.id::text)`;
  if (audited?.n) broken.push(`${audited.n} events without exactly one audit row`);
  return { procedure, steps, recorded, refused, lowered, moved, extended, ended: (await viewOf('heli'))?.ended === true, broken };
}

interface Walking {
  /** What moves house with it. */
  readonly about: 'case' | 'application';
  readonly id: string;
  readonly runId: string;
}

async function opened(bff: BffForTest, procedure: (typeof OPENED_BY_HAND)[number]): Promise<Walking> {
  const town = townForTest(bff);
  const id = await town.household();
  return { about: 'case', id, runId: await town.open(procedure, id) };
}

/** An application that was accepted, of somebody new: by whose rules it goes on, and whether its time can be made longer, hangs on the seed. */
async function accepted(bff: BffForTest, seed: number): Promise<Walking> {
  const town = townForTest(bff);
  const someone = await resident(bff, `walker${'abcdefghij'[Math.floor(seed / 10) % 10]}${'abcdefghij'[seed % 10]}`, somebody());
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const { runId } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
  const procedure = APPLIED_AS[Math.floor(seed / PROCEDURES.length) % APPLIED_AS.length] as (typeof APPLIED_AS)[number];
  done(await heli(staffApi.handleAs, { params: { runId }, body: { procedure } }));
  return { about: 'application', id: applicationId, runId };
}

/** What was confirmed is not decided anew. */
const DECIDES: ReadonlySet<string> = new Set(['opinion', 'confirmed', 'refused']);
/** After another opinion they are wanted again. */
const AGAIN: ReadonlySet<string> = new Set(['notice-posted', 'confirmed', 'letter-delivered']);
/** Ends it without a change, or goes round in circles. */
const WAYS_OUT: ReadonlySet<string> = new Set(['closed-unchanged', 'objected', 'tried-to-hear']);

/** What an event itself carries may still be refused (a reason that is the wrong one); nothing else. */
const MAY_BE_REFUSED: ReadonlySet<string> = new Set(['step-missing', 'form-invalid']);

const waitsForDays = (run: RunView | undefined): boolean =>
  run?.steps.some((step) => step.missing.length > 0 && step.missing.every((one) => one.sentence.includes('满 7 天'))) === true;

type Pick = <T>(of: readonly T[]) => T;

function filled(kind: RecordedEvent['kind'], view: RunView | undefined, name: string, pick: Pick): RecordedEvent {
  const step = view?.steps.find((one) => one.kind === kind);
  const among = (field: string) => step?.asks.find((one) => one.field === field)?.among?.map((one) => one.id);
  const open = view?.events.find(
    (one) => one.event.kind === 'objected' && !view.events.some((each) => each.event.objection === one.eventId),
  )?.eventId;
  return {
    kind,
    reason: '看过，写明了',
    clauses: ['MCA57-31'],
    remedies: true,
    ground: pick([...(among('ground') ?? []), 'not-authenticated']),
    extension: pick([...(among('extension') ?? []), 'too-busy']),
    visit: { visitors: [name || '某人', '黄春兰'], way: pick(['at-home', 'at-home', 'phone'] as const) },
    amount: yuan(300),
    looked: ['work', 'health', 'living'],
    ...(among('survey') && { survey: among('survey')?.map((about) => ({ about, words: '看过' })) }),
    conclusion: pick([...(among('conclusion') ?? []), 'pause']),
    objection: open ?? randomUUID(),
    proposal: { benefits: [{ kind: 'subsistence', amount: yuan(pick([1, 535, 900])) }] },
  };
}
