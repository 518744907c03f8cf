import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { citationOf } from '@assist/policy-chongqing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const sentences = (answer: Awaited<ReturnType<typeof town.at>>): string =>
  answer.ok ? 'recorded' : (answer.problem.fields ?? []).map((one) => one.sentence).join('；');
const label = (id: string) => citationOf(id)?.label ?? id;

it('提意见的人后来到区里确认：不行，说依据；另一个人才行', async () => {
  const runId = await town.open('raise', await town.household());
  done(await town.at('heli', runId, town.less));
  done(await town.at('heli', runId, { kind: 'notice-posted' }));
  bff.pass(8 * DAY);
  await bff.sql`update staff_accounts set role = 'confirmer', district = '500107' where id = 'sample-heli'`;
  const own = sentences(await town.at('heli', runId, { kind: 'confirmed', reason: '同意' }));
  await bff.sql`update staff_accounts set role = 'handler', district = null where id = 'sample-heli'`;
  expect(own).toContain('确认的人不是提意见的人');
  expect(own).toContain(label('SAL2026-44'));
  done(await town.at('tangming', runId, { kind: 'confirmed', reason: '同意' }));
});

it('申请只有一个人去看过：提不了意见，说依据', async () => {
  const someone = await resident(bff, 'lonevisit');
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const { runId } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
  done(await town.at('heli', runId, town.visit('何丽')));
  const refused = sentences(await town.at('heli', runId, town.less));
  expect(refused).toContain('两人以上入户走访过');
  expect(refused).toContain(label('MCA57-16'));
});
