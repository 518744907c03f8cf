import * as z from 'zod/mini';
import { EVIDENCE_KINDS } from '../form/application-form.ts';
import { changeFormSchema } from '../form/change-form.ts';
import { fenSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { caseFileSchema } from './case-views.ts';
import { besideSchema, changeViewSchema, OUTCOME_IDS } from './change-views.ts';
import { endpoint } from './endpoint.ts';
import { citationSchema, citedSentenceSchema } from './views.ts';
import { workItemSchema } from './work-item.ts';

const byChange = z.object({ changeId: idSchema });

/** What may be settled at the desk without a procedure, because no money hangs on it. The service refuses it where money does. */
export const SETTLEMENTS = ['nothing-changed', 'address', 'who-lives-there', 'contact', 'told-before', 'not-ours'] as const;

export const changeCaseSchema = z.object({
  item: workItemSchema,
  change: changeViewSchema,
  form: changeFormSchema,
  reporter: z.object({ name: z.string(), identity: z.enum(['none', 'claimed', 'verified']), maskedPhone: z.optional(z.string()) }),
  /** The case before the change; absent where the household is not in the register. */
  caseFile: z.optional(caseFileSchema),
  beside: z.optional(besideSchema),
  /** Other notices of the same household that say something else, e.g. two of one day. */
  contradicts: z.array(z.object({ changeId: idSchema, number: z.string(), sentence: z.string() })),
  /** What may be done now; `blocked` says with its clause why not. */
  actions: z.array(
    z.object({ id: z.enum(['settle', 'opinion']), possible: z.boolean(), sentence: z.string(), clauses: z.array(z.string()) }),
  ),
  settlements: z.array(z.enum(SETTLEMENTS)),
  /** Other notices of the same household that are still under way. */
  others: z.optional(z.array(z.object({ changeId: idSchema, number: z.string(), sentence: z.string() }))),
  /** Questions that an officer puts, kindly; no resident sees them. */
  questions: z.optional(z.array(citedSentenceSchema)),
  /** A household whose number was typed in it: nobody proved it, so it is only to be looked at. */
  match: z.optional(z.object({ caseId: idSchema, sentence: z.string() })),
  /** What an opinion may say, with the grounds the policy package knows for it; a cut or stop goes with one of them or not at all. */
  opinions: z.optional(
    z.array(
      z.object({
        outcome: z.enum(OUTCOME_IDS),
        title: z.string(),
        grounds: z.array(z.object({ id: z.string(), title: z.string(), clauses: z.array(citationSchema) })),
        /** The steps that still have to follow before any money changes, in order. */
        steps: z.array(z.string()),
      }),
    ),
  ),
  files: z.array(
    z.object({
      fileId: idSchema,
      about: z.enum(EVIDENCE_KINDS),
      memberId: z.optional(z.string()),
      bytes: z.number(),
      mediaType: z.string(),
      receivedAt: instantSchema,
    }),
  ),
  audit: z.array(z.object({ at: instantSchema, who: z.string(), what: z.string() })),
  placeNames: z.optional(z.record(z.string(), z.string())),
});
export type ChangeCase = z.output<typeof changeCaseSchema>;

export const opinionSchema = z.object({
  outcome: z.enum(OUTCOME_IDS),
  amountAfter: z.optional(fenSchema),
  /** For the resident to read. */
  reason: words(1000).check(z.minLength(1, '为什么这样看？写给居民看')),
  /** The ground of a cut or stop, from the policy package; without one it is an officer's question and lowers nothing. */
  ground: z.optional(z.string()),
});

export const staffChangeApi = {
  openChange: endpoint({
    id: 'openChange',
    method: 'GET',
    path: '/staff/api/changes/{changeId}',
    summary: '一次变化的全部，前后并排；看敏感项都留痕',
    who: 'staff',
    status: 200,
    params: byChange,
    answer: changeCaseSchema,
  }),
  markChangeOpened: endpoint({
    id: 'markChangeOpened',
    method: 'PUT',
    path: '/staff/api/changes/{changeId}/opened',
    summary: '打开看了，居民会看到',
    who: 'staff',
    status: 200,
    params: byChange,
    answer: changeViewSchema,
  }),
  settleChange: endpoint({
    id: 'settleChange',
    method: 'PUT',
    path: '/staff/api/changes/{changeId}/settled',
    summary: '不涉及钱的，在这里办结',
    who: 'staff',
    status: 200,
    params: byChange,
    body: z.object({ as: z.enum(SETTLEMENTS), note: words(500).check(z.minLength(1, '写明怎么核的')) }),
    answer: changeViewSchema,
  }),
  giveOpinion: endpoint({
    id: 'giveOpinion',
    method: 'PUT',
    path: '/staff/api/changes/{changeId}/opinion',
    summary: '初步意见，记在案；钱不在这里变',
    who: 'staff',
    status: 200,
    params: byChange,
    body: opinionSchema,
    answer: changeViewSchema,
  }),
  /** A clerk writes down at the counter what somebody tells. */
  tellAtCounter: endpoint({
    id: 'tellAtCounter',
    method: 'PUT',
    path: '/staff/api/changes/{changeId}/at-counter',
    summary: '在窗口替居民记下一次变化',
    who: 'staff',
    status: 201,
    params: byChange,
    body: z.object({ form: changeFormSchema, sawPerson: z.boolean() }),
    answer: changeViewSchema,
  }),
} as const;
