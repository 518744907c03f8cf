import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { member, putCase } from '../../test/case-for-test.ts';
import { done, SUFEN, YANGJIAPING } from '../../test/people.ts';
import { changeClerk, changeForm, emptyChanges, on, verified } from './told-for-test.ts';

let bff: BffForTest;
let me: Awaited<ReturnType<typeof verified>>;
let clerk: Awaited<ReturnType<typeof changeClerk>>;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());
beforeEach(async () => {
  await emptyChanges(bff);
  me = await verified(bff, 'sufen', SUFEN);
  clerk = await changeClerk(bff);
});

const refused = (code: string) => ({ ok: false, problem: { code } });
const tell = async (form: ReturnType<typeof changeForm>) => done(await me.tell(form)).changeId;
const ADDRESS = { event: 'address', happenedOn: on('2026-11-01') } as const;

describe('不涉及钱的，在这里办结', () => {
  it('都没变、换地址：办结，离开队列，告诉居民，户档上有', async () => {
    const caseId = await putCase(bff);
    for (const [form, as] of [
      [changeForm(caseId, { changed: [], nothingChanged: true }), 'nothing-changed'],
      [changeForm(caseId, { changed: [ADDRESS] }), 'address'],
      [changeForm(caseId, { changed: [{ event: 'phone' }, ADDRESS] }), 'contact'],
    ] as const) {
      const changeId = await tell(form);
      expect(await clerk.settle(changeId, as)).toMatchObject(refused('state-changed'));
      done(await clerk.opened(changeId));
      const view = done(await clerk.settle(changeId, as));
      expect(view).toMatchObject({ state: 'settled', settled: { sentence: expect.any(String) } });
      expect(await clerk.item(changeId)).toBeUndefined();
      expect(done(await clerk.settle(changeId, as))).toEqual(view);
      expect(await clerk.opinion(changeId, { outcome: 'unchanged', reason: '再看' })).toMatchObject(refused('state-changed'));
    }
    const told = await bff.sql`select kind from messages order by at`;
    expect(told.filter((one) => one.kind === 'change-settled')).toHaveLength(3);
    const events = await bff.sql`select kind from case_events where case_id = ${caseId} order by id`;
    expect(events.filter((one) => one.kind === 'change-settled')).toHaveLength(3);
  });

  it('住着谁变了、估算不变：能办；估算会变：说关系到钱，带条款', async () => {
    const caseId = await putCase(bff);
    // A spouse who lives elsewhere still counts (MCA57-7): nothing moves.
    const same = await tell(changeForm(caseId, { changed: [{ event: 'moved-out', member: 'm2', happenedOn: on('2026-11-01') }] }));
    done(await clerk.opened(same));
    expect(done(await clerk.settle(same, 'who-lives-there')).state).toBe('settled');
    const more = await tell(
      changeForm(caseId, {
        changed: [
          { event: 'moved-in', happenedOn: on('2026-11-01'), joins: { ...member('n1', { relation: 'parent' }), name: '妈' } as never },
        ],
      }),
    );
    done(await clerk.opened(more));
    for (const as of ['who-lives-there', 'address', 'nothing-changed', 'not-ours'] as const) {
      const answer = await clerk.settle(more, as);
      expect(answer).toMatchObject(refused('touches-money'));
      expect(JSON.stringify(answer)).toContain('民发〔2021〕57号');
    }
    expect(done(await clerk.open(more)).settlements).toEqual([]);
  });

  it('一样关系到钱、一样不关系到：整份都不能在这里办结', async () => {
    const changeId = await tell(changeForm(await putCase(bff), { changed: [ADDRESS, { event: 'vehicle-bought' }] }));
    done(await clerk.opened(changeId));
    expect(await clerk.settle(changeId, 'address')).toMatchObject(refused('touches-money'));
  });

  it('先前报过同一件、那一份还在办：可以按报过的办结；那一份不在了就不行', async () => {
    const caseId = await putCase(bff);
    const form = changeForm(caseId);
    const first = await tell(form);
    bff.pass(60_000);
    const second = await tell(form);
    for (const id of [first, second]) done(await clerk.opened(id));
    expect(await clerk.settle(first, 'told-before')).toMatchObject(refused('touches-money'));
    expect(done(await clerk.settle(second, 'told-before')).settled?.sentence).toContain('先前');
    expect(await clerk.item(first)).toBeDefined();
    bff.pass(-60_000);
  });

  it('不归这里办：册上没有、也对不上的才行', async () => {
    await putCase(bff);
    const unknown = (person: object) =>
      changeForm(undefined, {
        person: person as never,
        residence: { kind: 'chongqing', divisionCode: YANGJIAPING },
        reporter: { as: 'helper' },
      });
    const other = await tell(unknown({ name: '王五' }));
    done(await clerk.opened(other));
    expect(done(await clerk.settle(other, 'not-ours')).state).toBe('settled');
    const ours = await tell(unknown({ name: '李素芬', paper: { kind: 'resident-identity', number: SUFEN.number } }));
    done(await clerk.opened(ours));
    expect(await clerk.settle(ours, 'not-ours')).toMatchObject(refused('touches-money'));
  });
});
