import {
  type DraftForm,
  makeClient,
  PROBLEMS,
  type ProblemCode,
  type Transport,
  type TransportAnswer,
  type TransportRequest,
} from '@assist/contracts';
import { withoutNumbers } from '../draft/kept-numbers.ts';
import { same } from '../same.ts';
import { dayOf, instantOf } from '../words/day-and-time.ts';

interface StoredDraft {
  formVersion: number;
  revision: number;
  form: unknown;
  savedAt: string;
  keptUntil: string;
}

/** What goes wrong with the next request: it never arrives, its answer is lost, or the server says a problem. */
export type Fault = 'no-network' | 'answer-lost' | ProblemCode;

/** The part of the BFF that a draft and a submission meet, in memory. It keeps the promise "one id, one receipt, for ever". */
export function makeFakeServer(now: () => number) {
  const drafts = new Map<string, StoredDraft>();
  const received = new Map<string, { body: unknown; receipt: unknown }>();
  const told = new Map<string, { body: unknown; receipt: unknown }>();
  const answers = new Map<string, { body: unknown; view: unknown }>();
  const requests: TransportRequest[] = [];
  const faults: Fault[] = [];
  let running = 0;

  const ok = (status: number, json?: unknown): TransportAnswer => ({
    kind: 'answer',
    status,
    text: json === undefined ? '' : JSON.stringify(json),
  });
  const problem = (code: ProblemCode, fields?: unknown): TransportAnswer =>
    ok(PROBLEMS[code][0], {
      type: `about:problem/${code}`,
      title: PROBLEMS[code][1],
      status: PROBLEMS[code][0],
      code,
      instance: 'W7K-3Q9',
      fields,
    });
  const summary = (draftId: string, d: StoredDraft) => ({
    draftId,
    formVersion: d.formVersion,
    revision: d.revision,
    savedAt: d.savedAt,
    keptUntil: d.keptUntil,
  });

  function drafted(
    method: string,
    id: string | undefined,
    body: { formVersion: number; baseRevision: number; form: unknown },
  ): TransportAnswer {
    if (!id)
      return ok(
        200,
        [...drafts].map(([draftId, d]) => summary(draftId, d)),
      );
    const old = drafts.get(id);
    if (method === 'DELETE') {
      drafts.delete(id);
      return ok(204);
    }
    if (method === 'GET') return old ? ok(200, { ...summary(id, old), form: withoutNumbers(old.form as DraftForm) }) : problem('not-found');
    if (!old && body.baseRevision > 0) return problem('not-found');
    if (old && old.revision !== body.baseRevision) return problem('conflict');
    const kept = now() + 28 * 86400_000;
    const { form, missing } = filledIn(body.form as DraftForm, old?.form as DraftForm | undefined);
    const next = {
      formVersion: body.formVersion,
      form,
      revision: (old?.revision ?? 0) + 1,
      savedAt: instantOf(now()),
      keptUntil: instantOf(kept),
    };
    drafts.set(id, next);
    return ok(200, { ...summary(id, next), ...(missing.length > 0 && { numbersMissing: missing }) });
  }
  /** The number stays as it lies here. */
  function filledIn(form: DraftForm, before: DraftForm | undefined): { form: DraftForm; missing: string[] } {
    const missing: string[] = [];
    const members = form.members?.map(({ paperKept, ...member }) => {
      const paper = member.paper ?? (paperKept && before?.members?.find((one) => one.id === member.id)?.paper);
      if (paperKept && !paper) missing.push(member.id);
      return paper ? { ...member, paper } : member;
    });
    return { form: members ? { ...form, members } : form, missing };
  }

  function submitted(id: string, body: unknown): TransportAnswer {
    const old = received.get(id);
    if (old) return same(old.body, body) ? ok(201, old.receipt) : problem('content-differs');
    const receipt = receiptOf(id, received.size + 1, now());
    received.set(id, { body, receipt });
    return ok(201, receipt);
  }

  /** The same promise for a change: one id, one slip. */
  function changed(id: string, body: unknown): TransportAnswer {
    const old = told.get(id);
    if (old) return same(old.body, body) ? ok(201, old.receipt) : problem('content-differs');
    const receipt = slipOf(id, told.size + 1, now());
    told.set(id, { body, receipt });
    return ok(201, receipt);
  }

  function answered(id: string, body: { items: unknown[] }): TransportAnswer {
    const old = answers.get(id);
    if (old) return same(old.body, body) ? ok(201, old.view) : problem('content-differs');
    const view = { id: CORRECTION_ID, askedAt: instantOf(now()), items: [], answers: body.items, answeredAt: instantOf(now()) };
    answers.set(id, { body, view });
    return ok(201, view);
  }

  const transport: Transport = async (request) => {
    requests.push(request);
    running += 1;
    server.mostAtOnce = Math.max(server.mostAtOnce, running);
    await Promise.resolve();
    running -= 1;
    const fault = faults.shift();
    if (fault === 'no-network') return { kind: 'no-network' };
    if (fault && fault !== 'answer-lost') return problem(fault, server.fields);
    const [, , room, id, , , , answerId] = request.path.split('/');
    const body = request.body ? JSON.parse(request.body) : undefined;
    if (room === 'family') return ok(200, { cases: server.cases, beginWithPerson: false, assurance: { sentence: '', clauses: [CLAUSE] } });
    const answer =
      room === 'changes'
        ? changed(id as string, body)
        : room === 'drafts'
          ? drafted(request.method, id, body)
          : answerId
            ? answered(answerId, body)
            : submitted(id as string, body);
    return fault === 'answer-lost' ? { kind: 'timeout' } : answer;
  };
  const server = {
    drafts,
    received,
    answers,
    told,
    cases: [] as unknown[],
    requests,
    faults,
    mostAtOnce: 0,
    fields: undefined as unknown,
    call: makeClient(transport),
  };
  return server;
}
export type FakeServer = ReturnType<typeof makeFakeServer>;

export const CORRECTION_ID = '00000000-0000-4000-8000-00000000c000';

export const OFFICE = {
  id: 'office-sample',
  name: '云岭镇人民政府',
  divisionCode: '500107101',
  district: '500107',
  live: true,
  phone: '023-00000126',
};
const CLAUSE = { id: 'YM239-3-1b', label: '渝民〔2022〕239号 三（一）', gist: '受理后 30 个工作日内有结果' };

const slipOf = (changeId: string, count: number, at: number) => ({
  changeId,
  number: `云岭 261122-10${count}-T`,
  toldAt: instantOf(at),
  toldOn: dayOf(at),
  office: OFFICE,
  told: ['工资涨了'],
  by: '本人',
  goodFor: { sentence: '写明您哪天主动报的', clauses: [CLAUSE] },
  next: [{ sentence: '镇上看过，给您回话', clauses: [CLAUSE] }],
  firstReplyBy: { date: '2026-11-25', provisional: false },
  photos: 0,
});

const receiptOf = (applicationId: string, count: number, at: number) => ({
  applicationId,
  number: `云岭 261122-00${count}-K`,
  receivedAt: instantOf(at),
  receivedOn: dayOf(at),
  office: OFFICE,
  routing: { sentence: '户口在这里，也住在这里', clauses: [CLAUSE] },
  firstReplyBy: { date: '2026-11-25', provisional: false },
  next: [{ sentence: '镇上回话：收下，或请您补', clauses: [CLAUSE] }],
  members: 1,
  photos: 0,
  notYetSigned: [],
});
