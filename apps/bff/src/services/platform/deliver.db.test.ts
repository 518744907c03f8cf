import { platformApi } from '@assist/contracts';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { done } from '../../test/people.ts';
import { WEBHOOK_MS } from '../../test/platform-for-test.ts';
import { deliverWaiting, MOST_TRIES } from './deliver.ts';
import { platformTown } from './platform-town-for-test.ts';
import { sealFeed } from './seal.ts';

const { bff, city, town, worker, as, pulled, close } = await platformTown();
afterAll(close);

const deliver = () => deliverWaiting(worker.context);
const change = async (caseId: string) => town.open('raise', caseId);
const deliveries = async () => [
  ...(await bff.sql<{ state: string; tries: number; last_answer: string | null }[]>`
  select state, tries, last_answer from platform_deliveries order by seq desc`),
];

describe('推送', () => {
  let caseId = '';
  beforeEach(async () => {
    city.behave('well');
    await sealFeed(worker.context);
    await bff.sql`update platform_deliveries set state = 'delivered', sending_since = null, settled_at = now() where settled_at is null`;
    caseId = caseId || (await town.household());
    await sealFeed(worker.context);
    await deliver();
    await deliver();
    city.heard.length = 0;
  });
  const happens = async () => {
    await change(caseId);
    await sealFeed(worker.context);
  };

  it('签过名、只有编号；收到就记收到，不再来', async () => {
    await happens();
    expect(await deliver()).toBe(1);
    const [one] = city.heard;
    expect(one?.headers['webhook-signature']).toBe(one && city.signatureOf(one));
    expect(Number(one?.headers['webhook-timestamp'])).toBe(Math.floor(bff.clock() / 1000));
    expect(JSON.parse(one?.body ?? '')).toMatchObject({ id: one?.id, type: 'procedure.opened', district: '500107' });
    expect(one?.body).not.toContain('李素芬');
    expect(await deliver()).toBe(0);
    const { items } = done(await (await as('city'))(platformApi.platformDeliveries, { query: {} }));
    expect(items[0]).toMatchObject({ id: one?.id, state: 'delivered', tries: 1, lastAnswer: '204' });
  });

  it.each([
    ['500', '500'],
    ['nonsense', 'no-answer'],
    ['silent', 'timeout'],
    ['redirects', 'redirected'],
  ] as const)('对方%s：等一等再来，越等越久，编号不变；好了就收到', async (how, answer) => {
    city.behave(how);
    await happens();
    using limits = vi.spyOn(AbortSignal, 'timeout');
    if (how === 'silent') limits.mockImplementation(city.timeOver);
    expect(await deliver()).toBe(1);
    expect(limits).toHaveBeenCalledWith(WEBHOOK_MS);
    expect((await deliveries())[0]).toEqual({ state: 'waiting', tries: 1, last_answer: answer });
    expect(await deliver()).toBe(0);
    bff.pass(10_000);
    expect(await deliver()).toBe(1);
    bff.pass(10_000);
    expect(await deliver()).toBe(0);
    city.behave('well');
    limits.mockRestore();
    bff.pass(10_000);
    expect(await deliver()).toBe(1);
    expect((await deliveries())[0]).toEqual({ state: 'delivered', tries: 3, last_answer: '204' });
    expect(new Set(city.heard.map((one) => one.id)).size).toBe(1);
    expect(city.heard).toHaveLength(3);
  });

  it('一直不通：最后放下，看得见，还能拉到；不通的时候一次只问一件', async () => {
    city.behave('500');
    await happens();
    await deliver();
    await happens();
    expect(await deliver()).toBe(1);
    bff.pass(10_000);
    expect(await deliver()).toBe(1);
    for (let i = 0; i < 2 * MOST_TRIES; i++) {
      bff.pass(6 * 3_600_000);
      await deliver();
    }
    expect((await deliveries()).slice(0, 2).map((one) => [one.state, one.tries])).toEqual([
      ['given-up', MOST_TRIES],
      ['given-up', MOST_TRIES],
    ]);
    const call = await as('city');
    const { items } = done(await call(platformApi.platformDeliveries, { query: { state: 'given-up' } }));
    const oldest = Number(items.at(-1)?.cursor.slice(1));
    const ids = (await pulled('city', `c${oldest - 1}`)).items.map((one) => one.id);
    expect(items.map((one) => one.id).reverse()).toEqual(ids);
  });

  it('送到了、还没记下就被杀：一分钟后用同一个编号再送一次，对方认得出', async () => {
    await happens();
    await deliver();
    // As a worker leaves it that is killed between the answer and its row.
    await bff.sql`update platform_deliveries set state = 'sending', settled_at = null, sending_since = ${new Date(bff.clock())}
      where seq = (select max(seq) from platform_deliveries)`;
    expect(await deliver()).toBe(0);
    bff.pass(61_000);
    expect(await deliver()).toBe(1);
    expect(city.heard.map((one) => one.id)).toEqual([city.heard[0]?.id, city.heard[0]?.id]);
    expect((await deliveries())[0]).toMatchObject({ state: 'delivered' });
  });

  it('三个一起送二十件：每件一次', async () => {
    for (let i = 0; i < 20; i++)
      await bff.sql`insert into platform_feed (at, kind, what, office_id, district) values (now(), 'application', 'x', '500107001', '500107')`;
    await sealFeed(worker.context);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(city.heard).toHaveLength(20);
    expect(new Set(city.heard.map((one) => one.id)).size).toBe(20);
  });
});
