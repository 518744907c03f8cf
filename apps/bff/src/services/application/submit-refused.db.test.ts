import { randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, form, formOf, resident, submission, ZHONGSHANLU } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const rowsOf = async (id: string) => {
  const [row] = await bff.sql`
    select (select count(*)::int from submissions where application_id = ${id}) as submissions,
      (select count(*)::int from applications where id = ${id}) as applications,
      (select count(*)::int from work_items where application_id = ${id}) as items,
      (select count(*)::int from application_events where application_id = ${id}) as events,
      (select count(*)::int from audit_log where object_id = ${id} and action = 'application-sent') as audited,
      (select count(*)::int from outbox where payload->>'applicationId' = ${id}) as later`;
  return row;
};

describe('交不上去的，一句话说清，什么也不留下', () => {
  const cases: [string, Parameters<typeof submission>[0], string, string?][] = [
    [
      '没签查收入的同意',
      { signatures: submission().signatures.filter((s) => s.statement !== 'cross-check') },
      'signature-missing',
      'signatures.cross-check',
    ],
    ['签的是没见过的说法', { signatures: submission().signatures.map((s) => ({ ...s, hash: 'f'.repeat(64) })) }, 'signature-missing'],
    [
      '替别的大人签',
      { signatures: submission().signatures.map((s) => (s.statement === 'cross-check' ? { ...s, memberId: 'm2' } : s)) },
      'form-invalid',
    ],
    [
      '生在明天',
      { form: form({ members: [{ id: 'm1', relation: 'self', name: '李素芬', birthDate: '2026-11-23' as never }] }) },
      'form-invalid',
      'members.0.birthDate',
    ],
    ['一个人也没有', { form: form({ members: [] }) }, 'form-invalid', 'members'],
    [
      '没说户口在哪',
      { form: form({ members: [{ id: 'm1', relation: 'self', name: '李素芬' }] }) },
      'place-unknown',
      'members.m1.registration',
    ],
    ['户口在没接上的区', { form: formOf('500101017' as never) }, 'place-not-live'],
    [
      '户口在外省',
      {
        form: form({ members: [{ id: 'm1', relation: 'self', name: '李素芬', registration: { kind: 'elsewhere', province: '四川省' } }] }),
      },
      'place-not-live',
    ],
    ['照片没有送到', { form: form({ photos: [{ fileId: randomUUID(), about: 'income' }] }) }, 'form-invalid', 'photos.0.fileId'],
    [
      '家里没有大人，还没问过',
      {
        form: form({
          members: [
            {
              id: 'm1',
              relation: 'self',
              name: '小宇',
              birthDate: '2012-01-01' as never,
              registration: { kind: 'chongqing', divisionCode: ZHONGSHANLU },
            },
          ],
        }),
      },
      'confirm-unlikely',
      'no-adult',
    ],
  ];
  it.each(cases)('%s', async (_title, change, code, path) => {
    const sufen = await resident(bff, 'bone');
    const id = randomUUID();
    const result = await sufen.submit(id, submission(change));
    expect(result).toMatchObject({ ok: false, problem: { code } });
    if (!result.ok && path) expect(result.problem.fields?.map((f) => f.path)).toContain(path);
    if (!result.ok) expect(result.problem.instance).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    expect(await rowsOf(id)).toEqual({ submissions: 0, applications: 0, items: 0, events: 0, audited: 0, later: 0 });
  });

  it('少见的答案，问过一次就收', async () => {
    const child = await resident(bff, 'btwo');
    const alone = form({
      members: [
        {
          id: 'm1',
          relation: 'self',
          name: '小宇',
          birthDate: '2012-01-01' as never,
          registration: { kind: 'chongqing', divisionCode: ZHONGSHANLU },
        },
      ],
      confirmations: [{ question: 'no-adult', answer: '奶奶在照顾' }],
    });
    expect(done(await child.submit(randomUUID(), submission({ form: alone }))).notYetSigned).toEqual([]);
  });

  it('没写自己是谁，先问；没有证件、写了原因，也能交', async () => {
    const nobody = await resident(bff, 'bthree', null);
    const refused = await nobody.submit();
    expect(refused).toMatchObject({ ok: false, problem: { code: 'form-invalid', fields: [{ path: 'members.0.paper' }] } });
    done(
      await nobody.call(residentApi.claimIdentity, {
        body: { name: '李素芬', paper: { kind: 'none-yet', reason: '从小没有上户口' } },
      }),
    );
    expect((await nobody.submit()).ok).toBe(true);
  });
});
