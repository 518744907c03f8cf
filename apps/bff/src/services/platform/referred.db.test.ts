import { randomUUID } from 'node:crypto';
import { platformApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Composed, compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { townForTest } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { ALLOWANCES, askToken, type CityForTest, cityForTest, platformWith } from '../../test/platform-for-test.ts';
import { sealFeed } from './seal.ts';

let bff: BffForTest;
let city: CityForTest;
let town: ReturnType<typeof townForTest>;
let worker: Composed;
beforeAll(async () => {
  city = await cityForTest();
  bff = await bffForTest((config) => ({ ...config, platformPort: 0, platformClientsFile: city.file }));
  worker = compose(bff.config, 'platform-test', () => '', { clock: bff.clock });
  town = townForTest(bff);
});
afterAll(async () => {
  await worker.connection.close();
  await bff.close();
  await city.close();
});

const as = async (id: string) => {
  const answer = await askToken(bff, await city.assertion(bff, id));
  return platformWith(bff, ((await answer.json()) as { access_token: string }).access_token);
};
/** What this one hears of, in its order. */
async function heard(id: string) {
  await sealFeed(worker.context);
  return done(await (await as(id))(platformApi.platformChanges, { query: { limit: '1000' } })).items;
}
const referralsOf = async (id: string) => (await heard(id)).filter((one) => one.referralId).map((one) => [one.type, one.target]);

it('六样补贴，同意了、送出了，办补贴的那边就知道是谁、哪一样；没同意、没送出、别的部门、别的区县都没有', async () => {
  const runId = await town.open('review', await town.household());
  const heli = await town.as('heli');
  const ids: string[] = [];
  for (const target of [...ALLOWANCES, 'employment']) {
    const referralId = randomUUID();
    ids.push(referralId);
    done(
      await heli(staffApi.proposeReferral, {
        params: { runId, referralId },
        body: { target, why: '走访时看到', ...(target !== 'old-age-allowance' && { consent: '要，帮我问问' }) },
      }),
    );
  }
  expect(await referralsOf('allowances')).toEqual([]);
  const [first = ''] = ids;
  const read = async (client: string, referralId: string) => (await as(client))(platformApi.platformReferral, { params: { referralId } });
  expect(await read('allowances', first)).toMatchObject({ problem: { code: 'not-found' } });

  for (const referralId of ids) await heli(staffApi.sendReferral, { params: { referralId }, body: { to: '补贴窗口' } });
  // The old-age allowance was only asked about: the person's own word comes first.
  expect(await referralsOf('allowances')).toEqual(ALLOWANCES.slice(0, -1).map((target) => ['referral.sent', target]));
  expect(await referralsOf('labour')).toEqual([['referral.sent', 'employment']]);
  expect(await referralsOf('city')).toEqual([]);
  expect(await referralsOf('allowances-elsewhere')).toEqual([]);

  const got = done(await read('allowances', first));
  expect(got).toMatchObject({
    target: { id: 'elder-disabled-subsidy', title: '经济困难失能老人养老服务补贴' },
    name: '李素芬',
    why: '走访时看到',
    state: 'sent',
    consent: { how: 'spoken' },
  });
  expect(got.clauses.map((one) => one.id)).toContain('JLP53-6-6d');
  expect(await bff.sql`select result from audit_log where object_id = ${first} and action = 'platform-read'`).toEqual([
    { result: 'allowances' },
  ]);
  // Without the scope for people it is the help and the office alone.
  expect(done(await read('labour', ids.at(-1) ?? ''))).not.toHaveProperty('name');
  for (const [client, id] of [
    ['labour', first],
    ['allowances-elsewhere', first],
    ['allowances', ids.at(-2) ?? ''],
  ] as const)
    expect(await read(client, id)).toMatchObject({ problem: { code: 'not-found' } });

  done(await heli(staffApi.endReferral, { params: { referralId: first }, body: { end: 'granted', words: '办下来了' } }));
  expect((await referralsOf('allowances')).at(-1)).toEqual(['referral.granted', 'elder-disabled-subsidy']);
});

it('申请一到，管认定的部门当时就知道；受理以后看得到是谁、走到哪一步', async () => {
  const someone = await resident(bff, 'sufen');
  const applicationId = randomUUID();
  const before = (await heard('city')).length;
  done(await someone.submit(applicationId));
  const fresh = (await heard('city')).slice(before);
  expect(fresh.map((one) => [one.type, one.applicationId])).toEqual([['application.received', applicationId]]);
  expect(JSON.stringify(fresh)).not.toContain('李素芬');
  const heli = await town.as('heli');
  const items = done(await heli(staffApi.queue, { query: { lane: 'applications', filter: 'open' } })).items;
  expect(items.find((one) => one.applicationId === applicationId)).toBeDefined();
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const runId = (await heard('city')).find((one) => one.applicationId === applicationId && one.runId)?.runId ?? '';
  expect(done(await (await as('city'))(platformApi.platformRun, { params: { runId } }))).toMatchObject({ applicationId, name: '李素芬' });
});
