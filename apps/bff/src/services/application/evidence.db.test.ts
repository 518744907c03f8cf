import { randomUUID } from 'node:crypto';
import { residentApi, type Signature, STATEMENT_HASHES, STATEMENTS, type Submission, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, form, resident, submission } from '../../test/people.ts';
import { sendPhoto } from '../../test/uploads-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const promise: Signature = {
  statement: 'declaration',
  version: STATEMENTS.declaration.version,
  hash: STATEMENT_HASHES.declaration,
  memberId: 'm1',
  status: 'given',
  at: '2026-11-22T10:00:00+08:00',
};
const declared = (signatures: Signature[] = [promise]): Submission => {
  const evidence = [
    { about: 'income' as const, way: 'declare' as const, words: '打零工，每月约 900 元' },
    { about: 'medical' as const, way: 'cannot-find' as const, words: '搬家丢了' },
  ];
  const base = submission({ form: form({ evidence }) });
  return { ...base, signatures: [...base.signatures, ...signatures] };
};
const items = (title: string, evidence: 'income' | 'medical') => ({ items: [{ title, reason: '核收入要看', evidence }] });

it('没有单子、书面承诺：交得上去；经办看得到选了什么、说了什么、哪一版哪段字；承诺了的不能再要', async () => {
  const sufen = await resident(bff, 'papera');
  const applicationId = randomUUID();
  done(await sufen.submit(applicationId, declared()));
  const heli = await bff.staff('sample-heli');
  done(await heli.call(staffApi.markOpened, { params: { applicationId } }));
  const seen = done(await heli.call(staffApi.openCase, { params: { applicationId } }));
  expect(seen.form.evidence).toEqual([
    { about: 'income', way: 'declare', words: '打零工，每月约 900 元' },
    { about: 'medical', way: 'cannot-find', words: '搬家丢了' },
  ]);
  expect(seen.signatures.find((s) => s.statement === 'declaration')).toEqual(promise);
  const ask = (body: ReturnType<typeof items>, correctionId: string = randomUUID()) =>
    heli.call(staffApi.askCorrection, { params: { applicationId, correctionId }, body });
  expect(await ask(items('工资单', 'income'))).toMatchObject({
    ok: false,
    problem: { code: 'form-invalid', fields: [{ path: 'items.0.evidence', sentence: expect.stringContaining('已经书面承诺') }] },
  });
  const [round] = done(await ask(items('住院的单子', 'medical'))).corrections;
  const answer = [{ itemId: round?.items[0]?.id as string, answer: 'cannot-get' as const }];
  const params = { applicationId, correctionId: round?.id as string, answerId: randomUUID() };
  done(await sufen.call(residentApi.answerCorrection, { params, body: { items: answer } }));
  // The list only shrinks: the very same thing is not asked for twice.
  expect(await ask(items('住院的单子', 'medical'))).toMatchObject({ ok: false, problem: { fields: [{ path: 'items.0.title' }] } });
  expect((await ask(items('吃药的单子', 'medical'))).ok).toBe(true);
});

it('选了承诺、没有点头的记录：不当他承诺过；没见过的说法也不算', async () => {
  const sufen = await resident(bff, 'paperb');
  const missing = { ok: false, problem: { code: 'signature-missing', fields: [{ path: 'signatures.declaration' }] } };
  expect(await sufen.submit(randomUUID(), declared([]))).toMatchObject(missing);
  expect(await sufen.submit(randomUUID(), declared([{ ...promise, hash: 'f'.repeat(64) }]))).toMatchObject(missing);
  expect((await sufen.submit(randomUUID(), submission())).ok).toBe(true);
});

it('照片：已收到；镇街打开看过，居民看得到是几时', async () => {
  const sufen = await resident(bff, 'paperc');
  const [fileId, applicationId] = [await sendPhoto(bff, sufen, 'medical'), randomUUID()];
  done(await sufen.submit(applicationId, submission({ form: form({ photos: [{ fileId, about: 'medical' }] }) })));
  const photos = async () => done(await sufen.call(residentApi.application, { params: { applicationId } })).photos;
  expect(await photos()).toEqual([{ fileId, about: 'medical', receivedAt: expect.any(String) }]);
  const heli = await bff.staff('sample-heli');
  await fetch(`${bff.staffUrl}/staff/api/files/${fileId}`, { headers: { cookie: `desk_session=${heli.session}` } });
  expect(await photos()).toEqual([{ fileId, about: 'medical', receivedAt: expect.any(String), openedAt: '2026-11-22T10:00:00+08:00' }]);
});
