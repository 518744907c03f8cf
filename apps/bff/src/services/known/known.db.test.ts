import { randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { household, member, putCase, verify } from '../../test/case-for-test.ts';
import { done, form, GUOFU, resident, SUFEN, submission } from '../../test/people.ts';
import { seenFrom } from './seen-from.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const TODAY = '2026-11-22';
const known = async (one: Awaited<ReturnType<typeof resident>>) => done(await one.call(residentApi.knownOfMe, {}));

it('没核过身份的，什么也不给看；核过了，按证件、登记、以前的申请一样一样填，各说从哪里来', async () => {
  const sufen = await resident(bff, 'known');
  await putCase(bff, { household: household([member('m1'), member('m2', { birthDate: GUOFU.born })]) });
  const disability = { category: 'physical', grade: 2 } as const;
  const [self, husband] = form().members;
  const earlier = form({
    members: [
      { ...(self as NonNullable<typeof self>), disability: false },
      // He has another day of birth in it: the register's stands.
      { ...(husband as NonNullable<typeof husband>), birthDate: '1961-01-01' as CivilDate, disability },
      { id: 'm3', relation: 'child', name: '张小宝' },
    ],
  });
  done(await sufen.call(residentApi.submitApplication, { params: { applicationId: randomUUID() }, body: submission({ form: earlier }) }));
  expect(await known(sufen)).toEqual({ members: [], notShown: 'not-verified' });

  await verify(bff, sufen.accountId);
  const at = (from: string) => (field: string) => ({ field, from, on: TODAY });
  expect(await known(sufen)).toEqual({
    members: [
      {
        me: true,
        values: { name: SUFEN.name, relation: 'self', birthDate: SUFEN.born, disability: false, registration: self?.registration },
        sources: [
          ...['name', 'relation', 'birthDate'].map(at('identity')),
          ...['disability', 'registration'].map(at('earlier-application')),
        ],
      },
      {
        values: { name: GUOFU.name, relation: 'spouse', birthDate: GUOFU.born, disability, registration: husband?.registration },
        sources: [
          ...['name', 'relation', 'birthDate'].map(at('register')),
          ...['disability', 'registration'].map(at('earlier-application')),
        ],
      },
      { values: { name: '张小宝', relation: 'child' }, sources: ['name', 'relation'].map(at('earlier-application')) },
    ],
  });
});

it('丈夫来问：登记里妻子是户主，对他来说是妻子；以前的申请是妻子交的，不是他的', async () => {
  const guofu = await resident(bff, 'knownhis', GUOFU);
  await verify(bff, guofu.accountId);
  expect((await known(guofu)).members.map(({ me, values }) => [me ?? false, values.name, values.relation])).toEqual([
    [true, GUOFU.name, 'self'],
    [false, SUFEN.name, 'spouse'],
  ]);
});

it('登记里写的是和户主的关系；说不出是本人的谁，就不填这个人', () => {
  expect(seenFrom('self', 'child-in-law')).toBe('child-in-law');
  expect(seenFrom('child', 'self')).toBe('parent');
  expect(seenFrom('child', 'child')).toBe('sibling');
  expect(seenFrom('spouse', 'parent')).toBe('parent-in-law');
  expect(seenFrom('sibling', 'child')).toBeUndefined();
  expect(seenFrom('child', 'sibling')).toBeUndefined();
});
