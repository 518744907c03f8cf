import type { ApplicationState, CaseView, ItemNote, ProblemCode, RunView, StaffView, WorkItemView } from '@assist/contracts';
import { CONFLICTS, caseView, HANDLER, QUEUE, uuid, workItem } from './fixtures.ts';
import { BESIDE } from './fixtures-beside.ts';
import { DISTRICT } from './fixtures-district.ts';
import { ASSISTANT, IN_FORCE } from './fixtures-in-force.ts';
import { VISITS_TODAY } from './fixtures-lanes.ts';
import { runBeside, runItem } from './fixtures-run.ts';

export class Refused extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

/** What a township in memory holds, and what its acts do to it; nothing of HTTP. */
export class FakeTown {
  staff: StaffView | null = HANDLER;
  items: WorkItemView[] = [...QUEUE, ...CONFLICTS, ...IN_FORCE, runItem()];
  importDone = false;
  /** What the pages beside the queue are answered. */
  answers = { ...BESIDE, ...DISTRICT, runBeside: runBeside() };
  /** Half-written words by their name, as the server keeps them for one clerk. */
  kept = new Map<string, string>();
  assistants = [ASSISTANT];
  cases = new Map<string, CaseView>();
  pageSize = 6;
  /** What the one procedure is otherwise than the sample. */
  runMore: Partial<RunView> = {};
  /** Calls and visits written down. */
  notes: ItemNote[] = [];
  visitsToday = VISITS_TODAY;

  constructor() {
    this.addCase(caseView());
  }

  addCase(view: CaseView): void {
    this.cases.set(view.application.receipt.applicationId, view);
  }

  itemOf(subjectId: string): WorkItemView {
    const item = this.items.find((i) => i.subjectId === subjectId);
    if (!item) throw new Refused('not-found');
    return item;
  }

  hold(): NonNullable<WorkItemView['claimedBy']> {
    return { staffId: this.staff?.staffId ?? '', name: this.staff?.name ?? '', until: '2026-11-22T18:00:00+08:00' };
  }

  change(workItemId: string, part: Partial<WorkItemView>): WorkItemView {
    const old = this.items.find((i) => i.workItemId === workItemId);
    if (!old) throw new Refused('not-found');
    const next = { ...old, ...part };
    this.items = this.items.map((i) => (i === old ? next : i));
    const view = old.applicationId && this.cases.get(old.applicationId);
    if (view) this.addCase({ ...view, item: next });
    return next;
  }

  case(applicationId: string): CaseView {
    const known = this.cases.get(applicationId);
    if (known) return known;
    const item = this.items.find((i) => i.applicationId === applicationId);
    if (!item) throw new Refused('not-found');
    const base = caseView({ item, state: item.state as ApplicationState });
    const [first, ...others] = base.form.members;
    const view: CaseView = {
      ...base,
      applicant: { ...base.applicant, name: item.applicantName },
      form: { ...base.form, members: [{ ...first, name: item.applicantName } as CaseView['form']['members'][number], ...others] },
      application: {
        ...base.application,
        receipt: { ...base.application.receipt, applicationId, number: item.number },
        ...(item.state === 'received' && { corrections: [], timeline: base.application.timeline.slice(0, 1) }),
      },
      item,
    };
    this.addCase(view);
    return view;
  }

  move(applicationId: string, state: 'opened' | 'accepted') {
    const view = this.case(applicationId);
    const then = view.ifAcceptedToday;
    const { ifAcceptedToday: _, ...rest } = view;
    this.addCase({
      ...(state === 'accepted' ? rest : view),
      item: { ...view.item, state },
      application: { ...view.application, state, ...(state === 'accepted' && then && { clock: then }) },
    });
    this.items = this.items.map((i) => (i.applicationId === applicationId ? { ...i, state } : i));
    return this.case(applicationId).application;
  }

  ask(params: Record<string, string>, body: { items: { title: string; reason: string }[] }) {
    const view = this.case(params.applicationId ?? '');
    const correction = {
      id: params.correctionId ?? '',
      askedAt: '2026-11-22T10:00:00+08:00',
      items: body.items.map((i, n) => ({ id: `i${n}`, ...i })),
    };
    const corrections = [...view.application.corrections.filter((c) => c.id !== correction.id), correction];
    this.addCase({ ...view, application: { ...view.application, state: 'correction-asked', corrections } });
    return this.case(params.applicationId ?? '').application;
  }

  /** Somebody sends a new application while the page is open. */
  arrives(n: number, name: string): void {
    this.items = [workItem(n, { applicantName: name, workItemId: uuid(n) }), ...this.items];
  }
}
