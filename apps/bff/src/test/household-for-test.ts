import { randomUUID } from 'node:crypto';
import { type OPENED_BY_HAND, type RecordedEvent, type RunView, residentApi, staffApi } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import type { BffForTest } from './bff-for-test.ts';
import { done, GUOFU, resident, SUFEN } from './people.ts';
import { type Cells, csv, guofu, sendRegister, sufen } from './register-for-test.ts';

export type Clerk = 'heli' | 'huangchunlan' | 'luowenjing' | 'tangming' | 'denghua' | 'yangfan' | 'qinlan';
export const DAY = 24 * 3_600_000;
export const yuan = (amount: number) => (amount * 100) as Fen;

/** Households of a register, procedures on them, and the people of both sides. */
export function townForTest(bff: BffForTest) {
  let numbers = 0;
  const as = async (who: Clerk) => (await bff.staff(`sample-${who}`)).call;
  const at = async (who: Clerk, runId: string, event: RecordedEvent, eventId: string = randomUUID()) =>
    (await as(who))(staffApi.recordEvent, { params: { runId, eventId }, body: event });
  /** A household of two in 杨家坪, the only one that goes on. */
  async function household(cells: Cells = {}): Promise<string> {
    const heli = await bff.staff('sample-heli');
    bff.pass(1000);
    const number = `J${String(++numbers).padStart(4, '0')}`;
    await bff.sql`update case_files set ended_on = '2026-01-01' where ended_on is null`;
    const { importId, problems } = done(
      await sendRegister(bff, heli.session, csv([sufen({ 户编号: number, ...cells }), guofu({ 户编号: number })])),
    );
    if (problems.length) throw new Error(JSON.stringify(problems));
    done(await heli.call(staffApi.confirmImport, { params: { importId } }));
    await bff.worker.drain();
    const { items } = done(await heli.call(staffApi.caseFiles, { query: { registerNumber: number } }));
    return items[0]?.caseId as string;
  }
  const open = async (procedure: (typeof OPENED_BY_HAND)[number], caseId: string): Promise<string> =>
    done(await (await as('heli'))(staffApi.openRun, { params: { runId: randomUUID() }, body: { procedure, caseId } })).runId;
  /** Somebody whose card was seen at the counter. */
  async function verified(name: string, who: { name: string; number: string } = SUFEN) {
    const someone = await resident(bff, name, who);
    const issued = done(
      await (await as('heli'))(staffApi.issueVerificationCode, {
        body: { name: who.name, paper: { kind: 'resident-identity', number: who.number }, sawPaper: true },
        key: randomUUID(),
      }),
    );
    done(await someone.call(residentApi.verifyByCode, { body: { code: issued.code }, key: randomUUID() }));
    // Days pass in these stories: who comes back signs in again.
    let now = someone;
    const call = (async (e: never, input: never) => {
      const answer = await now.call(e, input);
      if (answer.ok || answer.problem.code !== 'token-expired') return answer;
      now = await resident(bff, name, null);
      return now.call(e, input);
    }) as typeof someone.call;
    return { ...someone, call };
  }
  const visit = (...visitors: string[]): RecordedEvent => ({ kind: 'visited', visit: { visitors, way: 'at-home' } });
  /** A cut on which everything before the opinion stands. */
  async function cutBeforeOpinion(caseId: string): Promise<string> {
    const runId = await open('cut', caseId);
    done(await at('heli', runId, { kind: 'ground-named', ground: 'income-or-property-up' }));
    done(await at('heli', runId, visit('何丽')));
    return runId;
  }
  const less: RecordedEvent = {
    kind: 'opinion',
    reason: '工资多了 300 元',
    proposal: { benefits: [{ kind: 'subsistence', amount: yuan(535) }] },
  };
  /** A stop that took effect; what remains is the exit. */
  async function stopped(caseId: string): Promise<RunView> {
    const runId = await open('stop', caseId);
    done(await at('heli', runId, { kind: 'ground-named', ground: 'no-longer-qualifies' }));
    done(await at('heli', runId, visit('何丽')));
    done(await at('heli', runId, { kind: 'heard', reason: '知道了' }));
    done(await at('heli', runId, { kind: 'opinion', reason: '收入超过', proposal: { benefits: [] } }));
    done(await at('heli', runId, { kind: 'notice-posted' }));
    bff.pass(8 * DAY);
    done(await at('tangming', runId, { kind: 'confirmed', reason: '收入超过标准', clauses: ['JLP53-6-4'] }));
    done(await at('heli', runId, { kind: 'letter-delivered', reason: '当面给的', remedies: true }));
    return done(await at('heli', runId, { kind: 'takes-effect' }));
  }
  return { as, at, household, open, verified, visit, cutBeforeOpinion, less, stopped, SUFEN, GUOFU };
}

/** What a refused event says is missing, without its clauses. */
export const missingWords = (answer: {
  readonly ok: boolean;
  readonly problem?: { readonly fields?: readonly { readonly sentence: string }[] };
}) => (answer.ok ? [] : (answer.problem?.fields ?? []).map((field) => field.sentence.split('｜')[0] as string));
