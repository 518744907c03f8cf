import { randomUUID } from 'node:crypto';
import { type HelperVerb, residentApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

type Someone = Awaited<ReturnType<typeof resident>>;
let people = 0;
const someone = (name: string, born: string) => resident(bff, `told${'y'.repeat(++people)}`, { name, number: inventedNumber(born) });
const inbox = async (one: Someone) => done(await one.call(residentApi.messages, { query: {} })).items;
async function helped(verbs: HelperVerb[]) {
  const [grandma, grandson] = [await someone('李素芬', '1946-03-01'), await someone('张小宇', '2001-01-01')];
  const body = { grantId: randomUUID(), name: '孙子小宇', kind: 'family' as const, verbs, until: '2027-05-01' as CivilDate };
  const { token, grant } = done(await grandma.call(residentApi.inviteHelper, { body, key: randomUUID() }));
  done(await grandson.call(residentApi.acceptHelping, { body: { token } }));
  return { grandma, grandson, grantId: grant.grantId };
}
const told = async (one: Someone) => (await inbox(one)).filter((m) => m.kind === 'helped-told');

describe('请了人收通知', () => {
  it('本人有一条，帮的人也有一条：是谁的、哪一类；里面写的什么，不在里面', async () => {
    const { grandma, grandson } = await helped(['notices']);
    done(await grandma.submit());
    await bff.worker.drain();
    await bff.worker.drain();
    expect((await inbox(grandma)).map((m) => m.kind)).toContain('application-received');
    const [one, ...more] = await told(grandson);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      title: '您帮的人有新消息',
      sentence: { sentence: '李素芬有一条新消息：您的申请收到了。在“我帮的人”里看，和本人说一声。' },
    });
    // Nothing of it is told to the person as if it were theirs.
    expect(await told(grandma)).toEqual([]);
  });

  it('没请收通知的、停了的：没有；关于帮忙的人自己的，不说', async () => {
    const [fills, stopped] = [await helped(['fill', 'results']), await helped(['notices'])];
    done(await stopped.grandma.call(residentApi.stopHelper, { params: { grantId: stopped.grantId } }));
    for (const { grandma } of [fills, stopped]) done(await grandma.submit());
    await bff.worker.drain();
    expect([await told(fills.grandson), await told(stopped.grandson)]).toEqual([[], []]);
  });
});
