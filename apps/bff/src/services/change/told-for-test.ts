import { randomUUID } from 'node:crypto';
import { type ChangeForm, type opinionSchema, residentApi, type SETTLEMENTS, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type * as z from 'zod/mini';
import type { BffForTest } from '../../test/bff-for-test.ts';
import { verify } from '../../test/case-for-test.ts';
import { emptyTables } from '../../test/empty-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { sendPhoto } from '../../test/uploads-for-test.ts';

/** As if nobody had told anything yet, and no family stood in the register. */
export const emptyChanges = (bff: BffForTest): Promise<unknown> =>
  emptyTables(bff.sql, [
    'change_contradictions',
    'change_opinions',
    'change_steps',
    'changes',
    'change_notices',
    'case_events',
    'case_benefits',
    'case_members',
    'case_files',
    'contact_changes',
    'work_items',
    'messages',
    'rate_counts',
  ]);

export const on = (text: string): CivilDate => text as CivilDate;

/** A notice of a case, by the person themselves unless said otherwise. */
export const changeForm = (caseId: string | undefined, change: Partial<ChangeForm> = {}): ChangeForm => ({
  formVersion: 1,
  ...(caseId && { caseId }),
  reporter: { as: 'self' },
  changed: [{ event: 'job-found', happenedOn: on('2026-11-01'), member: 'm2', income: [] }],
  photos: [],
  ...change,
});

/** Somebody whose card a clerk has seen. */
export async function verified(bff: BffForTest, person: string, who?: { name: string; number: string }) {
  const someone = await resident(bff, person, who);
  await verify(bff, someone.accountId);
  return {
    ...someone,
    tell: (form: ChangeForm, changeId: string = randomUUID()) =>
      someone.call(residentApi.submitChange, { params: { changeId }, body: { form } }),
    preview: (form: ChangeForm) => someone.call(residentApi.previewChange, { body: { form } }),
    photo: (fileId?: string) => sendPhoto(bff, someone, 'income', fileId),
    view: (changeId: string) => someone.call(residentApi.change, { params: { changeId } }),
  };
}

/** A clerk with the verbs of the lane of changes. */
export async function changeClerk(bff: BffForTest, staffId = 'sample-heli') {
  const { call } = await bff.staff(staffId);
  return {
    call,
    open: (changeId: string) => call(staffApi.openChange, { params: { changeId } }),
    opened: (changeId: string) => call(staffApi.markChangeOpened, { params: { changeId } }),
    settle: (changeId: string, as: (typeof SETTLEMENTS)[number], note = '打电话核过') =>
      call(staffApi.settleChange, { params: { changeId }, body: { as, note } }),
    opinion: (changeId: string, body: z.output<typeof opinionSchema>) => call(staffApi.giveOpinion, { params: { changeId }, body }),
    item: async (changeId: string) => {
      const page = done(await call(staffApi.queue, { query: { lane: 'changes' } }));
      return page.items.find((one) => one.subjectId === changeId);
    },
  };
}
