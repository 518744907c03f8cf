import { localProblem, PROBLEMS, type ProblemCode, type Result, residentApi } from '@assist/contracts';
import { expect, test } from 'vitest';
import { makeFakePhone } from '../_test/fake-phone.ts';
import type { Client } from '../ports.ts';
import type { RunAbout } from './run.ts';
import { makeRuns } from './runs.ts';

const ABOUT: RunAbout = { whom: { caseId: '00000000-0000-4000-8000-0000000000c1', memberId: 'm2' }, role: 'family', name: '何秀英' };
const CONSENT = { statement: 'face', version: '2026-11-22', hash: 'a'.repeat(64) } as const;
const problem = (code: ProblemCode) => ({ type: 't', title: PROBLEMS[code][1], status: PROBLEMS[code][0], code });
const refused = (code: ProblemCode): Result<never> => ({ ok: false, problem: problem(code) });
const lost: Result<never> = { ok: false, problem: localProblem('no-network') };
const done = (data: unknown) => ({ ok: true, status: 200, data });
const sentence = { sentence: '好', clauses: [] };
const face = (state: string, next: string, id = 'f') => ({ faceCheckId: id, state, next, sentence, triesLeft: 1 });

/** A server that answers what is laid ready, in turn; and everything it was asked. */
function server(...answers: unknown[]) {
  const asked: { endpoint: unknown; id: unknown; body: unknown }[] = [];
  const call = (async (endpoint: unknown, { params = {}, body }: { params?: object; body?: unknown }) => {
    asked.push({ endpoint, id: Object.values(params)[0], body });
    return answers.shift() ?? lost;
  }) as unknown as Client;
  return { call, asked };
}
const runsOn = (
  phone: ReturnType<typeof makeFakePhone>,
  call: Client,
  files: { received: readonly string[]; waiting: number } = { received: [], waiting: 0 },
) =>
  makeRuns({
    storage: phone.storage,
    call,
    now: phone.now,
    newId: phone.newId,
    signedIn: () => true,
    filesOf: () => files,
    forgetFiles: () => undefined,
  });

test('刷到一半手机关了，再开先问结果，没有结果就请服务器去问微信', async () => {
  const phone = makeFakePhone();
  const first = server(done({ verifyId: 'v', result: face('begun', 'wait') }));
  const before = runsOn(phone, first.call);
  const run = before.begin(ABOUT);
  await before.beginFace(run.id, CONSENT);
  const second = server(done(face('begun', 'wait')), done(face('not-recognised', 'again')));
  const after = runsOn(phone.killed(), second.call);
  const answer = await after.lookAtFace(run.id);
  expect(second.asked.map((a) => a.endpoint)).toEqual([residentApi.faceCheck, residentApi.finishFaceCheck]);
  expect(new Set([...first.asked, ...second.asked].map((a) => a.id)).size).toBe(1);
  expect(answer).toMatchObject({ ok: true, data: { next: 'again' } });
  expect(after.of(run.id)?.face).toBeUndefined();
});

test('刷脸没送到的，同一个号、同样的内容再送；送到了没成的，下一次是新的号', async () => {
  const phone = makeFakePhone();
  const { call, asked } = server(lost, done({ verifyId: 'v', result: face('begun', 'wait') }), done(face('not-yet', 'again')));
  const runs = runsOn(phone, call);
  const { id } = runs.begin(ABOUT);
  await runs.beginFace(id, CONSENT);
  await runs.beginFace(id, { ...CONSENT, hash: 'b'.repeat(64) });
  expect(asked[1]).toEqual(asked[0]);
  await runs.lookAtFace(id);
  await runs.beginFace(id, CONSENT);
  expect(asked.at(-1)?.id).not.toBe(asked[0]?.id);
});

test('服务器没见过这一次，手机上也就没有', async () => {
  const phone = makeFakePhone();
  const { call } = server(lost, refused('not-found'));
  const runs = runsOn(phone, call);
  const { id } = runs.begin(ABOUT);
  await runs.beginFace(id, CONSENT);
  await runs.lookAtFace(id);
  expect(runs.of(id)?.face).toBeUndefined();
  expect(await runs.lookAtFace(id)).toBeUndefined();
});

test('监护人刷过了，等着给孩子拍照片；照片带着那一次刷脸', async () => {
  const phone = makeFakePhone();
  const { call, asked } = server(
    done({ verifyId: 'v', result: face('begun', 'wait') }),
    done(face('passed', 'done', 'guardian-face')),
    done({ authenticationId: 'x', state: 'to-look-at' }),
  );
  const runs = runsOn(phone, call, { received: ['photo-1'], waiting: 0 });
  const { id } = runs.begin({ ...ABOUT, role: 'guardian' });
  runs.change(id, (r) => ({ ...r, guardian: { name: '周德明', number: '500107195803040016' } }));
  await runs.beginFace(id, CONSENT);
  expect(asked[0]?.body).toMatchObject({ guardian: { name: '周德明' }, role: 'guardian' });
  await runs.lookAtFace(id);
  const sent = await runs.sendEvidence(id, { ...CONSENT, statement: 'video' });
  expect(asked.at(-1)?.body).toMatchObject({ faceCheckId: 'guardian-face', fileIds: ['photo-1'], takenOn: '2026-11-22' });
  expect(sent.kind).toBe('received');
  expect(runs.all()).toEqual([]);
});

test('视频还在路上就点了送，到齐了自己送；答复丢了，同一份再送', async () => {
  const phone = makeFakePhone();
  const files = { received: [] as string[], waiting: 1 };
  const { call, asked } = server(lost, done({ authenticationId: 'x' }));
  const runs = runsOn(phone, call, files);
  const { id } = runs.begin(ABOUT);
  expect(await runs.sendEvidence(id, { ...CONSENT, statement: 'video' })).toEqual({ kind: 'waiting' });
  expect(asked).toEqual([]);
  Object.assign(files, { received: ['v1'], waiting: 0 });
  await runs.resume();
  const later = runsOn(phone.killed(), call, files);
  await later.resume();
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(asked[0]);
  expect(later.all()).toEqual([]);
});

test('同一个人接着办，不重开；七天没动的不留', () => {
  const phone = makeFakePhone();
  const { call } = server();
  const runs = runsOn(phone, call);
  const first = runs.begin(ABOUT);
  expect(runs.begin(ABOUT).id).toBe(first.id);
  expect(runs.begin({ ...ABOUT, role: 'guardian' }).id).not.toBe(first.id);
  phone.pass(8 * 24 * 3600 * 1000);
  expect(runsOn(phone.killed(), call).all()).toEqual([]);
});

test('约上门没约成的，改一改再约是新的一次；答复丢了，同样的再约是同一次', async () => {
  const phone = makeFakePhone();
  const { call, asked } = server(refused('form-invalid'), lost, done({ visitId: 'x' }));
  const runs = runsOn(phone, call);
  const { id } = runs.begin(ABOUT);
  const body = { whom: ABOUT.whom, where: 'home' as const };
  await runs.bookVisit(id, body);
  await runs.bookVisit(id, body);
  await runs.bookVisit(id, body);
  expect(asked[1]?.id).not.toBe(asked[0]?.id);
  expect(asked[2]?.id).toBe(asked[1]?.id);
  expect(runs.of(id)).toBeUndefined();
});
