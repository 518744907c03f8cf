import { randomUUID } from 'node:crypto';
import { CONTACT_KINDS, residentApi, staffApi, type Whom } from '@assist/contracts';
import { addDays } from '@assist/policy';
import { FACE_CODES } from '@assist/wechat';
import fc from 'fast-check';
import { dayInShanghai } from '../../clock.ts';
import type { BffForTest } from '../../test/bff-for-test.ts';
import { putCase, verify } from '../../test/case-for-test.ts';
import { beginFace, byName, consentTo, somebody } from '../../test/faces-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { sendMovie } from '../../test/uploads-for-test.ts';

/** One thing that can happen around authentication; numbers choose among what there is then. */
export type Step =
  | { readonly do: 'face'; readonly ret: number; readonly member: number; readonly finish: boolean; readonly byStranger: boolean }
  | { readonly do: 'difficulty' | 'video' | 'book' | 'cancel' | 'chores' | 'sign-in' | 'withdraw' }
  | { readonly do: 'look'; readonly counts: boolean }
  | { readonly do: 'arrange' | 'settle' }
  | { readonly do: 'visited'; readonly met: boolean }
  | { readonly do: 'by-hand'; readonly contact: number; readonly daysAgo: number }
  | { readonly do: 'wait'; readonly days: number };

const just = <T extends Step['do']>(what: T) => fc.constant({ do: what });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('face' as const),
    ret: fc.constantFrom(...FACE_CODES, 99999),
    member: fc.constantFrom(1, 2),
    finish: fc.boolean(),
    byStranger: fc.boolean(),
  }),
  ...(['difficulty', 'video', 'book', 'cancel', 'chores', 'sign-in', 'withdraw', 'arrange', 'settle'] as const).map(just),
  fc.record({ do: fc.constant('look' as const), counts: fc.boolean() }),
  fc.record({ do: fc.constant('visited' as const), met: fc.boolean() }),
  fc.record({ do: fc.constant('by-hand' as const), contact: fc.nat(CONTACT_KINDS.length - 1), daysAgo: fc.nat(400) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 40, 200, 400) }),
) as fc.Arbitrary<Step>;

export const steps = (most: number): fc.Arbitrary<Step[]> => fc.array(step, { minLength: 1, maxLength: most });

/** A household of two with a verified account, and what can be done around it. Whatever is refused is refused; it goes on. */
export async function household(bff: BffForTest, name: string) {
  const people = [somebody('过日子的人'), somebody('家里那位')] as const;
  const caseId = await putCase(bff, { people });
  let passed = 0;
  const signIn = async () => resident(bff, name, null);
  const first = await resident(bff, name, people[0]);
  await verify(bff, first.accountId);
  const latest = async (kind: string) =>
    (
      await bff.sql`select subject_id, id from work_items where case_id = ${caseId} and kind = ${kind} and open order by received_at desc limit 1`
    )[0];

  const act = async (what: Step): Promise<void> => {
    // Tokens last a quarter of an hour.
    const me = await signIn();
    const { call } = await bff.staff('sample-heli');
    const mine: Whom = { caseId, memberId: 'm1' };
    const today = dayInShanghai(bff.clock());
    switch (what.do) {
      case 'face': {
        bff.wechat.face.ret = what.ret;
        const whom: Whom = what.byStranger ? byName(people[what.member - 1] ?? people[0]) : { caseId, memberId: `m${what.member}` };
        const role = what.byStranger ? 'neighbour' : what.member === 1 ? 'self' : 'family';
        const begun = done(await beginFace(me, whom, role));
        if (what.finish) await me.call(residentApi.finishFaceCheck, { params: { faceCheckId: begun.result.faceCheckId } });
        return;
      }
      case 'withdraw': {
        const { result } = done(await beginFace(me, mine));
        await me.call(residentApi.withdrawFaceConsent, { params: { faceCheckId: result.faceCheckId } });
        return;
      }
      case 'difficulty':
        await beginFace(me, mine, 'self', { difficulties: ['bedridden'] });
        return;
      case 'video':
        await me.call(residentApi.sendEvidence, {
          params: { authenticationId: randomUUID() },
          body: { whom: mine, role: 'self', fileIds: [await sendMovie(bff, me)], takenOn: today, consent: consentTo('video') },
        });
        return;
      case 'book':
        await me.call(residentApi.bookVisit, { params: { visitId: randomUUID() }, body: { whom: mine, where: 'home' } });
        return;
      case 'cancel': {
        const visit = done(await me.call(residentApi.visits, {}))[0];
        if (visit) await me.call(residentApi.cancelVisit, { params: { visitId: visit.visitId } });
        return;
      }
      case 'look': {
        const item = await latest('evidence');
        if (item)
          await call(staffApi.lookAtEvidence, {
            params: { authenticationId: item.subject_id },
            body: { seen: what.counts ? 'counts' : 'visit-instead', note: '' },
          });
        return;
      }
      case 'arrange': {
        const item = await latest('visit');
        const body = { day: addDays(today, 2), half: 'morning' as const, where: 'home' as const, visitors: ['何丽', '黄春兰'] };
        if (item) await call(staffApi.arrangeVisit, { params: { visitId: item.subject_id }, body });
        return;
      }
      case 'visited': {
        const item = await latest('visit');
        const body = { met: what.met, on: today, visitors: ['何丽', '黄春兰'], note: '' };
        if (item) await call(staffApi.recordVisit, { params: { visitId: item.subject_id }, body });
        return;
      }
      case 'settle': {
        const item = await latest('signal');
        if (item) await call(staffApi.settleSignal, { params: { workItemId: item.id }, body: { note: '看过了' } });
        return;
      }
      case 'by-hand':
        await call(staffApi.registerAuthentication, {
          params: { authenticationId: randomUUID() },
          body: { whom: mine, contact: CONTACT_KINDS[what.contact] ?? 'visit', on: addDays(today, -what.daysAgo), secondName: '黄春兰' },
        });
        return;
      case 'wait':
        bff.pass(what.days * 86_400_000);
        passed += what.days * 86_400_000;
        await bff.worker.chores();
        return;
      case 'chores':
        await bff.worker.chores();
        return;
      case 'sign-in':
        return;
    }
  };
  return { caseId, act, back: () => bff.pass(-passed) };
}
